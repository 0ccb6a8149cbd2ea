import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '@discover/database';
import { createTestDatabase, temporaryFolder, waitFor, type TestDatabase } from '@discover/testing';
import pg from 'pg';

import { Fate, startApi, type RunningApi } from './mortal-api.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n');

interface Answer {
  status: number;
  body: string;
  code: string | undefined;
  headers: Record<string, unknown>;
}
type Send = (api: RunningApi, key: string, variant?: string) => Promise<Answer>;

describe('a request with an idempotency key', () => {
  let servers: TestDatabase;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let sql: pg.Client;
  let fate: Fate;
  let token: string;
  const running = new Set<RunningApi>();

  const start = async () => {
    const api = await startApi(servers.primaryUrl, folder.path);
    running.add(api);
    return api;
  };
  const answerOf = (response: Awaited<ReturnType<RunningApi['inject']>>): Answer => ({
    status: response.statusCode,
    body: response.body,
    code: /"code":"(\w+)"/.exec(response.body)?.[1],
    headers: response.headers,
  });
  const post = async (api: RunningApi, url: string, headers: Record<string, string>, payload: string | Buffer) =>
    answerOf(
      await api.inject({ method: 'POST', url, headers: { authorization: `Bearer ${token}`, ...headers }, payload }),
    );
  const create: Send = (api, key, variant = 'x') =>
    post(
      api,
      '/api/v1/cvs',
      { 'idempotency-key': key, 'content-type': 'application/json' },
      JSON.stringify({ title: key, document: { basics: { name: variant } } }),
    );
  const upload: Send = (api, key, variant = '') => {
    // A form's boundary differs each time that it is sent.
    const boundary = randomUUID();
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${key}.pdf"\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), PDF, Buffer.from(`${variant}\r\n--${boundary}--\r\n`)]);
    return post(
      api,
      '/api/v1/cvs/import',
      { 'idempotency-key': key, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    );
  };
  const count = async (text: string, value: string) =>
    Number((await sql.query<{ n: string }>(text, [value])).rows[0]!.n);
  const cvsOf = (key: string) => count('SELECT count(*) AS n FROM cvs WHERE title = $1', key);
  const jobsOf = (key: string) =>
    count(
      `SELECT count(*) AS n FROM jobs j JOIN files f ON f.id::text = j.input->>'fileId' WHERE f.name = $1`,
      `${key}.pdf`,
    );
  /** The time that a dead process' requests are kept for has passed. */
  const leasesEnd = () => sql.query('UPDATE idempotency_keys SET leased_until = now()');

  beforeAll(async () => {
    servers = await createTestDatabase();
    await migrate(servers.primaryUrl);
    folder = await temporaryFolder();
    sql = new pg.Client({ connectionString: servers.primaryUrl });
    await sql.connect();
    fate = new Fate();
    const api = await start();
    const opened = await api.inject({
      method: 'POST',
      url: '/api/v1/auth/register',
      payload: { email: 'ada@example.org', password: 'correct horse battery', name: 'Ada' },
    });
    token = opened.json<{ accessToken: string }>().accessToken;
  }, 60_000);
  afterEach(async () => {
    fate.begin();
    for (const api of running) await api.close();
    running.clear();
  });
  afterAll(async () => {
    fate.end();
    await sql.end();
    await servers.drop();
    await folder.remove();
  });

  it.each<[string, Send, (key: string) => Promise<number>, number]>([
    ['a CV is created', create, cvsOf, 201],
    ['a document is imported', upload, jobsOf, 202],
  ])(
    'has its effect once, wherever the process dies while %s',
    async (_, send, effects, status) => {
      // The session is in the cache from here on, so that each run sends the same statements.
      await send(await start(), randomUUID());
      const healthy = await start();
      fate.begin();
      expect((await send(healthy, randomUUID())).status).toBe(status);
      const { statements } = fate;
      expect(statements.filter((name) => name.startsWith('idempotency_'))).toEqual([
        'idempotency_claim',
        'idempotency_step',
        'idempotency_answer',
      ]);
      const again = await start();
      const outcomes: string[] = [];
      for (let survived = 0; survived < statements.length; survived++) {
        const key = randomUUID();
        const mortal = await start();
        fate.begin(survived);
        const cut = await send(mortal, key);
        expect(fate.dead).toBe(true);
        const already = await effects(key);
        fate.begin();
        const early = await send(again, key);
        await leasesEnd();
        const retried = await send(again, key);
        expect([statements[survived], retried.status, await effects(key)]).toEqual([statements[survived], status, 1]);
        expect((await send(again, key)).body).toBe(retried.body);
        // Who was answered before the end is answered the same after it.
        if (cut.status === status) expect(JSON.parse(retried.body)).toMatchObject(JSON.parse(cut.body) as object);
        outcomes.push(`${statements[survived]}: ${already} done, at once ${early.status}`);
      }
      // Deaths on both sides of the commit were met, and the lease kept a second run away.
      expect(outcomes.some((outcome) => outcome.includes('0 done'))).toBe(true);
      expect(outcomes.some((outcome) => outcome.includes('1 done'))).toBe(true);
      expect(outcomes.some((outcome) => outcome.includes('409'))).toBe(true);
    },
    180_000,
  );

  it('gives an account once, with the same tokens, though the process dies between account and answer', async () => {
    const register = async (api: RunningApi) =>
      answerOf(
        await api.inject({
          method: 'POST',
          url: '/api/v1/auth/register',
          headers: { 'idempotency-key': 'grace-1' },
          payload: { email: 'grace@example.org', password: 'correct horse battery', name: 'Grace' },
        }),
      );
    const mortal = await start();
    const again = await start();
    fate.begin(0);
    await register(mortal);
    for (let survived = 1; fate.dead; survived++) {
      await leasesEnd();
      fate.begin(survived);
      await register(await start());
    }
    fate.begin();
    const first = await register(again);
    expect(first.status).toBe(201);
    expect((await register(again)).body).toBe(first.body);
    expect(await count('SELECT count(*) AS n FROM users WHERE email = $1', 'grace@example.org')).toBe(1);
    expect(
      await count(
        'SELECT count(*) AS n FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1',
        'grace@example.org',
      ),
    ).toBe(1);
  }, 120_000);

  it('is done by one of two that come at the same moment', async () => {
    const [one, other] = [await start(), await start()];
    const key = randomUUID();
    const answers = await Promise.all([create(one, key), create(other, key)]);
    const statuses = answers.map((answer) => answer.status).sort();
    expect([
      [201, 201],
      [201, 409],
    ]).toContainEqual(statuses);
    expect(await cvsOf(key)).toBe(1);
    for (const { status, code, headers } of answers) {
      if (status === 409) expect([code, Number(headers['retry-after']) > 0]).toEqual(['idempotency_in_flight', true]);
    }
  });

  it('is done once though the process that had it was only frozen, and wakes up after another has done it', async () => {
    const [frozen, other] = [await start(), await start()];
    const key = randomUUID();
    await sql.query('BEGIN');
    // Its insert waits here; its key is claimed already.
    await sql.query('LOCK TABLE cvs IN SHARE MODE');
    const late = create(frozen, key);
    await waitFor(async () => (await waitingForLock()) > 0, { what: 'the insert to wait' });
    await sql.query(
      'UPDATE idempotency_keys SET lease = gen_random_uuid() WHERE id IN (SELECT id FROM idempotency_keys WHERE answer IS NULL)',
    );
    await sql.query('COMMIT');
    const refused = await late;
    expect([refused.status, refused.code]).toEqual([409, 'idempotency_in_flight']);
    expect(await cvsOf(key)).toBe(0);
    await leasesEnd();
    expect((await create(other, key)).status).toBe(201);
    expect(await cvsOf(key)).toBe(1);
  });

  const waitingForLock = async () => {
    const watcher = new pg.Client({ connectionString: servers.primaryUrl });
    await watcher.connect();
    const { rows } = await watcher.query<{ n: string }>(
      `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    await watcher.end();
    return Number(rows[0]!.n);
  };

  it('discloses nothing of itself to whoever reads the database', async () => {
    const api = await start();
    const key = `secret-${randomUUID()}`;
    await create(api, key, 'Confidential Name');
    const { rows } = await sql.query<{ row: string }>(
      `SELECT encode(id, 'escape') || encode(request_hash, 'escape') || encode(answer, 'escape') || array_to_string(steps, '|') AS row FROM idempotency_keys`,
    );
    const all = rows.map(({ row }) => row).join('\n');
    expect(all).not.toContain('Confidential');
    expect(all).not.toContain(key);
  });

  it('with another body, or another file, is refused and changes nothing', async () => {
    const api = await start();
    for (const [send, effects] of [
      [create, cvsOf],
      [upload, jobsOf],
    ] as const) {
      const key = randomUUID();
      expect((await send(api, key, 'one')).status).toBeLessThan(300);
      const other = await send(api, key, 'two');
      expect([other.status, other.code]).toEqual([422, 'idempotency_key_reused']);
      expect(await effects(key)).toBe(1);
      const same = await send(api, key, 'one');
      expect([same.headers['idempotency-replayed'], same.status < 300]).toEqual(['true', true]);
    }
  });

  it('can be mended and sent again with its key if nothing was done', async () => {
    const api = await start();
    const headers = { 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
    const bad = await post(api, '/api/v1/cvs', headers, '{"title":""}');
    expect(bad.status).toBe(422);
    expect((await post(api, '/api/v1/cvs', headers, '{"title":"mended","document":{}}')).status).toBe(201);
  });
});
