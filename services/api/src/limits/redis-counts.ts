import { createHash } from 'node:crypto';

import type { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';

import { WINDOW_SECONDS, type SharedCounts } from './rate-counters.js';

/** Clocks of instances differ: a count outlives its window by this many seconds. */
const SKEW_SECONDS = 10;

/** Counts of all instances in the cache's Redis. What it forgets is only counted too low. */
export class RedisCounts implements SharedCounts {
  private readonly limiter: RateLimiterRedis;

  constructor(redis: Redis) {
    this.limiter = new RateLimiterRedis({
      storeClient: redis,
      keyPrefix: 'rate',
      // Only its counting is used: what is too much depends on who asks.
      points: Number.MAX_SAFE_INTEGER,
      duration: WINDOW_SECONDS + SKEW_SECONDS,
      rejectIfRedisNotReady: true,
    });
  }

  async add(key: string, amount: number): Promise<number> {
    const { consumedPoints } = await this.limiter.penalty(hashed(key), amount);
    return consumedPoints;
  }
}

/** Who calls from where is nobody's business who can read Redis. */
function hashed(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
