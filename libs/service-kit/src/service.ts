import type { Health } from './health.js';

/** What a composition root hands to `bootstrap`: a service that is wired but not started. */
export interface Service {
  /** Where metrics and health are served; port of its own, never the public one. */
  readonly management: { host: string; port: number };
  readonly shutdown: { drainDelayMs: number; graceMs: number };
  /** Whether it lives and should get work; a public port may show it too. */
  readonly health: Health;
  /** Brings gauges up to date before each scrape. */
  readonly observe?: () => unknown;
  /** Begins to take work. */
  start(): Promise<void>;
  /** Closes what was opened, in this order; all of one stage at once. */
  readonly stop: {
    /** Stops taking work and waits for what is in hand: the HTTP server, the workers. */
    drain: () => Promise<unknown>;
    queues: readonly (() => Promise<unknown>)[];
    /** Databases, caches, worker threads, storage. */
    pools: readonly (() => Promise<unknown>)[];
  };
}
