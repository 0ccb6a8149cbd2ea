import type { Failure, QueueName } from '@discover/contracts';
import type { Job, JobProgress, Queue } from 'bullmq';
import type { Redis } from 'ioredis';

import { open } from './envelope.js';
import { readFailure } from './job-errors.js';

/** What the queue knows of a job; nothing any more some time after its end (see the queue's settings). */
export interface JobState {
  id: string;
  queue: QueueName;
  /** The contract's name. */
  name: string;
  state: 'waiting' | 'delayed' | 'active' | 'completed' | 'failed';
  /** Jobs that are served before it; null unless it waits. */
  position: number | null;
  progress: JobProgress;
  payload: unknown;
  /** What the handler answered; null unless completed. */
  result: unknown;
  /** Why its last run failed; a job that is tried again has one too. */
  failure: Failure | null;
  /** Runs that have ended. */
  attempts: number;
  maxAttempts: number;
  addedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
}

const STATES: Readonly<Record<string, JobState['state']>> = {
  waiting: 'waiting',
  prioritized: 'waiting',
  delayed: 'delayed',
  active: 'active',
  completed: 'completed',
  failed: 'failed',
};

/** Null if the queue does not know it. */
export async function readJobState(name: QueueName, queue: Queue, client: Redis, id: string): Promise<JobState | null> {
  // The state first: read the other way round, a job that ends in between would be completed without a result.
  const [state, position] = await Promise.all([queue.getJobState(id), readPosition(queue, client, id)]);
  const known = STATES[state];
  if (known === undefined) return null;
  const job = await queue.getJob(id);
  return job ? describe(name, job, known, known === 'waiting' ? position : null) : null;
}

export function describe(queue: QueueName, job: Job, state: JobState['state'], position: number | null): JobState {
  return {
    id: job.id!,
    queue,
    name: job.name,
    state,
    position,
    progress: job.progress,
    payload: open(job.data)?.payload ?? null,
    result: state === 'completed' ? (job.returnvalue as unknown) : null,
    failure: job.failedReason ? readFailure(job.failedReason) : null,
    attempts: job.attemptsMade,
    maxAttempts: job.opts.attempts ?? 1,
    addedAt: new Date(job.timestamp),
    startedAt: job.processedOn === undefined ? null : new Date(job.processedOn),
    endedAt: job.finishedOn === undefined ? null : new Date(job.finishedOn),
  };
}

/** BullMQ serves `wait` from its end, where jobs lie that lost their worker, and then `prioritized` from its start. */
async function readPosition(queue: Queue, client: Redis, id: string): Promise<number | null> {
  const wait = queue.toKey('wait');
  const [index, length, rank] = await Promise.all([
    client.lpos(wait, id),
    client.llen(wait),
    client.zrank(queue.toKey('prioritized'), id),
  ]);
  if (index !== null) return length - 1 - index;
  return rank === null ? null : length + rank;
}
