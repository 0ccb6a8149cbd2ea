export type { BreakerState } from './breaker.js';
export * from './cache.js';
export type { Clock } from './clock.js';
export type { Stored } from './codec.js';
export { Cached, CacheInvalidates, type Caching, type Concerned } from './decorators.js';
export * from './keys.js';
export { policies, type CachePolicy, type CacheType } from './policies.js';
export { tags, type CacheTag } from './tags.js';
export type { LoadContext, Source } from './source.js';
