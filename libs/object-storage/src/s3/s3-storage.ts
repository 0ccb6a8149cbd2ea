import { Readable } from 'node:stream';

import {
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
  type HeadObjectCommandOutput,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

import { contentDisposition } from '../content-disposition.js';
import { ObjectStorageError } from '../errors.js';
import { inspectBody } from '../inspect-body.js';
import { assertExpiry, assertFolderPrefix, assertKey, assertPrefix } from '../keys.js';
import {
  buckets,
  type Bucket,
  type ListedObject,
  type ObjectContent,
  type ObjectDescription,
  type ObjectStorage,
  type PresignOptions,
  type PutOptions,
  type StoredObject,
} from '../object-storage.js';
import { attempt, isMissing } from './s3-errors.js';
import { S3Uploader, unquoted } from './s3-uploader.js';

export interface S3Options {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Buckets are named `<prefix>-originals` and so on. */
  readonly bucketPrefix: string;
}

/** S3's limit for one request. */
const KEYS_PER_DELETE = 1000;
const CONNECT_TIMEOUT_MS = 2_000;
const REQUEST_TIMEOUT_MS = 30_000;
const ATTEMPTS = 3;

/** Objects in a store that speaks S3. */
export class S3Storage implements ObjectStorage {
  private readonly client: S3Client;
  private readonly prefix: string;
  private readonly uploader: S3Uploader;

  constructor(options: S3Options) {
    this.prefix = options.bucketPrefix;
    this.client = new S3Client({
      endpoint: options.endpoint,
      region: options.region,
      credentials: { accessKeyId: options.accessKeyId, secretAccessKey: options.secretAccessKey },
      // Every S3 server knows path-style addresses; few have a DNS name for each bucket.
      forcePathStyle: true,
      maxAttempts: ATTEMPTS,
      requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
    });
    this.uploader = new S3Uploader(this.client, (bucket) => this.nameOf(bucket));
  }

  async put(bucket: Bucket, key: string, body: Readable | Uint8Array, options: PutOptions): Promise<StoredObject> {
    const inspected = inspectBody(body, options);
    try {
      assertKey(bucket, key);
      return await attempt(() => this.uploader.upload(bucket, key, inspected, options));
    } finally {
      await inspected.chunks.return();
      if (body instanceof Readable) body.destroy();
    }
  }

  async get(bucket: Bucket, key: string): Promise<ObjectContent | null> {
    assertKey(bucket, key);
    const response = await attempt(() =>
      this.client.send(new GetObjectCommand({ Bucket: this.nameOf(bucket), Key: key })).catch(nullIfMissing),
    );
    if (response === null) return null;
    const stream = response.Body as Readable;
    try {
      return { ...describe(response), stream };
    } catch (error) {
      stream.destroy();
      throw error;
    }
  }

  async head(bucket: Bucket, key: string): Promise<ObjectDescription | null> {
    assertKey(bucket, key);
    const response = await attempt(() =>
      this.client.send(new HeadObjectCommand({ Bucket: this.nameOf(bucket), Key: key })).catch(nullIfMissing),
    );
    return response === null ? null : describe(response);
  }

  async delete(bucket: Bucket, key: string): Promise<void> {
    assertKey(bucket, key);
    await attempt(() =>
      this.client.send(new DeleteObjectCommand({ Bucket: this.nameOf(bucket), Key: key })).catch(nullIfMissing),
    );
  }

  async deletePrefix(bucket: Bucket, prefix: string): Promise<number> {
    assertFolderPrefix(bucket, prefix);
    let count = 0;
    let keys: string[] = [];
    const flush = async () => {
      await this.deleteKeys(bucket, keys);
      count += keys.length;
      keys = [];
    };
    for await (const { key } of this.list(bucket, prefix)) {
      keys.push(key);
      if (keys.length === KEYS_PER_DELETE) await flush();
    }
    if (keys.length > 0) await flush();
    return count;
  }

  async *list(bucket: Bucket, prefix: string): AsyncGenerator<ListedObject, void, undefined> {
    assertPrefix(bucket, prefix);
    const pages = paginateListObjectsV2({ client: this.client }, { Bucket: this.nameOf(bucket), Prefix: prefix });
    for (;;) {
      const page = await attempt(() => pages.next());
      if (page.done === true) return;
      for (const { Key, Size, LastModified } of page.value.Contents ?? []) {
        yield { key: Key ?? '', size: Size ?? 0, modifiedAt: LastModified ?? new Date(0) };
      }
    }
  }

  async presign(bucket: Bucket, key: string, options: PresignOptions): Promise<string> {
    assertKey(bucket, key);
    assertExpiry(options);
    const command = new GetObjectCommand({
      Bucket: this.nameOf(bucket),
      Key: key,
      ResponseContentDisposition: contentDisposition(options.download),
    });
    return getSignedUrl(this.client, command, { expiresIn: options.expiresInSeconds });
  }

  async prepare(): Promise<void> {
    for (const bucket of buckets) {
      const Bucket = this.nameOf(bucket);
      await attempt(async () => {
        const found = await this.client.send(new HeadBucketCommand({ Bucket })).catch(nullIfMissing);
        if (found === null) await this.client.send(new CreateBucketCommand({ Bucket })).catch(unlessAlreadyOurs);
      });
    }
  }

  async check(): Promise<void> {
    await attempt(() =>
      Promise.all(buckets.map((bucket) => this.client.send(new HeadBucketCommand({ Bucket: this.nameOf(bucket) })))),
    );
  }

  close(): void {
    this.client.destroy();
  }

  private nameOf(bucket: Bucket): string {
    return `${this.prefix}-${bucket}`;
  }

  private async deleteKeys(bucket: Bucket, keys: readonly string[]): Promise<void> {
    const { Errors = [] } = await attempt(() =>
      this.client.send(
        new DeleteObjectsCommand({
          Bucket: this.nameOf(bucket),
          Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true },
        }),
      ),
    );
    if (Errors.length > 0) {
      throw new ObjectStorageError(
        'unavailable',
        `${Errors.length} objects could not be deleted (${Errors[0]?.Code ?? 'no reason given'}).`,
      );
    }
  }
}

function describe(
  response: Pick<HeadObjectCommandOutput, 'ContentLength' | 'ContentType' | 'ETag' | 'LastModified' | 'Metadata'>,
): ObjectDescription {
  const sha256 = response.Metadata?.sha256;
  if (sha256 === undefined)
    throw new ObjectStorageError('damaged', 'The object was not written by the object storage: it has no SHA-256.');
  return {
    size: response.ContentLength ?? 0,
    contentType: response.ContentType ?? 'application/octet-stream',
    sha256,
    etag: unquoted(response.ETag),
    modifiedAt: response.LastModified ?? new Date(0),
  };
}

function nullIfMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}

/** Two processes may prepare at once. */
function unlessAlreadyOurs(error: unknown): void {
  if ((error as Error).name !== 'BucketAlreadyOwnedByYou') throw error;
}
