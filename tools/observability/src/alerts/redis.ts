import { counter, grow, hold, restarted, spike, type Alert } from './alert.js';

const data = { team: 'data' } as const;
const lookups = (hits: string, misses: string) => ({
  'cv_cache_requests_total{service="api", type="cv", result="l1"}': hits,
  'cv_cache_requests_total{service="api", type="cv", result="miss"}': misses,
});
const redis = (metric: string, samples: string, which = 'queue') => ({
  [`${metric}{service="jobs", redis="${which}"}`]: samples,
});

export const cacheAlerts: readonly Alert[] = [
  {
    ...data,
    name: 'CacheHitsLow',
    expr: `discover:cache_hits:rate5m < 0.7 * discover:cache_requests:rate5m
and discover:cache_requests:rate5m > 1`,
    for: '10m',
    severity: 'warning',
    priority: 'P3',
    problem: 'cache-hits',
    summary: 'Fewer than 70 % of the look-ups are answered by the cache',
    description: 'Only {{ $value | humanize }} look-ups a second are hits; the database answers the others.',
    dashboard: 'cache',
    test: {
      fires: lookups(grow(60), grow(60)),
      quiet: {
        'a short spike': lookups(grow(120), counter([5, 30], [200, 3], [5, 57])),
        'low traffic': lookups(hold(0), grow(10)),
        'a counter reset': lookups(restarted(90), restarted(30)),
      },
    },
  },
  {
    ...data,
    name: 'CacheBreakerOpen',
    expr: `sum by (service) (cv_cache_breaker_open) > 0`,
    for: '5m',
    severity: 'warning',
    priority: 'P3',
    problem: 'cache-breaker',
    summary: '{{ $labels.service }} does without the shared cache',
    description: 'In {{ $value }} processes the breaker has been open for 5 minutes.',
    dashboard: 'cache',
    test: {
      fires: { 'cv_cache_breaker_open{service="api", instance="a"}': hold(1) },
      quiet: { 'a short spike': { 'cv_cache_breaker_open{service="api", instance="a"}': spike(0, 1, 3) } },
    },
  },
];

export const redisAlerts: readonly Alert[] = [
  {
    ...data,
    name: 'RedisQueueDown',
    expr: `max(cv_redis_up{redis="queue"}) == 0`,
    for: '1m',
    severity: 'critical',
    priority: 'P1',
    problem: 'redis-queue',
    summary: 'The queue’s Redis does not answer',
    description: 'Work is accepted and kept in Postgres, and waits; what people wait for at once fails.',
    dashboard: 'redis',
    test: {
      fires: redis('cv_redis_up', hold(0)),
      quiet: {
        'a short spike': redis('cv_redis_up', spike(1, 0, 1)),
        'what is normal': redis('cv_redis_up', hold(0), 'cache'),
      },
    },
  },
  {
    ...data,
    name: 'RedisCacheDown',
    expr: `max(cv_redis_up{redis="cache"}) == 0`,
    for: '2m',
    severity: 'warning',
    priority: 'P2',
    problem: 'redis-cache',
    summary: 'The cache’s Redis does not answer',
    description: 'Everything works, slower: each process has its own cache only, and Postgres the load.',
    dashboard: 'redis',
    test: {
      fires: redis('cv_redis_up', hold(0), 'cache'),
      quiet: { 'a short spike': redis('cv_redis_up', spike(1, 0, 1), 'cache') },
    },
  },
  {
    ...data,
    name: 'RedisQueueEvicts',
    expr: `min(cv_redis_noeviction{redis="queue"}) == 0`,
    for: '1m',
    severity: 'critical',
    priority: 'P2',
    problem: 'redis-policy',
    audible: true,
    summary: 'The queue’s Redis would drop jobs',
    description: 'Its `maxmemory-policy` is not noeviction, so services report «not ready».',
    dashboard: 'redis',
    test: {
      fires: redis('cv_redis_noeviction', hold(0)),
      quiet: {
        'a short spike': redis('cv_redis_noeviction', spike(1, 0, 1)),
        'what is normal': redis('cv_redis_noeviction', hold(0), 'cache'),
      },
    },
  },
  {
    ...data,
    name: 'RedisQueueNotPersistent',
    expr: `min(cv_redis_aof_enabled{redis="queue"}) == 0
or min(cv_redis_aof_ok{redis="queue"}) == 0`,
    for: '5m',
    severity: 'critical',
    priority: 'P2',
    problem: 'redis-persistence',
    audible: true,
    summary: 'The queue’s Redis does not keep what it is given',
    description:
      'The append-only file is off, or could not be written: after a restart jobs come back only by the reconciler.',
    dashboard: 'redis',
    test: {
      fires: { ...redis('cv_redis_aof_enabled', hold(1)), ...redis('cv_redis_aof_ok', hold(0)) },
      quiet: {
        'a short spike': { ...redis('cv_redis_aof_enabled', hold(1)), ...redis('cv_redis_aof_ok', spike(1, 0, 3)) },
        'what is normal': redis('cv_redis_aof_enabled', hold(0), 'cache'),
      },
    },
  },
  {
    ...data,
    name: 'RedisMemoryHigh',
    expr: `max by (redis) (cv_redis_memory_used_bytes{redis="queue"} / cv_redis_memory_max_bytes) > 0.85`,
    for: '5m',
    severity: 'warning',
    priority: 'P2',
    problem: 'redis-memory',
    summary: 'The queue’s Redis uses more than 85 % of its memory',
    description: '{{ $value | humanizePercentage }}; at 100 % it refuses jobs, which then wait in the outbox.',
    dashboard: 'redis',
    test: {
      fires: { ...redis('cv_redis_memory_used_bytes', hold(90)), ...redis('cv_redis_memory_max_bytes', hold(100)) },
      quiet: {
        'a short spike': {
          ...redis('cv_redis_memory_used_bytes', spike(20, 90, 3)),
          ...redis('cv_redis_memory_max_bytes', hold(100)),
        },
        'what is normal': {
          ...redis('cv_redis_memory_used_bytes', hold(99), 'cache'),
          ...redis('cv_redis_memory_max_bytes', hold(100), 'cache'),
        },
      },
    },
  },
  {
    ...data,
    name: 'RedisConnectionsHigh',
    expr: `max by (redis) (cv_redis_clients{state="connected"}) > 0.75 * max by (redis) (cv_redis_max_clients)`,
    for: '5m',
    severity: 'warning',
    priority: 'P3',
    problem: 'redis-connections',
    summary: 'The {{ $labels.redis }}’s Redis has more than 75 % of its connections in use',
    description: '{{ $value }} connections.',
    dashboard: 'redis',
    test: {
      fires: {
        'cv_redis_clients{service="jobs", redis="queue", state="connected"}': hold(8_000),
        ...redis('cv_redis_max_clients', hold(10_000)),
      },
      quiet: {
        'a short spike': {
          'cv_redis_clients{service="jobs", redis="queue", state="connected"}': spike(100, 8_000, 3),
          ...redis('cv_redis_max_clients', hold(10_000)),
        },
      },
    },
  },
];
