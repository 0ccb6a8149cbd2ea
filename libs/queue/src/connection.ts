import { AppError } from '@discover/contracts';
import type { Logger } from '@discover/telemetry';
import { Redis, type RedisOptions } from 'ioredis';

/**
 * `producer`: whoever answers a person; it fails within seconds instead of holding requests while Redis is away.
 * `worker`: whoever waits for work; it tries for ever.
 */
export type ConnectionRole = 'producer' | 'worker';

/** How long a command of a producer may take before it counts as failed, in milliseconds. */
export const PRODUCER_TIMEOUT_MS = 2_000;

const OPTIONS: Readonly<Record<ConnectionRole, RedisOptions>> = {
  producer: {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: PRODUCER_TIMEOUT_MS,
    connectTimeout: PRODUCER_TIMEOUT_MS,
    retryStrategy: (attempt) => Math.min(attempt * 100, 1_000),
  },
  worker: {
    // BullMQ's blocking reads demand it: a command waits for Redis to come back, however long that takes.
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(attempt * 100, 1_000),
  },
};

/** A connection to the queue's Redis. Its loss and its return are logged once each, not at every try. */
export function redisConnection(url: string, role: ConnectionRole, logger: Logger): Redis {
  const client = new Redis(url, OPTIONS[role]);
  let lost = false;
  client.on('error', (error: Error & { code?: string }) => {
    if (lost) return;
    lost = true;
    logger.warn({ role, reason: error.code ?? error.message }, 'the queue’s Redis cannot be reached');
  });
  client.on('ready', () => {
    if (lost) logger.info({ role }, 'the queue’s Redis is reachable again');
    lost = false;
  });
  return client;
}

/**
 * Throws unless Redis answers and keeps all that it is given. With any other policy than `noeviction` it would drop jobs
 * when its memory is full, and BullMQ only warns of that.
 *
 * @throws AppError `unavailable`
 */
export async function checkQueueRedis(client: Redis): Promise<void> {
  // INFO and not CONFIG GET: managed Redis services often forbid the latter.
  const memory = await orUnavailable(() => client.info('memory'));
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1];
  if (policy !== 'noeviction') {
    throw new AppError(
      'unavailable',
      `The queue’s Redis has maxmemory-policy «${policy ?? 'unknown'}» and would drop jobs when it is full: set it to «noeviction», and never share it with the cache.`,
    );
  }
}

/** Runs Redis commands; what they throw becomes the error that a client may see. */
export async function orUnavailable<T>(commands: () => Promise<T>): Promise<T> {
  try {
    return await commands();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('unavailable', 'The queue cannot be reached at the moment: try again in a few seconds.', {
      retryAfterSeconds: 5,
      cause,
    });
  }
}

/** Resolves when the connection is usable; rejects after `timeoutMs`, so that nobody waits for a Redis that is away. */
export async function untilReady(client: Redis, timeoutMs: number): Promise<void> {
  if (client.status === 'ready') return;
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const ready = () => resolve(undefined);
  const timer = setTimeout(() => reject(new Error(`no connection within ${timeoutMs} ms`)), timeoutMs);
  timer.unref();
  client.once('ready', ready);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    client.off('ready', ready);
  }
}
