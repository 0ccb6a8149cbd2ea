import type { QueueName } from '@discover/contracts';

import { runAgain } from './ended-jobs.js';
import type { JobProducer } from './job-producer.js';
import { describe, type JobState } from './job-state.js';

const PAGE = 50;

/** A job that was given up: what it was and why, not its payload, which may be somebody's CV. */
export type DeadLetter = Omit<JobState, 'payload' | 'result' | 'state' | 'position'>;

/** Jobs that were given up, for operators. */
export class DeadLetters {
  constructor(private readonly producer: JobProducer) {}

  count(queue: QueueName): Promise<number> {
    return this.producer.reach(() => this.producer.queue(queue).getFailedCount());
  }

  /** The latest first. `nextCursor` is null at the end; a job that dies or is retried meanwhile shifts the pages. */
  list(name: QueueName, cursor = '0'): Promise<{ items: DeadLetter[]; nextCursor: string | null }> {
    return this.producer.reach(async () => {
      const from = Number.parseInt(cursor, 10) || 0;
      const jobs = await this.producer.queue(name).getFailed(from, from + PAGE - 1);
      const items = jobs.map((job) => {
        const { payload, result, state, position, ...letter } = describe(name, job, 'failed', null);
        return letter;
      });
      return { items, nextCursor: jobs.length < PAGE ? null : String(from + PAGE) };
    });
  }

  /** Ids of the dead letters that have lain there longest. */
  oldest(name: QueueName, limit: number): Promise<string[]> {
    return this.producer.reach(() =>
      this.producer.client.zrange(this.producer.queue(name).toKey('failed'), 0, limit - 1),
    );
  }

  /** Puts it back on the queue with all its attempts. False if there is no such dead letter. */
  retry(name: QueueName, id: string): Promise<boolean> {
    return this.producer.reach(async () => {
      const queue = this.producer.queue(name);
      if ((await queue.getJobState(id)) !== 'failed') return false;
      const job = await queue.getJob(id);
      // Somebody has looked at it: it has all its lives again.
      await this.producer.client.hdel(queue.toKey(id), 'revivals');
      return job !== undefined && runAgain(queue, this.producer.client, job, 'failed');
    });
  }

  /** Forgets it for good. False if there is no such dead letter. */
  discard(name: QueueName, id: string): Promise<boolean> {
    return this.producer.reach(async () => {
      const queue = this.producer.queue(name);
      return (await queue.getJobState(id)) === 'failed' && (await queue.remove(id)) === 1;
    });
  }
}
