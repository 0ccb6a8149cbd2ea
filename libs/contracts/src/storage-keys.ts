/**
 * Where uploaded originals lie in the bucket `originals`: under their person, so that they go with the account, and below
 * `imports`, where the purge looks for what no row names.
 */
export function importKey(userId: string, name: string): string {
  return `${userId}/imports/${name}`;
}

/** All that belongs to a batch, so that one which is given up can be removed by its id. */
export function batchPrefix(userId: string, batchId: string): string {
  return `${importKey(userId, batchId)}/`;
}

export function isImportKey(key: string): boolean {
  return key.split('/')[1] === 'imports';
}

/**
 * All files of one photo, in the bucket `originals`: under their person, so that they go with the account. Each upload has a
 * folder of its own, so that the removal of one never meets another.
 */
export function photoPrefix(userId: string, cvId: string, folder: string): string {
  return `${userId}/photos/${cvId}/${folder}/`;
}

/** @param cut a size of a square, or `full` */
export function photoKey(prefix: string, cut: string | number, format: string): string {
  return `${prefix}${cut}.${format}`;
}

/** What {@link photoPrefix} was made of; null for the key of what is no photo. */
export function photoFolderOf(key: string): { userId: string; cvId: string; folder: string } | null {
  const [userId, kind, cvId, folder] = key.split('/');
  return kind === 'photos' && cvId !== undefined && folder !== undefined ? { userId: userId!, cvId, folder } : null;
}

/** Where reports for administrators lie in the bucket `exports`: they stay longer than people's exports. */
export const REPORTS_PREFIX = 'reports/';

/** @param firstDay `YYYY-MM-DD` */
export function reportKey(kind: string, firstDay: string): string {
  return `${REPORTS_PREFIX}${kind}-${firstDay}.json`;
}

/** How long an export can be fetched, in days. */
export const EXPORT_DAYS = 7;
