import { INITIAL_LEVERS } from '@discover/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { changeLevers, findLevers, listLeverChanges, type Database } from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

describe('levers', () => {
  let database: Database;
  let end: () => Promise<void>;
  let userId: string;
  beforeAll(async () => {
    ({ database, end } = await migratedDatabase());
    userId = await anAccount(database);
  });
  afterAll(() => end());

  const change = (values: Parameters<typeof changeLevers>[1]['values'], reason = 'a test') =>
    database.transaction(null, (handle) => changeLevers(handle, { userId, values, reason }));
  const history = () =>
    database.readPrimary('test', (handle) => listLeverChanges(handle, { before: null, limit: 100 }));

  it('are as built at first; each change is kept with who made it and why', async () => {
    expect(await database.readPrimary('test', findLevers)).toEqual({ revision: 0, values: INITIAL_LEVERS });
    const { revision } = await change({ rateLimitFactor: 0.5, edgeCaching: false }, 'an attack');
    expect(await database.readPrimary('test', findLevers)).toEqual({
      revision,
      values: { ...INITIAL_LEVERS, rateLimitFactor: 0.5, edgeCaching: false },
    });
    const changes = await history();
    expect(changes.map(({ name, oldValue, newValue }) => [name, oldValue, newValue]).sort()).toEqual([
      ['edgeCaching', true, false],
      ['rateLimitFactor', 1, 0.5],
    ]);
    expect(changes[0]).toMatchObject({ userId, reason: 'an attack', id: revision });
  });

  it('that stay as they are leave no trace', async () => {
    const before = await change({ rateLimitFactor: 3 });
    expect(await change({ rateLimitFactor: 3 })).toEqual(before);
  });

  it('changed at the same moment by many are changed one after the other', async () => {
    const factors = Array.from({ length: 12 }, (_, index) => 2 + index / 4);
    await Promise.all(factors.map((cacheTtlFactor) => change({ cacheTtlFactor })));
    const steps = (await history()).filter(({ name }) => name === 'cacheTtlFactor').reverse();
    expect(steps.map(({ newValue }) => newValue as number).sort()).toEqual(factors.sort());
    expect(steps.slice(1).map(({ oldValue }) => oldValue)).toEqual(steps.slice(0, -1).map(({ newValue }) => newValue));
  });

  it('keep a change when who made it has gone', async () => {
    await change({ rateLimitFactor: 4 });
    await database.transaction(null, (handle) =>
      handle.query('test_gone', 'DELETE FROM users WHERE id = $1', [userId]),
    );
    expect((await history())[0]).toMatchObject({ userId: null, email: null, newValue: 4 });
  });
});
