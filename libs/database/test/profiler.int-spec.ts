import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  findQueryStatistics,
  findRegressions,
  findSlowQueries,
  readDatabaseHealth,
  type Database,
} from '../src/index.js';
import { migratedDatabase } from './suite.js';

describe('the profile of statements', () => {
  let database: Database;
  let end: () => Promise<void>;

  beforeAll(async () => ({ database, end } = await migratedDatabase()));
  afterAll(() => end());

  it('is empty at first', async () => {
    await database.readPrimary('test', async (handle) => {
      expect(await findQueryStatistics(handle, { hours: 24 })).toEqual([]);
      expect(await findSlowQueries(handle, { limit: 10 })).toEqual([]);
      expect(await findRegressions(handle)).toEqual([]);
    });
  });

  it('has the health of the server beside it', async () => {
    const health = await database.readPrimary('test', (handle) => readDatabaseHealth(handle));
    expect(health).toMatchObject({ inRecovery: false, lockWaits: 0, longRunning: [] });
    expect(health.connections.max).toBeGreaterThan(0);
    expect(health.cacheHitRatio).toBeGreaterThan(0);
    expect(health.replicas).toEqual([expect.objectContaining({ state: 'streaming' })]);
  });
});
