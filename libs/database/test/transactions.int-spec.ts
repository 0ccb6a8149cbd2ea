import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ENTITIES, type Database, type Handle } from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

describe('transaction', () => {
  let database: Database;
  let end: () => Promise<void>;
  beforeAll(async () => ({ database, end } = await migratedDatabase()));
  afterAll(() => end());

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
