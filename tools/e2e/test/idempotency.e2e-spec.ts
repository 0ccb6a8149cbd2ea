import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@discover/testing';

import { Client, startPlatform, type Answer, type CvAnswer, type JobAnswer, type Platform } from '../src/index.js';
import { samplePdf } from './documents.js';

const url = process.env.E2E_URL!;

describe('a request that is sent again with its idempotency key', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.registered(url);
  });
  const create = (key: string, title: string, by = client) =>
    by.call<CvAnswer & { code?: string }>('/cvs', {
      method: 'POST',
      headers: { 'idempotency-key': key },
      json: { title, document: {} },
    });
  const titles = async (by = client) =>
    (await by.call<{ items: CvAnswer[] }>('/cvs?limit=100')).body.items.map(({ title }) => title);

  it('is answered as before, to the byte and with the headers that matter', async () => {
    const key = randomUUID();
    const [first, second] = [await create(key, 'once'), await create(key, 'once')];
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    for (const name of ['location', 'etag', 'content-type', 'cache-control'])
      expect(second.headers.get(name)).toBe(first.headers.get(name));
    expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect((await titles()).filter((title) => title === 'once')).toHaveLength(1);
    // As the draft of the IETF writes it.
    expect((await create(`"${key}"`, 'once')).headers.get('idempotency-replayed')).toBe('true');
  });

  it('with another body is refused', async () => {
    const key = randomUUID();
    await create(key, 'one');
    const other = await create(key, 'two');
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await titles()).not.toContain('two');
  });

  it('is another’s own if another sends it', async () => {
    const key = randomUUID();
    const stranger = await Client.registered(url);
    const [mine, theirs] = [await create(key, 'shared key'), await create(key, 'shared key', stranger)];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.id).not.toBe(mine.body.id);
    expect(theirs.headers.get('idempotency-replayed')).toBeNull();
  });

  it('is in flight while the first is', async () => {
    const key = randomUUID();
    const bytes = await samplePdf();
    const send = () =>
      client.call<{ code?: string; job: JobAnswer }>('/cvs/import', {
        method: 'POST',
        file: { bytes, name: 'cv.pdf' },
        headers: { 'idempotency-key': key, prefer: 'wait=20' },
      });
    const answers = await Promise.all([send(), send(), send()]);
    const codes = answers.map(({ status, body }) => (status === 409 ? body.code : status)).sort();
    expect(codes).toEqual([201, 'idempotency_in_flight', 'idempotency_in_flight']);
    const again = await send();
    const first = answers.find(({ status }) => status === 201)!;
    expect(again.bytes.equals(first.bytes)).toBe(true);
  });

  it('knows a file by its content: another one under the same key is refused', async () => {
    const key = randomUUID();
    const bytes = await samplePdf();
    const send = (file: Uint8Array, name = 'cv.pdf') =>
      client.call<{ code?: string; job: JobAnswer }>('/cvs/import', {
        method: 'POST',
        file: { bytes: file, name },
        headers: { 'idempotency-key': key },
      });
    const first = await send(bytes);
    expect(first.status).toBe(202);
    expect((await send(bytes)).body.job.id).toBe(first.body.job.id);
    const longer = await send(Buffer.concat([bytes, Buffer.from('\n')]));
    expect([longer.status, longer.body.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('has nothing kept of what promises to keep nothing, and yet no other body', async () => {
    const key = randomUUID();
    const send = (text: string) =>
      client.call<{ code?: string; document: object }>('/parse', {
        method: 'POST',
        raw: { bytes: Buffer.from(text), contentType: 'application/octet-stream' },
        headers: { 'idempotency-key': key },
      });
    const text = 'Ada Lovelace\nada@example.org\n\nExperience\nEngineer at Analytical Engines, 1840 - 1843\n';
    const [first, second] = [await send(text), await send(text)];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.document).toEqual(first.body.document);
    expect(second.headers.get('idempotency-replayed')).toBeNull();
    const other = await send(`${text}Python\n`);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('opens an account and makes a key once, showing the same secrets', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const account = { email: `${randomUUID()}@example.org`, password: 'correct horse battery', name: 'Grace' };
    const register = () => new Client(url).call('/auth/register', { method: 'POST', headers, json: account });
    const [first, second] = [await register(), await register()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    const makeKey = () =>
      client.call<{ key: string }>('/api-keys', { method: 'POST', headers, json: { name: 'k', scopes: ['parse'] } });
    expect((await makeKey()).body.key).toBe((await makeKey()).body.key);
  });

  it.each(['', 'with space', 'x'.repeat(256), 'ä'])('refuses what is no key: %p', async (key) => {
    const answer = await create(key === 'ä' ? Buffer.from(key).toString('latin1') : key, 'bad key');
    expect([answer.status, answer.body.code]).toEqual([400, 'bad_request']);
  });
});

describe('a request whose API was killed', () => {
  const LEASE_SECONDS = 2;
  let platform: Platform;
  let client: Client;
  beforeAll(async () => {
    process.env.IDEMPOTENCY_LEASE_SECONDS = String(LEASE_SECONDS);
    platform = await startPlatform();
    client = await Client.registered(platform.url);
  }, 90_000);
  afterAll(async () => {
    Reflect.deleteProperty(process.env, 'IDEMPOTENCY_LEASE_SECONDS');
    await platform.stop();
  }, 60_000);

  type Sent = Answer<{ id?: string; job?: JobAnswer }>;
  const until = async (send: () => Promise<Sent>): Promise<Sent> => {
    for (;;) {
      const answer = await send().catch(() => null);
      if (answer && answer.status !== 409 && answer.status < 500) return answer;
      await delay(100);
    }
  };

  it('has its effect once, however often it is sent again: 5 kills over 40 creations and 20 imports in flight', async () => {
    const bytes = await samplePdf();
    const creations = Array.from({ length: 40 }, (_, index) => `killed ${index}`).map(
      (title) => () =>
        client.call<{ id?: string }>('/cvs', {
          method: 'POST',
          headers: { 'idempotency-key': title.replace(' ', '-') },
          json: { title, document: {} },
        }),
    );
    const imports = Array.from({ length: 20 }, (_, index) => `import ${index}`).map(
      (title) => () =>
        client.call<{ job?: JobAnswer }>(`/cvs/import?title=${encodeURIComponent(title)}`, {
          method: 'POST',
          file: { bytes, name: 'cv.pdf' },
          headers: { 'idempotency-key': title.replace(' ', '-') },
        }),
    );
    const api = platform.server('api');
    for (let kill = 0; kill < 5; kill++) {
      const inFlight = [...creations, ...imports]
        .slice(kill * 12, kill * 12 + 12)
        .map((send) => send().catch(() => null));
      await delay(5 + 15 * kill);
      const killed = api.pid;
      process.kill(killed!, 'SIGKILL');
      await Promise.all(inFlight);
      await waitFor(() => api.running && api.pid !== killed, { what: 'another API', timeoutMs: 20_000 });
    }
    const answers = await Promise.all([...creations, ...imports].map(until));
    expect(answers.map(({ status }) => status)).toEqual([...creations.map(() => 201), ...imports.map(() => 202)]);
    const again = await Promise.all([...creations, ...imports].map(until));
    expect(again.map(({ bytes: body }) => body.toString())).toEqual(answers.map(({ bytes: body }) => body.toString()));
    const jobs = new Set(answers.flatMap(({ body }) => (body.job ? [body.job.id] : [])));
    expect(jobs.size).toBe(imports.length);
    const titles = async () => {
      const { body } = await client.call<{ items: CvAnswer[] }>('/cvs?limit=100');
      return body.items.map(({ title }) => title).sort();
    };
    await waitFor(async () => (await titles()).filter((title) => title.startsWith('import')).length >= imports.length, {
      what: 'the imports to be read',
      timeoutMs: 30_000,
      intervalMs: 200,
    });
    const expected = [
      ...creations.map((_, index) => `killed ${index}`),
      ...imports.map((_, index) => `import ${index}`),
    ];
    expect(await titles()).toEqual(expected.sort());
  }, 180_000);
});
