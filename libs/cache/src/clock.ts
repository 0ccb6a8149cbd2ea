/** Time as the cache sees it; tests put in one that they turn by hand. */
export interface Clock {
  /** Milliseconds since some fixed moment; never goes back. */
  now(): number;
  /** Runs `task` once after `ms` milliseconds, unless the returned function is called first. */
  after(ms: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, task) {
    let immediate: NodeJS.Immediate | undefined;
    // Timers run before sockets are read: after a long task an answer may lie there unread. One turn of the event loop
    // lets it in, so that a busy process does not take a healthy Redis for a dead one.
    const timer = setTimeout(() => (immediate = setImmediate(task)), ms);
    timer.unref();
    return () => {
      clearTimeout(timer);
      clearImmediate(immediate);
    };
  },
};

export class DeadlineError extends Error {
  readonly code = 'deadline_exceeded';
}

/**
 * The outcome of `work`, if it comes within `ms`. What comes later is ignored, a late failure too.
 *
 * @throws DeadlineError
 */
export function within<T>(clock: Clock, ms: number, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new DeadlineError(`No answer within ${ms} ms.`)));
    work.finally(cancel).then(resolve, reject);
  });
}
