import { Levers } from '@discover/queue';
import { Module } from '@nestjs/common';
import type { Redis } from 'ioredis';

import type { ApiConfig } from '../config.js';
import { API_CONFIG, CACHE_REDIS } from '../tokens.js';
import { RateCounters } from './rate-counters.js';
import { RateLimits } from './rate-limits.js';
import { RedisCounts } from './redis-counts.js';

@Module({
  providers: [
    {
      provide: RateLimits,
      inject: [API_CONFIG, CACHE_REDIS, Levers],
      useFactory: ({ limits }: ApiConfig, redis: Redis, levers: Levers) => {
        const rateLimits = new RateLimits(new RateCounters(new RedisCounts(redis)), limits);
        levers.onChange(({ rateLimitFactor }) => rateLimits.scale(rateLimitFactor));
        return rateLimits;
      },
    },
  ],
  exports: [RateLimits],
})
export class LimitsModule {}
