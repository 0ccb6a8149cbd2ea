import { gunzipSync } from 'node:zlib';

import { CreateBucketCommand, GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { S3Server } from '@discover/testing';

import { BUCKET } from './collector.js';

export interface FiledLine {
  /** The first part of its object's key. */
  readonly prefix: string;
  readonly text: string;
}

/** What object storage holds, read once each. */
export class FiledLines {
  /** Keys of the objects read so far. */
  readonly keys = new Set<string>();
  readonly lines: FiledLine[] = [];

  private constructor(private readonly client: S3Client) {}

  static async of(s3: S3Server): Promise<FiledLines> {
    const { endpoint, region, accessKeyId, secretAccessKey } = s3;
    const client = new S3Client({
      endpoint,
      region,
      forcePathStyle: true,
      credentials: { accessKeyId, secretAccessKey },
    });
    await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
    return new FiledLines(client);
  }

  /** Reads the objects that have come since. */
  async update(): Promise<void> {
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.client }, { Bucket: BUCKET }))
      for (const { Key } of Contents) if (!this.keys.has(Key!)) await this.read(Key!);
  }

  stop(): void {
    this.client.destroy();
  }

  private async read(key: string): Promise<void> {
    const { Body } = await this.client.send(new GetObjectCommand({ Bucket: BUCKET, Key: key }));
    const text = gunzipSync(await Body!.transformToByteArray()).toString();
    const prefix = key.slice(0, key.indexOf('/') + 1);
    for (const line of text.split('\n').slice(0, -1)) this.lines.push({ prefix, text: line });
    this.keys.add(key);
  }
}
