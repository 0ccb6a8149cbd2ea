import { AppError } from '@discover/contracts';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { createHash } from 'node:crypto';

import { verifyPassword } from '../auth/passwords.js';

/** Wrong passwords for one link from one address within the window, after which further tries are refused. */
const TRIES = 8;
const WINDOW_SECONDS = 15 * 60;

/** Checks the passwords of links, and slows down whoever guesses. Counted in Redis; while that is away, in this process. */
export class LinkPasswords {
  private readonly tries: RateLimiterRedis;

  constructor(redis: Redis) {
    const window = { points: TRIES, duration: WINDOW_SECONDS, keyPrefix: 'link-password' };
    this.tries = new RateLimiterRedis({
      ...window,
      storeClient: redis,
      insuranceLimiter: new RateLimiterMemory(window),
    });
  }

  /** @throws AppError `share_password_required`, `share_password_wrong`, `rate_limited` */
  async check(link: { id: string; passwordHash: string | null }, password: string | undefined, address: string) {
    if (link.passwordHash === null) return;
    if (password === undefined)
      throw new AppError('share_password_required', 'Send it as `X-Share-Password`, or with POST …/open.');
    const key = createHash('sha256').update(`${link.id}\n${address}`).digest('base64url');
    // Counted before it is looked at, so that tries made at once all count.
    await this.tries.consume(key).catch(refuse);
    if (!(await verifyPassword(link.passwordHash, password)))
      throw new AppError(
        'share_password_wrong',
        'Ask whoever gave you the link. Further tries are refused for a while.',
      );
    await this.tries.delete(key);
  }
}

function refuse(result: unknown): never {
  if (!(result instanceof RateLimiterRes)) throw result;
  const seconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
  throw new AppError('rate_limited', `Too many wrong passwords. Try again in ${seconds} seconds.`, {
    retryAfterSeconds: seconds,
  });
}
