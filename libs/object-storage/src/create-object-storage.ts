import type { ConfigOf, objectStorageVariables } from '@discover/config';

import { FolderStorage } from './folder/folder-storage.js';
import { S3Storage } from './s3/s3-storage.js';

export type ObjectStorageConfig = ConfigOf<{ objectStorage: typeof objectStorageVariables }>['objectStorage'];

/**
 * The adapter that the configuration names.
 *
 * @param options.publicUrl where the API serves what the folder adapter has presigned (S3 serves its own)
 */
export function createObjectStorage(
  config: ObjectStorageConfig,
  options: { publicUrl?: string } = {},
): FolderStorage | S3Storage {
  return config.adapter === 'folder'
    ? new FolderStorage(config.folder, options.publicUrl ?? '/files')
    : new S3Storage(config);
}
