import { AppError } from '@discover/contracts';

import { DeadlineError, within, type Clock } from './clock.js';
import type { CachePolicy } from './policies.js';

export interface LoadContext {
  /** Aborted once the source is given up: pass it on to whatever can be stopped. */
  readonly signal: AbortSignal;
  /** For a source that read something that may be older than the last write, such as a replica behind the primary. */
  readonly doNotStore: () => void;
}

/** Where a value comes from when the cache has none. Nothing there: undefined or null. */
export type Source<Value> = (context: LoadContext) => Promise<Value | undefined | null>;

/**
 * Asks the source.
 *
 * @throws what the source throws, or AppError `unavailable` after the policy’s `hardTimeoutMs`
 */
export async function load<Value>(
  clock: Clock,
  policy: CachePolicy,
  source: Source<Value>,
  doNotStore: () => void,
): Promise<Value | undefined | null> {
  const giveUp = new AbortController();
  try {
    return await within(clock, policy.hardTimeoutMs, source({ signal: giveUp.signal, doNotStore }));
  } catch (error) {
    giveUp.abort(error);
    if (!(error instanceof DeadlineError)) throw error;
    throw new AppError('unavailable', 'It takes too long at the moment. Try again in a few seconds.', {
      retryAfterSeconds: 2,
      cause: error,
    });
  }
}
