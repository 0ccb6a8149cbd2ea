import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { Client } from '../src/index.js';

const url = process.env.E2E_URL!;

interface Tokens {
  accessToken: string;
  refreshToken: string;
  code?: string;
}

describe('accounts and sessions', () => {
  const refresh = (refreshToken: string) =>
    new Client(url).call<Tokens>('/auth/refresh', { method: 'POST', json: { refreshToken } });
  const me = (accessToken: string | null) => {
    const client = new Client(url);
    client.accessToken = accessToken;
    return client.call<{ code?: string }>('/me');
  };

  it('logs in whom it registered, whatever the case of the address, and nobody else', async () => {
    const email = `Person-${randomUUID()}@Example.org`;
    const anonymous = new Client(url);
    const account = { email, password: 'a long enough one', name: 'P' };
    expect((await anonymous.call('/auth/register', { method: 'POST', json: account })).status).toBe(201);
    const again = await anonymous.call('/auth/register', {
      method: 'POST',
      json: { ...account, email: email.toLowerCase() },
    });
    expect([again.status, again.body.code]).toEqual([409, 'email_taken']);
    const login = await anonymous.call<Tokens>('/auth/login', {
      method: 'POST',
      json: { email: email.toUpperCase(), password: account.password },
    });
    expect(login.status).toBe(200);
    expect((await me(login.body.accessToken)).body).toMatchObject({
      email: email.toLowerCase(),
      plan: 'free',
      role: 'user',
    });
    for (const wrong of [
      { email, password: 'another password' },
      { email: `nobody-${randomUUID()}@example.org`, password: account.password },
    ]) {
      const answer = await anonymous.call('/auth/login', { method: 'POST', json: wrong });
      expect([answer.status, answer.body.code]).toEqual([401, 'invalid_credentials']);
    }
  });

  it('refuses further tries after several failures', async () => {
    const { body } = await (await Client.registered(url)).call<{ email: string }>('/me');
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 10; attempt++) {
      const answer = await new Client(url).call('/auth/login', {
        method: 'POST',
        json: { email: body.email, password: `guess number ${attempt}` },
      });
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 401, 401, 429, 429]);
  });

  it('ends a session when one of its refresh tokens is used twice, for thief and owner', async () => {
    const client = await Client.registered(url);
    const first = await refresh(client.refreshToken);
    expect(first.status).toBe(200);
    const stolen = await refresh(client.refreshToken);
    expect([stolen.status, stolen.body.code]).toEqual([401, 'refresh_token_reused']);
    const owner = await refresh(first.body.refreshToken);
    expect([owner.status, owner.body.code]).toEqual([401, 'token_revoked']);
    expect((await me(first.body.accessToken)).body.code).toBe('token_revoked');
  });

  it('lets one of two refreshes at the same moment through', async () => {
    const client = await Client.registered(url);
    const both = await Promise.all([refresh(client.refreshToken), refresh(client.refreshToken)]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 401]);
  });

  it('takes an access token back with the log-out', async () => {
    const client = await Client.registered(url);
    expect((await client.call('/auth/logout', { method: 'POST' })).status).toBe(204);
    const after = await client.call('/me');
    expect([after.status, after.body.code]).toEqual([401, 'token_revoked']);
    expect((await refresh(client.refreshToken)).body.code).toBe('token_revoked');
  });

  it.each([
    [null, 'unauthenticated'],
    ['not-a-token', 'invalid_token'],
    // Signed by nobody.
    ['eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwic2lkIjoieSIsImV4cCI6OTk5OTk5OTk5OX0.', 'invalid_token'],
  ])('answers 401 to the access token %p with the code %s', async (token, code) => {
    const answer = await me(token);
    expect([answer.status, answer.body.code]).toEqual([401, code]);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
  });
});
