import { AsyncLocalStorage } from 'node:async_hooks';

/** What ties log lines, metrics and traces of one piece of work together. Ids only: never contents. */
export interface Correlation {
  /** The id of the HTTP request that began it; travels through the queue with its jobs. */
  requestId: string;
  userId?: string;
  jobId?: string;
}

const storage = new AsyncLocalStorage<Correlation>();

/** Runs `work` with `correlation` visible to everything that it calls, also across awaits. */
export function withCorrelation<T>(correlation: Correlation, work: () => T): T {
  return storage.run(correlation, work);
}

export function correlation(): Correlation | undefined {
  return storage.getStore();
}
