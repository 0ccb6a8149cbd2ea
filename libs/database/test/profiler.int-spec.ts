import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { withCorrelation } from '@discover/telemetry';

import {
  Database,
  findQueryStatistics,
  findRegressions,
  findSlowQueries,
  readDatabaseHealth,
  type Handle,
} from '../src/index.js';
import { bucketOf } from '../src/profiler/histogram.js';
import { storeProfile } from '../src/profiler/store-profile.js';
import type { StatementFigures } from '../src/profiler/statement-profile.js';
import { MemoryTokens, migratedDatabase, POSTGRES, silent } from './suite.js';

let database: Database;
let primaryUrl: string;
let end: () => Promise<void>;

beforeAll(async () => {
  const made = await migratedDatabase();
  ({ database, end } = made);
  ({ primaryUrl } = made.servers);
});
afterAll(() => end());
beforeEach(() =>
  write((handle) => handle.query('test_clear', 'TRUNCATE query_releases, query_statistics, slow_statements CASCADE')),
);

function write<T>(work: (handle: Handle) => Promise<T>): Promise<T> {
  return database.transaction(null, work);
}

function read<T>(work: (handle: Handle) => Promise<T>): Promise<T> {
  return database.readPrimary('test', work);
}

/** As one process stores it that ran `query` so often, each run taking so long. */
function figures(query: string, calls: number, ms: number, more: Partial<StatementFigures> = {}): StatementFigures {
  const buckets = Array.from({ length: bucketOf(ms) + 1 }, (_, bucket) => (bucket === bucketOf(ms) ? calls : 0));
  return {
    query,
    server: 'primary',
    calls,
    slow: 0,
    totalMs: calls * ms,
    maxMs: ms,
    repeatedRequests: 0,
    mostRepeats: 0,
    buckets,
    text: null,
    runs: [],
    ...more,
  };
}

describe('statistics of statements', () => {
  it('are those of all processes', async () => {
    const run = { at: Date.now(), durationMs: 150, rows: 3, waited: true, sqlstate: null, requestId: 'request-1' };
    await write((handle) =>
      storeProfile(handle, { service: 'api', release: 'r1' }, [figures('cv_find', 90, 1), figures('cv_list', 1, 2)]),
    );
    await write((handle) =>
      storeProfile(handle, { service: 'parser', release: 'r1' }, [
        figures('cv_find', 10, 200, { slow: 10, text: 'SELECT 1', runs: [run] }),
      ]),
    );
    await write((handle) =>
      storeProfile(handle, { service: 'api', release: 'r1' }, [
        figures('cv_find', 100, 1, { repeatedRequests: 2, mostRepeats: 30 }),
      ]),
    );
    const statistics = await read((handle) => findQueryStatistics(handle, { hours: 2 }));
    expect(statistics.map(({ query }) => query)).toEqual(['cv_find', 'cv_list']);
    const [cvFind] = statistics;
    expect(cvFind).toMatchObject({
      server: 'primary',
      services: ['api', 'parser'],
      calls: 200,
      totalMs: 2_190,
      meanMs: 10.95,
      maxMs: 200,
      slow: 10,
      repeatedRequests: 2,
      mostRepeats: 30,
    });
    expect(cvFind!.p50Ms).toBeGreaterThan(0.75);
    expect(cvFind!.p50Ms).toBeLessThan(1.1);
    expect(cvFind!.p99Ms).toBeGreaterThan(150);
    expect(cvFind!.p99Ms).toBeLessThanOrEqual(200);
    expect(await read((handle) => findQueryStatistics(handle, { hours: 2, release: 'r2' }))).toEqual([]);
    expect(await read((handle) => findQueryStatistics(handle, { hours: 2, limit: 1 }))).toHaveLength(1);
  });

  it('tell of a process’s own statements, also by when it has ended, and never of their values', async () => {
    const process = new Database(
      { ...POSTGRES, slowQueryMs: 20, primaryUrl, replicaUrls: [] },
      new MemoryTokens(),
      silent,
    );
    await process.start();
    await withCorrelation({ requestId: 'request-2' }, async () => {
      await process.readPrimary('test', (handle) =>
        handle.query('test_sleep', 'SELECT pg_sleep($1), $2::text', [0.03, 'a secret']),
      );
      const failed = process.transaction(null, (handle) =>
        handle.query('test_fail', 'SELECT 1 / $1::int, pg_sleep(0.03)', [0]),
      );
      await expect(failed).rejects.toThrow('division by zero');
      const many = async (handle: Handle) => {
        for (let n = 0; n < 12; n++) await handle.query('test_many', 'SELECT $1::int', [n]);
      };
      await process.readPrimary('test', many);
    });
    await process.close();
    const statistics = new Map(
      (await read((handle) => findQueryStatistics(handle, { hours: 1 }))).map((row) => [row.query, row]),
    );
    expect(statistics.get('test_sleep')).toMatchObject({ calls: 1, slow: 1, services: ['unknown'] });
    expect(statistics.get('test_many')).toMatchObject({ calls: 12, repeatedRequests: 1, mostRepeats: 12 });
    expect(statistics.get('begin')).toMatchObject({ calls: 1 });
    // On a busy machine others may have been slow too.
    const slow = (await read((handle) => findSlowQueries(handle, { limit: 10 }))).find(
      ({ query }) => query === 'test_sleep',
    );
    expect(slow).toMatchObject({ text: 'SELECT pg_sleep($1), $2::text', slow: 1, calls: 1, plan: null, advice: [] });
    expect(slow!.slowest).toMatchObject({
      server: 'primary',
      rows: 1,
      waited: false,
      sqlstate: null,
      requestId: 'request-2',
    });
    const stored = await read((handle) =>
      handle.query(
        'test_all',
        'SELECT to_json(s)::text || to_json(q)::text AS text FROM slow_statements s JOIN slow_queries q USING (query)',
      ),
    );
    expect(JSON.stringify(stored)).not.toContain('a secret');
  });
});

