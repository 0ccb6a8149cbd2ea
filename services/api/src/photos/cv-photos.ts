import { buffer } from 'node:stream/consumers';

import { Cache, keys, policies } from '@discover/cache';
import { photoKey, photoPrefix, type ObjectRef } from '@discover/contracts';
import type { Resume } from '@discover/cv-model';
import { FULL, type PhotoCut, type PhotoFormat } from '@discover/cv-render';
import { Database, findPhoto, type CvPhoto } from '@discover/database';
import type { ObjectStorage } from '@discover/object-storage';
import { Inject, Injectable } from '@nestjs/common';

import { OBJECT_STORAGE } from '../tokens.js';
import { photoHashOf, withImage } from './photo-address.js';

/** Edge of the square that goes along with a document which is read without an account, in pixels. */
const INLINED = 256;

/** The photos that documents show. What a mask has taken from a document is not found by it. */
@Injectable()
export class CvPhotos {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
  ) {}

  async find(ownerId: string, cvId: string, hash: string): Promise<CvPhoto | null> {
    const found = await this.cache.get(policies.photo, keys.photo(ownerId, cvId, hash), async ({ doNotStore }) => {
      const photo = await this.database.read(ownerId, (handle) => findPhoto(handle, ownerId, cvId, hash));
      // What is put there counts at once, and nobody need be told of it.
      if (!photo) doNotStore();
      return photo;
    });
    return found ?? null;
  }

  /** What the renderer shows in place of `basics.image`: `photo` of a design. */
  async ofRender(ownerId: string, cvId: string, document: Resume): Promise<{ photo?: ObjectRef }> {
    const hash = photoHashOf(document, cvId);
    const photo = hash && (await this.find(ownerId, cvId, hash));
    // JPEG, since what makes PNG reads no other.
    return photo ? { photo: photoObject(photo, FULL, 'jpg') } : {};
  }

  /** The document with its photo in it, for those who cannot ask for it. */
  async inlined(ownerId: string, cvId: string, document: Resume): Promise<Resume> {
    const hash = photoHashOf(document, cvId);
    if (hash === undefined) return document;
    const photo = await this.find(ownerId, cvId, hash);
    const { bucket, key } = photo ? photoObject(photo, cutFor(photo, INLINED), 'jpg') : { bucket: null, key: '' };
    const content = bucket && (await this.storage.get(bucket, key));
    if (!content) return withImage(document, undefined);
    return withImage(document, `data:image/jpeg;base64,${(await buffer(content.stream)).toString('base64')}`);
  }
}

export function photoObject({ userId, cvId, folder }: CvPhoto, cut: PhotoCut, format: PhotoFormat): ObjectRef {
  return { bucket: 'originals', key: photoKey(photoPrefix(userId, cvId, folder), cut, format) };
}

/** The square with this edge, or the largest that there is. */
export function cutFor({ sizes }: CvPhoto, edge: number | undefined): PhotoCut {
  if (edge === undefined) return FULL;
  return Math.min(edge, Math.max(...sizes)) as PhotoCut;
}
