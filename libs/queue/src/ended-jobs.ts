import type { Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';

/** Puts an ended job back on its queue with all its attempts and its old priority. False if it is not in that state any more. */
export async function runAgain(queue: Queue, client: Redis, job: Job, state: 'completed' | 'failed'): Promise<boolean> {
  // BullMQ keeps the count of lost workers, and a job that was given up for them would be given up at the next.
  await client.hdel(queue.toKey(job.id!), 'stc');
  try {
    await job.retry(state, { resetAttemptsMade: true, resetAttemptsStarted: true });
    return true;
  } catch (error) {
    if ((await queue.getJobState(job.id!)) === state) throw error;
    return false;
  }
}
