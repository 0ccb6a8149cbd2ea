import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client, type CvAnswer } from '../src/index.js';

const url = process.env.E2E_URL!;

describe('the conventions of the API', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.registered(url);
  });

  const create = (title: string) =>
    client.call<CvAnswer>('/cvs', { method: 'POST', json: { title, document: { basics: { name: title } } } });

  it('lets of two concurrent edits of the same version exactly one happen', async () => {
    const created = await create('contested');
    const etag = created.headers.get('etag')!;
    const edit = (title: string) =>
      client.call(`/cvs/${created.body.id}`, { method: 'PATCH', json: { title }, headers: { 'if-match': etag } });
    const answers = await Promise.all([edit('one'), edit('two')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
    expect(answers.find((answer) => answer.status === 412)!.body.code).toBe('precondition_failed');
  });

  it('sends a CV again only when it has changed', async () => {
    const { body, headers } = await create('watched');
    const path = `/cvs/${body.id}`;
    const ifNoneMatch = { 'if-none-match': headers.get('etag')! };
    expect((await client.call(path, { headers: ifNoneMatch })).status).toBe(304);
    await client.call(path, { method: 'PATCH', json: { title: 'changed' } });
    const after = await client.call<CvAnswer>(path, { headers: ifNoneMatch });
    expect([after.status, after.body.title]).toEqual([200, 'changed']);
  });

  it('never shows an older CV than the one just written, though reads are cached and go to a replica', async () => {
    const { body } = await create('v0');
    let stale = 0;
    for (let round = 1; round <= 200; round++) {
      await client.call(`/cvs/${body.id}`, {
        method: 'PUT',
        json: { title: `v${round}`, document: { basics: { label: String(round) } } },
      });
      const [read, list] = await Promise.all([
        client.call<CvAnswer>(`/cvs/${body.id}`),
        client.call<{ items: CvAnswer[] }>('/cvs?limit=1'),
      ]);
      if (read.body.title !== `v${round}` || list.body.items[0]?.title !== `v${round}`) stale++;
    }
    expect(stale).toBe(0);
  }, 60_000);

  it('pages through a list without skipping or repeating, and says where the next page is', async () => {
    const person = await Client.registered(url);
    for (let index = 0; index < 7; index++) {
      await person.call('/cvs', { method: 'POST', json: { title: `cv ${index}`, document: {} } });
    }
    const titles: string[] = [];
    let next: string | null = '/cvs?limit=3&sort=createdAt';
    while (next !== null) {
      const page: Awaited<ReturnType<typeof person.call<{ items: CvAnswer[] }>>> = await person.call<{
        items: CvAnswer[];
      }>(next);
      titles.push(...page.body.items.map((item) => item.title));
      next = /<\/api\/v1([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? null;
    }
    expect(titles).toEqual(Array.from({ length: 7 }, (_, index) => `cv ${index}`));
    const wrong = await person.call('/cvs?cursor=abc');
    expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid_cursor']);
  });

  it('deletes a CV for its readers at once', async () => {
    const { body } = await create('short-lived');
    await client.call(`/cvs/${body.id}`);
    expect((await client.call(`/cvs/${body.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await client.call(`/cvs/${body.id}`)).body.code).toBe('not_found');
    expect((await client.call(`/cvs/${body.id}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('names each request by an id, the client’s own if it has one', async () => {
    expect((await client.call('/me')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(
      (await client.call('/me', { headers: { 'x-request-id': 'mine-12345678' } })).headers.get('x-request-id'),
    ).toBe('mine-12345678');
    expect((await client.call('/me', { headers: { 'x-request-id': '<script>' } })).headers.get('x-request-id')).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  it('compresses what is worth it, for those who can read it', async () => {
    const answer = await fetch(`${url}/api/v1/openapi.json`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
  });

  it('describes every route that it has, each with its errors', async () => {
    const { paths, openapi } = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<
        string,
        Record<string, { summary?: string; responses: Record<string, { content?: Record<string, unknown> }> }>
      >;
    };
    expect(openapi).toBe('3.1.0');
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
    );
    expect(operations.length).toBeGreaterThan(20);
    for (const operation of operations) {
      expect([operation.path, operation.summary]).toEqual([operation.path, expect.stringMatching(/\w/)]);
      const problems = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
      expect(problems.every(([, response]) => response.content?.['application/problem+json'])).toBe(true);
    }
  });
});
