import { JOB_CLASSES, type QueueName } from '@discover/contracts';
import { metrics, type Logger } from '@discover/telemetry';

import type { JobProducer } from './job-producer.js';
import { readQueueFigures, STATES } from './queue-figures.js';

/**
 * The queues' depth and age as Prometheus series, read when Prometheus asks. A queue that cannot be read has no series
 * then: an autoscaler must see that the figure is missing, not the last one.
 */
export class QueueMetrics {
  #reading: Promise<void> | undefined;

  constructor(private readonly options: { producer: JobProducer; queues: readonly QueueName[]; logger: Logger }) {}

  start(): void {
    // The gauges are collected in one scrape and share one reading.
    const collect = () => this.#read();
    for (const queue of this.options.queues) metrics.queueScrapeErrors.inc({ queue }, 0);
    Object.assign(metrics.queueJobs, { collect });
    Object.assign(metrics.queueOldestAge, { collect });
    Object.assign(metrics.queueClassOldestAge, { collect });
  }

  stop(): void {
    Object.assign(metrics.queueJobs, { collect: undefined });
    Object.assign(metrics.queueOldestAge, { collect: undefined });
    Object.assign(metrics.queueClassOldestAge, { collect: undefined });
    for (const queue of this.options.queues) forget(queue);
  }

  #read(): Promise<void> {
    this.#reading ??= Promise.all(this.options.queues.map((queue) => this.#readQueue(queue)))
      .then(() => undefined)
      .finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readQueue(name: QueueName): Promise<void> {
    const { producer, logger } = this.options;
    try {
      const figures = await readQueueFigures(producer.queue(name), producer.client);
      for (const state of STATES) metrics.queueJobs.set({ queue: name, state }, figures.jobs[state]);
      metrics.queueOldestAge.set({ queue: name }, figures.oldestSeconds);
      for (const kind of JOB_CLASSES)
        metrics.queueClassOldestAge.set({ queue: name, class: kind }, figures.oldestSecondsByClass[kind]);
    } catch (error) {
      forget(name);
      metrics.queueScrapeErrors.inc({ queue: name });
      logger.debug(
        { queue: name, reason: error instanceof Error ? error.message : 'unknown' },
        'the figures of a queue could not be read',
      );
    }
  }
}

function forget(queue: QueueName): void {
  for (const state of STATES) metrics.queueJobs.remove({ queue, state });
  metrics.queueOldestAge.remove({ queue });
  for (const kind of JOB_CLASSES) metrics.queueClassOldestAge.remove({ queue, class: kind });
}
