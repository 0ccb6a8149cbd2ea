import { Cache, Cached, CacheInvalidates, keys, policies, tags } from '@discover/cache';
import { AppError } from '@discover/contracts';
import { diff, type PatchOperation } from '@discover/cv-model';
import {
  Database,
  findVersions,
  listVersions,
  restoreVersion,
  type ChangedCv,
  type VersionRecord,
} from '@discover/database';
import { Injectable } from '@nestjs/common';

import { cvDependents } from '../caching/cv-dependents.js';
import { CvBody } from '../cvs/cv-body.js';
import { announce } from '../cvs/cv-events.js';
import { lockMatching, noSuchCv } from '../cvs/cv-lock.js';
import { publicTags, readersOf } from '../cvs/public-cvs.js';
import { decodeNumberCursor, encodeNumberCursor } from '../cvs/cursor.js';
import { versionView, type ListVersionsQuery, type VersionPageView } from './versions.dto.js';

/** The documents that a CV had. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly database: Database,
    readonly cache: Cache,
  ) {}

  @Cached(
    policies.listing,
    (userId: string, cvId: string, { cursor, limit }: ListVersionsQuery) =>
      keys.listing(userId, 'versions', [cvId, limit, cursor].join(' ')),
    (userId, cvId) => [tags.cv(userId, cvId)],
  )
  async list(userId: string, cvId: string, query: ListVersionsQuery): Promise<VersionPageView> {
    const before = query.cursor === undefined ? null : decodeNumberCursor(query.cursor, cvId);
    const rows = await this.database.read(userId, (handle) =>
      listVersions(handle, { userId, cvId, before, limit: query.limit + 1 }),
    );
    // Every CV has a version.
    if (rows.length === 0 && before === null) throw noSuchCv();
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items: items.map(versionView),
      nextCursor: rows.length > query.limit && last ? encodeNumberCursor(cvId, last.version) : null,
    };
  }

  /** The version as JSON text. @throws AppError `not_found` */
  async read(userId: string, cvId: string, version: number): Promise<string> {
    const [found] = await this.find(userId, cvId, [version]);
    const summary = JSON.stringify(versionView(found!));
    // The document is already JSON text: it is put in as it stands.
    return `${summary.slice(0, -1)},"document":${found!.documentText}}`;
  }

  /** A JSON Patch that makes version `from` into version `to`. @throws AppError `not_found` */
  async diff(userId: string, cvId: string, from: number, to: number): Promise<PatchOperation[]> {
    const found = await this.find(userId, cvId, [from, to]);
    const documentOf = (version: number): unknown =>
      JSON.parse(found.find((candidate) => candidate.version === version)!.documentText);
    return diff(documentOf(from), documentOf(to));
  }

  /** Makes an earlier version the newest. @throws AppError `not_found`, `precondition_failed` */
  @CacheInvalidates((userId: string, cvId: string) => cvDependents(userId, [cvId]))
  async restore(userId: string, cvId: string, version: number, ifMatch: string | undefined): Promise<CvBody> {
    const cv = await this.database.transaction(
      ({ isPublic }: ChangedCv) => readersOf(userId, isPublic),
      async (handle) => {
        const current = await lockMatching(handle, userId, cvId, ifMatch);
        const restored = await restoreVersion(handle, current, version);
        if (!restored) throw noSuchVersion([version]);
        await announce(handle, 'cv.updated', restored, 'restored');
        return restored;
      },
    );
    await this.cache.invalidate([], publicTags(cv.isPublic));
    return CvBody.of(cv);
  }

  private async find(userId: string, cvId: string, versions: readonly number[]): Promise<VersionRecord[]> {
    const found = await this.database.read(userId, (handle) => findVersions(handle, userId, cvId, versions));
    const missing = versions.filter((version) => !found.some((candidate) => candidate.version === version));
    if (missing.length > 0) throw noSuchVersion(missing);
    return found;
  }
}

function noSuchVersion(versions: readonly number[]): AppError {
  return new AppError('not_found', `There is no such CV of yours, or it has no version ${versions.join(' and ')}.`);
}
