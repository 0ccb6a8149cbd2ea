import type { VersionCause } from '../entities/index.js';
import type { Handle } from '../handle.js';
import { CV_COLUMNS, CV_RECORD, type CvRecord, type CvSummary } from './cv-record.js';
import { indexed, type ChangedCv } from './cvs.js';

export interface VersionSummary {
  version: number;
  cause: VersionCause;
  createdAt: Date;
  /** Bytes of the document's JSON text. */
  size: number;
}

/** A version with its document as the JSON text that was stored. */
export interface VersionRecord extends VersionSummary {
  documentText: string;
}

const SUMMARY = `v.version, v.cause, v.created_at AS "createdAt", octet_length(v.document::text) AS size`;
/** Versions of a CV that is not deleted. */
const VERSIONS_OF_CV = `cv_versions v JOIN cvs c ON c.user_id = v.user_id AND c.id = v.cv_id
     WHERE v.user_id = $1 AND v.cv_id = $2 AND c.deleted_at IS NULL`;

/** The newest first; `before`: those older than this one. */
export async function listVersions(
  handle: Handle,
  listing: { userId: string; cvId: string; before: number | null; limit: number },
): Promise<VersionSummary[]> {
  return handle.query<VersionSummary>(
    'version_list',
    `SELECT ${SUMMARY} FROM ${VERSIONS_OF_CV} AND v.version < coalesce($3, 2147483647)
     ORDER BY v.version DESC LIMIT $4`,
    [listing.userId, listing.cvId, listing.before, listing.limit],
  );
}

/** Those of these versions that there are, in their order. */
export async function findVersions(
  handle: Handle,
  userId: string,
  cvId: string,
  versions: readonly number[],
): Promise<VersionRecord[]> {
  return handle.query<VersionRecord>(
    'version_find',
    `SELECT ${SUMMARY}, v.document::text AS "documentText" FROM ${VERSIONS_OF_CV} AND v.version = ANY ($3::int[])
     ORDER BY v.version`,
    [userId, cvId, versions],
  );
}

/**
 * Makes an earlier document the newest version of a CV that `lockCv` holds. It is copied by the database, so it is the same
 * to the byte. Null if there is no such version.
 */
export async function restoreVersion(handle: Handle, cv: CvSummary, version: number): Promise<ChangedCv | null> {
  const [row] = await handle.query<CvRecord>(
    'version_restore',
    `WITH cv AS (
       UPDATE cvs SET document = v.document, language = coalesce(v.document #>> '{x-discover,language}', cvs.language),
         version = cvs.version + 1, revision = cvs.revision + 1, updated_at = now()
       FROM (SELECT document FROM cv_versions WHERE user_id = $1 AND cv_id = $2 AND version = $3) v
       WHERE cvs.user_id = $1 AND cvs.id = $2 RETURNING ${CV_COLUMNS.replaceAll(/\w+/g, 'cvs.$&')}
     ), next AS (
       INSERT INTO cv_versions (user_id, cv_id, version, document, cause)
       SELECT user_id, id, version, document, 'restored' FROM cv
     )
     SELECT ${CV_RECORD} FROM cv`,
    [cv.userId, cv.id, version],
  );
  return row ? indexed(handle, row) : null;
}
