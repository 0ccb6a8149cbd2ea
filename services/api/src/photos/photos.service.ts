import { randomUUID } from 'node:crypto';

import { Cache, keys } from '@discover/cache';
import { AppError, JOBS, photoPrefix, PLAN_PRIORITY, type ObjectRef, type PhotoResult } from '@discover/contracts';
import type { Resume } from '@discover/cv-model';
import {
  Database,
  deletePhotos,
  insertPhoto,
  updateCv,
  type CvPhoto,
  type CvRecord,
  type Handle,
} from '@discover/database';
import type { ObjectStorage } from '@discover/object-storage';
import { JobProducer } from '@discover/queue';
import { Inject, Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';
import { cvDependents } from '../caching/cv-dependents.js';
import type { ApiConfig } from '../config.js';
import { announce } from '../cvs/cv-events.js';
import { lockMatching } from '../cvs/cv-lock.js';
import { CvsService } from '../cvs/cvs.service.js';
import { endingOf } from '../jobs/ending.js';
import { API_CONFIG, OBJECT_STORAGE } from '../tokens.js';
import { PICTURES } from '../uploads/sniff.js';
import { storeUpload } from '../uploads/store-upload.js';
import type { Upload } from '../uploads/upload.js';
import { CvPhotos } from './cv-photos.js';
import { photoAddress, photoHashOf, withImage } from './photo-address.js';
import type { PhotoView } from './photos.dto.js';
import { noPhoto } from './send-photo.js';

const MAX_BYTES = 10 * 1024 * 1024;
/** The longest that a photo is waited for, in milliseconds: more than the renderer gives it, and its turn. */
const WAIT_MS = 25_000;

/** A CV that is to be changed: as it was read, if that counts. */
export interface PhotoTarget {
  ownerId: string;
  cvId: string;
  ifMatch: string | undefined;
}

/** Photos of CVs. The document decides: it shows the photo that its `basics.image` names. */
@Injectable()
export class PhotosService {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    private readonly producer: JobProducer,
    private readonly cvs: CvsService,
    private readonly photos: CvPhotos,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  /** Takes a picture in and lets the document show it. @throws AppError with the codes of photos, `not_found`, `precondition_failed` */
  async put(caller: Caller, target: PhotoTarget, upload: Upload, signal: AbortSignal): Promise<PhotoView> {
    const { ownerId, cvId } = target;
    const folder = randomUUID();
    const prepared = await this.prepared(caller, target, folder, upload, signal);
    const { hash, width, height, sizes } = prepared;
    const photo: CvPhoto = { userId: ownerId, cvId, hash, folder, width, height, sizes };
    const url = photoAddress(this.config.http.publicUrl, cvId, hash);
    const { unused } = await this.change(target, async (handle, document) => ({
      unused: await insertPhoto(handle, photo),
      document: document.basics?.image === url ? undefined : withImage(document, url),
    }));
    await this.removeFolders(target, unused);
    return { url, hash, width, height, sizes };
  }

  /** @param hash of the one that is meant; without it, the one that the document shows. @throws AppError `not_found` */
  async find(ownerId: string, cvId: string, hash: string | undefined): Promise<CvPhoto> {
    const named = hash ?? photoHashOf(await this.cvs.document(ownerId, cvId), cvId);
    const photo = named === undefined ? null : await this.photos.find(ownerId, cvId, named);
    if (!photo) throw noPhoto();
    return photo;
  }

  /** Removes the photo, and those of earlier versions: from here on nothing is left of them. @throws AppError `not_found` */
  async remove(target: PhotoTarget): Promise<void> {
    const { ownerId, cvId } = target;
    const { removed } = await this.change(target, async (handle, document) => {
      const photos = await deletePhotos(handle, ownerId, cvId);
      if (photos.length === 0) throw noPhoto();
      const shown = photoHashOf(document, cvId) !== undefined;
      return { removed: photos, document: shown ? withImage(document, undefined) : undefined };
    });
    await this.cache.invalidate(removed.map(({ hash }) => keys.photo(ownerId, cvId, hash)));
    await this.removeFolders(
      target,
      removed.map(({ folder }) => folder),
    );
  }

  /** Has the files of the photo made, in processes of the renderer. Of the upload itself nothing is kept. */
  private async prepared(
    caller: Caller,
    { ownerId, cvId }: PhotoTarget,
    folder: string,
    upload: Upload,
    signal: AbortSignal,
  ): Promise<PhotoResult> {
    const id = randomUUID();
    const source: ObjectRef = { bucket: 'scratch', key: `photo/${id}` };
    const target: ObjectRef = { bucket: 'originals', key: photoPrefix(ownerId, cvId, folder) };
    await storeUpload(this.storage, source.bucket, source.key, upload, MAX_BYTES, 'photo', PICTURES);
    try {
      const payload = { userId: ownerId, source, target };
      await this.producer.add(JOBS.preparePhoto, payload, { id, priority: PLAN_PRIORITY[caller.plan] });
      const outcome = endingOf(await this.producer.wait(JOBS.preparePhoto, id, { timeoutMs: WAIT_MS, signal }));
      if (!outcome.ok) throw new AppError(outcome.code, outcome.message);
      return outcome;
    } catch (error) {
      // Nobody waits for it any more. What it writes all the same is found by the purge.
      await this.producer.cancel(JOBS.preparePhoto.queue, id).catch(() => undefined);
      throw error;
    } finally {
      await this.storage.delete(source.bucket, source.key);
      await this.producer.forget(JOBS.preparePhoto.queue, id).catch(() => undefined);
    }
  }

  /** Changes photos and document in one transaction; the document only if `work` answers another one. */
  private async change<Result extends { document: Resume | undefined }>(
    { ownerId, cvId, ifMatch }: PhotoTarget,
    work: (handle: Handle, document: Resume) => Promise<Result>,
  ): Promise<Result> {
    const concerned = cvDependents(ownerId, [cvId]);
    try {
      return await this.database.transaction(ownerId, async (handle) => {
        const cv = await lockMatching(handle, ownerId, cvId, ifMatch);
        const done = await work(handle, JSON.parse(cv.documentText) as Resume);
        if (done.document) await changeDocument(handle, cv, done.document);
        return done;
      });
    } finally {
      // Also after an error: a commit may have been made whose confirmation was lost.
      await this.cache.invalidate(concerned.keys, concerned.tags);
    }
  }

  private async removeFolders({ ownerId, cvId }: PhotoTarget, folders: readonly string[]): Promise<void> {
    for (const folder of folders) await this.storage.deletePrefix('originals', photoPrefix(ownerId, cvId, folder));
  }
}

async function changeDocument(handle: Handle, cv: CvRecord, document: Resume): Promise<void> {
  const changed = await updateCv(handle, cv, { document, cause: 'patched' });
  await announce(handle, 'cv.updated', changed, 'patched');
}
