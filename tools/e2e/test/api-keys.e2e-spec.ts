import { beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@discover/testing';

import { Client, makeAdministrator } from '../src/index.js';

const url = process.env.E2E_URL!;

interface Key {
  id: string;
  name: string;
  key: string;
  scopes: string[];
  expiresAt: string | null;
  lastUsedAt: string | null;
  code?: string;
}

describe('API keys', () => {
  let owner: Client;
  beforeAll(async () => {
    owner = await Client.registered(url);
  });

  const create = (client: Client, json: object) => client.call<Key>('/api-keys', { method: 'POST', json });
  const withKey = (key: string) => {
    const client = new Client(url);
    client.accessToken = key;
    return client;
  };
  const keyFor = async (...scopes: string[]) => (await create(owner, { name: 'test', scopes })).body;

  it('are shown once and let their bearer in by either header', async () => {
    const created = await create(owner, { name: ' HR system ', scopes: ['cv:write', 'cv:read', 'cv:read'] });
    expect(created.status).toBe(201);
    expect(created.headers.get('cache-control')).toBe('no-store');
    expect(created.body).toMatchObject({ name: 'HR system', scopes: ['cv:read', 'cv:write'], expiresAt: null });
    expect(created.body.key).toMatch(/^dk_[0-9a-f-]{36}\.[\w-]{43}$/);
    const listed = await owner.call<{ items: Key[] }>('/api-keys');
    expect(listed.body.items[0]).toMatchObject({ id: created.body.id, lastUsedAt: null });
    expect(listed.bytes.toString()).not.toContain(created.body.key.split('.')[1]);

    expect((await withKey(created.body.key).call<{ id: string }>('/me')).body.id).toBe(owner.userId);
    const byHeader = await new Client(url).call<{ id: string }>('/me', { headers: { 'x-api-key': created.body.key } });
    expect(byHeader.body.id).toBe(owner.userId);
    await waitFor(async () => (await owner.call<{ items: Key[] }>('/api-keys')).body.items[0]?.lastUsedAt, {
      what: 'the use to be noted',
      timeoutMs: 8_000,
      intervalMs: 200,
    });
  });

  it.each([
    [['cv:read'], 'GET', '/cvs', 200],
    [['parse'], 'GET', '/cvs', 403],
    [['cv:read'], 'POST', '/cvs', 403],
    [['cv:write'], 'POST', '/cvs', 201],
    [['render'], 'POST', '/parse', 403],
    [['cv:read', 'cv:write', 'parse', 'render'], 'GET', '/admin/queues/parse/dead-letters', 403],
    [['cv:read', 'cv:write', 'parse', 'render'], 'GET', '/api-keys', 403],
    [['cv:read', 'cv:write', 'parse', 'render'], 'POST', '/api-keys', 403],
    [['cv:read', 'cv:write', 'parse', 'render'], 'DELETE', '/me', 403],
    [['cv:read', 'cv:write', 'parse', 'render'], 'POST', '/auth/logout', 403],
  ])('with the scopes %j are answered to %s %s with %i', async (scopes, method, path, status) => {
    const { key } = await keyFor(...scopes);
    const json = method === 'POST' && path === '/cvs' ? { title: 't', document: {} } : {};
    const answer = await withKey(key).call<Key>(path, method === 'GET' ? {} : { method, json });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body.code).toBe('forbidden');
  });

  it('end at once when they are revoked, and nobody else can revoke them', async () => {
    const { id, key } = await keyFor('cv:read');
    const bearer = withKey(key);
    expect((await bearer.call('/cvs')).status).toBe(200);
    const stranger = await Client.registered(url);
    expect((await stranger.call(`/api-keys/${id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await owner.call(`/api-keys/${id}`, { method: 'DELETE' })).status).toBe(204);
    const after = await bearer.call('/cvs');
    expect([after.status, after.body.code]).toEqual([401, 'invalid_token']);
    expect((await owner.call(`/api-keys/${id}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('end by themselves at their time', async () => {
    const created = await create(owner, {
      name: 'short',
      scopes: ['cv:read'],
      expiresAt: new Date(Date.now() + 1_500).toISOString(),
    });
    const bearer = withKey(created.body.key);
    expect((await bearer.call('/cvs')).status).toBe(200);
    await waitFor(async () => (await bearer.call('/cvs')).status === 401, { what: 'the key to expire' });
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(created.body.expiresAt!));
  });

  it.each([
    ['no scope', { name: 'x', scopes: [] }, 422],
    ['an unknown scope', { name: 'x', scopes: ['everything'] }, 422],
    ['no name', { name: ' ', scopes: ['parse'] }, 422],
    ['an end in the past', { name: 'x', scopes: ['parse'], expiresAt: '2020-01-01T00:00:00Z' }, 422],
    ['the scope of administrators', { name: 'x', scopes: ['admin'] }, 403],
  ])('are not made with %s', async (_, json, status) => {
    expect((await create(owner, json)).status).toBe(status);
  });

  it('of an administrator do what their scope says, for as long as the role lasts', async () => {
    const admin = await Client.registered(url);
    await makeAdministrator(process.env.E2E_DATABASE_URL!, admin);
    const created = await create(admin, { name: 'ops', scopes: ['admin'] });
    const bearer = withKey(created.body.key);
    expect((await bearer.call('/admin/users?email=x@example.org')).status).toBe(200);
    expect((await bearer.call('/cvs')).status).toBe(403);
    const other = await Client.registered(url);
    await makeAdministrator(process.env.E2E_DATABASE_URL!, other);
    await other.call(`/admin/users/${admin.userId}`, { method: 'PATCH', json: { role: 'user' } });
    expect((await bearer.call('/admin/users?email=x@example.org')).status).toBe(403);
  });

  it('are fifty at most', async () => {
    const person = await Client.registered(url);
    const make = () => create(person, { name: 'one of many', scopes: ['parse'] });
    const statuses = (await Promise.all(Array.from({ length: 53 }, make))).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(50);
    const over = await make();
    expect([over.status, over.body.code]).toEqual([409, 'too_many']);
  });

  it.each([
    'dk_',
    'dk_00000000-0000-7000-8000-000000000000',
    `dk_00000000-0000-7000-8000-000000000000.${'a'.repeat(43)}`,
  ])('that are none are refused: %s', async (key) => {
    const answer = await withKey(key).call('/me');
    expect([answer.status, answer.body.code]).toEqual([401, 'invalid_token']);
  });

  it('of another’s id with one’s own secret are refused', async () => {
    const mine = await keyFor('cv:read');
    const theirs = await create(await Client.registered(url), { name: 'x', scopes: ['cv:read'] });
    const forged = `dk_${theirs.body.id}.${mine.key.split('.')[1]}`;
    expect((await withKey(forged).call('/me')).body.code).toBe('invalid_token');
  });
});
