import { QUEUE_NAMES, type QueueName } from '@discover/contracts';

import type { JobProducer } from './job-producer.js';
import { readQueueFigures, type QueueFigures } from './queue-figures.js';
import type { QueuePace } from './queue-pace.js';

/** A queue as operators see it. */
export interface QueueOverview extends QueueFigures, QueuePace {
  name: QueueName;
  /** No worker takes a job until it is resumed. */
  paused: boolean;
}

/** All queues, for operators: how they are, and stopping them. */
export class QueueControl {
  constructor(private readonly producer: JobProducer) {}

  list(): Promise<QueueOverview[]> {
    return this.producer.reach(() => Promise.all(QUEUE_NAMES.map((name) => this.#overview(name))));
  }

  /** Jobs in hand go on to their end; new ones are taken in and wait. */
  async pause(name: QueueName): Promise<void> {
    await this.producer.reach(() => this.producer.queue(name).pause());
  }

  async resume(name: QueueName): Promise<void> {
    await this.producer.reach(() => this.producer.queue(name).resume());
  }

  async #overview(name: QueueName): Promise<QueueOverview> {
    const queue = this.producer.queue(name);
    const [figures, pace, paused] = await Promise.all([
      readQueueFigures(queue, this.producer.client),
      this.producer.pace(name),
      queue.isPaused(),
    ]);
    return { ...figures, ...pace, name, paused };
  }
}
