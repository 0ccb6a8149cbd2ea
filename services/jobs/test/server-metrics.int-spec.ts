import { Database, migrate } from '@discover/database';
import { createLogger, registry } from '@discover/telemetry';
import { createTestDatabase, startPrivateRedis, testServers, type TestDatabase } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';

import { postgresMetrics } from '../src/servers/postgres-metrics.js';
import { redisMetrics } from '../src/servers/redis-metrics.js';
import type { ServerMetrics } from '../src/servers/server-metrics.js';

const logger = createLogger('test', 'silent');
const undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** The samples of one scrape: value by series, as Prometheus would read them. */
async function scrape(): Promise<Map<string, number>> {
  const lines = (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

function started(metrics: ServerMetrics): void {
  metrics.start();
  undo.push(() => metrics.stop());
}

describe('figures of Postgres', () => {
  let servers: TestDatabase;

  function databaseWith(replicaUrl: string): Database {
    const database = new Database(
      {
        primaryUrl: servers.primaryUrl,
        replicaUrls: [replicaUrl],
        poolSize: 3,
        maxReplicaLagMs: 10_000,
        statementTimeoutMs: 10_000,
        slowQueryMs: 100,
      },
      { get: () => Promise.resolve(null), set: () => Promise.resolve() },
      logger,
    );
    undo.push(() => database.close());
    return database;
  }

  beforeEach(async () => {
    servers = await createTestDatabase();
    undo.push(() => servers.drop());
    await migrate(servers.primaryUrl);
    await servers.replicaCaughtUp();
  });

  it('are those of the primary and of its replica', async () => {
    const database = databaseWith(servers.replicaUrl);
    started(postgresMetrics(database, logger));
    const samples = await scrape();
    expect(samples.get('cv_postgres_up{server="primary"}')).toBe(1);
    expect(samples.get('cv_postgres_up{server="replica-0"}')).toBe(1);
    expect(samples.get('cv_postgres_in_recovery{server="primary"}')).toBe(0);
    expect(samples.get('cv_postgres_in_recovery{server="replica-0"}')).toBe(1);
    expect(samples.get('cv_postgres_streaming_replicas{server="primary"}')).toBeGreaterThanOrEqual(1);
    expect(samples.get('cv_postgres_replication_lag_bytes{server="primary"}')).toBeGreaterThanOrEqual(0);
    expect(samples.get('cv_postgres_connections{server="primary",state="active"}')).toBeGreaterThanOrEqual(1);
    expect(samples.get('cv_postgres_max_connections{server="primary"}')).toBeGreaterThan(10);
    expect(samples.get('cv_postgres_database_size_bytes{server="primary"}')).toBeGreaterThan(1_000_000);
    expect(samples.get('cv_postgres_start_time_seconds{server="primary"}')).toBeLessThan(Date.now() / 1_000);
    // A replica has no outbox of its own to tell of.
    expect(samples.has('cv_outbox_jobs{server="replica-0"}')).toBe(false);
    expect(samples.get('cv_outbox_jobs{server="primary"}')).toBe(0);
    expect(samples.get('cv_db_findings{code="regression"}')).toBe(0);
  });

  it('follow what happens in between two scrapes', async () => {
    const database = databaseWith(servers.replicaUrl);
    started(postgresMetrics(database, logger));
    const before = await scrape();
    await database.transaction(null, async (handle) => {
      await handle.query(
        'test_job',
        `WITH person AS (
           INSERT INTO users (email, name, password_hash, home_region) VALUES ('ada@example.org', 'Ada', 'none', 'eu') RETURNING id
         )
         INSERT INTO jobs (user_id, kind, priority, input) SELECT id, 'cv.import', 10, '{}' FROM person`,
      );
      await handle.query(
        'test_outbox_row',
        `INSERT INTO outbox (job_id, queue, name, payload, priority, created_at)
         SELECT id, 'parse', 'cv.import', '{}', 10, now() - interval '90 seconds' FROM jobs`,
      );
    });
    const after = await scrape();
    expect(after.get('cv_outbox_jobs{server="primary"}')).toBe(1);
    expect(after.get('cv_outbox_oldest_age_seconds{server="primary"}')).toBeGreaterThanOrEqual(90);
    const committed = 'cv_postgres_transactions_total{server="primary",outcome="committed"}';
    expect(after.get(committed)).toBeGreaterThanOrEqual(before.get(committed)!);
  });

  it('say of a server that does not answer that it is down, and nothing else', async () => {
    const database = databaseWith('postgres://discover:discover@127.0.0.1:1/none');
    started(postgresMetrics(database, logger));
    const samples = await scrape();
    expect(samples.get('cv_postgres_up{server="primary"}')).toBe(1);
    expect([...samples.keys()].filter((series) => /^cv_(postgres|outbox)_.*replica-0/.test(series))).toEqual([
      'cv_postgres_up{server="replica-0"}',
    ]);
    expect(samples.get('cv_postgres_up{server="replica-0"}')).toBe(0);
  });
});

describe('figures of Redis', () => {
  function connected(url: string): Redis {
    const client = new Redis(url, { enableOfflineQueue: true, maxRetriesPerRequest: 0 });
    client.on('error', () => undefined);
    undo.push(() => client.disconnect());
    return client;
  }

  it('tell the queue’s from the cache’s', async () => {
    const { redisUrl, redisCacheUrl } = testServers();
    const clients = { queue: connected(redisUrl), cache: connected(redisCacheUrl) };
    started(redisMetrics(clients, logger));
    await clients.cache.get('nobody-has-set-this');
    const samples = await scrape();
    expect(samples.get('cv_redis_up{redis="queue"}')).toBe(1);
    expect(samples.get('cv_redis_noeviction{redis="queue"}')).toBe(1);
    expect(samples.get('cv_redis_noeviction{redis="cache"}')).toBe(0);
    expect(samples.get('cv_redis_aof_enabled{redis="queue"}')).toBe(1);
    expect(samples.get('cv_redis_aof_ok{redis="queue"}')).toBe(1);
    expect(samples.get('cv_redis_memory_max_bytes{redis="cache"}')).toBe(256 * 1024 * 1024);
    expect(samples.get('cv_redis_memory_max_bytes{redis="queue"}')).toBeGreaterThan(0);
    expect(samples.get('cv_redis_keyspace_misses_total{redis="cache"}')).toBeGreaterThanOrEqual(1);
    expect(samples.get('cv_redis_clients{redis="cache",state="connected"}')).toBeGreaterThanOrEqual(1);
  });

  it('say of one that has gone that it is down, and nothing else', async () => {
    const cache = await startPrivateRedis('cache');
    undo.push(() => cache.dispose());
    const clients = { queue: connected(testServers().redisUrl), cache: connected(cache.url) };
    started(redisMetrics(clients, logger));
    expect((await scrape()).get('cv_redis_up{redis="cache"}')).toBe(1);
    await cache.server.stop();
    const samples = await scrape();
    expect([...samples.keys()].filter((series) => series.includes('redis="cache"'))).toEqual([
      'cv_redis_up{redis="cache"}',
    ]);
    expect(samples.get('cv_redis_up{redis="cache"}')).toBe(0);
    expect(samples.get('cv_redis_up{redis="queue"}')).toBe(1);
  });
});
