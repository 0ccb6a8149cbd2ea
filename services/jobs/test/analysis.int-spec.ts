import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  countFindings,
  Database,
  findFindings,
  findSlowQueries,
  migrate,
  type KnownFinding,
  type SlowQuery,
} from '@discover/database';
import { createLogger, withCorrelation } from '@discover/telemetry';
import { createTestDatabase, type TestDatabase } from '@discover/testing';

import { FindingsService } from '../src/analysis/findings.service.js';
import { PlansService } from '../src/analysis/plans.service.js';

const SEARCH = 'SELECT id FROM letters WHERE kind = $1 AND sent_at > $2 ORDER BY id';
const REQUESTS = 12;

let servers: TestDatabase;
let database: Database;

beforeAll(async () => {
  servers = await createTestDatabase();
  await migrate(servers.primaryUrl);
  await prepare([
    'CREATE TABLE letters (id int PRIMARY KEY, kind text, sent_at timestamptz, text text)',
    `INSERT INTO letters SELECT n, 'kind' || n % 10, now(), repeat('x', 40) || n FROM generate_series(1, 60000) n`,
    'CREATE INDEX letters_unused ON letters (text, kind)',
    'CREATE TABLE cards (id int, kind text) PARTITION BY HASH (id)',
    'CREATE TABLE cards_0 PARTITION OF cards FOR VALUES WITH (MODULUS 2, REMAINDER 0)',
    'CREATE TABLE cards_1 PARTITION OF cards FOR VALUES WITH (MODULUS 2, REMAINDER 1)',
    'CREATE TABLE passing (id int)',
    // Else the server may hear of the new rows only after it has analysed them, and takes them for changes since.
    'SELECT pg_stat_force_next_flush()',
    'ANALYZE letters, cards',
  ]);
  database = databaseThatKeeps(1, [servers.replicaUrl]);
  await database.start();
}, 60_000);
afterAll(async () => {
  await database.close();
  await servers.drop();
});

function databaseThatKeeps(slowQueryMs: number, replicaUrls: string[] = []): Database {
  const limits = { poolSize: 3, maxReplicaLagMs: 10_000, statementTimeoutMs: 10_000 };
  return new Database(
    { primaryUrl: servers.primaryUrl, replicaUrls, slowQueryMs, ...limits },
    { get: () => Promise.resolve(null), set: () => Promise.resolve() },
    createLogger('test', 'silent'),
  );
}

/** By a database of its own, so that it is no part of what is analysed. */
async function prepare(statements: readonly string[]): Promise<void> {
  const apart = databaseThatKeeps(60_000);
  for (const text of statements)
    await apart.transaction(null, (handle) => handle.query('test_prepare', text, [], { prepare: false }));
  await apart.close();
}

function run(name: string, text: string, values: unknown[] = []): Promise<unknown[]> {
  return database.readPrimary('test', (handle) => handle.query(name, text, values));
}

async function slowQuery(query: string): Promise<SlowQuery> {
  const queries = await database.readPrimary('test', (handle) => findSlowQueries(handle, { limit: 100 }));
  return queries.find((slow) => slow.query === query)!;
}

async function findings(): Promise<Map<string, KnownFinding>> {
  const found = await database.readPrimary('test', (handle) => findFindings(handle));
  return new Map(found.map((finding) => [`${finding.code} ${finding.subject}`, finding]));
}

/** The primary does not know of it. */
async function useIndexOnReplica(): Promise<void> {
  const seen = await database.inspect(async (handle) => {
    const [server] = await handle.query<{ replica: boolean }>('test_server', 'SELECT pg_is_in_recovery() AS replica');
    if (server!.replica) await handle.query('test_use', `SELECT count(*) FROM letters WHERE text = 'x'`);
    await handle.query('test_tell', 'SELECT pg_stat_force_next_flush()');
    return server!.replica;
  }, 10_000);
  expect(Object.fromEntries(seen)).toEqual({ primary: false, 'replica-0': true });
}

