import { AGEING, JOBS, type JobContract, type QueueName } from '@discover/contracts';
import { metrics, type Logger } from '@discover/telemetry';
import type { ExceptionFilter } from '@nestjs/common';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import type { Job } from 'bullmq';
import type { Redis } from 'ioredis';
import { setTimeout as delay } from 'node:timers/promises';

import type { AgeingSettings } from './ageing.js';
import { Cancellations } from './cancellation.js';
import { checkQueueRedis, redisConnection } from './connection.js';
import { handlerProblems } from './handler-check.js';
import { BULLMQ_TRANSPORT } from './handles-job.js';
import { JobErrorFilter } from './job-error-filter.js';
import { JobRunner } from './job-runner.js';
import { JobWorker } from './job-worker.js';
import type { Levers } from './levers.js';

export interface BullmqServerOptions {
  /** The queue's Redis. */
  url: string;
  /** What to consume, and how many jobs of each at once. */
  queues: readonly { name: QueueName; concurrency: number }[];
  logger: Logger;
  /** How long `close()` waits for running jobs, in milliseconds; 20 s unless told. */
  graceMs?: number;
  /** The jobs that there are; those of the platform unless told. */
  contracts?: readonly JobContract[];
  /** When jobs that wait behind others go first; the platform's rule unless told. */
  ageing?: AgeingSettings;
  /** Of all keys in Redis; `bull` unless told. */
  prefix?: string;
  /** Where operators set how many jobs run at once; without them it stays as told in `queues`. */
  levers?: Levers;
}

/** How long handlers that were told to leave their jobs have for it, in milliseconds. */
const RELEASE_MS = 2_000;

/** BullMQ as a transport of Nest: jobs are messages, so pipes, guards, interceptors and filters work on them. */
export class BullmqServer extends Server implements CustomTransportStrategy {
  override transportId = BULLMQ_TRANSPORT;
  readonly #counts = new Map<string, number>();
  readonly #runner: JobRunner;
  readonly #options: Required<Omit<BullmqServerOptions, 'levers'>> & Pick<BullmqServerOptions, 'levers'>;
  #workers: JobWorker[] = [];
  #client: Redis | undefined;
  #cancellations: Cancellations | undefined;
  #keepsErrors = false;
  #closing: Promise<void> | undefined;
  #unfollow: (() => void) | undefined;

