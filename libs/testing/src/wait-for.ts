import { setTimeout as delay } from 'node:timers/promises';

export interface WaitOptions {
  /** For the message when it does not happen: «the job to be completed». */
  readonly what: string;
  /** 10 s unless told. */
  readonly timeoutMs?: number;
  /** Between two looks; 20 ms unless told. */
  readonly intervalMs?: number;
}

type Truthy<T> = Exclude<T, false | null | undefined>;

/**
 * Asks until the answer is something other than false, null or undefined, and returns it. For what tells nobody when
 * it happens; where there is an event, await that.
 *
 * @throws Error naming what did not happen; an error of the predicate counts as «not yet» and becomes the cause
 */
export async function waitFor<T>(predicate: () => T | Promise<T>, options: WaitOptions): Promise<Truthy<T>> {
  const { what, timeoutMs = 10_000, intervalMs = 20 } = options;
  const deadline = Date.now() + timeoutMs;
  let cause: unknown;
  do {
    try {
      const answer = await predicate();
      if (answer !== false && answer != null) return answer as Truthy<T>;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await delay(intervalMs);
  } while (Date.now() < deadline);
  throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`, { cause });
}
