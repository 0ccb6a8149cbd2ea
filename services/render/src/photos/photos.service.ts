import { buffer } from 'node:stream/consumers';

import { photoKey, type JOBS, type Outcome, type PayloadOf, type PhotoResult } from '@discover/contracts';
import { PHOTO_MEDIA_TYPES, PhotoError, PhotoPool, type PhotoFile } from '@discover/cv-render';
import type { ObjectStorage } from '@discover/object-storage';
import { ClosedAccounts } from '@discover/queue';
import { Inject, Injectable } from '@nestjs/common';

import { OBJECT_STORAGE } from '../tokens.js';

const ACCOUNT_CLOSED = { ok: false, code: 'not_found', message: 'The account was closed.' } as const;
const GONE = { ok: false, code: 'unavailable', message: 'The picture was lost on its way. Send it again.' } as const;

/** Makes uploaded pictures into photos. Doing it twice writes the same files to the same place. */
@Injectable()
export class PhotosService {
  constructor(
    private readonly pool: PhotoPool,
    private readonly closed: ClosedAccounts,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
  ) {}

  async prepare(
    { userId, source, target }: PayloadOf<typeof JOBS.preparePhoto>,
    signal: AbortSignal,
  ): Promise<Outcome<PhotoResult>> {
    const uploaded = await this.storage.get(source.bucket, source.key);
    if (!uploaded) return GONE;
    try {
      const { hash, width, height, files } = await this.pool.prepare(await buffer(uploaded.stream), signal);
      await Promise.all(files.map((file) => this.put(target, file)));
      if (await this.closed.isClosed(userId)) {
        await this.storage.deletePrefix(target.bucket, target.key);
        return ACCOUNT_CLOSED;
      }
      const sizes = new Set(files.map(({ cut }) => cut).filter((cut) => typeof cut === 'number'));
      return { ok: true, hash, width, height, sizes: [...sizes] };
    } catch (error) {
      if (error instanceof PhotoError) return { ok: false, code: error.code, message: error.message };
      throw error;
    }
  }

  private async put(
    { bucket, key }: PayloadOf<typeof JOBS.preparePhoto>['target'],
    { cut, format, bytes }: PhotoFile,
  ): Promise<void> {
    await this.storage.put(bucket, photoKey(key, cut, format), bytes, {
      contentType: PHOTO_MEDIA_TYPES[format],
      contentLength: bytes.length,
    });
  }
}
