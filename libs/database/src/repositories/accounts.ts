import { JOBS, SYSTEM_PRIORITY } from '@discover/contracts';

import type { Handle } from '../handle.js';

/** What was let go with an account, for caches to forget. */
export interface ClosedAccount {
  /** Of the job that removes what is left. */
  jobId: string;
  cvIds: string[];
  sessionIds: string[];
  apiKeyIds: string[];
  /** Addresses, present and former, of its profiles. */
  slugs: string[];
  /** Who its CVs were shared with. */
  readers: { userId: string; cvId: string }[];
}

/**
 * Closes an account: from the commit on nobody can log in to it or see its CVs, its e-mail is free, and what it had under
 * way is cancelled. What is left is removed by the job that is accepted with it. Null if there is no such account.
 */
export async function closeAccount(handle: Handle, userId: string): Promise<ClosedAccount | null> {
  const closed = await handle.query(
    'account_close',
    'UPDATE users SET deleted_at = now(), updated_at = now() WHERE id = $1 AND deleted_at IS NULL RETURNING id',
    [userId],
  );
  if (closed.length === 0) return null;
  const cvs = await handle.query<{ id: string }>(
    'account_hide_cvs',
    'UPDATE cvs SET deleted_at = now(), revision = revision + 1 WHERE user_id = $1 AND deleted_at IS NULL RETURNING id',
    [userId],
  );
  const sessions = await handle.query<{ id: string }>(
    'account_end_sessions',
    'UPDATE sessions SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL RETURNING id',
    [userId],
  );
  const apiKeys = await handle.query<{ id: string }>(
    'account_end_keys',
    'DELETE FROM api_keys WHERE user_id = $1 RETURNING id',
    [userId],
  );
  await handle.query(
    'account_cancel_jobs',
    `WITH cancelled AS (
       UPDATE jobs SET state = 'cancelled', finished_at = now(), updated_at = now()
       WHERE user_id = $1 AND state IN ('queued', 'active') RETURNING id
     ) DELETE FROM outbox WHERE job_id IN (SELECT id FROM cancelled)`,
    [userId],
  );
  return {
    jobId: await acceptDeletion(handle, userId),
    cvIds: ids(cvs),
    sessionIds: ids(sessions),
    apiKeyIds: ids(apiKeys),
    slugs: await slugsOf(handle, userId),
    readers: await readersOf(handle, userId),
  };
}

async function slugsOf(handle: Handle, userId: string): Promise<string[]> {
  const rows = await handle.query<{ slug: string }>(
    'account_slugs',
    'SELECT slug FROM publication_slugs WHERE owner_id = $1',
    [userId],
  );
  return rows.map(({ slug }) => slug);
}

async function readersOf(handle: Handle, userId: string): Promise<{ userId: string; cvId: string }[]> {
  return handle.query(
    'account_readers',
    `SELECT coalesce(s.recipient_id, u.id) AS "userId", s.cv_id AS "cvId"
     FROM shares s LEFT JOIN users u ON s.recipient_id IS NULL AND u.email = s.email AND u.deleted_at IS NULL
     WHERE s.owner_id = $1 AND coalesce(s.recipient_id, u.id) IS NOT NULL`,
    [userId],
  );
}

async function acceptDeletion(handle: Handle, userId: string): Promise<string> {
  const { name, queue } = JOBS.deleteAccount;
  const [job] = await handle.query<{ id: string }>(
    'account_delete_job',
    `WITH job AS (
       INSERT INTO jobs (user_id, kind, priority, input) VALUES ($1, $2, $3, '{}') RETURNING id
     ), message AS (
       INSERT INTO outbox (job_id, queue, name, payload, priority)
       SELECT id, $4, $2, json_build_object('jobId', id, 'userId', $1::uuid), $3 FROM job
     )
     SELECT id FROM job`,
    [userId, name, SYSTEM_PRIORITY, queue],
  );
  return job!.id;
}

/** Whether the account was closed and is still there: what may be removed. */
export async function isClosedAccount(handle: Handle, userId: string): Promise<'open' | 'closed' | 'gone'> {
  const [row] = await handle.query<{ closed: boolean }>(
    'account_state',
    'SELECT deleted_at IS NOT NULL AS closed FROM users WHERE id = $1',
    [userId],
  );
  if (!row) return 'gone';
  return row.closed ? 'closed' : 'open';
}

/** Removes at most `limit` CVs of a closed account with all that hangs on them; answers how many. */
export async function purgeCvsOfAccount(handle: Handle, userId: string, limit: number): Promise<number> {
  const rows = await handle.query(
    'account_purge_cvs',
    `DELETE FROM cvs WHERE user_id = $1 AND id IN (
       SELECT c.id FROM cvs c JOIN users u ON u.id = c.user_id WHERE c.user_id = $1 AND u.deleted_at IS NOT NULL LIMIT $2
     ) RETURNING id`,
    [userId, limit],
  );
  return rows.length;
}

/** Removes a closed account; every row that names it goes with it, by the foreign keys. */
export async function purgeAccount(handle: Handle, userId: string): Promise<void> {
  await handle.query('account_purge', 'DELETE FROM users WHERE id = $1 AND deleted_at IS NOT NULL', [userId]);
}

function ids(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
