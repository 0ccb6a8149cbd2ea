import { QUEUE_NAMES, SYSTEM_PRIORITY, type Schedule } from '@discover/contracts';
import type { Logger } from '@discover/telemetry';
import type { Queue } from 'bullmq';
import { isDeepStrictEqual } from 'node:util';

import { jobOptions } from './envelope.js';
import type { JobProducer } from './job-producer.js';
import { Loop } from './loop.js';

/** A Redis that was restarted empty has no schedules either. */
const LOOK_EVERY_MS = 60_000;

/** Sees to it that the queue's schedules are those of a list, and stay so. */
export class Schedules {
  readonly #loop: Loop;

  constructor(private readonly options: { producer: JobProducer; schedules: readonly Schedule[]; logger: Logger }) {
    this.#loop = new Loop({
      everyMs: LOOK_EVERY_MS,
      work: () => registerSchedules(options.producer, options.schedules),
      onError: (error) =>
        options.logger.warn(
          { reason: error instanceof Error ? error.message : 'unknown' },
          'schedules could not be set',
        ),
    });
  }

  start(): void {
    this.#loop.start();
    this.options.producer.client.on('ready', this.#look);
  }

  async stop(): Promise<void> {
    this.options.producer.client.off('ready', this.#look);
    await this.#loop.stop();
  }

  readonly #look = () => this.#loop.wake();
}

/** Makes the queues' schedules those of the list: new and changed ones are set, others removed. Any number of instances may do so. */
export async function registerSchedules(producer: JobProducer, schedules: readonly Schedule[]): Promise<void> {
  for (const { contract, payload } of schedules) contract.payload.parse(payload);
  await producer.reach(async () => {
    for (const name of QUEUE_NAMES) {
      await register(
        producer.queue(name),
        schedules.filter(({ contract }) => contract.queue === name),
      );
    }
  });
}

/**
 * Puts a run of a schedule on its queue by hand: one that an operator does not wait for, or one that the queue has lost. Adding
 * it twice is adding it once.
 */
export async function dispatchRun(
  producer: JobProducer,
  { id, contract, payload }: Schedule,
  run: { queueJobId: string; scheduledFor: Date; trigger: 'schedule' | 'manual' },
): Promise<void> {
  const { queueJobId, scheduledFor, trigger } = run;
  await producer.add(contract, payload, {
    id: queueJobId,
    priority: SYSTEM_PRIORITY,
    run: { schedule: id, scheduledFor: scheduledFor.getTime(), trigger },
  });
}

async function register(queue: Queue, schedules: readonly Schedule[]): Promise<void> {
  const present = await queue.getJobSchedulers(0, -1);
  for (const { key } of present) {
    if (!schedules.some(({ id }) => id === key)) await queue.removeJobScheduler(key);
  }
  for (const { id, cron, contract, payload } of schedules) {
    const data = { payload, meta: {} };
    const opts = jobOptions(contract.queue, { priority: SYSTEM_PRIORITY });
    const set = present.find(({ key }) => key === id);
    const same = set?.pattern === cron && set.name === contract.name && isDeepStrictEqual(set.template, { data, opts });
    // Setting it again would replace the job that is due next, and one that is due just now would not run.
    if (!same) await queue.upsertJobScheduler(id, { pattern: cron, tz: 'UTC' }, { name: contract.name, data, opts });
  }
}
