import { randomUUID } from 'node:crypto';

import { createDiscoverClient, type Schemas } from '@discover/client';
import { expect, it } from '@jest/globals';

const origin = process.env.E2E_URL!;

async function register(): Promise<Schemas['Tokens']> {
  const client = createDiscoverClient({ origin });
  const body = { email: `${randomUUID()}@example.org`, password: 'correct horse battery', name: 'Typed Person' };
  const { data, error } = await client.POST('/api/v1/auth/register', { body });
  if (error) throw new Error(error.code);
  return data;
}

it('the generated client writes and reads a CV, and gets problems as typed errors', async () => {
  const { accessToken } = await register();
  const client = createDiscoverClient({ origin, token: () => accessToken });
  const created = await client.POST('/api/v1/cvs', {
    body: { title: 'Typed', document: { basics: { name: 'Typed Person' } } },
  });
  const id = created.data!.id;
  const read = await client.GET('/api/v1/cvs/{id}', { params: { path: { id } } });
  expect(read.data).toMatchObject({ id, title: 'Typed', document: { basics: { name: 'Typed Person' } } });
  const missing = await client.GET('/api/v1/cvs/{id}', { params: { path: { id: randomUUID() } } });
  expect(missing.error?.code).toBe('not_found');
  expect(missing.response.status).toBe(404);
});

it('the generated client exchanges an expired token once and sends the request again', async () => {
  const tokens = await register();
  // The first answer is that of an expired token; everything else is the real API.
  let expired = true;
  let current = 'expired';
  const client = createDiscoverClient({
    origin,
    token: () => current,
    refresh: async () => {
      const { data } = await createDiscoverClient({ origin }).POST('/api/v1/auth/refresh', {
        body: { refreshToken: tokens.refreshToken },
      });
      current = data!.accessToken;
      return true;
    },
    fetch: (request) => {
      if (!expired) return fetch(request);
      expired = false;
      return Promise.resolve(Response.json({ code: 'token_expired' }, { status: 401 }));
    },
  });
  const { data } = await client.GET('/api/v1/me');
  expect(data?.name).toBe('Typed Person');
});
