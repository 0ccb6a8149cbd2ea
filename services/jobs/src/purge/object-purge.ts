import { batchPrefix, EXPORT_DAYS, isImportKey, photoFolderOf, photoPrefix, REPORTS_PREFIX } from '@discover/contracts';
import {
  Database,
  deleteReport,
  giveUpBatches,
  oldReports,
  unknownKeys,
  unknownPhotoFolders,
  type PhotoFolder,
} from '@discover/database';
import type { Bucket, ObjectStorage } from '@discover/object-storage';
import { Inject, Injectable } from '@nestjs/common';

import { OBJECT_STORAGE } from '../tokens.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Scratch files are of requests that take seconds; what is older was left by a crash. */
const SCRATCH_MS = 15 * MINUTE;
/** An upload is named by a row within the hour; what has none after a day was left by a crash. */
const ORIGINAL_MS = DAY;
/** Keys that the database is asked about at once. */
const BATCH = 500;

/** Removes objects that have served their time, or that nothing names. */
@Injectable()
export class ObjectPurge {
  constructor(
    private readonly database: Database,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
  ) {}

  scratch(): Promise<number> {
    return this.olderThan('scratch', SCRATCH_MS);
  }

  exports(): Promise<number> {
    return this.olderThan('exports', EXPORT_DAYS * DAY, (key) => !key.startsWith(REPORTS_PREFIX));
  }

  async reports(): Promise<number> {
    const old = await this.database.readPrimary('purge', (handle) => oldReports(handle, BATCH));
    for (const { id, key } of old) {
      await this.storage.delete('exports', key);
      await this.database.transaction(null, (handle) => deleteReport(handle, id));
    }
    return old.length;
  }

  /** Batches that did not come in to their end. Without its row a batch cannot be accepted any more, so the row goes first. */
  async batches(): Promise<number> {
    const given = await this.database.transaction(null, (handle) => giveUpBatches(handle));
    for (const { id, userId } of given) await this.storage.deletePrefix('originals', batchPrefix(userId, id));
    return given.length;
  }

  /** Uploads that no row names: their process died between storage and commit, or between commit and storage. */
  async originals(): Promise<number> {
    let removed = 0;
    for await (const keys of this.oldImports()) {
      const unknown = await this.database.readPrimary('purge', (handle) => unknownKeys(handle, keys));
      for (const key of unknown) await this.storage.delete('originals', key);
      removed += unknown.length;
    }
    return removed;
  }

  /** Photos whose CV was removed, and uploads that no row names. */
  async photos(): Promise<number> {
    let removed = 0;
    for await (const folders of this.oldPhotos()) {
      const unknown = await this.database.readPrimary('purge', (handle) => unknownPhotoFolders(handle, folders));
      for (const { userId, cvId, folder } of unknown)
        removed += await this.storage.deletePrefix('originals', photoPrefix(userId, cvId, folder));
    }
    return removed;
  }

  private async *oldPhotos(): AsyncGenerator<PhotoFolder[]> {
    let folders = new Map<string, PhotoFolder>();
    for await (const { key, modifiedAt } of this.storage.list('originals', '')) {
      const found = photoFolderOf(key);
      if (!found || Date.now() - modifiedAt.getTime() < ORIGINAL_MS) continue;
      folders.set(found.folder, found);
      if (folders.size < BATCH) continue;
      yield [...folders.values()];
      folders = new Map();
    }
    if (folders.size > 0) yield [...folders.values()];
  }

  private async *oldImports(): AsyncGenerator<string[]> {
    let keys: string[] = [];
    for await (const { key, modifiedAt } of this.storage.list('originals', '')) {
      if (!isImportKey(key) || Date.now() - modifiedAt.getTime() < ORIGINAL_MS) continue;
      keys.push(key);
      if (keys.length < BATCH) continue;
      yield keys;
      keys = [];
    }
    if (keys.length > 0) yield keys;
  }

  private async olderThan(bucket: Bucket, ms: number, concerns = (_key: string) => true): Promise<number> {
    let removed = 0;
    for await (const object of this.storage.list(bucket, '')) {
      if (!concerns(object.key) || Date.now() - object.modifiedAt.getTime() < ms) continue;
      await this.storage.delete(bucket, object.key);
      removed++;
    }
    return removed;
  }
}
