import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Pool } from 'pg';

import { handleOf } from '../src/handle.js';
import { ENTITIES, QueryProfiler, type Database, type Handle } from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

describe('transaction', () => {
  let database: Database;
  let end: () => Promise<void>;
  let pool: Pool;
  beforeAll(async () => {
    const made = await migratedDatabase();
    ({ database, end } = made);
    pool = new Pool({ connectionString: made.servers.primaryUrl });
  });
  afterAll(async () => {
    await pool.end();
    await end();
  });

  const rename = (handle: Handle, id: string, name: string) =>
    handle.query('test_rename', 'UPDATE users SET name = $2 WHERE id = $1', [id, name]);
  const nameOf = (id: string) =>
    database.readPrimary(
      'test',
      async (handle) =>
        (await handle.query<{ name: string }>('test_name', 'SELECT name FROM users WHERE id = $1', [id]))[0]?.name,
    );

  it('takes everything back when its work fails', async () => {
    const id = await anAccount(database);
    const failing = database.transaction(id, async (handle) => {
      await rename(handle, id, 'changed');
      throw new Error('second thoughts');
    });
    await expect(failing).rejects.toThrow('second thoughts');
    expect(await nameOf(id)).toBe('Test');
  });

  it('sends no change, and tells of nothing that it read, if it has not begun', async () => {
    const id = await anAccount(database);
    const profile = new QueryProfiler(100).server('test');
    const handle = handleOf(null as never, pool, profile, Promise.reject(new Error('not begun')));
    await expect(rename(handle, id, 'changed')).rejects.toThrow('not begun');
    await expect(handle.query('test_read', 'SELECT 1')).rejects.toThrow('not begun');
    await expect(handle.profileQuery('test_work', () => rename(handle, id, 'changed'))).rejects.toThrow('not begun');
    expect(await nameOf(id)).toBe('Test');
  });

  it('keeps the plans of what a person does, and leaves it to Postgres for everything else', async () => {
    const mode = async (handle: Handle) =>
      (await handle.query<{ plan_cache_mode: string }>('test_mode', 'SHOW plan_cache_mode'))[0]?.plan_cache_mode;
    expect(await database.transaction(await anAccount(database), mode)).toBe('force_generic_plan');
    expect(await database.transaction(null, mode)).toBe('auto');
    expect(await database.readPrimary('test', mode)).toBe('auto');
  });

  it('runs the loser of a deadlock again until both have happened', async () => {
    const [a, b] = [await anAccount(database), await anAccount(database)];
    let runs = 0;
    const meeting = Promise.withResolvers<undefined>();
    const both = (first: string, second: string, name: string) =>
      database.transaction(null, async (handle) => {
        await rename(handle, first, name);
        // Only the first two runs meet, each holding what the other wants next.
        if (++runs === 2) meeting.resolve(undefined);
        if (runs <= 2) await meeting.promise;
        await rename(handle, second, name);
      });
    await Promise.all([both(a, b, 'one'), both(b, a, 'two')]);
    expect(runs).toBe(3);
    expect(await nameOf(a)).toBe(await nameOf(b));
  });

  it.each(ENTITIES.map((entity) => [entity.name, entity] as const))(
    'finds every column that the entity %s names',
    async (_name, entity) => {
      await expect(
        database.readPrimary('test', (handle) => handle.manager.find(entity as never, { take: 1 })),
      ).resolves.toEqual(expect.any(Array));
    },
  );
});
