import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { insertWebVitals, summariseWebVitals, type Database, type WebVitalEvent } from '../src/index.js';
import { migratedDatabase } from './suite.js';

describe('web vitals', () => {
  let database: Database;
  let end: () => Promise<void>;
  beforeAll(async () => {
    ({ database, end } = await migratedDatabase());
  });
  afterAll(() => end());

  it('are summed up by page, device and connection, of the last hours only', async () => {
    const at = new Date();
    const event = (change: Partial<WebVitalEvent>): WebVitalEvent => ({
      at,
      page: '/',
      metric: 'LCP',
      value: 1_000,
      device: 'desktop',
      connection: '4g',
      ...change,
    });
    const events = [
      ...[1_000, 2_000, 3_000, 4_000, 5_000].map((value) => event({ value })),
      event({ page: '/u/:slug', device: 'mobile', connection: '3g', value: 9_000 }),
      event({ metric: 'CLS', value: 0.1 }),
      event({ at: new Date(at.getTime() - 25 * 3_600_000), value: 60_000 }),
    ];
    await database.transaction(null, (handle) => insertWebVitals(handle, events));
    const summaries = await database.readPrimary('test', (handle) => summariseWebVitals(handle, 24));
    const of = (metric: string, by: string, value = '') =>
      summaries.find((row) => row.metric === metric && row.by === by && row.value === value);
    expect(of('LCP', 'all')).toMatchObject({ samples: 6, p75: 4_750, good: 2 / 6, poor: 2 / 6 });
    expect(of('LCP', 'page', '/')).toMatchObject({ samples: 5, p75: 4_000, good: 0.4, poor: 0.2 });
    expect(of('LCP', 'device', 'mobile')).toMatchObject({ samples: 1, p75: 9_000, poor: 1 });
    expect(of('LCP', 'connection', '4g')).toMatchObject({ samples: 5 });
    // A value at a threshold is on its better side, as it is when a single one is rated.
    expect(of('CLS', 'all')).toMatchObject({ samples: 1, good: 1, poor: 0 });
  });

  it('lie in the partition of their month', async () => {
    const [row] = await database.readPrimary('test', (handle) =>
      handle.query<{ strays: number }>('test_strays', 'SELECT count(*)::int AS strays FROM web_vitals_default'),
    );
    expect(row!.strays).toBeLessThanOrEqual(1);
  });
});
