import type { ErrorCode, OutboxMessage } from '@discover/contracts';

import { Job, type ImportInput } from '../entities/index.js';
import type { Handle } from '../handle.js';

/** This run of a job is not the newest any more: another worker has taken it over, or it was cancelled. */
export class FencedError extends Error {
  constructor(jobId: string) {
    super(`job ${jobId} is in other hands`);
    this.name = 'FencedError';
  }
}

export interface NewJob {
  userId: string;
  kind: string;
  queue: OutboxMessage['queue'];
  priority: number;
  input: ImportInput;
}

/** Accepts work: its row and its message to the queue, both or neither. */
export async function insertJob(handle: Handle, job: NewJob): Promise<Job> {
  const [row] = await handle.query<{ id: string }>(
    'job_insert',
    `WITH job AS (
       INSERT INTO jobs (user_id, kind, priority, input) VALUES ($1, $2, $3, $4::json) RETURNING id, user_id
     ), message AS (
       INSERT INTO outbox (job_id, queue, name, payload, priority)
       SELECT id, $5, $2, json_build_object('jobId', id, 'userId', user_id), $3 FROM job
     )
     SELECT id FROM job`,
    [job.userId, job.kind, job.priority, JSON.stringify(job.input), job.queue],
  );
  return handle.manager.findOneByOrFail(Job, { id: row!.id });
}

export async function findJob(handle: Handle, userId: string, id: string): Promise<Job | null> {
  return handle.manager.findOneBy(Job, { id, userId });
}

/** Begins a run of a job that has not ended: takes the next fencing token. Null if there is nothing to do any more. */
export async function startJob(handle: Handle, id: string): Promise<{ fence: number; input: ImportInput } | null> {
  const [row] = await handle.query<{ fence: number; input: ImportInput }>(
    'job_start',
    `UPDATE jobs SET state = 'active', fence = fence + 1, started_at = coalesce(started_at, now()), updated_at = now()
     WHERE id = $1 AND state IN ('queued', 'active') RETURNING fence, input`,
    [id],
  );
  return row ?? null;
}

/** Ends a job well, in the transaction that stores what it made. @throws FencedError if this run is not the newest */
export async function succeedJob(handle: Handle, id: string, fence: number, result: { cvId: string }): Promise<void> {
  const rows = await handle.query(
    'job_succeed',
    `UPDATE jobs SET state = 'succeeded', progress = 100, result = $3::json, finished_at = now(), updated_at = now()
     WHERE id = $1 AND fence = $2 AND state = 'active' RETURNING id`,
    [id, fence, JSON.stringify(result)],
  );
  if (rows.length === 0) throw new FencedError(id);
}

/** Ends a job badly. @throws FencedError if this run is not the newest */
export async function failJob(
  handle: Handle,
  id: string,
  fence: number,
  failure: { code: ErrorCode; message: string },
): Promise<void> {
  const rows = await handle.query(
    'job_fail',
    `UPDATE jobs SET state = 'failed', error_code = $3, error_message = $4, finished_at = now(), updated_at = now()
     WHERE id = $1 AND fence = $2 AND state = 'active' RETURNING id`,
    [id, fence, failure.code, failure.message],
  );
  if (rows.length === 0) throw new FencedError(id);
}

/** Why a job failed through no fault of its input. */
export const GIVEN_UP = {
  code: 'internal_error',
  message: 'It could not be done after several tries. We have a record of it.',
} as const;

/** Ends a job that the queue has given up on, whatever run it was in. */
export async function abandonJob(handle: Handle, id: string): Promise<void> {
  await handle.query(
    'job_abandon',
    `UPDATE jobs SET state = 'failed', error_code = $2, error_message = $3, finished_at = now(), updated_at = now()
     WHERE id = $1 AND state IN ('queued', 'active')`,
    [id, GIVEN_UP.code, GIVEN_UP.message],
  );
}

/** Answers whether it had not ended yet. A run that is under way is fenced off: it stores nothing any more. */
export async function cancelJob(handle: Handle, userId: string, id: string): Promise<boolean> {
  const rows = await handle.query(
    'job_cancel',
    `WITH message AS (DELETE FROM outbox WHERE job_id = $2)
     UPDATE jobs SET state = 'cancelled', finished_at = now(), updated_at = now()
     WHERE user_id = $1 AND id = $2 AND state IN ('queued', 'active') RETURNING id`,
    [userId, id],
  );
  return rows.length > 0;
}

/** Removes at most `limit` jobs that ended over 30 days ago. */
export async function purgeJobs(handle: Handle, limit: number): Promise<number> {
  const rows = await handle.query(
    'job_purge',
    `DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE finished_at < now() - interval '30 days' LIMIT $1) RETURNING id`,
    [limit],
  );
  return rows.length;
}
