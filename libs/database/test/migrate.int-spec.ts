import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@discover/testing';
import { Client } from 'pg';

import { migrate, NewerSchemaError } from '../src/index.js';

describe('migrate', () => {
  let servers: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    servers = await createTestDatabase();
    client = new Client({ connectionString: servers.primaryUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await servers.drop();
  });

  const tables = async () => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE '%\\_p%' ORDER BY 1`,
    );
    return rows.map((row) => row.name);
  };

  it('runs each migration once, though two deployments start at the same moment', async () => {
    const [first, second] = await Promise.all([migrate(servers.primaryUrl), migrate(servers.primaryUrl)]);
    expect([first.length, second.length].sort()).toEqual([0, 1]);
    expect(await tables()).toEqual([
      'cv_readings',
      'cv_versions',
      'cvs',
      'files',
      'jobs',
      'migrations',
      'outbox',
      'sessions',
      'users',
    ]);
  });

  it('has documents partitioned by person from the start', async () => {
    const { rows } = await client.query<{ parent: string; partitions: number }>(
      `SELECT inhparent::regclass::text AS parent, count(*)::int AS partitions FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE relkind = 'r' GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { parent: 'cv_readings', partitions: 16 },
      { parent: 'cv_versions', partitions: 16 },
      { parent: 'cvs', partitions: 16 },
    ]);
  });

  it('takes a migration back and runs it again', async () => {
    expect(await migrate(servers.primaryUrl, 'down')).toHaveLength(1);
    expect(await tables()).toEqual(['migrations']);
    expect(await migrate(servers.primaryUrl)).toHaveLength(1);
  });

  it('refuses a database that a newer release has migrated', async () => {
    await client.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
    await expect(migrate(servers.primaryUrl)).rejects.toThrow(NewerSchemaError);
  });
});
