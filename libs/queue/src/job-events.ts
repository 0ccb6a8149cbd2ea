import type { QueueName } from '@discover/contracts';
import type { Logger } from '@discover/telemetry';
import { isNotConnectionError, QueueEvents, type Queue } from 'bullmq';
import type { Redis } from 'ioredis';

import { redisConnection } from './connection.js';

const EVENTS = ['waiting', 'delayed', 'active', 'progress', 'stalled', 'completed', 'failed', 'removed'] as const;
export type JobEvent = (typeof EVENTS)[number];

interface EventStream {
  events: QueueEvents;
  connection: Redis;
}

/** BullMQ's event streams: one reader per queue and process, made when the first listener comes. */
export class JobEvents {
  readonly #streams = new Map<QueueName, Promise<EventStream>>();

  constructor(
    private readonly options: {
      url: string;
      prefix: string;
      logger: Logger;
      client: Redis;
      queue: (name: QueueName) => Queue;
    },
  ) {}

  /**
   * Calls `listener` for each event of a job from now on; what happened before is for the caller to read *after* this has
   * resolved, then nothing is missed. The answer ends it.
   */
  async listen(
    name: QueueName,
    id: string,
    listener: (event: JobEvent, details: unknown) => void,
  ): Promise<() => void> {
    const { events } = await this.#stream(name);
    const listeners = EVENTS.map(
      (event) => [`${event}:${id}`, (details: unknown) => listener(event, details)] as const,
    );
    // BullMQ emits each event a second time with the job's id in its name, which its types do not say.
    const emitter: NodeJS.EventEmitter = events;
    for (const [event, handler] of listeners) emitter.on(event, handler);
    return () => {
      for (const [event, handler] of listeners) emitter.off(event, handler);
    };
  }

  async close(): Promise<void> {
    const streams = await Promise.allSettled(this.#streams.values());
    for (const stream of streams) {
      if (stream.status === 'rejected') continue;
      await stream.value.events.close();
      stream.value.connection.disconnect();
    }
  }

  #stream(name: QueueName): Promise<EventStream> {
    let stream = this.#streams.get(name);
    if (stream === undefined) {
      stream = this.#open(name);
      this.#streams.set(name, stream);
      stream.catch(() => this.#streams.delete(name));
    }
    return stream;
  }

  async #open(name: QueueName): Promise<EventStream> {
    const { url, prefix, logger, client, queue } = this.options;
    // From a known place in the stream: BullMQ's default `$` means «from when the read arrives», again at every read
    // until the first event, and what happens in between would be lost.
    const [last] = await client.xrevrange(queue(name).toKey('events'), '+', '-', 'COUNT', 1);
    const connection = redisConnection(url, 'worker', logger);
    const events = new QueueEvents(name, { connection, prefix, lastEventId: last?.[0] ?? '0-0' });
    events.on('error', (error) => {
      if (isNotConnectionError(error))
        logger.warn({ queue: name, reason: error.message }, 'job events could not be read');
    });
    return { events, connection };
  }
}
