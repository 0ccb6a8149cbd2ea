import type { Resume } from '@discover/cv-model';

import type { CvStatus, VersionCause } from '../entities/index.js';
import type { Handle } from '../handle.js';
import { CV_RECORD, type CvRecord } from './cv-record.js';
import { indexCvs, indexProfiles, ownWords, publicationOf, putWritten, type Publication } from './search-index.js';
import { hasSubscriberOf } from './webhooks.js';

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
  /** Whether anybody has subscribed to what was done, if that is known. */
  isHeard?: boolean;
}

/** What only Postgres knows of a CV that it has just written. */
type Written = Pick<CvRecord, 'id' | 'version' | 'revision' | 'createdAt' | 'updatedAt'> & { isHeard: boolean };
const WRITTEN = 'user_id, id, version, revision, created_at, updated_at, document';
const AS_WRITTEN = 'id, version, revision, created_at AS "createdAt", updated_at AS "updatedAt"';

/** Stores a CV and its first version, and puts it into search. */
export async function insertCv(handle: Handle, cv: NewCv): Promise<ChangedCv> {
  const { userId, title, language, document, cause } = cv;
  const documentText = JSON.stringify(document);
  const words = ownWords({ title, status: 'draft', language }, document);
  const [row] = await handle.query<Written>(
    'cv_insert',
    `WITH cv AS (
       INSERT INTO cvs (user_id, title, language, document, status) VALUES ($1, $2, $3, $4::json, 'draft') RETURNING ${WRITTEN}
     ), first AS (
       INSERT INTO cv_versions (user_id, cv_id, version, document, cause) SELECT user_id, id, version, document, $5 FROM cv
     ), found AS (${putWritten('$6')})
     SELECT ${AS_WRITTEN}, ${hasSubscriberOf('$1', "'cv.created'")} AS "isHeard" FROM cv`,
    [userId, title, language, documentText, cause, JSON.stringify(words)],
  );
  return { userId, title, status: 'draft', language, documentText, isPublic: false, ...row! };
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

/**
 * Changes a CV that `lockCv` holds, and puts it into search; a changed document becomes its next version, and may say another
 * language.
 */
export async function updateCv(handle: Handle, cv: CvRecord, change: CvChange): Promise<ChangedCv> {
  const { userId, id } = cv;
  const { title = cv.title, status = cv.status } = change;
  const language = change.document?.['x-discover']?.language ?? cv.language;
  const document = change.document ?? (JSON.parse(cv.documentText) as Resume);
  const documentText = change.document ? JSON.stringify(change.document) : null;
  const words = ownWords({ title, status, language }, document);
  // One statement: each costs both sides as much in sending and waking as it takes to do.
  const [row] = await handle.query<Written & { [K in keyof Publication]: Publication[K] | null }>(
    'cv_update',
    `WITH cv AS (
       UPDATE cvs SET title = $3, status = $4, language = $5, document = coalesce($6::json, document),
         version = version + $7, revision = revision + 1, updated_at = now()
       WHERE user_id = $1 AND id = $2 RETURNING ${WRITTEN}
     ), next AS (
       INSERT INTO cv_versions (user_id, cv_id, version, document, cause)
       SELECT user_id, id, version, document, $8 FROM cv WHERE $7 > 0
     ), found AS (${putWritten('$9')})
     SELECT ${AS_WRITTEN}, ${hasSubscriberOf('$1', "'cv.updated'")} AS "isHeard", p.*
     FROM cv LEFT JOIN LATERAL (${publicationOf('$1', '$2')}) p ON true`,
    [userId, id, title, status, language, documentText, documentText ? 1 : 0, change.cause, JSON.stringify(words)],
  );
  const { slug, mask, publication, ...written } = row!;
  const changed = { userId, title, status, language, documentText: documentText ?? cv.documentText, ...written };
  if (slug === null || mask === null || publication === null) return { ...changed, isPublic: false };
  await indexProfiles(handle, [{ cv: changed, document, publication: { slug, mask, publication } }]);
  return { ...changed, isPublic: true };
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
