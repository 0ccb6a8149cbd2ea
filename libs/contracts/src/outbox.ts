import type { QueueName } from './queues.js';

/** A job that was decided in a database transaction and is on its way to the queue. */
export interface OutboxMessage {
  /** The job's id on the queue: putting it there twice is putting it there once. */
  jobId: string;
  queue: QueueName;
  name: string;
  payload: unknown;
  priority: number;
}

/** Where accepted work waits until the queue has it. Implemented on Postgres, used by the queue's relay. */
export interface OutboxStore {
  /**
   * Hands up to `limit` messages that nobody else holds to `publish` and forgets them once it has returned; if it
   * throws they stay. With `jobIds` only those are taken. Resolves to the number that was published.
   */
  take(
    limit: number,
    publish: (messages: OutboxMessage[]) => Promise<void>,
    jobIds?: readonly string[],
  ): Promise<number>;
  /**
   * Accepted jobs, oldest first, that have not ended and were not touched for `idleMs`: what the queue should know of.
   * `after` is the last id of the page before.
   */
  unfinished(options: { idleMs: number; limit: number; after?: string }): Promise<OutboxMessage[]>;
  /** Ends a job for which the queue has given up hope: it is not unfinished any more. */
  giveUp(jobId: string): Promise<void>;
}
