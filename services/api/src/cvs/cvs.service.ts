import { Cache, CacheInvalidates, keys, policies, type CacheStatus, type WritePermit } from '@discover/cache';
import { AppError } from '@discover/contracts';
import type { Resume } from '@discover/cv-model';
import {
  Database,
  deleteCv,
  findCv,
  findPublication,
  findReading,
  insertCv,
  listCvs,
  undeleteCv,
  updateCv,
  type ChangedCv,
  type CvChange,
  type CvListItem,
  type CvRecord,
  type CvSort,
} from '@discover/database';
import { metrics } from '@discover/telemetry';
import { Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';
import { cvDependents } from '../caching/cv-dependents.js';
import { CvAccess } from './cv-access.js';
import { CvBody, summaryView } from './cv-body.js';
import { announce } from './cv-events.js';
import { lockMatching, noSuchCv } from './cv-lock.js';
import { changeOf, definedOnly } from './cv-patch.js';
import { publicTags, readersOf } from './public-cvs.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import type { CreateCvRequest, CvPageView, ListCvsQuery, PatchCvRequest, ReplaceCvRequest } from './cvs.dto.js';

/** A person's CVs. */
@Injectable()
export class CvsService {
  constructor(
    private readonly database: Database,
    readonly cache: Cache,
    private readonly access: CvAccess,
  ) {}

  async create(userId: string, request: CreateCvRequest): Promise<{ id: string; body: CvBody }> {
    const cv = await this.database.transaction(userId, async (handle) => {
      const created = await insertCv(handle, {
        userId,
        title: request.title,
        language: request.document['x-discover']?.language ?? null,
        document: request.document,
        cause: 'created',
      });
      await announce(handle, 'cv.created', created, 'created');
      return created;
    });
    metrics.cvsCreated.inc({ cause: 'created' });
    // Somebody may have asked for this id before it was there.
    await this.cache.invalidate([keys.cv(userId, cv.id)]);
    return { id: cv.id, body: CvBody.of(cv) };
  }

  /** @throws AppError `not_found` */
  async read(userId: string, id: string): Promise<{ body: CvBody; status: CacheStatus }> {
    const { value, status } = await this.cache.lookup(policies.cv, keys.cv(userId, id), async () => {
      const cv = await this.database.read(userId, (handle) => findCv(handle, userId, id));
      return cv && CvBody.of(cv).stored;
    });
    if (!value) throw noSuchCv();
    return { body: CvBody.fromStored(value), status };
  }

  /** A CV that lies in this process's memory, as it is stored. */
  known(userId: string, id: string): Buffer | undefined {
    return this.cache.peek<Buffer>(policies.cv, keys.cv(userId, id));
  }

  /** The document, for rendering. @throws AppError `not_found` */
  async document(userId: string, id: string): Promise<Resume> {
    const { body } = await this.read(userId, id);
    return (JSON.parse(body.bytes.toString()) as { document: Resume }).document;
  }

  async list(userId: string, query: ListCvsQuery): Promise<CvPageView> {
    const descending = query.sort.startsWith('-');
    const sort = (descending ? query.sort.slice(1) : query.sort) as CvSort;
    const { status = null, language = null, title: titlePrefix = null, deleted } = query;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, query.sort);
    // One more than asked for tells whether there is a next page.
    const limit = query.limit + 1;
    const rows = await this.database.read(userId, (handle) =>
      listCvs(handle, { userId, sort, descending, status, language, titlePrefix, deleted, after, limit }),
    );
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items: items.map(listItemView),
      nextCursor: rows.length > query.limit && last ? encodeCursor(query.sort, last[sort], last.id) : null,
    };
  }

  /** @param ifMatch the entity tag that the client has seen, or undefined if it does not care */
  async replace(userId: string, id: string, request: ReplaceCvRequest, ifMatch: string | undefined): Promise<CvBody> {
    return this.change(userId, id, ifMatch, () => ({ ...definedOnly(request), cause: 'replaced' }));
  }

  async patch(userId: string, id: string, request: PatchCvRequest, ifMatch: string | undefined): Promise<CvBody> {
    return this.change(userId, id, ifMatch, (cv) => {
      const change = changeOf(cv, request);
      if ('cause' in change) return change;
      throw new AppError('validation_failed', 'With this patch the document would not be valid: see `errors`.', {
        problems: change,
      });
    });
  }

  @CacheInvalidates((userId: string, id: string) => cvDependents(userId, [id]))
  async remove(userId: string, id: string, ifMatch: string | undefined): Promise<void> {
    const { isPublic } = await this.database.transaction(
      (deleted: { isPublic: boolean }) => readersOf(userId, deleted.isPublic),
      async (handle) => {
        const cv = await lockMatching(handle, userId, id, ifMatch);
        const publication = await findPublication(handle, userId, id);
        await deleteCv(handle, userId, id);
        await announce(handle, 'cv.deleted', cv);
        return { isPublic: publication?.visibility === 'public' };
      },
    );
    await this.cache.invalidate([], publicTags(isPublic));
    await this.access.forgetAll(userId, id);
  }

  /** Brings back what its owner deleted; what is not deleted is left as it is. @throws AppError `not_found`, `forbidden` */
  async restore(caller: Caller, id: string): Promise<CvBody> {
    const { userId } = caller;
    const restored = await this.database.transaction(
      (cv: ChangedCv | null) => readersOf(userId, cv?.isPublic ?? false),
      async (handle) => {
        const cv = await undeleteCv(handle, userId, id);
        if (cv) await announce(handle, 'cv.created', cv, 'restored');
        return cv;
      },
    );
    if (restored) {
      const { keys: ofCv, tags } = cvDependents(userId, [id]);
      await this.cache.invalidate(ofCv, [...tags, ...publicTags(restored.isPublic)]);
      return CvBody.of(restored);
    }
    const { ownerId } = await this.access.require(caller, id, 'own');
    return (await this.read(ownerId, id)).body;
  }

  /** What the parser said of the CV, as JSON text. @throws AppError `not_found` */
  async reading(userId: string, id: string): Promise<string> {
    const reading = await this.database.read(userId, (handle) => findReading(handle, userId, id));
    if (reading === null)
      throw new AppError('not_found', 'There is no such CV of yours, or it was not read from a document.');
    return reading;
  }

  /** The new document lies in the cache when the caller hears of it: whoever writes mostly reads next. */
  private async change(
    userId: string,
    id: string,
    ifMatch: string | undefined,
    decide: (cv: CvRecord) => CvChange,
  ): Promise<CvBody> {
    const key = keys.cv(userId, id);
    const dependents = cvDependents(userId, [id]);
    let permit: WritePermit | undefined;
    try {
      const cv = await this.database.transaction(
        ({ isPublic }: ChangedCv) => readersOf(userId, isPublic),
        async (handle) => {
          const current = await lockMatching(handle, userId, id, ifMatch);
          const change = decide(current);
          const begun = this.cache.beginWrite(key);
          const changed = await updateCv(handle, current, change);
          await announce(handle, 'cv.updated', changed, change.cause);
          permit = await begun;
          return changed;
        },
      );
      const body = CvBody.of(cv);
      await Promise.all([
        this.cache.write(policies.cv, key, body.stored, permit),
        this.cache.invalidate([], [...dependents.tags, ...publicTags(cv.isPublic)]),
      ]);
      return body;
    } catch (error) {
      // A commit may have been made whose confirmation was lost.
      await this.cache.invalidate(dependents.keys, dependents.tags);
      throw error;
    }
  }
}

function listItemView(cv: CvListItem): CvPageView['items'][number] {
  return { ...summaryView(cv), ...(cv.deletedAt && { deletedAt: cv.deletedAt.toISOString() }) };
}
