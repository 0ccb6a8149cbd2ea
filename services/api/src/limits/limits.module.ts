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
      inject: [API_CONFIG, CACHE_REDIS],
      useFactory: ({ limits }: ApiConfig, redis: Redis) =>
        new RateLimits(new RateCounters(new RedisCounts(redis)), limits),
    },
  ],
  exports: [RateLimits],
})
export class LimitsModule {}
