import type { ErrorCode, Failure } from '@discover/contracts';

import type { JobState, SkippedFile } from '../entities/index.js';
import type { Handle } from '../handle.js';
import { recordEvent } from './events.js';
import type { CancelledJob } from './jobs.js';

/** Begins to take documents in. Until it is accepted nobody is shown the batch, and its objects lie under its id. */
export async function beginBatch(handle: Handle, userId: string): Promise<string> {
  const [row] = await handle.query<{ id: string }>(
    'batch_begin',
    `INSERT INTO jobs (user_id, kind, state, priority, input) VALUES ($1, 'cv.import-batch', 'receiving', 1, '{"skipped":[]}') RETURNING id`,
    [userId],
  );
  return row!.id;
}

/** A document of a batch: one that is in storage, or one that was refused as it came in. */
export type BatchDocument = { name: string } & (
  { key: string; mediaType: string; size: number; sha256: string; priority: number } | { failure: Failure }
);

/**
 * Accepts a batch whose documents are all in storage: files, jobs and messages to the queue, all or nothing. Answers the ids
 * of the jobs that are to be done, or null if the batch was given up meanwhile for having taken too long.
 */
export async function acceptBatch(
  handle: Handle,
  batch: {
    id: string;
    userId: string;
    documents: readonly BatchDocument[];
    skipped: SkippedFile[];
    asOf: string | null;
  },
): Promise<string[] | null> {
  const accepted = await handle.query(
    'batch_accept',
    `UPDATE jobs SET state = 'active', input = $2::json, started_at = now(), updated_at = now()
     WHERE id = $1 AND state = 'receiving' RETURNING id`,
    [batch.id, JSON.stringify({ skipped: batch.skipped })],
  );
  if (accepted.length === 0) return null;
  const jobs = await handle.query<{ id: string }>(
    'batch_fill',
    `WITH document AS (
       SELECT row_number() OVER () AS position, uuidv7() AS file_id, * FROM json_to_recordset($3::json) AS document(
         name text, key text, media_type text, size integer, sha256 text, priority integer, error_code text, error_message text)
     ), file AS (
       INSERT INTO files (id, user_id, key, name, media_type, size, sha256)
       SELECT file_id, $1, key, name, media_type, size, sha256 FROM document WHERE key IS NOT NULL
     ), job AS (
       INSERT INTO jobs (user_id, batch_id, kind, state, priority, input, error_code, error_message, finished_at)
       SELECT $1, $2, 'cv.import', CASE WHEN key IS NULL THEN 'failed' ELSE 'queued' END, coalesce(priority, 1),
         json_build_object('fileId', CASE WHEN key IS NULL THEN NULL ELSE file_id END, 'fileName', name, 'title', NULL, 'asOf', $4::text),
         error_code, error_message, CASE WHEN key IS NULL THEN now() END
       FROM document ORDER BY position
       RETURNING id, user_id, state, priority
     )
     INSERT INTO outbox (job_id, queue, name, payload, priority)
     SELECT id, 'parse', 'cv.import', json_build_object('jobId', id, 'userId', user_id), priority FROM job WHERE state = 'queued'
     RETURNING job_id AS id`,
    [batch.userId, batch.id, JSON.stringify(batch.documents.map(record)), batch.asOf],
  );
  if (jobs.length === 0) await closeBatch(handle, batch.id);
  return jobs.map(({ id }) => id);
}

function record(document: BatchDocument): object {
  if ('failure' in document)
    return { name: document.name, error_code: document.failure.code, error_message: document.failure.message };
  const { name, key, mediaType, size, sha256, priority } = document;
  return { name, key, media_type: mediaType, size, sha256, priority };
}

/** Forgets batches that were not accepted within an hour, or the given one; their objects are the caller's to remove. */
export async function giveUpBatches(handle: Handle, id?: string): Promise<{ id: string; userId: string }[]> {
  return handle.query(
    'batch_give_up',
    `DELETE FROM jobs WHERE state = 'receiving' AND (id = $1 OR $1::uuid IS NULL AND created_at < now() - interval '1 hour')
     RETURNING id, user_id AS "userId"`,
    [id ?? null],
  );
}

export interface BatchCounts {
  total: number;
  queued: number;
  active: number;
  succeeded: number;
  failed: number;
  cancelled: number;
}

