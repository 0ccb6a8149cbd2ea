import { Client } from 'pg';

import { testServers, uniqueName } from './test-servers.js';
import { waitFor } from './wait-for.js';

export interface TestDatabase {
  readonly name: string;
  readonly primaryUrl: string;
  /** The same database on the streaming replica. */
  readonly replicaUrl: string;
  /** Resolves when the replica has all that the primary had committed at the call. */
  replicaCaughtUp(): Promise<void>;
  /** Ends the connections that are left and removes it. */
  drop(): Promise<void>;
}

/** A fresh, empty database for one suite, there on primary and replica. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { databaseUrl, databaseReplicaUrl } = testServers();
  const name = uniqueName('test');
  await query(databaseUrl, `CREATE DATABASE ${name}`);
  const database: TestDatabase = {
    name,
    primaryUrl: withDatabase(databaseUrl, name),
    replicaUrl: withDatabase(databaseReplicaUrl, name),
    replicaCaughtUp: () => replicaCaughtUp(databaseUrl, databaseReplicaUrl),
    drop: async () => {
      await query(databaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
  await database.replicaCaughtUp();
  return database;
}

/** Resolves when the replica has replayed the primary's present write-ahead log. */
export async function replicaCaughtUp(primaryUrl: string, replicaUrl: string): Promise<void> {
  const [position] = await query<{ lsn: string }>(primaryUrl, 'SELECT pg_current_wal_flush_lsn()::text AS lsn');
  const sql = `SELECT pg_last_wal_replay_lsn() >= '${position!.lsn}'::pg_lsn AS reached`;
  await withClient(replicaUrl, (client) =>
    waitFor(async () => (await client.query<{ reached: boolean }>(sql)).rows[0]?.reached, {
      what: `the replica to replay ${position!.lsn}`,
      intervalMs: 5,
    }),
  );
}

async function query<R extends object>(url: string, sql: string): Promise<R[]> {
  return withClient(url, async (client) => (await client.query<R>(sql)).rows);
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
