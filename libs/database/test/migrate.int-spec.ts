import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@discover/testing';
import { Client } from 'pg';

import { awaitSchema, migrate, NewerSchemaError } from '../src/index.js';
import { MIGRATIONS } from '../src/migrations/index.js';

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

  it('lets a service wait for the server and for the schema, and for nothing once they are there', async () => {
    const reasons: string[] = [];
    // The tables are made by what is waited for itself: no other moment is sure to be after the first look.
    await awaitSchema(servers.primaryUrl, (reason) => {
      reasons.push(reason);
      void migrate(servers.primaryUrl);
    });
    expect(reasons[0]).toBe(`${MIGRATIONS.length} migrations are missing`);
    await awaitSchema(servers.primaryUrl, () => {
      throw new Error('there was nothing to wait for');
    });
    for (const _ of MIGRATIONS) await migrate(servers.primaryUrl, 'down');
    await client.query('DROP TABLE migrations');
  });

  it('runs each migration once, though two deployments start at the same moment', async () => {
    const [first, second] = await Promise.all([migrate(servers.primaryUrl), migrate(servers.primaryUrl)]);
    expect([...first, ...second]).toEqual(MIGRATIONS.map((migration) => migration.name));
    expect([first.length, second.length]).toContain(0);
    expect(await tables()).toEqual(expect.arrayContaining(['cv_versions', 'cvs', 'jobs', 'migrations', 'users']));
  });

  it('has documents partitioned by person from the start', async () => {
    const { rows } = await client.query<{ parent: string; partitions: number }>(
      `SELECT inhparent::regclass::text AS parent, count(*)::int AS partitions FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE relkind = 'r' GROUP BY 1 ORDER BY 1`,
    );
    for (const parent of ['cv_readings', 'cv_translations', 'cv_versions', 'cvs'])
      expect(rows).toContainEqual({ parent, partitions: 16 });
  });

  it('takes every migration back, one by one, and runs them again', async () => {
    const before = await tables();
    for (const migration of MIGRATIONS.toReversed())
      expect(await migrate(servers.primaryUrl, 'down')).toEqual([migration.name]);
    expect(await tables()).toEqual(['migrations']);
    expect(await migrate(servers.primaryUrl)).toHaveLength(MIGRATIONS.length);
    expect(await tables()).toEqual(before);
  });

  it('refuses a database that a newer release has migrated', async () => {
    await client.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
    await expect(migrate(servers.primaryUrl)).rejects.toThrow(NewerSchemaError);
    // A service of the older release still starts: migrations only add.
    await awaitSchema(servers.primaryUrl, () => {
      throw new Error('there was nothing to wait for');
    });
  });
});