describe('regressions', () => {
  const seen = (release: string, hoursAgo: number) =>
    write((handle) =>
      handle.query(
        'test_seen',
        `UPDATE query_releases SET first_at = now() - $2 * interval '1 hour' WHERE release = $1`,
        [release, hoursAgo],
      ),
    );
  const stored = async (release: string, hoursAgo: number, all: StatementFigures[]) => {
    await write((handle) => storeProfile(handle, { service: 'api', release }, all));
    await seen(release, hoursAgo);
  };

  it('are what is slower than in the release before, by enough and often enough', async () => {
    await stored('r1', 90, [figures('worse', 1_000, 1)]);
    await stored('r2', 50, [
      figures('worse', 1_000, 10),
      figures('same', 1_000, 10),
      figures('tiny', 1_000, 0.5),
      figures('seldom', 20, 10),
      figures('gone', 1_000, 1),
    ]);
    await stored('r3', 10, [
      figures('worse', 1_000, 30),
      figures('same', 1_000, 11),
      figures('tiny', 1_000, 2),
      figures('seldom', 20, 90),
      figures('new', 1_000, 100),
    ]);
    const regressions = await read((handle) => findRegressions(handle));
    expect(regressions.map(({ query }) => query)).toEqual(['worse']);
    expect(regressions[0]).toMatchObject({ release: 'r3', previousRelease: 'r2', calls: 1_000, previousCalls: 1_000 });
    expect(regressions[0]!.ratio).toBeGreaterThan(2);
    // As told: of another release.
    const earlier = await read((handle) => findRegressions(handle, { release: 'r2' }));
    expect(earlier).toEqual([expect.objectContaining({ query: 'worse', release: 'r2', previousRelease: 'r1' })]);
  });

  it('are none without a release before', async () => {
    await stored('r1', 1, [figures('worse', 1_000, 30)]);
    expect(await read((handle) => findRegressions(handle))).toEqual([]);
  });
});

describe('health of the database', () => {
  it('is told by the server', async () => {
    const health = await read((handle) => readDatabaseHealth(handle));
    expect(health).toMatchObject({ inRecovery: false, lockWaits: 0, longRunning: [] });
    expect(health.connections.max).toBeGreaterThan(0);
    expect(health.cacheHitRatio).toBeGreaterThan(0);
    expect(health.replicas).toEqual([expect.objectContaining({ state: 'streaming' })]);
  });
});
