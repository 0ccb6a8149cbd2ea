import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { waitFor } from '@discover/testing';
import pg from 'pg';

import { Client, makeAdministrator } from '../src/index.js';
import { samplePdf } from './documents.js';

const url = process.env.E2E_URL!;
const databaseUrl = process.env.E2E_DATABASE_URL!;
const PASSWORD = 'correct horse battery';

interface Me {
  id: string;
  email: string;
  name: string;
  role: string;
  plan: string;
  code?: string;
}
interface Tokens {
  accessToken: string;
  refreshToken: string;
}

describe('an account', () => {
  const me = async (client: Client) => (await client.call<Me>('/me')).body;
  const logIn = (email: string, password: string) =>
    new Client(url).call<Tokens & { code?: string }>('/auth/login', { method: 'POST', json: { email, password } });
  const elsewhere = async (client: Client, password = PASSWORD) => {
    const other = new Client(url);
    other.accessToken = (await logIn((await me(client)).email, password)).body.accessToken;
    return other;
  };
  const changePassword = (client: Client, currentPassword: string, newPassword: string) =>
    client.call<Me>('/me/password', { method: 'PUT', json: { currentPassword, newPassword } });

  it('changes its name', async () => {
    const client = await Client.registered(url);
    const changed = await client.call<Me>('/me', { method: 'PATCH', json: { name: '  Ada King ' } });
    expect([changed.status, changed.body.name]).toEqual([200, 'Ada King']);
    expect((await me(client)).name).toBe('Ada King');
    const wrong = await client.call<Me>('/me', { method: 'PATCH', json: { name: '', role: 'admin' } });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'validation_failed']);
  });

  it('changes its password, and with it ends every other session at once', async () => {
    const client = await Client.registered(url);
    const { email } = await me(client);
    const others = [await elsewhere(client), await elsewhere(client)];
    for (const other of others) expect((await other.call('/me')).status).toBe(200);
    expect((await changePassword(client, PASSWORD, 'another long one')).status).toBe(204);
    for (const other of others) expect((await me(other)).code).toBe('token_revoked');
    expect((await client.call('/me')).status).toBe(200);
    expect((await logIn(email, PASSWORD)).body.code).toBe('invalid_credentials');
    expect((await logIn(email, 'another long one')).status).toBe(200);
  });

  it('keeps its password from whoever does not know it, and soon stops listening to guesses', async () => {
    const client = await Client.registered(url);
    const codes: string[] = [];
    for (let guess = 0; guess < 9; guess++)
      codes.push((await changePassword(client, `guess number ${guess}`, 'another long one')).body.code!);
    expect(codes).toEqual([...Array<string>(8).fill('invalid_credentials'), 'rate_limited']);
    expect((await changePassword(client, PASSWORD, 'short')).body.code).toBe('validation_failed');
  });

  it('is deleted at once for everyone, and then with all that hangs on it', async () => {
    const client = await Client.registered(url);
    const { id, email } = await me(client);
    const other = await elsewhere(client);
    const key = await client.call<{ key: string }>('/api-keys', {
      method: 'POST',
      json: { name: 'k', scopes: ['cv:read'] },
    });
    const byKey = new Client(url);
    byKey.accessToken = key.body.key;
    const cv = (await client.import(await samplePdf(), 'cv.pdf')).body.cv;
    expect((await client.call(`/cvs/${cv.id}/render.pdf`)).status).toBe(200);
    for (const caller of [client, other, byKey]) expect((await caller.call(`/cvs/${cv.id}`)).status).toBe(200);
    expect(await filesOf(id)).toEqual({ originals: true, renders: true });
    const slug = `p-${randomUUID()}`;
    await client.call(`/cvs/${cv.id}/publication`, { method: 'PUT', json: { slug, visibility: 'public' } });
    const reader = await Client.registered(url);
    await client.call(`/cvs/${cv.id}/shares`, {
      method: 'POST',
      json: { email: (await me(reader)).email, permission: 'view' },
    });
    expect((await reader.call(`/cvs/${cv.id}`)).status).toBe(200);
    expect((await reader.call(`/public/${slug}`)).status).toBe(200);

    const wrong = await client.call('/me', { method: 'DELETE', json: { password: 'not my password' } });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'invalid_credentials']);
    await manyRenders(client, cv.id);
    expect((await client.call('/me', { method: 'DELETE', json: { password: PASSWORD } })).status).toBe(204);
    for (const caller of [client, other]) expect((await me(caller)).code).toBe('token_revoked');
    expect((await me(byKey)).code).toBe('invalid_token');
    expect((await reader.call(`/cvs/${cv.id}`)).status).toBe(404);
    expect((await reader.call(`/public/${slug}`)).status).toBe(404);
    expect((await logIn(email, PASSWORD)).body.code).toBe('invalid_credentials');
    const again = await new Client(url).call('/auth/register', {
      method: 'POST',
      json: { email, password: PASSWORD, name: 'Again' },
    });
    expect(again.status).toBe(201);

    // Behind the renders of the account that is gone: when these are made, those have had their turn.
    const later = (await reader.import(await samplePdf(), 'cv.pdf')).body.cv;
    for (const template of ['classic', 'modern'])
      expect((await reader.call(`/cvs/${later.id}/render.pdf?template=${template}`)).status).toBe(200);
    await waitFor(async () => (await rowsOf(id)).length === 0, { what: 'the rows to go', timeoutMs: 15_000 });
    await waitFor(async () => !Object.values(await filesOf(id)).includes(true), {
      what: 'the files to go',
      timeoutMs: 15_000,
    });
  }, 60_000);

  /** Leaves renders on the queue, more than the workers have made by the time the next request is answered. */
  const manyRenders = async (client: Client, cvId: string) => {
    for (const accentColor of [
      '#112233',
      '#223344',
      '#334455',
      '#445566',
      '#556677',
      '#667788',
      '#778899',
      '#8899aa',
    ]) {
      const json = { template: 'modern', format: 'pdf', options: { accentColor } };
      expect((await client.call(`/cvs/${cvId}/renders`, { method: 'POST', json })).status).toBe(202);
    }
  };

  const filesOf = async (userId: string) => {
    const there = (bucket: string) =>
      readdir(join(process.env.E2E_FOLDER!, 'objects', bucket, userId), { recursive: true }).then(
        (names) => names.length > 0,
        () => false,
      );
    return { originals: await there('originals'), renders: await there('renders') };
  };

  /** Tables that have a row of this person, whatever tables there are by now. */
  const rowsOf = async (userId: string) => {
    const sql = new pg.Client({ connectionString: databaseUrl });
    await sql.connect();
    try {
      const { rows: columns } = await sql.query<{ table: string; column: string }>(
        `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
         JOIN pg_class p ON p.relname = c.table_name AND p.relkind IN ('r', 'p') AND NOT p.relispartition
         WHERE c.table_schema = 'public' AND c.data_type = 'uuid' AND (c.column_name IN ('user_id', 'owner_id') OR c.table_name = 'users' AND c.column_name = 'id')`,
      );
      expect(columns.length).toBeGreaterThan(6);
      const found: string[] = [];
      for (const { table, column } of columns) {
        const { rowCount } = await sql.query(`SELECT 1 FROM ${table} WHERE ${column} = $1 LIMIT 1`, [userId]);
        if (rowCount) found.push(table);
      }
      return found;
    } finally {
      await sql.end();
    }
  };

  it('is found and changed by administrators, and what they change counts from the next request on', async () => {
    const admin = await Client.registered(url);
    await makeAdministrator(databaseUrl, admin);
    const client = await Client.registered(url);
    const other = await elsewhere(client);
    const { id, email } = await me(client);
    for (const caller of [client, other]) expect((await caller.call('/me')).body.plan).toBe('free');
    const found = await admin.call<{ items: Me[] }>(`/admin/users?email=${email.toUpperCase()}`);
    expect(found.body.items.map((user) => user.id)).toEqual([id]);
    expect((await admin.call<{ items: Me[] }>('/admin/users?email=nobody@example.org')).body.items).toEqual([]);

    expect((await other.call('/admin/users?email=x@example.org')).body.code).toBe('forbidden');
    const changed = await admin.call<Me>(`/admin/users/${id}`, {
      method: 'PATCH',
      json: { role: 'admin', plan: 'premium' },
    });
    expect([changed.status, changed.body.role, changed.body.plan]).toEqual([200, 'admin', 'premium']);
    for (const caller of [client, other]) {
      const answer = await caller.call(`/admin/users?email=${email}`);
      expect([answer.status, answer.headers.get('ratelimit-limit')]).toEqual([200, '1200000']);
    }
    await admin.call(`/admin/users/${id}`, { method: 'PATCH', json: { role: 'user' } });
    expect((await other.call('/admin/users?email=x@example.org')).body.code).toBe('forbidden');
  });

  it('of an administrator is not demoted by themselves, and bad changes are told', async () => {
    const admin = await Client.registered(url);
    await makeAdministrator(databaseUrl, admin);
    const own = await admin.call(`/admin/users/${admin.userId}`, { method: 'PATCH', json: { role: 'user' } });
    expect([own.status, own.body.code]).toEqual([403, 'forbidden']);
    for (const [id, json, status] of [
      [admin.userId, {}, 422],
      [admin.userId, { plan: 'gold' }, 422],
      ['x', { plan: 'free' }, 422],
      ['00000000-0000-7000-8000-000000000000', { plan: 'free' }, 404],
    ] as const)
      expect((await admin.call(`/admin/users/${id}`, { method: 'PATCH', json })).status).toBe(status);
  });
});
