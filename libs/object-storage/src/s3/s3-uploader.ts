import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

import { CopyObjectCommand, DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';

import type { InspectedBody } from '../inspect-body.js';
import type { Bucket, PutOptions, StoredObject } from '../object-storage.js';

/** Smaller bodies are one request; larger ones are uploaded in parts of this size, three at a time. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 3;

/** The ways into an S3 bucket, by what is known of the body beforehand. */
export class S3Uploader {
  constructor(
    private readonly client: S3Client,
    private readonly nameOf: (bucket: Bucket) => string,
  ) {}

  async upload(bucket: Bucket, key: string, inspected: InspectedBody, options: PutOptions): Promise<StoredObject> {
    const { contentType, sha256 } = options;
    const start = await readStart(inspected);
    if (start.ended) return this.putAtOnce(bucket, key, start.bytes, inspected, contentType);
    const rest = Readable.from(prepend(start.bytes, inspected.chunks));
    return sha256 === undefined
      ? this.putThroughStaging(bucket, key, rest, inspected, contentType)
      : this.putInParts(bucket, key, rest, inspected, { contentType, sha256 });
  }

  private async putAtOnce(
    bucket: Bucket,
    key: string,
    bytes: Buffer,
    inspected: InspectedBody,
    contentType: string,
  ): Promise<StoredObject> {
    const sha256 = inspected.sha256();
    const { ETag } = await this.client.send(
      new PutObjectCommand({
        Bucket: this.nameOf(bucket),
        Key: key,
        Body: bytes,
        ContentType: contentType,
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        Metadata: { sha256 },
      }),
    );
    return { size: bytes.length, sha256, etag: unquoted(ETag) };
  }

  /** When the body breaks its bounds the reading throws, and the upload takes its parts back: nothing was visible. */
  private async putInParts(
    bucket: Bucket,
    key: string,
    body: Readable,
    inspected: InspectedBody,
    description: { contentType: string; sha256?: string },
  ): Promise<StoredObject> {
    const upload = new Upload({
      client: this.client,
      params: {
        Bucket: this.nameOf(bucket),
        Key: key,
        Body: body,
        ContentType: description.contentType,
        ...(description.sha256 === undefined ? {} : { Metadata: { sha256: description.sha256.toLowerCase() } }),
      },
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
    });
    const { ETag } = await upload.done();
    return { size: inspected.size(), sha256: inspected.sha256(), etag: unquoted(ETag) };
  }

  /**
   * S3 wants an object's metadata before its content, and the hash is known after it: so the parts go to the scratch
   * bucket, and the store copies the whole with its metadata to where it belongs.
   */
  private async putThroughStaging(
    bucket: Bucket,
    key: string,
    body: Readable,
    inspected: InspectedBody,
    contentType: string,
  ): Promise<StoredObject> {
    const staging = `staging/${randomUUID()}`;
    const stored = await this.putInParts('scratch', staging, body, inspected, { contentType });
    try {
      const { CopyObjectResult } = await this.client.send(
        new CopyObjectCommand({
          Bucket: this.nameOf(bucket),
          Key: key,
          CopySource: `${this.nameOf('scratch')}/${staging}`,
          MetadataDirective: 'REPLACE',
          ContentType: contentType,
          Metadata: { sha256: stored.sha256 },
        }),
      );
      return { ...stored, etag: unquoted(CopyObjectResult?.ETag) };
    } finally {
      await this.client.send(new DeleteObjectCommand({ Bucket: this.nameOf('scratch'), Key: staging }));
    }
  }
}

export function unquoted(etag: string | undefined): string {
  return (etag ?? '').replace(/^"|"$/g, '');
}

/** Reads up to one part, to see whether there is more than that. */
async function readStart({ chunks }: InspectedBody): Promise<{ bytes: Buffer; ended: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  while (size <= PART_BYTES) {
    const next = await chunks.next();
    if (next.done === true) return { bytes: Buffer.concat(parts), ended: true };
    parts.push(next.value);
    size += next.value.length;
  }
  return { bytes: Buffer.concat(parts), ended: false };
}

async function* prepend(start: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  yield start;
  yield* rest;
}
