import { QUEUES, type QueueName } from '@discover/contracts';
import { metrics, type Logger } from '@discover/telemetry';
import { isNotConnectionError, Worker, type Job } from 'bullmq';
import type { Redis } from 'ioredis';

import { raiseWaiting, type AgeingSettings } from './ageing.js';
import { JobCancelledError } from './job-errors.js';

/** BullMQ comes back from each wait for a job after at most 11 s: longer without a sign of life means that it hangs. */
const STUCK_AFTER_MS = 30_000;

interface JobWorkerOptions {
  connection: Redis;
  prefix: string;
  concurrency: number;
  ageing: AgeingSettings;
  logger: Logger;
  process: (job: Job) => Promise<unknown>;
  /** A job's name as the label of a metric. */
  labelOf: (job: Job) => string;
}

/** One queue's consumer: BullMQ's worker with the queue's settings, its counters, and a pulse. */
export class JobWorker extends Worker {
  #pulse = Date.now();
  #begun = 0;

  constructor(
    readonly queue: QueueName,
    options: JobWorkerOptions,
  ) {
    const { lockMs, stalledIntervalMs, maxStalledCount } = QUEUES[queue];
    super(queue, (job: Job) => options.process(job), {
      connection: options.connection,
      prefix: options.prefix,
      concurrency: options.concurrency,
      lockDuration: lockMs,
      stalledInterval: stalledIntervalMs,
      maxStalledCount,
      // BullMQ's default of 15 s after a failed fetch would break the promise of 15 s by itself.
      runRetryDelay: 1_000,
    });
    metrics.workerSlots.set({ queue }, options.concurrency);
    const beat = () => (this.#pulse = Date.now());
    for (const event of ['ready', 'active', 'completed', 'locksRenewed'] as const) this.on(event, beat);
    options.connection.on('ready', beat);
    this.on('active', () => void this.#age(options));
    this.on('stalled', (jobId) => {
      metrics.jobStalled.inc({ queue });
      options.logger.warn({ queue, jobId }, 'a job lost its worker and starts again');
    });
    this.on('failed', (job, error) => {
      beat();
      if (job !== undefined) this.#reportDeath(options, job, error);
    });
    this.on('error', (error) => {
      // The connection's owner has told of it.
      if (isNotConnectionError(error))
        options.logger.warn({ queue, reason: error.message }, 'the queue’s worker met an error');
    });
  }

  /** True when it should work and does not: the one state from which only a restart of the process helps. */
  get stuck(): boolean {
    return !this.closing && Date.now() - this.#pulse > STUCK_AFTER_MS;
  }

  /** BullMQ asks for it before each wait for a job. */
  protected override getBlockTimeout(blockUntil: number): number {
    this.#pulse = Date.now();
    return super.getBlockTimeout(blockUntil);
  }

  /**
   * Every worker counts for itself: one in so many of all jobs is one in so many of each worker's. Best effort: what is
   * missed here is made up for the next time.
   */
  async #age({ connection, ageing, logger }: JobWorkerOptions): Promise<void> {
    if (++this.#begun % ageing.share !== 0) return;
    try {
      await raiseWaiting(connection, this, ageing);
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      logger.debug({ queue: this.queue, reason }, 'jobs that have waited for long could not be raised');
    }
  }

  /** Counts and logs a job that was given up, also one that lost its workers too often and never reached its handler again. */
  #reportDeath({ logger, labelOf }: JobWorkerOptions, job: Job, error: Error): void {
    if (job.finishedOn === undefined || error.cause instanceof JobCancelledError) return;
    const { queue } = this;
    metrics.jobDeadLettered.inc({ queue, job: labelOf(job) });
    const cause = error.cause instanceof Error ? error.cause.name : error.name;
    logger.error(
      { queue, job: job.name, jobId: job.id, attempts: job.attemptsMade, error: cause },
      'a job was given up',
    );
  }
}
