import { createHash } from 'node:crypto';

import { AppError } from '@discover/contracts';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** Failures within the window after which further tries are refused. */
const FAILURES = 8;
const WINDOW_SECONDS = 15 * 60;

/**
 * Slows down whoever guesses passwords: after a number of failures for one e-mail from one address, tries are refused for
 * the rest of the window. Counted in Redis for all instances; while that is away, in this process.
 */
export class LoginLimiter {
  private readonly failures: RateLimiterRedis;

  constructor(redis: Redis) {
    const window = { points: FAILURES, duration: WINDOW_SECONDS, keyPrefix: 'login' };
    this.failures = new RateLimiterRedis({
      ...window,
      storeClient: redis,
      insuranceLimiter: new RateLimiterMemory(window),
    });
  }

  /** @throws AppError `rate_limited` */
  async mayTry(email: string, address: string): Promise<void> {
    const state = await this.failures.get(key(email, address));
    if (state && state.consumedPoints >= FAILURES) throw refused(state);
  }

  async failed(email: string, address: string): Promise<void> {
    await this.failures.consume(key(email, address)).catch((result: unknown) => {
      if (!(result instanceof RateLimiterRes)) throw result;
    });
  }

  async succeeded(email: string, address: string): Promise<void> {
    await this.failures.delete(key(email, address));
  }
}

/** Hashed: who logs in from where is nobody's business who can read Redis. */
function key(email: string, address: string): string {
  return createHash('sha256').update(`${email}\n${address}`).digest('base64url');
}

function refused(state: RateLimiterRes): AppError {
  const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  return new AppError('rate_limited', `Too many failed log-ins. Try again in ${seconds} seconds.`, {
    retryAfterSeconds: seconds,
  });
}
