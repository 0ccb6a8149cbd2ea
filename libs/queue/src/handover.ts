import type { Logger } from '@discover/telemetry';
import type { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { orUnavailable, PRODUCER_TIMEOUT_MS, redisConnection, untilReady } from './connection.js';
import type { JobProducer } from './job-producer.js';

/** Bytes on their way. */
export interface Expected {
  /** The channel on which somebody waits for them. */
  address: string;
  /** To be asked for once the job has said that it gave them; null if they were lost on their way. */
  bytes: () => Promise<Buffer | null>;
  /** To be called in the end, whether they came or not. */
  forget: () => void;
}

/** Redis cuts off a subscriber that has 32 MB before it; with these, twenty processes may wait for as many each. */
const MOST_BYTES = 1024 * 1024;

/** News of the job's end and the bytes come on two connections, these first: a moment is enough. */
const LATE_MS = 1_000;

/**
 * Bytes that a job hands to the process that waits for them: published in the queue's Redis to that process alone, and stored
 * nowhere. What is too large, or finds nobody, goes the long way by a storage that both know.
 */
export class Handovers {
  /** What the channels of this process begin with. */
  readonly #channels: string;
  readonly #waiting = new Map<string, PromiseWithResolvers<Buffer>>();
  #subscriber: Promise<Redis> | undefined;

  constructor(private readonly options: { url: string; prefix: string; logger: Logger }) {
    this.#channels = `${options.prefix}:handover:${randomUUID()}:`;
  }

  /** @throws AppError `unavailable` */
  async expect(): Promise<Expected> {
    this.#subscriber ??= this.#subscribe();
    await orUnavailable(() => this.#subscriber!);
    const address = this.#channels + randomUUID();
    const waiting = Promise.withResolvers<Buffer>();
    this.#waiting.set(address, waiting);
    return {
      address,
      bytes: () => Promise.race([waiting.promise, delay(LATE_MS, null, { ref: false })]),
      forget: () => this.#waiting.delete(address),
    };
  }

  async close(): Promise<void> {
    const subscriber = await this.#subscriber?.catch(() => undefined);
    if (subscriber?.status === 'ready') await subscriber.quit().catch(() => undefined);
    subscriber?.disconnect();
  }

  async #subscribe(): Promise<Redis> {
    // It comes back by itself, and subscribes anew.
    const client = redisConnection(this.options.url, 'worker', this.options.logger);
    client.on('pmessageBuffer', (_pattern: string, channel: Buffer, bytes: Buffer) =>
      this.#waiting.get(channel.toString())?.resolve(bytes),
    );
    try {
      await untilReady(client, PRODUCER_TIMEOUT_MS);
      await client.psubscribe(`${this.#channels}*`);
      return client;
    } catch (error) {
      client.disconnect();
      this.#subscriber = undefined;
      throw error;
    }
  }
}

/** Whether whoever waits has them. @throws AppError `unavailable` */
export async function handOver(producer: JobProducer, address: string, bytes: Uint8Array): Promise<boolean> {
  if (bytes.length > MOST_BYTES) return false;
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (await producer.reach(() => producer.client.publish(address, message))) > 0;
}
