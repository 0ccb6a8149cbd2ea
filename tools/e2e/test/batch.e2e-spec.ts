import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { JOBS, SYSTEM_PRIORITY } from '@discover/contracts';
import { JobProducer } from '@discover/queue';
import { createLogger } from '@discover/telemetry';
import { waitFor } from '@discover/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipSync, type Zippable } from 'fflate';
import { Client as Postgres } from 'pg';

import { Client, startPlatform, type Answer, type JobAnswer, type Platform } from '../src/index.js';
import { document, GIF, samplePdf } from './documents.js';

const MIB = 1024 * 1024;

interface Result {
  fileName: string;
  jobId: string;
  state: string;
  cvId: string | null;
  errorCode: string | null;
}

const send = (client: Client, zip: Uint8Array, query = '') =>
  client.call<{ job: JobAnswer; code: string }>(`/imports${query}`, {
    method: 'POST',
    raw: { bytes: zip, contentType: 'application/zip' },
  });
const job = async (client: Client, id: string) => (await client.call<JobAnswer>(`/jobs/${id}`)).body;
const ended = (client: Client, id: string, timeoutMs = 60_000) =>
  waitFor(
    async () => {
      const now = await job(client, id);
      return now.state !== 'queued' && now.state !== 'active' && now;
    },
    { what: 'the batch to end', timeoutMs, intervalMs: 100 },
  );
const results = async (client: Client, id: string): Promise<Result[]> =>
  (await client.call(`/imports/${id}/results.ndjson`)).bytes
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Result);

/** CVs that differ, as plain text: quick to read. */
async function texts(count: number): Promise<Zippable> {
  const text = (await document('de-plain.txt')).toString();
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`cv-${index}.txt`, Buffer.from(`${text}\n\nNummer ${index}\n`)]),
  );
}

