import type { Resume } from '@discover/cv-model';

import type { CvStatus, VersionCause } from '../entities/index.js';
import type { Handle } from '../handle.js';
import { CV_COLUMNS, CV_RECORD, type CvRecord, type CvSummary } from './cv-record.js';
import { indexCvs } from './search-index.js';

export interface NewCv {
  userId: string;
  title: string;
  language: string | null;
  document: Resume;
  cause: VersionCause;
}

/** What may change of a CV; what is absent stays. */
export interface CvChange {
  title?: string;
  status?: CvStatus;
  document?: Resume;
  cause: VersionCause;
}

/** How long a deleted CV can be brought back. */
const KEPT = `interval '30 days'`;

/** A CV as a change left it. */
export interface ChangedCv extends CvRecord {
  /** Whether everybody can find it: what caches hold of public profiles has changed with it. */
  isPublic: boolean;
}

/** Stores a CV and its first version, and puts it into search, as every change does. */
export async function insertCv(handle: Handle, cv: NewCv): Promise<CvRecord> {
  const [row] = await handle.query<CvRecord>(
    'cv_insert',
    `WITH cv AS (
       INSERT INTO cvs (user_id, title, language, document) VALUES ($1, $2, $3, $4::json) RETURNING ${CV_COLUMNS}
     ), first AS (
       INSERT INTO cv_versions (user_id, cv_id, version, document, cause) SELECT user_id, id, version, document, $5 FROM cv
     )
     SELECT ${CV_RECORD} FROM cv`,
    [cv.userId, cv.title, cv.language, JSON.stringify(cv.document), cv.cause],
  );
  return indexed(handle, row!);
}

export async function findCv(handle: Handle, userId: string, id: string): Promise<CvRecord | null> {
  const [row] = await handle.query<CvRecord>(
    'cv_find',
    `SELECT ${CV_RECORD} FROM cvs WHERE user_id = $1 AND id = $2 AND deleted_at IS NULL`,
    [userId, id],
  );
  return row ?? null;
}

/** The same, locked until the transaction ends; others may meanwhile refer to it. */
export async function lockCv(handle: Handle, userId: string, id: string): Promise<CvRecord | null> {
  const [row] = await handle.query<CvRecord>(
    'cv_lock',
    `SELECT ${CV_RECORD} FROM cvs WHERE user_id = $1 AND id = $2 AND deleted_at IS NULL FOR NO KEY UPDATE`,
    [userId, id],
  );
  return row ?? null;
}

/**
 * Several CVs of one owner, locked in the order of their ids until the transaction ends: whoever locks several does so in
 * the same order, so that two of them never wait for each other.
 */
export async function lockCvs(handle: Handle, userId: string, ids: readonly string[]): Promise<CvRecord[]> {
  return handle.query<CvRecord>(
    'cv_lock_several',
    `SELECT ${CV_RECORD} FROM cvs WHERE user_id = $1 AND id = ANY ($2::uuid[]) AND deleted_at IS NULL
     ORDER BY id FOR NO KEY UPDATE`,
    [userId, ids],
  );
}

/** Changes a CV that `lockCv` holds; a changed document becomes its next version, and may say another language. */
export async function updateCv(handle: Handle, cv: CvSummary, change: CvChange): Promise<ChangedCv> {
  const document = change.document === undefined ? null : JSON.stringify(change.document);
  const [row] = await handle.query<CvRecord>(
    'cv_update',
    `WITH cv AS (
       UPDATE cvs SET title = coalesce($3, title), status = coalesce($4, status), document = coalesce($5::json, document),
         language = coalesce($5::json #>> '{x-discover,language}', language),
         version = version + CASE WHEN $5::json IS NULL THEN 0 ELSE 1 END, revision = revision + 1, updated_at = now()
       WHERE user_id = $1 AND id = $2 RETURNING ${CV_COLUMNS}
     ), next AS (
       INSERT INTO cv_versions (user_id, cv_id, version, document, cause)
       SELECT user_id, id, version, document, $6 FROM cv WHERE $5::json IS NOT NULL
     )
     SELECT ${CV_RECORD} FROM cv`,
    [cv.userId, cv.id, change.title ?? null, change.status ?? null, document, change.cause],
  );
  return indexed(handle, row!);
}

/** A CV that was just changed, which search knows from the commit on. */
export async function indexed(handle: Handle, cv: CvRecord): Promise<ChangedCv> {
  const published = await indexCvs(handle, [cv]);
  return { ...cv, isPublic: published.has(cv.id) };
}

/** Hides a CV, from search too; it can be brought back until it is purged. Answers whether there was one. */
export async function deleteCv(handle: Handle, userId: string, id: string): Promise<boolean> {
  const rows = await handle.query(
    'cv_delete',
    `UPDATE cvs SET deleted_at = now(), revision = revision + 1 WHERE user_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING id`,
    [userId, id],
  );
  return rows.length > 0;
}

/** Brings a CV back that was deleted at most 30 days ago; null if there is none. */
export async function undeleteCv(handle: Handle, userId: string, id: string): Promise<ChangedCv | null> {
  const [row] = await handle.query<CvRecord>(
    'cv_undelete',
    `UPDATE cvs SET deleted_at = NULL, revision = revision + 1, updated_at = now()
     WHERE user_id = $1 AND id = $2 AND deleted_at > now() - ${KEPT} RETURNING ${CV_RECORD}`,
    [userId, id],
  );
  return row ? indexed(handle, row) : null;
}

/** Removes, with their versions and readings, at most `limit` CVs that were deleted over 30 days ago. */
export async function purgeCvs(handle: Handle, limit: number): Promise<number> {
  const rows = await handle.query(
    'cv_purge',
    `DELETE FROM cvs WHERE (user_id, id) IN (
       SELECT user_id, id FROM cvs WHERE deleted_at < now() - ${KEPT} LIMIT $1
     ) RETURNING id`,
    [limit],
  );
  return rows.length;
}

/** What the parser said of the version that it made. */
export async function insertReading(
  handle: Handle,
  reading: { userId: string; cvId: string; version: number; fileId: string; reading: object },
): Promise<void> {
  await handle.query(
    'cv_reading_insert',
    'INSERT INTO cv_readings (user_id, cv_id, version, file_id, reading) VALUES ($1, $2, $3, $4, $5::json)',
    [reading.userId, reading.cvId, reading.version, reading.fileId, JSON.stringify(reading.reading)],
  );
}

/** As JSON text; null for a CV that no document was read into. The newest, if there are several. */
export async function findReading(handle: Handle, userId: string, cvId: string): Promise<string | null> {
  const [row] = await handle.query<{ reading: string }>(
    'cv_reading_find',
    'SELECT reading::text AS reading FROM cv_readings WHERE user_id = $1 AND cv_id = $2 ORDER BY version DESC LIMIT 1',
    [userId, cvId],
  );
  return row?.reading ?? null;
}
