import { bars, figure, graph, table, type Dashboard } from './dashboard.js';
import { each, perSecond } from './per-server.js';

/** Types whose source is a query. */
const FROM_POSTGRES = 'type!~"publicProfile|render"';

export const cache: Dashboard = {
  name: 'cache',
  title: 'Cache',
  description: 'What is answered without the database.',
  rows: [
    {
      title: 'Hits',
      panels: [
        figure(
          'Hits',
          'Share of look-ups that were answered by a cache. Less than 70 % for ten minutes warns.',
          'percentunit',
          {
            hits: 'discover:cache_hits:rate5m / discover:cache_requests:rate5m',
          },
          { limits: { warning: 0.7, critical: 0.5, below: true } },
        ),
        figure(
          'Hits of database reads',
          'Share of look-ups of what would be read from Postgres: not pages and renders, which are made.',
          'percentunit',
          {
            hits: `sum(rate(cv_cache_requests_total{result!="miss", ${FROM_POSTGRES}}[5m])) / sum(rate(cv_cache_requests_total{${FROM_POSTGRES}}[5m]))`,
          },
          { limits: { warning: 0.9, critical: 0.7, below: true } },
        ),
        figure('Look-ups', 'Of all processes.', 'ops', { lookups: 'discover:cache_requests:rate5m' }),
        figure(
          'Breakers',
          'Processes that do without the shared cache.',
          'short',
          { open: 'sum(cv_cache_breaker_open)' },
          {
            limits: { warning: 1, critical: 2 },
          },
        ),
        figure('In processes', 'Size of all in-process caches.', 'bytes', { bytes: 'sum(cv_cache_l1_bytes)' }),
        graph(
          'Where look-ups were answered',
          'In the process, in Redis, past its time, or not.',
          'ops',
          {
            '{{ result }}': 'sum by (result) (rate(cv_cache_requests_total[$__rate_interval]))',
          },
          { stacked: true },
        ),
        graph('Hits by type', 'Share of look-ups.', 'percentunit', {
          '{{ type }}':
            'sum by (type) (rate(cv_cache_requests_total{result!="miss"}[$__rate_interval])) / sum by (type) (rate(cv_cache_requests_total[$__rate_interval]))',
        }),
      ],
    },
    {
      title: 'In processes',
      panels: [
        graph('Values', 'In all in-process caches.', 'short', { values: 'sum(cv_cache_l1_entries)' }),
        graph('Dropped for room', 'The room is too small if these are many.', 'ops', {
          evicted: 'sum(rate(cv_cache_l1_evictions_total[$__rate_interval]))',
        }),
        graph('Warmed', 'Read before anybody asked, by type and how it went.', 'ops', {
          '{{ type }} {{ outcome }}': 'sum by (type, outcome) (rate(cv_cache_warmed_total[$__rate_interval]))',
        }),
        figure('Popular', 'CVs and profiles that every process is to have at hand.', 'short', {
          '{{ type }}': 'max by (type) (cv_cache_popular)',
        }),
      ],
    },
    {
      title: 'Shared cache',
      panels: [
        graph('Operations that failed', 'Or were refused by the breaker.', 'ops', {
          '{{ operation }}': 'sum by (operation) (rate(cv_cache_errors_total[$__rate_interval]))',
          'trials of open breakers': 'sum(rate(cv_cache_breaker_trials_total[$__rate_interval]))',
        }),
        graph('Evictions and expiries', 'Keys dropped for room, and for their time.', 'ops', {
          evicted: perSecond('cv_redis_evicted_keys_total{redis="cache"}', 'redis'),
          expired: perSecond('cv_redis_expired_keys_total{redis="cache"}', 'redis'),
        }),
      ],
    },
  ],
};

export const redis: Dashboard = {
  name: 'redis',
  title: 'Redis',
  description: 'The queue’s, which must lose nothing, and the cache’s, which may.',
  rows: [
    {
      title: 'Servers',
      panels: [
        figure(
          'Up',
          'Servers that answer.',
          'short',
          { up: `sum(${each('cv_redis_up', 'redis')})` },
          { limits: { warning: 2, critical: 1, below: true } },
        ),
        figure(
          'Queue keeps everything',
          '1 if its policy is noeviction.',
          'short',
          { noeviction: 'min(cv_redis_noeviction{redis="queue"})' },
          { limits: { warning: 1, critical: 1, below: true } },
        ),
        figure(
          'Queue is written down',
          '1 if the append-only file is on and was written well.',
          'short',
          {
            aof: 'min(cv_redis_aof_enabled{redis="queue"}) * min(cv_redis_aof_ok{redis="queue"})',
          },
          { limits: { warning: 1, critical: 1, below: true } },
        ),
        bars(
          'Memory',
          'Share of `maxmemory` (or of the machine). The cache’s is full in use; the queue’s warns at 85 %.',
          'percentunit',
          {
            '{{ redis }}': `${each('cv_redis_memory_used_bytes', 'redis')} / ${each('cv_redis_memory_max_bytes', 'redis')}`,
          },
          { limits: { warning: 0.85, critical: 0.95 } },
        ),
        table('Running since', 'When each was started.', 'dateTimeFromNow', {
          started: `${each('cv_redis_start_time_seconds', 'redis')} * 1000`,
        }),
      ],
    },
    {
      title: 'Load',
      panels: [
        graph('Commands', 'Of all clients.', 'ops', { '{{ redis }}': perSecond('cv_redis_commands_total', 'redis') }),
        graph('Memory used', 'Data and overhead.', 'bytes', {
          '{{ redis }}': each('cv_redis_memory_used_bytes', 'redis'),
        }),
        graph('Clients', 'Connections, and those of them that wait for something to come.', 'short', {
          '{{ redis }} {{ state }}': each('cv_redis_clients', 'redis, state'),
        }),
        graph('Connections in use', 'Share of `maxclients`; connections refused because of it.', 'percentunit', {
          '{{ redis }}': `max by (redis) (cv_redis_clients{state="connected"}) / ${each('cv_redis_max_clients', 'redis')}`,
          '{{ redis }} refused a second': perSecond('cv_redis_rejected_connections_total', 'redis'),
        }),
        graph('Keys', 'In all databases.', 'short', { '{{ redis }}': each('cv_redis_keys', 'redis') }),
        graph('Look-ups', 'Of keys that were there, and that were not.', 'ops', {
          '{{ redis }} hits': perSecond('cv_redis_keyspace_hits_total', 'redis'),
          '{{ redis }} misses': perSecond('cv_redis_keyspace_misses_total', 'redis'),
        }),
      ],
    },
  ],
};
