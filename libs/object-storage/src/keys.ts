import { ObjectStorageError } from './errors.js';
import { buckets, type Bucket, type PresignOptions } from './object-storage.js';

/** S3 allows 1024 bytes and file systems 255 a segment; room is left for the folder adapter's suffix. */
const LONGEST_KEY = 512;
const LONGEST_SEGMENT = 200;
const SEGMENT = /^[A-Za-z0-9_=@+-][A-Za-z0-9._=@+-]*$/;
const LONGEST_EXPIRY_SECONDS = 7 * 24 * 3600; // S3's own limit.

export function assertBucket(bucket: string): asserts bucket is Bucket {
  if (!(buckets as readonly string[]).includes(bucket)) {
    throw new ObjectStorageError('invalid_argument', `There is no bucket ${JSON.stringify(bucket)}.`);
  }
}

export function assertKey(bucket: string, key: string): void {
  assertBucket(bucket);
  const segments = key.split('/');
  if (
    key.length > LONGEST_KEY ||
    !segments.every((segment) => segment.length <= LONGEST_SEGMENT && SEGMENT.test(segment))
  ) {
    throw new ObjectStorageError(
      'invalid_argument',
      `${JSON.stringify(key.slice(0, 80))} cannot be the key of an object.`,
    );
  }
}

/** A prefix is the beginning of a key: its last segment may be cut short, or empty. */
export function assertPrefix(bucket: string, prefix: string): void {
  if (prefix === '') assertBucket(bucket);
  else assertKey(bucket, prefix.endsWith('/') ? prefix.slice(0, -1) : prefix);
}

export function assertFolderPrefix(bucket: string, prefix: string): void {
  assertPrefix(bucket, prefix);
  if (!prefix.endsWith('/')) {
    throw new ObjectStorageError(
      'invalid_argument',
      `Objects are deleted below a prefix that ends in «/», not ${JSON.stringify(prefix)}.`,
    );
  }
}

export function assertExpiry({ expiresInSeconds }: PresignOptions): void {
  if (!(Number.isInteger(expiresInSeconds) && expiresInSeconds >= 1 && expiresInSeconds <= LONGEST_EXPIRY_SECONDS)) {
    throw new ObjectStorageError('invalid_argument', 'A presigned URL lasts between one second and seven days.');
  }
}
