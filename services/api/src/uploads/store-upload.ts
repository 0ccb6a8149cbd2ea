import { AppError } from '@discover/contracts';
import { ObjectStorageError, type Bucket, type ObjectStorage } from '@discover/object-storage';
import { metrics } from '@discover/telemetry';

import { DOCUMENTS, sniff, type FileKinds } from './sniff.js';
import type { Upload } from './upload.js';

export interface StoredUpload {
  mediaType: string;
  /** Bytes. */
  size: number;
  /** Hexadecimal. */
  sha256: string;
}

/**
 * Streams a file into storage while its kind is told, its size bounded and its hash taken. Of one that is refused nothing
 * is kept.
 *
 * @throws AppError `empty_document`, `unsupported_media_type`, `too_large`
 */
export async function storeUpload(
  storage: ObjectStorage,
  bucket: Bucket,
  key: string,
  upload: Upload,
  maxBytes: number,
  purpose: 'import' | 'batch' | 'parse' | 'photo',
  kinds: FileKinds = DOCUMENTS,
): Promise<StoredUpload> {
  const { mediaType, stream } = await sniff(upload.stream, kinds);
  try {
    const { size, sha256 } = await storage.put(bucket, key, stream, { contentType: mediaType, maxBytes });
    metrics.uploads.inc({ purpose });
    metrics.uploadBytes.inc(size);
    return { mediaType, size, sha256 };
  } catch (error) {
    upload.stream.resume();
    if (error instanceof ObjectStorageError && error.code === 'too_large') {
      throw new AppError(
        'too_large',
        `A file may have at most ${Math.floor(maxBytes / 1024 / 1024)} MiB. Send a smaller one${kinds === DOCUMENTS ? ', for example without pictures' : ''}.`,
      );
    }
    throw error;
  }
}