  constructor(options: BullmqServerOptions) {
    super();
    this.#options = { graceMs: 20_000, contracts: Object.values(JOBS), ageing: AGEING, prefix: 'bull', ...options };
    const { contracts, logger } = this.#options;
    this.#runner = new JobRunner(
      {
        contracts: new Map(contracts.map((contract) => [contract.name, contract])),
        handlers: this.messageHandlers,
        logger,
      },
      () => this.#cancellations!,
    );
  }

  /** To be called once before `listen`, and before the application adds global filters of its own (they go first then). */
  keepErrorsOf(app: { useGlobalFilters(...filters: ExceptionFilter[]): unknown }): void {
    app.useGlobalFilters(new JobErrorFilter());
    this.#keepsErrors = true;
  }

  override addHandler(
    pattern: unknown,
    callback: MessageHandler,
    isEventHandler = false,
    extras: Record<string, unknown> = {},
  ): void {
    const name = this.normalizePattern(pattern as string);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    super.addHandler(pattern, callback, isEventHandler, extras);
  }

  /**
   * Starts consuming. Redis need not be there yet: workers wait for it, and {@link isHealthy} is false meanwhile.
   * Calls back with an error, and consumes nothing, if a job lacks its one handler.
   */
  override listen(callback: (error?: Error) => void): void {
    const { url, queues, contracts, ageing, logger, prefix } = this.#options;
    const problems = handlerProblems(
      queues.map(({ name }) => name),
      contracts,
      this.#counts,
    );
    if (!this.#keepsErrors)
      problems.push('keepErrorsOf(app) was not called, so that no error could say whether to try again');
    if (problems.length > 0) {
      callback(new Error(`The worker cannot start: ${problems.join('; ')}.`));
      return;
    }

    const connection = redisConnection(url, 'worker', logger);
    this.#client = connection;
    // From 0, so that the first of each is seen as an increase.
    for (const { name } of queues) {
      metrics.jobStalled.inc({ queue: name }, 0);
      for (const { queue, name: job } of contracts) if (queue === name) metrics.jobDeadLettered.inc({ queue, job }, 0);
    }
    this.#cancellations = new Cancellations(connection, prefix, (queue, id) => this.#runner.cancel(queue, id));
    this.#workers = queues.map(({ name, concurrency }) => {
      const process = (job: Job) => this.#runner.run(name, job, this.#closing !== undefined);
      const labelOf = (job: Job) => this.#runner.labelOf(name, job);
      return new JobWorker(name, { connection, prefix, concurrency, ageing, logger, process, labelOf });
    });
    this.#followLevers();
    callback();
  }

  #followLevers(): void {
    const { levers, queues } = this.#options;
    if (levers === undefined) return;
    const follow = (): void => {
      for (const { name, concurrency } of queues)
        this.setConcurrency(name, levers.current.queueConcurrency[name] ?? concurrency);
    };
    follow();
    this.#unfollow = levers.onChange(follow);
  }

  /** Changes how many jobs of a queue run at once; those in hand go on. */
  setConcurrency(queue: QueueName, concurrency: number): void {
    for (const worker of this.#workers) if (worker.queue === queue) worker.concurrency = concurrency;
    metrics.workerSlots.set({ queue }, concurrency);
  }

  /** For readiness: Redis is there and every worker fetches. */
  isHealthy(): boolean {
    return (
      this.#client?.status === 'ready' &&
      this.#closing === undefined &&
      this.#workers.every((worker) => worker.isRunning() && !worker.stuck)
    );
  }

  /** For liveness: Redis is there and a worker hangs all the same. A Redis that is away is nothing that a restart would mend. */
  isStuck(): boolean {
    return this.#client?.status === 'ready' && this.#workers.some((worker) => worker.stuck);
  }

  /** @throws AppError `unavailable` if Redis is away or would evict jobs */
  async check(): Promise<void> {
    if (this.#client) await checkQueueRedis(this.#client);
  }

  /**
   * Stops fetching at once, waits for running jobs, then asks their handlers to leave (`signal`) and gives the jobs back
   * to the queue. What still runs after that loses its lock and is found by another worker.
   */
  override close(options: { graceMs?: number } = {}): Promise<void> {
    this.#closing ??= this.#close(options.graceMs ?? this.#options.graceMs);
    return this.#closing;
  }

  async #close(graceMs: number): Promise<void> {
    this.#unfollow?.();
    // Not Worker.close(): once called it waits for running jobs without end, and a second call cannot hurry it.
    await Promise.all(this.#workers.map((worker) => worker.pause(true)));
    await this.#runner.idleWithin(graceMs);
    if (this.#runner.size > 0) {
      this.#options.logger.warn(
        { jobs: this.#runner.size },
        'jobs are given back to the queue: they took longer than the grace period',
      );
      this.#runner.releaseAll();
      await this.#runner.idleWithin(RELEASE_MS);
    }
    const force = this.#runner.size > 0 || this.#client?.status !== 'ready';
    const closed = Promise.all(this.#workers.map((worker) => worker.close(force)));
    // A Redis that goes away just now must not keep the process.
    await Promise.race([closed, delay(RELEASE_MS, undefined, { ref: false })]);
    this.#cancellations?.close();
    this.#client?.disconnect();
  }

  /** The transport reports by its logger and by metrics; it has no events of its own. */
  override on(event: string): never {
    throw new Error(`The BullMQ transport has no event «${event}».`);
  }

  /** There is no one broker client to hand out. */
  override unwrap(): never {
    throw new Error('The BullMQ transport has nothing to unwrap.');
  }
}
