import type { JobContract, OutboxMessage, PayloadOf, QueueName, ResultOf } from '@discover/contracts';
import type { Logger } from '@discover/telemetry';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';

import { askToCancel } from './cancellation.js';
import { checkQueueRedis, orUnavailable, PRODUCER_TIMEOUT_MS, redisConnection, untilReady } from './connection.js';
import { checkPriority, jobOptions, seal, type ScheduledRun } from './envelope.js';
import { JobEvents } from './job-events.js';
import { readJobState, type JobState } from './job-state.js';
import { readQueuePace, type QueuePace } from './queue-pace.js';
import { untilEnded, watchJob, type Ending, type JobSignal } from './job-watch.js';
import { asProducer } from './tracing.js';

export interface JobProducerOptions {
  /** The queue's Redis. */
  url: string;
  logger: Logger;
  /** Of all keys in Redis; `bull` unless told. */
  prefix?: string;
}

export interface AddOptions {
  /** Adding a job whose id the queue knows changes nothing. Not a bare number, no colons. */
  id: string;
  /** Lower is sooner: `PLAN_PRIORITY` or `SYSTEM_PRIORITY`. */
  priority: number;
  /** Not before this many milliseconds have passed. */
  delayMs?: number;
  /** Run it anew if a job of this id has ended (well or badly) and is only kept to be looked at. */
  again?: boolean;
  /** Of a schedule, where the queue's own scheduler does not bring it. */
  run?: ScheduledRun;
}

export interface WaitOptions {
  timeoutMs: number;
  signal?: AbortSignal;
}

/** What came of a wish to cancel: an `asked` worker will stop as soon as its handler looks at its signal. */
export type Cancellation = 'removed' | 'asked' | 'ended' | 'unknown';

/**
 * Events that a queue keeps. They carry results, so BullMQ's 10,000 would be hundreds of megabytes; readers are behind by
 * milliseconds, and {@link watchJob} has a net below.
 */
const KEPT_EVENTS = 2_000;

/** Puts jobs on queues and tells how they fare. While Redis is away every call fails within seconds with `unavailable`. */
export class JobProducer {
  /** The connection of all queues. */
  readonly client: Redis;
  readonly #queues = new Map<QueueName, Queue>();
  readonly #events: JobEvents;
  /** Of all keys in Redis. */
  readonly prefix: string;
  #met: Promise<void> | undefined;

