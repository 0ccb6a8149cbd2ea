import type { OutboxMessage, OutboxStore } from '@discover/contracts';
import { metrics, type Logger } from '@discover/telemetry';

import type { JobProducer } from './job-producer.js';
import { Loop } from './loop.js';
import { Reconciler } from './reconciler.js';

export interface OutboxRelayOptions {
  store: OutboxStore;
  producer: JobProducer;
  logger: Logger;
  /** Messages that one transaction takes, asked each time; 100 unless told. */
  batchSize?: () => number;
  /** How often messages are looked for that no request has handed over, in milliseconds; 1 s unless told. */
  pollMs?: number;
  /** How often accepted work is compared with the queue, in milliseconds; 5 s unless told. */
  reconcileMs?: number;
  /** Work younger than this is not compared, in milliseconds; 5 s unless told. */
  idleMs?: number;
}

const BATCH = 100;

/**
 * Brings accepted work from Postgres to the queue: right after its commit (`flush`), later if the request did not come to
 * that (the relay), and again if the queue has lost it (the reconciler).
 */
export class OutboxRelay {
  readonly #loops: readonly Loop[];
  readonly #logger: Logger;

  constructor(private readonly options: OutboxRelayOptions) {
    const { store, producer, logger, pollMs = 1_000, reconcileMs = 5_000, idleMs = 5_000 } = options;
    this.#logger = logger;
    const reconciler = new Reconciler(store, producer, logger);
    this.#loops = [
      new Loop({
        everyMs: pollMs,
        work: (signal) => this.#relay(signal),
        onError: (error) => this.#warn('relay', error),
      }),
      new Loop({
        everyMs: reconcileMs,
        work: async (signal) => metrics.outboxRelayed.inc({ by: 'reconciler' }, await reconciler.round(idleMs, signal)),
        onError: (error) => this.#warn('reconciler', error),
      }),
    ];
  }

  /** Starts relay and reconciler. Any number of instances may do so. */
  start(): void {
    for (const loop of this.#loops) loop.start();
    this.options.producer.client.on('ready', this.wake);
  }

  /**
   * Hands over what the caller has just committed. It never throws: the work is accepted, and if the queue is away the
   * relay hands it over later.
   *
   * @returns jobs that are on the queue now
   */
  async flush(jobIds: readonly string[]): Promise<number> {
    try {
      return await this.#take('request', jobIds.length, jobIds);
    } catch (error) {
      this.#warn('request', error);
      return 0;
    }
  }

  /** Looks at once, without waiting for the next round. */
  readonly wake = (): void => {
    for (const loop of this.#loops) loop.wake();
  };

  async stop(): Promise<void> {
    this.options.producer.client.off('ready', this.wake);
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }

  async #relay(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const limit = this.options.batchSize?.() ?? BATCH;
      if ((await this.#take('relay', limit)) < limit) return;
    }
  }

  async #take(by: 'request' | 'relay', limit: number, jobIds?: readonly string[]): Promise<number> {
    const publish = (messages: OutboxMessage[]) => this.options.producer.addMany(messages);
    const published = await this.options.store.take(limit, publish, jobIds);
    metrics.outboxRelayed.inc({ by }, published);
    return published;
  }

  #warn(by: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : 'unknown';
    this.#logger.warn({ by, reason }, 'accepted jobs could not be handed to the queue; it is tried again');
  }
}
