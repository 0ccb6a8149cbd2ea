import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { waitFor } from '@discover/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { Client as Postgres } from 'pg';

import { Client, startPlatform, type CvAnswer, type JobAnswer, type Platform } from '../src/index.js';
import { portrait, samplePdf } from './documents.js';

const ask = (client: Client) => client.call<{ job: JobAnswer }>('/me/export', { method: 'POST' });
const finished = (client: Client, id: string, timeoutMs = 30_000) =>
  waitFor(
    async () => {
      const { body } = await client.call<JobAnswer>(`/jobs/${id}`);
      return body.state !== 'queued' && body.state !== 'active' && body;
    },
    { what: 'the export to end', timeoutMs },
  );

/** The files of an export, as text. */
async function download(client: Client, href: string): Promise<Map<string, Buffer>> {
  const answer = await client.call(href.replace('/api/v1', ''));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="export-\d{4}-\d\d-\d\d\.zip"/);
  return new Map(Object.entries(unzipSync(answer.bytes)).map(([name, bytes]) => [name, Buffer.from(bytes)]));
}

describe('an export', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.registered(process.env.E2E_URL!);
  });

  it('is everything that there is of a person, to the byte, and no secret', async () => {
    const document = { basics: { name: 'Zoë Ängström', label: '  as written  ' }, work: [] };
    const { body: cv } = await client.call<CvAnswer>('/cvs', { method: 'POST', json: { title: 'Mine', document } });
    await client.call(`/cvs/${cv.id}`, { method: 'PUT', json: { document: { basics: { name: 'Second' } } } });
    const photo = await client.call<{ hash: string }>(`/cvs/${cv.id}/photo`, {
      method: 'PUT',
      file: { bytes: await portrait(), name: 'me.png' },
    });
    const pdf = await samplePdf();
    const imported = await client.import(pdf, 'my “own”: cv.pdf');
    const deleted = await client.call<CvAnswer>('/cvs', { method: 'POST', json: { title: 'Gone', document: {} } });
    await client.call(`/cvs/${deleted.body.id}`, { method: 'DELETE' });
    const { body: webhook } = await client.call<{ id: string; secret: string }>('/webhooks', {
      method: 'POST',
      json: { url: 'https://example.org/hook', events: ['cv.created'] },
    });
    const { body: key } = await client.call<{ key: string }>('/api-keys', {
      method: 'POST',
      json: { name: 'integration', scopes: ['parse'] },
    });

    const accepted = await ask(client);
    expect(accepted.status).toBe(202);
    expect(accepted.headers.get('location')).toBe(`/api/v1/jobs/${accepted.body.job.id}`);
    const job = await finished(client, accepted.body.job.id);
    expect(job).toMatchObject({ state: 'succeeded', progress: 100, result: { href: `/api/v1/exports/${job.id}` } });
    const days = (Date.parse(job.result!.expiresAt!) - Date.now()) / (24 * 3600 * 1000);
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);

    const files = await download(client, job.result!.href);
    const text = (name: string) => files.get(name)?.toString();
    const lines = (name: string) =>
      text(name)!
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(JSON.parse(text('account.json')!)).toMatchObject({ id: client.userId, name: 'Test Person' });
    expect(text(`cvs/${cv.id}/versions/1.json`)).toBe(JSON.stringify(document));
    expect(text(`cvs/${cv.id}/versions/2.json`)).toBe('{"basics":{"name":"Second"}}');
    expect(text(`cvs/${cv.id}/versions/3.json`)).toContain(photo.body.hash);
    expect(files.get(`photos/${cv.id}/${photo.body.hash}.jpg`)?.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(lines('cv-photos.ndjson')).toMatchObject([{ cvId: cv.id, hash: photo.body.hash, width: 320 }]);
    expect(JSON.parse(text(`cvs/${imported.body.cv.id}/readings/1.json`)!)).toMatchObject({ format: 'pdf' });
    expect(JSON.parse(text(`cvs/${deleted.body.id}/cv.json`)!)).toMatchObject({ deletedAt: expect.any(String) });
    const [original] = [...files.keys()].filter((name) => name.startsWith('originals/'));
    expect(original).toMatch(/\/my “own”_ cv\.pdf$/);
    expect(files.get(original!)!.equals(pdf)).toBe(true);
    expect(lines('webhooks.ndjson')).toMatchObject([{ id: webhook.id, url: 'https://example.org/hook' }]);
    expect(lines('api-keys.ndjson')).toMatchObject([{ name: 'integration', scopes: ['parse'] }]);
    expect(lines('sessions.ndjson')).toHaveLength(1);
    expect(lines('jobs.ndjson')).toHaveLength(2);
    expect(text('README.txt')).toMatch(/account\.json/);

    const everything = Buffer.concat([...files.values()]).toString('latin1');
    for (const secret of [webhook.secret, key.key, client.refreshToken, '$argon2'])
      expect(everything).not.toContain(secret);
  }, 60_000);

  it('is made once at a time, and is its owner’s alone, with a log-in', async () => {
    const asked = await Promise.all([ask(client), ask(client), ask(client)]);
    expect(asked.map(({ status }) => status)).toEqual([202, 202, 202]);
    const [{ id } = { id: '' }] = asked.map(({ body }) => body.job);
    await finished(client, id);
    const other = await Client.registered(process.env.E2E_URL!);
    expect((await other.call(`/exports/${id}`)).status).toBe(404);
    expect((await other.call(`/jobs/${id}`)).status).toBe(404);
    const { body } = await client.call<{ key: string }>('/api-keys', {
      method: 'POST',
      json: { name: 'all', scopes: ['cv:read', 'cv:write', 'parse', 'render'] },
    });
    const key = new Client(process.env.E2E_URL!);
    key.accessToken = body.key;
    expect((await key.call(`/exports/${id}`)).status).toBe(403);
    expect((await key.call('/me/export', { method: 'POST' })).status).toBe(403);
  }, 30_000);

  it('has expired after seven days', async () => {
    const { body } = await ask(client);
    const { id } = await finished(client, body.job.id);
    const postgres = new Postgres({ connectionString: process.env.E2E_DATABASE_URL! });
    await postgres.connect();
    await postgres.query(`UPDATE jobs SET finished_at = now() - interval '169 hours' WHERE id = $1`, [id]);
    await postgres.end();
    const answer = await client.call(`/exports/${id}`);
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  }, 30_000);
});

