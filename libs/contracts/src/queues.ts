export const QUEUE_NAMES = ['parse', 'render', 'maintenance', 'webhooks'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** All that decides how a queue behaves. Times in milliseconds unless the name says otherwise. */
export interface QueueSettings {
  /** A worker that does not renew its lock for this long is taken for dead. */
  lockMs: number;
  /**
   * How often dead workers are looked for. The search has two passes, and a killed worker may take one of them with it, so
   * a job starts again after at most lockMs + 3 × stalledIntervalMs: 13 s here, under the 15 s that we promise.
   */
  stalledIntervalMs: number;
  /** How often one job may lose its worker before it is given up: 1 (BullMQ's default) would fail it for good at the second crash. */
  maxStalledCount: number;
  /** Runs of one job before it becomes a dead letter. */
  attempts: number;
  /** First wait between two runs; it doubles each time, and is cut at random by up to half. */
  backoffMs: number;
  /** Finished jobs stay visible to whoever waits for them, then go. */
  keepCompletedSeconds: number;
  /** Dead letters stay to be looked at and retried. */
  keepFailedSeconds: number;
  /** Pending jobs (waiting + prioritised) per replica at which operators add replicas. */
  scaleAtPending: number;
}

const recovery = { lockMs: 4_000, stalledIntervalMs: 3_000, maxStalledCount: 5 };
const WEEK = 7 * 24 * 3600;

/** A queue without settings does not compile. */
export const QUEUES: Readonly<Record<QueueName, QueueSettings>> = {
  parse: {
    ...recovery,
    attempts: 5,
    backoffMs: 500,
    keepCompletedSeconds: 60,
    keepFailedSeconds: WEEK,
    scaleAtPending: 5,
  },
  // A render can always be asked for again, so giving up early is better than a person waiting.
  render: {
    ...recovery,
    attempts: 3,
    backoffMs: 200,
    keepCompletedSeconds: 60,
    keepFailedSeconds: WEEK,
    scaleAtPending: 10,
  },
  maintenance: {
    ...recovery,
    attempts: 8,
    backoffMs: 2_000,
    keepCompletedSeconds: 24 * 3600,
    keepFailedSeconds: WEEK,
    scaleAtPending: 100,
  },
  // These are tries of our own work, such as a database that is away. What a receiver refuses is tried again by the schedule
  // of `libs/webhooks`, which stands in Postgres.
  webhooks: {
    ...recovery,
    attempts: 8,
    backoffMs: 1_000,
    keepCompletedSeconds: 60,
    keepFailedSeconds: WEEK,
    scaleAtPending: 200,
  },
};
