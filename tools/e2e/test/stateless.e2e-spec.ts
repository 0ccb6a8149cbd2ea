import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { FolderStorage } from '@discover/object-storage';
import { waitFor } from '@discover/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { Client as Postgres } from 'pg';

import { Client, makeAdministrator, startPlatform, type Platform } from '../src/index.js';
import { GIF } from './documents.js';

/** In no other document, and so long that no compression takes it apart unseen. */
const MARKER = 'Zyxwvutsrq Unmistakable';
const RESUME = { basics: { name: MARKER, email: 'marker@example.org' } };

/** Every value of a Redis server as text, by type. */
async function dump(url: string): Promise<string> {
  const redis = new Redis(url);
  const texts: string[] = [];
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key);
    const readers: Record<string, () => Promise<unknown>> = {
      string: () => redis.get(key),
      hash: () => redis.hgetall(key),
      list: () => redis.lrange(key, 0, -1),
      set: () => redis.smembers(key),
      zset: () => redis.zrange(key, 0, -1),
      stream: () => redis.xrange(key, '-', '+'),
    };
    texts.push(key, JSON.stringify((await readers[type]?.()) ?? null));
  }
  redis.disconnect();
  return texts.join('\n');
}

/** Every text that any row of any table holds. */
async function tables(url: string): Promise<string> {
  const postgres = new Postgres({ connectionString: url });
  await postgres.connect();
  const names = await postgres.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
  );
  const texts: string[] = [];
  for (const { name } of names.rows) {
    const { rows } = await postgres.query(`SELECT row_to_json(t)::text FROM ${name} t`);
    texts.push(JSON.stringify(rows));
  }
  await postgres.end();
  return texts.join('\n');
}

describe('without state', () => {
  let platform: Platform;
  let owner: Client;
  beforeAll(async () => {
    platform = await startPlatform();
    owner = await Client.registered(platform.url);
  }, 90_000);
  afterAll(() => platform.stop(), 60_000);

  const withKey = async (scopes: string[]) => {
    const { body } = await owner.call<{ key: string }>('/api-keys', { method: 'POST', json: { name: 'k', scopes } });
    const client = new Client(platform.url);
    client.accessToken = body.key;
    return client;
  };
  const parse = (client: Client, bytes: Uint8Array, name = 'cv.txt') =>
    client.call<{ document: typeof RESUME; code: string }>('/parse', { method: 'POST', file: { bytes, name } });
  const render = (client: Client, format = 'pdf') =>
    client.call('/render', { method: 'POST', json: { document: RESUME, format } });
  const objects = async () => {
    const files = await readdir(join(platform.folder, 'objects'), { recursive: true, withFileTypes: true });
    return files.filter((file) => file.isFile() && !file.name.startsWith('.')).map(({ name }) => name);
  };

  it('needs a key with just that scope', async () => {
    const [parser, renderer] = [await withKey(['parse']), await withKey(['render'])];
    const text = Buffer.from(`${MARKER}\nmarker@example.org\n`);
    const statuses = await Promise.all([
      parse(parser, text),
      render(renderer),
      parse(renderer, text),
      render(parser),
      parse(new Client(platform.url), text),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 403, 403, 401]);
  }, 60_000);

  it('leaves nothing: not in storage, in Redis, in Postgres, in the logs', async () => {
    const client = await withKey(['parse', 'render']);
    const pdf = await render(client);
    expect([pdf.status, pdf.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const parsed = await parse(client, pdf.bytes, `${MARKER}.pdf`);
    expect([parsed.status, parsed.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(parsed.body.document).toEqual(RESUME);
    expect((await render(client, 'html')).bytes.toString()).toContain(MARKER);
    // What is wrong with them leaves nothing either.
    expect((await parse(client, GIF, `${MARKER}.gif`)).status).toBe(415);
    expect((await parse(client, pdf.bytes.subarray(0, 400), `${MARKER}.pdf`)).body.code).toBe('corrupt_document');

    // The bytes of a render go when they were sent, a moment after their reader has them.
    await waitFor(async () => (await objects()).length === 0, { what: 'the scratch storage to be empty' });
    for (const redis of Object.values(platform.redisUrls)) {
      await waitFor(async () => !(await dump(redis)).includes('Zyxwvutsrq'), {
        what: `nothing to be left in ${redis}`,
      });
      expect(await dump(redis)).not.toContain('marker@example.org');
    }
    expect(await tables(platform.databaseUrl)).not.toMatch(/Zyxwvutsrq|marker@example/);
    const logs = join(platform.folder, 'logs');
    for (const name of await readdir(logs))
      expect([name, (await readFile(join(logs, name), 'utf8')).includes('Zyxwvutsrq')]).toEqual([name, false]);
  }, 60_000);

  it('leaves nothing of a request whose client has gone', async () => {
    const client = await withKey(['parse']);
    const operator = await Client.registered(platform.url);
    await makeAdministrator(platform.databaseUrl, operator);
    // Nobody takes the job, so that the client is gone before it is done, however fast that is.
    expect((await operator.call('/admin/queues/parse/pause', { method: 'POST' })).status).toBe(204);
    const stop = new AbortController();
    const form = new FormData();
    form.set('file', new Blob([`${MARKER}\n${'words and words '.repeat(50_000)}`]), 'cv.txt');
    const gone = fetch(`${platform.url}/api/v1/parse`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.accessToken}` },
      body: form,
      signal: stop.signal,
    }).catch(() => 'gone');
    await waitFor(async () => (await objects()).length > 0, { what: 'the file to be in scratch storage' });
    stop.abort();
    expect(await gone).toBe('gone');
    await waitFor(async () => (await objects()).length === 0, { what: 'the scratch storage to be empty' });
    await operator.call('/admin/queues/parse/resume', { method: 'POST' });
    expect(await dump(platform.redisUrls.queue)).not.toContain('Zyxwvutsrq');
  }, 30_000);

  it('serves presigned links of the folder storage, and nothing but those', async () => {
    const storage = new FolderStorage(join(platform.folder, 'objects'), `${platform.url}/files`);
    const key = `${owner.userId}/some.html`;
    await storage.put('exports', key, Buffer.from('<script>alert(1)</script>'), { contentType: 'text/html' });
    const link = await storage.presign('exports', key, { expiresInSeconds: 60, download: 'Zoë “1”.html' });
    const answer = await fetch(link);
    expect([answer.status, await answer.text()]).toEqual([200, '<script>alert(1)</script>']);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Zo_ _1_\.html"; filename\*=UTF-8''/,
    );
    expect(answer.headers.get('content-security-policy')).toMatch(/sandbox/);
    const expired = await storage.presign('exports', key, { expiresInSeconds: 1 });
    await waitFor(async () => (await fetch(expired)).status === 404, { what: 'the link to expire' });
    await storage.delete('exports', key);
    for (const wrong of [
      link,
      `${link}x`,
      `${platform.url}/files/`,
      `${platform.url}/files/a.b`,
      `${platform.url}/files/..%2f..%2fetc`,
    ])
      expect([wrong, (await fetch(wrong)).status]).toEqual([wrong, 404]);
  }, 30_000);
});
