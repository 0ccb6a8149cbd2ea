import { createLogger, identity, metrics, startMetrics } from '@discover/telemetry';
import { testRedis, waitFor } from '@discover/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';

import { FigureBoard, FigurePublisher, totalsOf, type ProcessFigures } from '../src/index.js';

const logger = createLogger('test', 'silent');

describe('live figures', () => {
  beforeAll(() => startMetrics('test', 'test'));

  let redis: Redis;
  let prefix: string;
  let board: FigureBoard;
  beforeEach(() => {
    const test = testRedis('figures');
    prefix = test.prefix;
    redis = new Redis(test.url);
    board = new FigureBoard({ redis, prefix });
  });
  afterEach(() => redis.disconnect());

  it('of a process are there as long as it lives', async () => {
    metrics.cacheRequests.inc({ type: 'cv', result: 'l1' }, 3);
    const publisher = new FigurePublisher({ redis, prefix, logger });
    publisher.start();
    const [figures] = await waitFor(
      async () => {
        const all = await board.read();
        return all.length === 1 && all;
      },
      { what: 'the first figures' },
    );
    expect(figures).toMatchObject({ ...identity(), instance: publisher.instance });
    expect(figures!.memory.used).toBeGreaterThan(0);
    expect(figures!.cpu.limit).toBeGreaterThan(0);
    expect(totalsOf([figures!], 'cv_cache_requests_total', ['type'])).toMatchObject([
      { labels: { type: 'cv' }, value: 3 },
    ]);
    await publisher.stop();
    expect(await board.read()).toEqual([]);
  });

  it('of a process that died are forgotten', async () => {
    const figures = (instance: string) => ({ service: 'test', instance, families: {} }) as ProcessFigures;
    await board.put(figures('a'));
    await board.put(figures('b'));
    expect((await board.read()).map(({ instance }) => instance)).toEqual(['a', 'b']);
    const [seconds] = await Promise.all([redis.ttl(`${prefix}:figures:a`), redis.del(`${prefix}:figures:b`)]);
    expect(seconds).toBeGreaterThan(25);
    expect((await board.read()).map(({ instance }) => instance)).toEqual(['a']);
    await redis.zadd(`${prefix}:figures`, Date.now() - 1, 'a', Date.now() - 1, 'b');
    await board.put(figures('c'));
    expect(await redis.zrange(`${prefix}:figures`, 0, -1)).toEqual(['c']);
  });
});