  constructor(options: JobProducerOptions) {
    this.prefix = options.prefix ?? 'bull';
    this.client = redisConnection(options.url, 'producer', options.logger);
    this.#events = new JobEvents({
      ...options,
      prefix: this.prefix,
      client: this.client,
      queue: (name) => this.queue(name),
    });
  }

  /**
   * Puts a job on its contract's queue.
   *
   * @throws ZodError if the payload is not the contract's; AppError `unavailable`
   */
  async add<C extends JobContract>(contract: C, payload: PayloadOf<C>, options: AddOptions): Promise<void> {
    await this.#adding(contract, payload, options)();
  }

  /** Puts many jobs on their queues at once. Their payloads are checked when they are taken off, so that one bad one holds up nobody. */
  async addMany(messages: readonly OutboxMessage[]): Promise<void> {
    for (const { priority } of messages) checkPriority(priority);
    await this.reach(async () => {
      for (const [name, group] of Map.groupBy(messages, ({ queue }) => queue)) {
        await this.queue(name).addBulk(
          group.map(({ jobId, name: job, payload, priority }) => ({
            name: job,
            data: seal(payload),
            opts: jobOptions(name, { id: jobId, priority }),
          })),
        );
      }
    });
  }

  /** Null if the queue does not know the job, or not any more. */
  state(queue: QueueName, id: string): Promise<JobState | null> {
    return this.reach(() => readJobState(queue, this.queue(queue), this.client, id));
  }

  /** How fast a queue is being worked off: what the time until a waiting job's end can be told by. */
  pace(queue: QueueName): Promise<QueuePace> {
    return this.reach(() => readQueuePace(this.queue(queue), this.client));
  }

  /**
   * Takes a waiting job off its queue, or asks the worker that has it in hand to stop. A job with a row in Postgres must
   * be ended there first, or the reconciler brings it back.
   */
  cancel(queue: QueueName, id: string): Promise<Cancellation> {
    return this.reach(async () => {
      const state = await this.queue(queue).getJobState(id);
      if (state === 'unknown') return 'unknown';
      if (state === 'completed' || state === 'failed') return 'ended';
      // Zero if a worker has taken it.
      if (state !== 'active' && (await this.queue(queue).remove(id)) === 1) return 'removed';
      await askToCancel(this.client, this.prefix, queue, id);
      return 'asked';
    });
  }

  /** Removes a job and its result from the queue, unless a worker has it in hand: for results that are nobody's business once handed over. */
  async forget(queue: QueueName, id: string): Promise<void> {
    await this.reach(() => this.queue(queue).remove(id));
  }

  /** Waits for the end of a job, also one that has ended before; null if it did not end in time or `signal` was aborted. */
  async wait<C extends JobContract>(
    contract: C,
    id: string,
    options: WaitOptions,
  ): Promise<Ending<ResultOf<C>> | null> {
    const ending = await this.reach(() => untilEnded(this.#watched, contract.queue, id, waitSignal(options)));
    return ending as Ending<ResultOf<C>> | null;
  }

  /**
   * Adds a job and waits for its end like {@link wait}, with half of the commands. For ids that no job has had: the end of
   * one that the queue knows already is noticed seconds later.
   *
   * @throws ZodError if the payload is not the contract's; AppError `unavailable`
   */
  async run<C extends JobContract>(
    contract: C,
    payload: PayloadOf<C>,
    options: AddOptions & WaitOptions,
  ): Promise<Ending<ResultOf<C>> | null> {
    const add = this.#adding(contract, payload, options);
    const ending = await this.reach(() =>
      untilEnded(this.#watched, contract.queue, options.id, waitSignal(options), add),
    );
    return ending as Ending<ResultOf<C>> | null;
  }

  /** The present state of a job and then each change up to its end, or until `signal` is aborted. */
  signals(queue: QueueName, id: string, signal: AbortSignal): AsyncIterable<JobSignal> {
    return watchJob(this.#watched, queue, id, signal);
  }

  /** @throws AppError `unavailable` if Redis is away or would evict jobs */
  check(): Promise<void> {
    return this.reach(() => checkQueueRedis(this.client));
  }

  async close(): Promise<void> {
    await this.#events.close();
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    this.client.disconnect();
  }

  /** BullMQ's own handle, for what this class does not offer. */
  queue(name: QueueName): Queue {
    let queue = this.#queues.get(name);
    if (queue === undefined) {
      queue = new Queue(name, {
        connection: this.client,
        prefix: this.prefix,
        streams: { events: { maxLen: KEPT_EVENTS } },
        // Both wait for the connection, without end while Redis is away.
        skipWaitingForReady: true,
        skipVersionCheck: true,
      });
      // The connection logs its own loss, and calls report their errors themselves.
      queue.on('error', () => undefined);
      this.#queues.set(name, queue);
    }
    return queue;
  }

  get #watched() {
    const listen: JobEvents['listen'] = (...args) => this.reach(() => this.#events.listen(...args));
    return { listen, state: (queue: QueueName, id: string) => this.state(queue, id) };
  }

  /** What adds a job that was checked. */
  #adding<C extends JobContract>(contract: C, payload: PayloadOf<C>, options: AddOptions): () => Promise<void> {
    const { queue: name } = contract;
    checkPriority(options.priority);
    const parsed = contract.payload.parse(payload);
    const put = async (): Promise<void> => {
      const queue = this.queue(name);
      if (options.again === true) await this.#removeEnded(queue, options.id);
      await queue.add(contract.name, seal(parsed, options.run), jobOptions(name, options));
    };
    return () => asProducer(name, contract.name, options.id, () => this.reach(put));
  }

  async #removeEnded(queue: Queue, id: string): Promise<void> {
    const state = await queue.getJobState(id);
    if (state === 'completed' || state === 'failed') await queue.remove(id);
  }

  /**
   * Runs Redis commands; what they throw becomes `unavailable`. The first call waits for the connection that is just being made; later ones fail at once if there is none.
   */
  reach<T>(commands: () => Promise<T>): Promise<T> {
    return orUnavailable(async () => {
      this.#met ??= untilReady(this.client, PRODUCER_TIMEOUT_MS).catch(() => undefined);
      await this.#met;
      return commands();
    });
  }
}

function waitSignal({ timeoutMs, signal }: WaitOptions): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs);
  return signal ? AbortSignal.any([timeout, signal]) : timeout;
}
