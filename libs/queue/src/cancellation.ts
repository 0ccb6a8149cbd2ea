import type { QueueName } from '@discover/contracts';
import type { Redis } from 'ioredis';

/** A wish to cancel outlives the longest job, so that a run after a crash of its worker sees it too. */
const KEPT_SECONDS = 3_600;

const channel = (prefix: string) => `${prefix}:cancellations`;
const wishKey = (prefix: string, queue: QueueName, id: string) => `${prefix}:cancelled:${queue}:${id}`;

/** Asks the worker that has the job in hand, whichever it is, to stop. */
export async function askToCancel(client: Redis, prefix: string, queue: QueueName, id: string): Promise<void> {
  await client
    .multi()
    .set(wishKey(prefix, queue, id), '1', 'EX', KEPT_SECONDS)
    .publish(channel(prefix), JSON.stringify([queue, id]))
    .exec();
}

/** A worker's ear for wishes to cancel. */
export class Cancellations {
  readonly #subscriber: Redis;

  constructor(
    private readonly client: Redis,
    private readonly prefix: string,
    onCancel: (queue: string, id: string) => void,
  ) {
    this.#subscriber = client.duplicate();
    // The connection's owner logs its loss already; without a listener the error would end the process.
    this.#subscriber.on('error', () => undefined);
    this.#subscriber.on('message', (_channel, message) => {
      const [queue, id] = JSON.parse(message) as [string, string];
      onCancel(queue, id);
    });
    // Sent when there is a connection, and again by ioredis at each new one.
    this.#subscriber.subscribe(channel(prefix)).catch(() => undefined);
  }

  async isWanted(queue: QueueName, id: string): Promise<boolean> {
    return (await this.client.exists(wishKey(this.prefix, queue, id))) === 1;
  }

  /** To be called when the wish was granted, lest it hits a later job of the same id. */
  async forget(queue: QueueName, id: string): Promise<void> {
    await this.client.del(wishKey(this.prefix, queue, id));
  }

  close(): void {
    this.#subscriber.disconnect();
  }
}
