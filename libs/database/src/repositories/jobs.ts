import type { ErrorCode, OutboxMessage } from '@discover/contracts';

import { Job, type JobInput, type JobKind, type JobResult } from '../entities/index.js';
import type { Handle } from '../handle.js';
import { closeBatch } from './batches.js';
import { recordEvent } from './events.js';

/** This run of a job is not the newest any more: another worker has taken it over, or it was cancelled. */
export class FencedError extends Error {
  constructor(jobId: string) {
    super(`job ${jobId} is in other hands`);
    this.name = 'FencedError';
  }
}

export interface NewJob<K extends JobKind = JobKind> {
  userId: string;
  kind: K;
  queue: OutboxMessage['queue'];
  priority: number;
  input: JobInput<K>;
}

/** Accepts work: its row and its message to the queue, both or neither. */
export async function insertJob<K extends JobKind>(handle: Handle, job: NewJob<K>): Promise<Job> {
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
  return handle.profileQuery('job_inserted', () => handle.manager.findOneByOrFail(Job, { id: row!.id }));
}

/** Null also for a batch that is still coming in. */
export async function findJob(handle: Handle, userId: string, id: string): Promise<Job | null> {
  const job = await handle.profileQuery('job_find', () => handle.manager.findOneBy(Job, { id, userId }));
  return job?.state === 'receiving' ? null : job;
}

/** A run of a job: whoever holds its newest fencing token may end the job. */
export interface JobRun<K extends JobKind = JobKind> {
  fence: number;
  input: JobInput<K>;
}

/** Begins a run of a job that has not ended: takes the next fencing token. Null if there is nothing to do any more. */
export async function startJob<K extends JobKind>(handle: Handle, kind: K, id: string): Promise<JobRun<K> | null> {
  const [row] = await handle.query<JobRun<K>>(
    'job_start',
    `UPDATE jobs SET state = 'active', fence = fence + 1, started_at = coalesce(started_at, now()), updated_at = now()
     WHERE id = $1 AND kind = $2 AND state IN ('queued', 'active') RETURNING fence, input`,
    [id, kind],
  );
  return row ?? null;
}

/** Ends a job well, in the transaction that stores what it made. @throws FencedError if this run is not the newest */
export async function succeedJob<K extends JobKind>(
  handle: Handle,
  id: string,
  fence: number,
  result: JobResult<K>,
): Promise<void> {
  const [ended] = await handle.query<EndedJob>(
    'job_succeed',
    `UPDATE jobs SET state = 'succeeded', progress = 100, result = $3::json, finished_at = now(), updated_at = now()
     WHERE id = $1 AND fence = $2 AND state = 'active' RETURNING ${ENDED}`,
    [id, fence, JSON.stringify(result)],
  );
  if (!ended) throw new FencedError(id);
  await afterEnd(handle, ended);
}

/** Ends a job badly. @throws FencedError if this run is not the newest */
export async function failJob(
  handle: Handle,
  id: string,
  fence: number,
  failure: { code: ErrorCode; message: string },
): Promise<void> {
  const [ended] = await handle.query<EndedJob>(
    'job_fail',
    `UPDATE jobs SET state = 'failed', error_code = $3, error_message = $4, finished_at = now(), updated_at = now()
     WHERE id = $1 AND fence = $2 AND state = 'active' RETURNING ${ENDED}`,
    [id, fence, failure.code, failure.message],
  );
  if (!ended) throw new FencedError(id);
  await afterEnd(handle, ended);
}

/** Why a job failed through no fault of its input. */
export const GIVEN_UP = {
  code: 'internal_error',
  message: 'It could not be done after several tries. We have a record of it.',
} as const;

/** Ends a job that the queue has given up on, whatever run it was in. */
export async function abandonJob(handle: Handle, id: string): Promise<void> {
  const [ended] = await handle.query<EndedJob>(
    'job_abandon',
    `UPDATE jobs SET state = 'failed', error_code = $2, error_message = $3, finished_at = now(), updated_at = now()
     WHERE id = $1 AND state IN ('queued', 'active') RETURNING ${ENDED}`,
    [id, GIVEN_UP.code, GIVEN_UP.message],
  );
  if (ended) await afterEnd(handle, ended);
}

/**
 * Takes back that a job was given up, since an operator has it tried again. Its batch is open again until it ends. Jobs that
 * ended otherwise, or are not known, stay as they are.
 */
export async function reopenJob(handle: Handle, id: string): Promise<void> {
  await handle.query(
    'job_reopen',
    `WITH job AS (
       UPDATE jobs SET state = 'queued', progress = 0, error_code = NULL, error_message = NULL, finished_at = NULL, updated_at = now()
       WHERE id = $1 AND state = 'failed' AND error_code = $2 RETURNING batch_id
     )
     UPDATE jobs SET state = 'active', error_code = NULL, error_message = NULL, finished_at = NULL, updated_at = now()
     WHERE id = (SELECT batch_id FROM job) AND state IN ('succeeded', 'failed')`,
    [id, GIVEN_UP.code],
  );
}

/** What a cancelled job leaves to be cleared away by the caller, after the commit. */
export interface CancelledJob {
  id: string;
  /** Key in the bucket `originals` of a file that nobody will read any more. */
  fileKey: string | null;
}

/**
 * Ends a job that nobody wants any more; null if it has ended already. A run that is under way is fenced off: it stores
 * nothing any more. The row of its file goes with it.
 */
export async function cancelJob(handle: Handle, userId: string, id: string): Promise<CancelledJob | null> {
  const [ended] = await handle.query<EndedJob & CancelledJob>(
    'job_cancel',
    `WITH job AS (
       UPDATE jobs SET state = 'cancelled', finished_at = now(), updated_at = now()
       WHERE user_id = $1 AND id = $2 AND state IN ('queued', 'active') RETURNING *
     ), message AS (
       DELETE FROM outbox WHERE job_id IN (SELECT id FROM job)
     ), file AS (
       DELETE FROM files WHERE id IN (SELECT (input->>'fileId')::uuid FROM job WHERE kind = 'cv.import') RETURNING key
     )
     SELECT ${ENDED}, (SELECT key FROM file) AS "fileKey" FROM job`,
    [userId, id],
  );
  if (!ended) return null;
  if (ended.batchId !== null) await closeBatch(handle, ended.batchId);
  return { id: ended.id, fileKey: ended.fileKey };
}

/** Removes at most `limit` jobs that ended over 30 days ago; the documents of a batch go with it. */
export async function purgeJobs(handle: Handle, limit: number): Promise<number> {
  const rows = await handle.query(
    'job_purge',
    `DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE finished_at < now() - interval '30 days' LIMIT $1) RETURNING id`,
    [limit],
  );
  return rows.length;
}

interface EndedJob {
  id: string;
  userId: string;
  kind: JobKind;
  batchId: string | null;
  state: 'succeeded' | 'failed' | 'cancelled';
  errorCode: ErrorCode | null;
  cvId: string | null;
}

const ENDED = `id, user_id AS "userId", kind, batch_id AS "batchId", state, error_code AS "errorCode", result->>'cvId' AS "cvId"`;

/** What the end of a job brings about: perhaps the end of its batch, else the news of an import. */
async function afterEnd(handle: Handle, job: EndedJob): Promise<void> {
  if (job.batchId !== null) await closeBatch(handle, job.batchId);
  else if (job.kind === 'cv.import') {
    const { userId, state, cvId, errorCode } = job;
    await recordEvent(handle, {
      userId,
      type: 'import.completed',
      subjectId: job.id,
      data: { state, cvId, errorCode },
    });
  }
}
