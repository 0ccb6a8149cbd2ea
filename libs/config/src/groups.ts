import { z } from 'zod';

import { nonNegativeInteger, port, positiveInteger, text, url, urlList } from './schemas.js';
import { variable } from './variable.js';

/** The variables that more than one service reads. A service composes its environment from these and its own. */

export const postgresVariables = {
  primaryUrl: variable('DATABASE_URL', url, 'Connection string of the Postgres primary.', {
    fallback: 'postgres://discover:discover@127.0.0.1:54320/discover',
    secret: true,
  }),
  replicaUrls: variable(
    'DATABASE_REPLICA_URLS',
    urlList,
    'Connection strings of the streaming replicas, comma-separated; `none` sends every read to the primary.',
    { fallback: 'none', secret: true },
  ),
  poolSize: variable('DATABASE_POOL_SIZE', positiveInteger, 'Connections per server and process.', { fallback: '10' }),
  maxReplicaLagMs: variable(
    'DATABASE_MAX_REPLICA_LAG_MS',
    positiveInteger,
    'A replica further behind the primary than this many milliseconds gets no reads.',
    { fallback: '10000' },
  ),
  statementTimeoutMs: variable(
    'DATABASE_STATEMENT_TIMEOUT_MS',
    positiveInteger,
    'Longest run of one statement, in milliseconds.',
    {
      fallback: '10000',
    },
  ),
  slowQueryMs: variable(
    'DATABASE_SLOW_QUERY_MS',
    positiveInteger,
    'A statement that takes at least this many milliseconds is kept, without its values, to be looked at.',
    { fallback: '100' },
  ),
};

export const queueRedisVariables = {
  url: variable('REDIS_URL', url, 'The queue’s Redis: `maxmemory-policy noeviction`, append-only file on.', {
    fallback: 'redis://127.0.0.1:63790',
    secret: true,
  }),
};

export const cacheRedisVariables = {
  url: variable(
    'REDIS_CACHE_URL',
    url,
    'The cache’s Redis: evicting (`allkeys-lru`), never the same instance as the queue’s.',
    {
      fallback: 'redis://127.0.0.1:63791',
      secret: true,
    },
  ),
};

export const objectStorageVariables = {
  adapter: variable(
    'OBJECT_STORAGE',
    z.enum(['folder', 's3']),
    'Where files are kept: `folder` (one machine) or `s3`.',
    { fallback: 'folder' },
  ),
  folder: variable('OBJECT_STORAGE_FOLDER', text, 'The folder of the `folder` adapter.', { fallback: '.data/objects' }),
  endpoint: variable('S3_ENDPOINT', url, 'The S3 endpoint, where it is not AWS’s own.', {
    fallback: 'http://127.0.0.1:9000',
  }),
  region: variable('S3_REGION', text, 'The S3 region.', { fallback: 'eu-central-2' }),
  accessKeyId: variable('S3_ACCESS_KEY_ID', text, 'The S3 access key.', { fallback: 'discover', secret: true }),
  secretAccessKey: variable('S3_SECRET_ACCESS_KEY', text, 'The S3 secret key.', {
    fallback: 'discover-secret',
    secret: true,
  }),
  bucketPrefix: variable(
    'S3_BUCKET_PREFIX',
    text,
    'Buckets are named `<prefix>-originals`, `-renders`, `-exports`, `-archives`, `-scratch`.',
    {
      fallback: 'discover',
    },
  ),
};

/** Where webhooks may point: asked when one is registered, and again when something is sent. */
export const webhookTargetVariables = {
  targets: variable(
    'WEBHOOK_TARGETS',
    z.enum(['public', 'any']),
    'Where webhooks may point: `public` is HTTPS and addresses of the public Internet, `any` also HTTP and one’s own network, for local use.',
    { fallback: 'public' },
  ),
};

export const telemetryVariables = {
  release: variable('RELEASE', text, 'What runs, as its image is tagged: the label `version` of `cv_build_info`.', {
    fallback: 'dev',
  }),
  logLevel: variable(
    'LOG_LEVEL',
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    'The least severe line that is logged.',
    {
      fallback: 'info',
    },
  ),
  otlpEndpoint: variable(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    text,
    'Where traces are sent (OTLP over HTTP); `none` sends none.',
    { fallback: 'none' },
  ),
};

export const shutdownVariables = {
  drainDelayMs: variable(
    'SHUTDOWN_DRAIN_DELAY_MS',
    nonNegativeInteger,
    'How long a stopping service goes on serving after it reported «not ready», in milliseconds: longer than the load balancer needs to notice.',
    { fallback: '0' },
  ),
  graceMs: variable(
    'SHUTDOWN_GRACE_MS',
    positiveInteger,
    'How long running requests and jobs may take to finish at a stop, in milliseconds.',
    {
      fallback: '20000',
    },
  ),
};

/** Metrics and health of one service; each service has a port of its own. */
export const managementVariables = (service: string, fallbackPort: number) => ({
  host: variable('MANAGEMENT_HOST', text, 'The address that metrics and health listen on.', { fallback: '127.0.0.1' }),
  port: variable(`${service.toUpperCase()}_METRICS_PORT`, port, `Port of ${service}’s /metrics and /health.`, {
    fallback: String(fallbackPort),
  }),
});

/** CPU work in worker threads: how many, how long, how large. */
export const workerVariables = (service: string, timeoutMs: number, concurrency: number) => ({
  threads: variable(
    `${service.toUpperCase()}_THREADS`,
    positiveInteger,
    'Workers (threads; processes for the parser); one a core is best.',
    {
      fallback: '2',
    },
  ),
  concurrency: variable(
    `${service.toUpperCase()}_CONCURRENCY`,
    positiveInteger,
    'Jobs in hand at once: threads plus what waits on input and output.',
    { fallback: String(concurrency) },
  ),
  timeoutMs: variable(
    `${service.toUpperCase()}_TIMEOUT_MS`,
    positiveInteger,
    'The longest that one document may take, in milliseconds.',
    {
      fallback: String(timeoutMs),
    },
  ),
  memoryMb: variable(`${service.toUpperCase()}_MEMORY_MB`, positiveInteger, 'JavaScript heap of one worker, in MiB.', {
    fallback: '512',
  }),
});