/** How the documents of a batch fare, and which of those that wait is served first and which last. */
export async function countBatch(
  handle: Handle,
  id: string,
): Promise<{ counts: BatchCounts; firstQueued: string | null; lastQueued: string | null }> {
  const [row] = await handle.query<BatchCounts & { firstQueued: string | null; lastQueued: string | null }>(
    'batch_count',
    `SELECT count(*)::int AS total,
       ${['queued', 'active', 'succeeded', 'failed', 'cancelled']
         .map((state) => `(count(*) FILTER (WHERE state = '${state}'))::int AS ${state}`)
         .join(', ')},
       (array_agg(id ORDER BY priority, id) FILTER (WHERE state = 'queued'))[1] AS "firstQueued",
       (array_agg(id ORDER BY priority DESC, id DESC) FILTER (WHERE state = 'queued'))[1] AS "lastQueued"
     FROM jobs WHERE batch_id = $1`,
    [id],
  );
  const { firstQueued, lastQueued, ...counts } = row!;
  return { counts, firstQueued, lastQueued };
}

/** Ends a batch whose documents have all ended. Of two that end at once, the second sees the first. */
export async function closeBatch(handle: Handle, id: string): Promise<void> {
  // The lock is what makes them take turns: the statement after it sees what the one before has committed. It leaves room for
  // the shared locks of the foreign keys of documents, which would make two of them wait for each other.
  await handle.query('batch_lock', 'SELECT id FROM jobs WHERE id = $1 FOR NO KEY UPDATE', [id]);
  const [ended] = await handle.query<{ userId: string; state: JobState }>(
    'batch_close',
    `UPDATE jobs batch SET finished_at = now(), updated_at = now(), progress = 100,
       state = CASE WHEN outcome.succeeded THEN 'succeeded' ELSE 'failed' END,
       error_code = CASE WHEN outcome.succeeded THEN NULL ELSE $2 END, error_message = CASE WHEN outcome.succeeded THEN NULL ELSE $3 END
     FROM (SELECT coalesce(bool_or(state = 'succeeded'), false) AS succeeded,
             coalesce(bool_or(state IN ('queued', 'active')), false) AS unfinished FROM jobs WHERE batch_id = $1) outcome
     WHERE id = $1 AND state = 'active' AND NOT outcome.unfinished RETURNING user_id AS "userId", state`,
    [id, 'batch_failed' satisfies ErrorCode, 'Its results say for each document why.'],
  );
  if (!ended) return;
  const { counts } = await countBatch(handle, id);
  const { userId, state } = ended;
  await recordEvent(handle, { userId, type: 'import.completed', subjectId: id, data: { state, ...counts } });
}

/** Cancels what has not ended of a batch, and the batch; null if it has ended already. */
export async function cancelBatch(handle: Handle, userId: string, id: string): Promise<CancelledJob[] | null> {
  // Its documents before the batch: the order in which their own ends take the locks.
  const cancelled = await handle.query<CancelledJob>(
    'batch_cancel_documents',
    `WITH job AS (
       UPDATE jobs SET state = 'cancelled', finished_at = now(), updated_at = now()
       WHERE user_id = $1 AND batch_id = $2 AND state IN ('queued', 'active') RETURNING id, input
     ), message AS (
       DELETE FROM outbox WHERE job_id IN (SELECT id FROM job)
     ), file AS (
       DELETE FROM files WHERE id IN (SELECT (input->>'fileId')::uuid FROM job) RETURNING id, key
     )
     SELECT job.id, file.key AS "fileKey" FROM job LEFT JOIN file ON file.id = (job.input->>'fileId')::uuid`,
    [userId, id],
  );
  const ended = await handle.query(
    'batch_cancel',
    `UPDATE jobs SET state = 'cancelled', finished_at = now(), updated_at = now()
     WHERE user_id = $1 AND id = $2 AND kind = 'cv.import-batch' AND state = 'active' RETURNING id`,
    [userId, id],
  );
  return ended.length > 0 ? cancelled : null;
}

/** What became of one document of a batch. */
export interface BatchResult {
  jobId: string;
  fileName: string;
  state: JobState;
  cvId: string | null;
  errorCode: ErrorCode | null;
  errorMessage: string | null;
}

/** One page of a batch's documents in the order in which they came in. */
export async function listBatchResults(
  handle: Handle,
  page: { userId: string; batchId: string; after: string | null; limit: number },
): Promise<BatchResult[]> {
  return handle.query(
    'batch_results',
    `SELECT id AS "jobId", input->>'fileName' AS "fileName", state, result->>'cvId' AS "cvId",
       error_code AS "errorCode", error_message AS "errorMessage"
     FROM jobs WHERE batch_id = $2 AND user_id = $1 AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
    [page.userId, page.batchId, page.after, page.limit],
  );
}
