import { Redis } from 'ioredis';

/**
 * A connection that fails at once when there is none, and never repeats a command by itself: what to do about a failure
 * is for the cache to say. It reconnects for ever, so quickly that an instance is back well before others trust the
 * returned Redis again (SETTLE_MS of the bus).
 */
export function connectFailFast(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    // Whatever ioredis asks before it calls a connection ready has no time-out: with a Redis that hangs, it never would.
    // For the same reason there is no connection name.
    enableReadyCheck: false,
    disableClientInfo: true,
    connectTimeout: 500,
    // A peer that answers nothing does not answer our goodbye either.
    disconnectTimeout: 50,
    retryStrategy: () => 200,
  });
  // Each failed command and each lost connection is dealt with where it happens; without a listener ioredis would print.
  redis.on('error', () => undefined);
  return redis;
}
