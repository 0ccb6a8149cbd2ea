import type { Handle } from '../handle.js';

/** A photo of a CV: where its files are, and what there is of them. */
export interface CvPhoto {
  userId: string;
  cvId: string;
  /** Names its content. */
  hash: string;
  /** Of its files: see `photoPrefix` of the contracts. */
  folder: string;
  /** Of the one with all of the picture, in pixels. */
  width: number;
  height: number;
  /** Edges of its squares, in pixels. */
  sizes: number[];
}

export type PhotoFolder = Pick<CvPhoto, 'userId' | 'cvId' | 'folder'>;

/** Photos that a CV keeps for its earlier versions beside its present one. */
const KEPT = 10;

/**
 * Stores a photo of a CV that `lockCv` holds, as its newest. Answers the folders that nothing names any more: of the oldest
 * ones, and the given one where the CV has the same photo already.
 */
export async function insertPhoto(handle: Handle, photo: CvPhoto): Promise<string[]> {
  const { userId, cvId, hash, folder, width, height, sizes } = photo;
  const [row] = await handle.query<{ folder: string }>(
    'photo_insert',
    `INSERT INTO cv_photos (user_id, cv_id, hash, folder, width, height, sizes) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (user_id, cv_id, hash) DO UPDATE SET created_at = now() RETURNING folder`,
    [userId, cvId, hash, folder, width, height, sizes],
  );
  const dropped = await handle.query<{ folder: string }>(
    'photo_drop_oldest',
    `DELETE FROM cv_photos WHERE user_id = $1 AND cv_id = $2 AND hash IN (
       SELECT hash FROM cv_photos WHERE user_id = $1 AND cv_id = $2 ORDER BY created_at DESC, hash OFFSET $3
     ) RETURNING folder`,
    [userId, cvId, KEPT + 1],
  );
  return [...dropped.map((old) => old.folder), ...(row!.folder === folder ? [] : [folder])];
}

export async function findPhoto(handle: Handle, userId: string, cvId: string, hash: string): Promise<CvPhoto | null> {
  const [row] = await handle.query<CvPhoto>(
    'photo_find',
    `SELECT user_id AS "userId", cv_id AS "cvId", hash, folder, width, height, sizes
     FROM cv_photos WHERE user_id = $1 AND cv_id = $2 AND hash = $3`,
    [userId, cvId, hash],
  );
  return row ?? null;
}

/** Removes all photos of a CV, those of its earlier versions too. */
export async function deletePhotos(
  handle: Handle,
  userId: string,
  cvId: string,
): Promise<Pick<CvPhoto, 'hash' | 'folder'>[]> {
  return handle.query(
    'photo_delete',
    'DELETE FROM cv_photos WHERE user_id = $1 AND cv_id = $2 RETURNING hash, folder',
    [userId, cvId],
  );
}

/** Those of the folders that no photo names. */
export async function unknownPhotoFolders(handle: Handle, folders: readonly PhotoFolder[]): Promise<PhotoFolder[]> {
  return handle.query(
    'photo_unknown',
    `SELECT user_id AS "userId", cv_id AS "cvId", folder
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS asked (user_id, cv_id, folder)
     WHERE NOT EXISTS (
       SELECT 1 FROM cv_photos p WHERE p.user_id = asked.user_id AND p.cv_id = asked.cv_id AND p.folder = asked.folder
     )`,
    [folders.map(({ userId }) => userId), folders.map(({ cvId }) => cvId), folders.map(({ folder }) => folder)],
  );
}

/** Photos of a person, in the order of their folders. */
export async function exportPhotos(
  handle: Handle,
  page: { userId: string; after: string | null; limit: number },
): Promise<(PhotoFolder & { id: string; hash: string })[]> {
  return handle.query(
    'export_photos',
    `SELECT folder AS id, user_id AS "userId", cv_id AS "cvId", folder, hash FROM cv_photos
     WHERE user_id = $1 AND ($2::uuid IS NULL OR folder > $2) ORDER BY folder LIMIT $3`,
    [page.userId, page.after, page.limit],
  );
}
