import { StoredFile } from '../entities/index.js';
import type { Handle } from '../handle.js';

export type NewFile = Omit<StoredFile, 'id' | 'createdAt'>;

export async function insertFile(handle: Handle, file: NewFile): Promise<string> {
  const [row] = await handle.query<{ id: string }>(
    'file_insert',
    'INSERT INTO files (user_id, key, name, media_type, size, sha256) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
    [file.userId, file.key, file.name, file.mediaType, file.size, file.sha256],
  );
  return row!.id;
}

export async function findFile(handle: Handle, id: string): Promise<StoredFile | null> {
  return handle.profileQuery('file_find', () => handle.manager.findOneBy(StoredFile, { id }));
}

export async function deleteFile(handle: Handle, id: string): Promise<void> {
  await handle.profileQuery('file_delete', () => handle.manager.delete(StoredFile, { id }));
}

/** Which of these keys in the bucket `originals` no row names: what a crash between storage and commit has left. */
export async function unknownKeys(handle: Handle, keys: readonly string[]): Promise<string[]> {
  const rows = await handle.query<{ key: string }>(
    'file_unknown_keys',
    'SELECT key FROM unnest($1::text[]) AS stored (key) WHERE NOT EXISTS (SELECT FROM files WHERE files.key = stored.key)',
    [keys],
  );
  return rows.map(({ key }) => key);
}