/** Objects in a bucket of the folder storage that belong to a person. */
async function stored(folder: string, userId: string): Promise<string[]> {
  const files = await readdir(join(folder, 'objects', 'originals', userId), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return files.filter((file) => file.isFile()).map((file) => file.name);
}

describe('a batch', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.registered(process.env.E2E_URL!);
  });

  it('of a ZIP with folders: each document is a CV or says why not, and junk is reported', async () => {
    const accepted = await send(
      client,
      zipSync({
        'applicants/a/one.pdf': await samplePdf(),
        'applicants/b/zwei.txt': await document('de-plain.txt'),
        'applicants/b/es.docx': await document('es-styles.docx'),
        'applicants/photo.gif': GIF,
        'applicants/empty.pdf': new Uint8Array(),
        'applicants/big.pdf': [new Uint8Array(21 * MIB), { level: 9 }],
        'applicants/inner.zip': zipSync({ 'cv.pdf': await samplePdf() }),
        'applicants/broken.pdf': (await samplePdf()).subarray(0, 700),
        '=1+1,"x".txt': Buffer.from('  \n '),
        '__MACOSX/applicants/a/._one.pdf': GIF,
        'applicants/.DS_Store': GIF,
        'applicants/Thumbs.db': GIF,
      }),
    );
    expect(accepted.status).toBe(202);
    const { id } = accepted.body.job;
    expect(accepted.headers.get('location')).toBe(`/api/v1/jobs/${id}`);
    expect(accepted.body.job).toMatchObject({ kind: 'cv.import-batch', counts: { total: 9 } });
    expect(accepted.body.job.skipped!.map(({ name }) => name).sort()).toEqual([
      '__MACOSX/applicants/a/._one.pdf',
      'applicants/.DS_Store',
      'applicants/Thumbs.db',
    ]);

    const done = await ended(client, id);
    expect(done).toMatchObject({
      state: 'succeeded',
      progress: 100,
      counts: { total: 9, queued: 0, active: 0, succeeded: 3, failed: 6, cancelled: 0 },
      result: { href: `/api/v1/imports/${id}/results.ndjson` },
    });
    const all = await results(client, id);
    expect(all.map(({ fileName, errorCode }) => [fileName, errorCode])).toEqual([
      ['applicants/a/one.pdf', null],
      ['applicants/b/zwei.txt', null],
      ['applicants/b/es.docx', null],
      ['applicants/photo.gif', 'unsupported_media_type'],
      ['applicants/empty.pdf', 'empty_document'],
      ['applicants/big.pdf', 'too_large'],
      ['applicants/inner.zip', 'unsupported_media_type'],
      ['applicants/broken.pdf', 'corrupt_document'],
      ['=1+1,"x".txt', 'empty_document'],
    ]);
    for (const { state, cvId } of all.slice(0, 3)) {
      expect(state).toBe('succeeded');
      expect((await client.call(`/cvs/${cvId}`)).status).toBe(200);
    }
    const csv = await client.call(`/imports/${id}/results.csv`);
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
    const lines = csv.bytes.toString().trimEnd().split('\r\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('fileName,jobId,state,cvId,errorCode,errorMessage');
    // What a spreadsheet would run begins with an apostrophe.
    expect(lines[9]).toMatch(/^"'=1\+1,""x""\.txt",/);
    expect((await client.call(`/jobs/${id}/events`)).bytes.toString()).toMatch(/"state":"succeeded"/);
  }, 90_000);

  it('of many files of a form, ZIPs among them', async () => {
    const { status, body } = await client.call<{ job: JobAnswer }>('/imports?asOf=2026-01-31', {
      method: 'POST',
      files: [
        { bytes: await document('de-plain.txt'), name: 'a.txt' },
        { bytes: zipSync(await texts(2)), name: 'more.zip' },
        { bytes: GIF, name: 'b.gif' },
        { bytes: await samplePdf(), name: 'c.pdf' },
      ],
    });
    expect(status).toBe(202);
    expect(await ended(client, body.job.id)).toMatchObject({ counts: { total: 5, succeeded: 4, failed: 1 } });
    expect((await results(client, body.job.id)).map(({ fileName }) => fileName)).toEqual([
      'a.txt',
      'cv-0.txt',
      'cv-1.txt',
      'b.gif',
      'c.pdf',
    ]);
  }, 60_000);

  it('of which no document can be read has failed, and says so', async () => {
    const { body } = await send(client, zipSync({ 'a.gif': GIF, 'b.gif': GIF }));
    expect(await job(client, body.job.id)).toMatchObject({ state: 'failed', error: { code: 'batch_failed' } });
  });

  it('cannot be seen, cancelled or read by anybody else', async () => {
    const { body } = await send(client, zipSync(await texts(1)));
    const other = await Client.registered(process.env.E2E_URL!);
    const { id } = body.job;
    const answers = await Promise.all([
      other.call(`/jobs/${id}`),
      other.call(`/jobs/${id}`, { method: 'DELETE' }),
      other.call(`/imports/${id}/results.csv`),
      // A single job is no batch.
      other.call(`/imports/${(await results(client, id))[0]!.jobId}/results.csv`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  const zeros = new Uint8Array(19 * MIB);
  const refused: [what: string, zip: () => Promise<Uint8Array>, status: number, code: string][] = [
    [
      'a bomb: 285 MiB in 300 KB',
      async () => zipSync(Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`${n}.txt`, zeros]))),
      413,
      'too_large',
    ],
    ['501 documents', async () => zipSync(await texts(501)), 413, 'too_large'],
    ['only junk', async () => zipSync({ '.DS_Store': GIF, '__MACOSX/x': GIF }), 422, 'empty_document'],
    ['half a ZIP', async () => zipSync(await texts(5)).subarray(0, 2_000), 422, 'corrupt_document'],
    ['no ZIP at all', samplePdf, 422, 'corrupt_document'],
    ['names that lead out of it', async () => zipSync({ '../../etc/cv.txt': GIF }), 422, 'corrupt_document'],
  ];
  it.each(refused)(
    'is refused as a whole: %s',
    async (_what, zip, status, code) => {
      const person = await Client.registered(process.env.E2E_URL!);
      const answer = await send(person, await zip());
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(await stored(process.env.E2E_FOLDER!, person.userId)).toEqual([]);
    },
    60_000,
  );

  it('must be a form or a ZIP', async () => {
    const answers: Answer[] = [
      await client.call('/imports', { method: 'POST', raw: { bytes: GIF, contentType: 'image/gif' } }),
      await client.call('/imports', { method: 'POST', json: {} }),
      await client.call('/imports', { method: 'POST' }),
      await client.call('/imports?title=x', { method: 'POST', raw: { bytes: GIF, contentType: 'application/zip' } }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [415, 'unsupported_media_type'],
      [415, 'unsupported_media_type'],
      [415, 'unsupported_media_type'],
      [422, 'validation_failed'],
    ]);
  });

  it('takes in a file in the field of another name as junk, and asOf after the files', async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(await document('de-plain.txt'))]), 'a.txt');
    form.append('photo', new Blob([new Uint8Array(GIF)]), 'b.gif');
    form.append('asOf', 'tomorrow');
    const bad = await fetch(`${process.env.E2E_URL!}/api/v1/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.accessToken}` },
      body: form,
    });
    expect([bad.status, ((await bad.json()) as { code: string }).code]).toEqual([422, 'validation_failed']);
  });

  it('is accepted once under one idempotency key, and another batch under it is refused', async () => {
    const person = await Client.registered(process.env.E2E_URL!);
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const post = (zip: Uint8Array) =>
      person.call<{ job: JobAnswer; code: string }>('/imports', {
        method: 'POST',
        raw: { bytes: zip, contentType: 'application/zip' },
        headers,
      });
    const zip = zipSync(await texts(3));
    const [first, second] = [await post(zip), await post(zip)];
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body.job.id).toBe(first.body.job.id);
    const other = await post(zipSync(await texts(2)));
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    await ended(person, first.body.job.id);
    expect(await stored(process.env.E2E_FOLDER!, person.userId)).toHaveLength(3);
  });

  it('is cancelled: what has not ended makes no CV and leaves no file', async () => {
    const person = await Client.registered(process.env.E2E_URL!);
    const { body } = await send(person, zipSync(await texts(300)));
    expect((await person.call(`/jobs/${body.job.id}`, { method: 'DELETE' })).status).toBe(204);
    const { counts, state } = await job(person, body.job.id);
    expect(state).toBe('cancelled');
    expect(counts).toMatchObject({ total: 300, queued: 0, active: 0 });
    expect(counts!.cancelled).toBeGreaterThan(200);
    expect(counts!.cancelled + counts!.succeeded).toBe(300);
    expect(await stored(process.env.E2E_FOLDER!, person.userId)).toHaveLength(counts!.succeeded);
    const again = await person.call(`/jobs/${body.job.id}`, { method: 'DELETE' });
    expect([again.status, again.body.code]).toEqual([409, 'job_finished']);
  }, 60_000);

  it('holds up no single document, and says when it will be done', async () => {
    const person = await Client.registered(process.env.E2E_URL!);
    const pdf = await samplePdf();
    const { body } = await send(
      person,
      zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.pdf`, [pdf, { level: 0 }]]))),
    );
    const single = await client.import(pdf, 'cv.pdf');
    expect(single.status).toBe(201);
    const now = await job(person, body.job.id);
    expect(now.counts!.queued).toBeGreaterThan(0);
    expect(now.etaSeconds).toBeGreaterThan(0);
    const guessed = Date.parse(now.expectedAt!);
    const waiting = (await results(person, body.job.id)).filter(({ state }) => state === 'queued').at(-1)!;
    const last = await job(person, waiting.jobId);
    expect(last).toMatchObject({ state: 'queued', etaSeconds: expect.any(Number) });
    expect(last.position).toBeGreaterThan(10);
    await ended(person, body.job.id);
    console.log(
      `the batch ended ${((Date.now() - guessed) / 1000).toFixed(1)} s after the time that was told ${now.etaSeconds} s before`,
    );
  }, 90_000);

  it('is watched over a broken connection: nothing twice, nothing missed', async () => {
    const { body } = await send(client, zipSync(await texts(100)));
    const path = `/jobs/${body.job.id}/events`;
    const first = await client.fetch(path);
    const reader = first.body!.getReader();
    const part = Buffer.from((await reader.read()).value).toString();
    await reader.cancel();
    expect(part).toMatch(/^retry: \d+\n\n/);
    const lastId = /^id: (.+)$/m.exec(part)![1]!;
    const rest = (await client.call(path, { headers: { 'last-event-id': lastId } })).bytes.toString();
    const ids = [...rest.matchAll(/^id: (.+)$/gm)].map(([, id]) => id!);
    expect(ids).not.toContain(lastId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rest).toMatch(/"state":"succeeded"/);
    // Whoever has seen the end is told to come back no more.
    const after = await client.call(path, { headers: { 'last-event-id': ids.at(-1)! } });
    expect([after.status, after.bytes.length]).toEqual([204, 0]);
    const other = await client.call(path, { headers: { 'last-event-id': lastId } });
    expect([...other.bytes.toString().matchAll(/^id: (.+)$/gm)].map(([, id]) => id)).toEqual([ids.at(-1)]);
  }, 60_000);
});

describe('a large batch', () => {
  let platform: Platform;
  let client: Client;
  beforeAll(async () => {
    platform = await startPlatform();
    client = await Client.registered(platform.url);
  }, 90_000);
  afterAll(() => platform.stop(), 60_000);

  const memoryOf = async (pid: number) => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)![1]) / 1024;
  };

  it('of 500 documents and 150 MiB is taken in with bounded memory', async () => {
    const pdf = await samplePdf();
    // What comes after a PDF's end does not belong to it; it does not compress.
    const padding = crypto.getRandomValues(new Uint8Array(64 * 1024));
    const padded = Buffer.concat([pdf, ...Array.from({ length: 4 }, () => padding)]);
    const files = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`${n}.pdf`, [padded, { level: 0 }]]));
    const zip = zipSync(files as Zippable);
    await client.import(pdf, 'warm.pdf');
    const pid = platform.server('api').pid!;
    const before = await memoryOf(pid);
    const began = performance.now();
    const accepted = await send(client, zip);
    const took = performance.now() - began;
    const after = await memoryOf(pid);
    expect([accepted.status, accepted.body.job.counts!.total]).toEqual([202, 500]);
    console.log(
      `500 documents, ${Math.round(zip.length / MIB)} MiB: accepted in ${Math.round(took)} ms; API's peak memory ${Math.round(before)} -> ${Math.round(after)} MiB`,
    );
    expect(after - before).toBeLessThan(128);
    await client.call(`/jobs/${accepted.body.job.id}`, { method: 'DELETE' });
  }, 120_000);

  it('whose API is killed while it comes in leaves nothing behind', async () => {
    const pdf = await samplePdf();
    const api = platform.server('api');
    const killed = api.pid!;
    const person = await Client.registered(platform.url);
    // The first documents are sent, and the rest is never.
    const boundary = 'boundary';
    const part = (n: number) =>
      Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${n}.pdf"\r\n\r\n`),
        pdf,
        Buffer.from('\r\n'),
      ]);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (sent < 20) controller.enqueue(new Uint8Array(part(sent++)));
        return sent < 20 ? undefined : new Promise<void>(() => undefined);
      },
    });
    const request = fetch(`${platform.url}/api/v1/imports`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${person.accessToken}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body,
      duplex: 'half',
    }).catch(() => null);
    await waitFor(async () => (await stored(platform.folder, person.userId)).length >= 10, {
      what: 'some documents to be in storage',
    });
    process.kill(killed, 'SIGKILL');
    expect(await request).toBeNull();
    await waitFor(() => api.running && api.pid !== killed, { what: 'another API', timeoutMs: 20_000 });
    await waitFor(async () => (await fetch(`${platform.url}/health/ready`)).ok, { what: 'the API', timeoutMs: 20_000 });

    // Nothing was accepted, and an hour later what had come is gone too.
    expect((await person.call('/cvs')).body).toMatchObject({ items: [] });
    const postgres = new Postgres({ connectionString: platform.databaseUrl });
    await postgres.connect();
    const aged = await postgres.query(
      `UPDATE jobs SET created_at = now() - interval '61 minutes' WHERE user_id = $1 AND state = 'receiving'`,
      [person.userId],
    );
    await postgres.end();
    expect(aged.rowCount).toBe(1);
    const producer = new JobProducer({ url: platform.redisUrls.queue, logger: createLogger('e2e', 'silent') });
    const purge = { id: 'purge-batches-now', priority: SYSTEM_PRIORITY };
    await producer.add(JOBS.purge, { what: 'batches' }, purge);
    const ending = await producer.wait(JOBS.purge, purge.id, { timeoutMs: 20_000 });
    await producer.close();
    expect(ending).toEqual({ type: 'completed', result: { removed: 1 } });
    expect(await stored(platform.folder, person.userId)).toEqual([]);
  }, 90_000);
});
