import type { Readable } from 'node:stream';

/** What files are for; each bucket has a lifetime of its own (docs/architecture.md). */
export const buckets = ['originals', 'renders', 'exports', 'archives', 'scratch'] as const;
export type Bucket = (typeof buckets)[number];

export interface PutOptions {
  readonly contentType: string;
  /** Bytes, if known; a body of another length is refused. */
  readonly contentLength?: number;
  /** Hexadecimal, if known; a body with another hash is refused. */
  readonly sha256?: string;
  /** A longer body is refused as soon as that shows, however long it would have been. */
  readonly maxBytes?: number;
}

export interface StoredObject {
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal, of the content. */
  readonly sha256: string;
  /** Changes with the content; without quotation marks. */
  readonly etag: string;
}

export interface ObjectDescription extends StoredObject {
  readonly contentType: string;
  readonly modifiedAt: Date;
}

export interface ObjectContent extends ObjectDescription {
  /** To be read to its end, or destroyed. */
  readonly stream: Readable;
}

export interface ListedObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly modifiedAt: Date;
}

export interface PresignOptions {
  /** At most seven days. */
  readonly expiresInSeconds: number;
  /** Saved under this name by a browser, instead of shown. */
  readonly download?: string;
}

/**
 * Where files are kept. Keys are relative paths of letters, digits and `._=@+-`, without empty, `.`-led or too long
 * segments ({@link assertKey}). An object is there whole or not at all, and is replaced at one moment: whoever reads the
 * old one while it is replaced reads it to its end.
 *
 * All methods throw ObjectStorageError.
 */
export interface ObjectStorage {
  /** Streams the body in; on any error nothing is stored, what was there before stays, and the body is destroyed. */
  put(bucket: Bucket, key: string, body: Readable | Uint8Array, options: PutOptions): Promise<StoredObject>;
  /** Null if there is no such object. */
  get(bucket: Bucket, key: string): Promise<ObjectContent | null>;
  head(bucket: Bucket, key: string): Promise<ObjectDescription | null>;
  /** Also resolves if there is no such object. */
  delete(bucket: Bucket, key: string): Promise<void>;
  /** @param prefix ends in `/`, so that `cv/1/` cannot mean `cv/10/…` @returns how many objects were there */
  deletePrefix(bucket: Bucket, prefix: string): Promise<number>;
  /** In the order of the keys' bytes. @param prefix may be empty */
  list(bucket: Bucket, prefix: string): AsyncIterable<ListedObject>;
  /** A URL that lets whoever holds it read the object until it expires. */
  presign(bucket: Bucket, key: string, options: PresignOptions): Promise<string>;
  /** Makes the buckets that are missing. */
  prepare(): Promise<void>;
  /** For readiness. @throws if the storage cannot be used */
  check(): Promise<void>;
  close(): void;
}
