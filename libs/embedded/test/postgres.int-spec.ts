import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { isAlive, listProcesses, startPostgres, type EmbeddedPostgres } from '../src/index.js';
import { query, scratch, until } from './support.js';

describe('an embedded Postgres with a replica', () => {
  let place: Awaited<ReturnType<typeof scratch>>;
  let postgres: EmbeddedPostgres;
  const replicaRows = () => query<{ name: string }>(postgres.replicaUrls[0]!, 'SELECT name FROM people ORDER BY name');

  beforeAll(async () => {
    place = await scratch();
    postgres = await startPostgres(place.options);
    await query(postgres.primaryUrl, 'CREATE TABLE people (id uuid DEFAULT uuidv7(), name text)');
    await until('the table on the replica', () =>
      replicaRows().then(
        () => true,
        () => false,
      ),
    );
  }, 60_000);

  afterAll(async () => {
    await postgres.stop();
    await place.remove();
  });

  it('streams what the primary commits to the replica', async () => {
    await query(postgres.primaryUrl, `INSERT INTO people (name) VALUES ('Ada')`);
    await until('the row on the replica', async () => (await replicaRows()).length === 1);
  });

  it('refuses writes on the replica', async () => {
    await expect(query(postgres.replicaUrls[0]!, `INSERT INTO people (name) VALUES ('Eve')`)).rejects.toMatchObject({
      code: '25006',
    });
  });

  it('has the extensions that the platform uses', async () => {
    for (const extension of ['pg_stat_statements', 'pg_trgm', 'unaccent']) {
      await query(postgres.primaryUrl, `CREATE EXTENSION ${extension}`);
    }
    const [{ calls } = { calls: '0' }] = await query<{ calls: string }>(
      postgres.primaryUrl,
      'SELECT sum(calls) AS calls FROM pg_stat_statements',
    );
    expect(Number(calls)).toBeGreaterThan(0);
  });

  it('comes back after kill -9 with all that was committed, and the replica follows again', async () => {
    await query(postgres.primaryUrl, `INSERT INTO people (name) VALUES ('Grace')`);
    const { pid } = postgres.primary;
    await postgres.primary.kill();
    expect(isAlive(pid!)).toBe(false);
    await expect(query(postgres.primaryUrl, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect((await replicaRows()).map((row) => row.name)).toEqual(['Ada', 'Grace']);

    await postgres.primary.start();
    await query(postgres.primaryUrl, `INSERT INTO people (name) VALUES ('Hedy')`);
    await until('the new row on the replica', async () => (await replicaRows()).length === 3);
  }, 30_000);

  it('stops answering while it is paused, and goes on afterwards', async () => {
    postgres.primary.pause();
    await expect(query(postgres.primaryUrl, 'SELECT 1')).rejects.toThrow(/timeout/i);
    postgres.primary.resume();
    await expect(query(postgres.primaryUrl, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  }, 15_000);

  it('can be killed while it is paused', async () => {
    const replica = postgres.replicas[0]!;
    replica.pause();
    await replica.kill();
    await replica.start();
    await expect(replicaRows()).resolves.toHaveLength(3);
  }, 30_000);

  it('leaves no process after a stop, and starts on its data within 2 s', async () => {
    await postgres.stop();
    expect(listProcesses().filter(({ command }) => command.some((word) => word.startsWith(place.folder)))).toEqual([]);
    const before = Date.now();
    postgres = await startPostgres(place.options);
    expect(Date.now() - before).toBeLessThan(2_000);
    await expect(replicaRows()).resolves.toHaveLength(3);
  }, 30_000);
});