describe('an export survives', () => {
  let platform: Platform;
  let client: Client;
  beforeAll(async () => {
    platform = await startPlatform();
    client = await Client.registered(platform.url);
  }, 90_000);
  afterAll(() => platform.stop(), 60_000);

  it('kill -9 of the background jobs in the middle, and is whole', async () => {
    // Enough that it takes seconds: 300 CVs with 20 versions each.
    const postgres = new Postgres({ connectionString: platform.databaseUrl });
    await postgres.connect();
    await postgres.query(
      `WITH cv AS (
         INSERT INTO cvs (user_id, title, document, version) SELECT $1, 'CV ' || n, $2::json, 20 FROM generate_series(1, 300) n RETURNING id
       )
       INSERT INTO cv_versions (user_id, cv_id, version, document, cause)
       SELECT $1, id, v, $2::json, 'created' FROM cv, generate_series(1, 20) v`,
      [client.userId, JSON.stringify({ basics: { name: 'Ada', summary: 'x'.repeat(2_000) } })],
    );
    await postgres.end();
    const { body } = await ask(client);
    const partial = join(platform.folder, 'objects', '.partial');
    await waitFor(async () => (await readdir(partial)).length > 0, {
      what: 'the export to be half written',
      intervalMs: 1,
    });
    const jobs = platform.server('jobs');
    const killed = jobs.pid!;
    process.kill(killed, 'SIGKILL');
    expect((await client.call<JobAnswer>(`/jobs/${body.job.id}`)).body.state).toBe('active');
    expect((await client.call(`/exports/${body.job.id}`)).status).toBe(404);
    await waitFor(() => jobs.running && jobs.pid !== killed, { what: 'other background jobs', timeoutMs: 20_000 });
    const began = Date.now();
    const job = await finished(client, body.job.id, 60_000);
    console.log(`the export ended ${Date.now() - began} ms after another process was there`);
    expect(job.state).toBe('succeeded');
    const files = await download(client, job.result!.href);
    expect([...files.keys()].filter((name) => name.includes('/versions/'))).toHaveLength(6_000);
  }, 120_000);
});