describe('plans of slow statements', () => {
  it('are taken with advice, and not again before the statement was slow again', async () => {
    const plans = new PlansService(database);
    for (let n = 0; n < REQUESTS; n++) {
      await withCorrelation({ requestId: `request-${n}` }, async () => {
        await run('letter_search', SEARCH, ['kind1', new Date(0)]);
        for (let id = 0; id < 11; id++) await run('letter_find', 'SELECT text FROM letters WHERE id = $1', [id]);
      });
    }
    await run('card_search', 'SELECT pg_sleep(0.01) UNION ALL SELECT NULL FROM cards WHERE kind = $1', ['x']);
    await database.flushProfile();
    expect(await plans.planSlow()).toBeGreaterThanOrEqual(2);

    const search = await slowQuery('letter_search');
    expect(search).toMatchObject({ text: SEARCH, slow: REQUESTS, planError: null });
    expect(search.plannedAt).toBeInstanceOf(Date);
    expect(JSON.stringify(search.plan)).toContain('Seq Scan');
    expect(search.advice).toEqual([
      { code: 'sequential_scan', table: 'letters', rows: 60_000 },
      { code: 'missing_index', table: 'letters', columns: ['kind', 'sent_at'] },
    ]);
    expect((await slowQuery('card_search')).advice).toEqual([
      { code: 'all_partitions', table: 'cards', partitions: 2 },
    ]);
    expect(await plans.planSlow()).toBe(0);
  });

  it('are none of what has none, or of what names what is gone, which stops nobody', async () => {
    await run('passing_count', 'SELECT count(*), pg_sleep(0.01) FROM passing');
    await run('two_at_once', `SELECT pg_sleep(0.01), ';'`);
    await database.transaction(null, (handle) =>
      handle.profileQuery('piece_of_work', () => handle.query('test_sleep', 'SELECT pg_sleep(0.01)')),
    );
    await prepare(['DROP TABLE passing']);
    await database.flushProfile();
    await new PlansService(database).planSlow();
    expect(await slowQuery('passing_count')).toMatchObject({ plan: null, planError: '42P01', advice: [] });
    expect(await slowQuery('two_at_once')).toMatchObject({ plan: null, planError: null, plannedAt: expect.any(Date) });
    expect(await slowQuery('piece_of_work')).toMatchObject({ text: null, plan: null, plannedAt: expect.any(Date) });
    expect(JSON.stringify((await slowQuery('test_sleep')).plan)).toContain('Result');
  });
});

describe('findings', () => {
  const service = () => new FindingsService(database);

  it('are what requests repeat, what is slow, and indexes that no server uses', async () => {
    expect(await service().find()).toBeGreaterThanOrEqual(3);
    const found = await findings();
    expect(found.get('repeated letter_find')?.details).toMatchObject({ most: 11 });
    expect(found.get('slow_statement letter_search')?.details).toMatchObject({
      calls: REQUESTS,
      slow: REQUESTS,
      advice: ['sequential_scan', 'missing_index'],
    });
    // An index is told when it was not used for a week.
    expect(found.has('unused_index letters_unused')).toBe(false);
    await prepare([`UPDATE performance_findings SET first_at = first_at - interval '8 days'`]);
    const later = await findings();
    expect(later.get('unused_index letters_unused')?.details).toMatchObject({ table: 'letters' });
    const counts = await database.readPrimary('test', countFindings);
    expect(counts).toEqual({ regression: 0, repeated: 1, unused_index: 1, slow_statement: expect.any(Number) });
  });

  it('go on as long as they hold, and end then', async () => {
    const before = (await findings()).get('repeated letter_find');
    await service().find();
    expect((await findings()).get('repeated letter_find')).toMatchObject({ firstAt: before!.firstAt });
    await useIndexOnReplica();
    await prepare(['TRUNCATE query_statistics']);
    await service().find();
    const after = await findings();
    expect([...after.keys()].filter((key) => /^(repeated|slow_statement|unused_index)/.test(key))).toEqual([]);
  });
});

describe('profiles', () => {
  it('are removed after thirty days', async () => {
    await run('letter_old', 'SELECT pg_sleep(0.01)');
    await database.flushProfile();
    await prepare([
      `UPDATE query_statistics SET hour = hour - interval '31 days' WHERE query = 'letter_old'`,
      `UPDATE slow_queries SET at = at - interval '31 days' WHERE query = 'letter_old'`,
      `UPDATE slow_statements SET last_at = last_at - interval '31 days' WHERE query = 'letter_old'`,
      `INSERT INTO query_releases VALUES ('old', now() - interval '40 days', now() - interval '31 days')`,
    ]);
    const service = new FindingsService(database);
    expect(await service.purge()).toBe(2);
    expect(await service.purge()).toBe(0);
    expect(await run('test_left', `SELECT release FROM query_releases WHERE release = 'old'`)).toEqual([]);
    expect(await run('test_left_statement', `SELECT query FROM slow_statements WHERE query = 'letter_old'`)).toEqual(
      [],
    );
    expect(await run('test_kept', `SELECT query FROM slow_statements WHERE query = 'letter_search'`)).toHaveLength(1);
  });
});
