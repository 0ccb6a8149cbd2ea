import { Cache, keys, policies, type CacheStatus } from '@discover/cache';
import { AppError } from '@discover/contracts';
import { mergePatch, resumeProblems, type Resume } from '@discover/cv-model';
import {
  Database,
  deleteCv,
  findCv,
  findReading,
  insertCv,
  listCvs,
  lockCv,
  updateCv,
  type CvChange,
  type CvRecord,
  type CvSort,
  type Handle,
} from '@discover/database';
import { Injectable } from '@nestjs/common';

import { CvBody, etagOf, summaryView } from './cv-body.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import type { CreateCvRequest, CvPageView, ListCvsQuery, PatchCvRequest, ReplaceCvRequest } from './cvs.dto.js';

/** A person's CVs. */
@Injectable()
export class CvsService {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
  ) {}

  async create(userId: string, request: CreateCvRequest): Promise<CvBody> {
    const cv = await this.database.transaction(userId, (handle) =>
      insertCv(handle, {
        userId,
        title: request.title,
        language: request.document['x-discover']?.language ?? null,
        document: request.document,
        cause: 'created',
      }),
    );
    // Somebody may have asked for this id before it was there.
    await this.cache.invalidate([keys.cv(userId, cv.id)]);
    return CvBody.of(cv);
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

  /** The document and its revision, for rendering. @throws AppError `not_found` */
  async document(userId: string, id: string): Promise<Resume> {
    const { body } = await this.read(userId, id);
    return (JSON.parse(body.bytes.toString()) as { document: Resume }).document;
  }

  async list(userId: string, query: ListCvsQuery): Promise<CvPageView> {
    const descending = query.sort.startsWith('-');
    const sort = (descending ? query.sort.slice(1) : query.sort) as CvSort;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, query.sort);
    // One more than asked for tells whether there is a next page.
    const rows = await this.database.read(userId, (handle) =>
      listCvs(handle, { userId, sort, descending, status: query.status ?? null, after, limit: query.limit + 1 }),
    );
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items: items.map(summaryView),
      nextCursor: rows.length > query.limit && last ? encodeCursor(query.sort, last[sort], last.id) : null,
    };
  }

  /** @param ifMatch the entity tag that the client has seen, or undefined if it does not care */
  async replace(userId: string, id: string, request: ReplaceCvRequest, ifMatch: string | undefined): Promise<CvBody> {
    return this.change(userId, id, ifMatch, () => ({ ...definedOnly(request), cause: 'replaced' }));
  }

  async patch(userId: string, id: string, request: PatchCvRequest, ifMatch: string | undefined): Promise<CvBody> {
    return this.change(userId, id, ifMatch, (cv) => {
      const { document: documentPatch, ...rest } = definedOnly(request);
      const change: CvChange = { ...rest, cause: 'patched' };
      if (documentPatch === undefined) return change;
      const document = mergePatch(JSON.parse(cv.documentText), documentPatch) as Resume;
      const problems = resumeProblems(document).map((problem) => ({
        ...problem,
        pointer: `/document${problem.pointer}`,
      }));
      if (problems.length > 0)
        throw new AppError('validation_failed', 'With this patch the document would not be valid: see `errors`.', {
          problems,
        });
      return { ...change, document };
    });
  }

  async remove(userId: string, id: string, ifMatch: string | undefined): Promise<void> {
    await this.database.transaction(userId, async (handle) => {
      await lockMatching(handle, userId, id, ifMatch);
      await deleteCv(handle, userId, id);
    });
    await this.cache.invalidate([keys.cv(userId, id)]);
  }

  /** What the parser said of the CV, as JSON text. @throws AppError `not_found` */
  async reading(userId: string, id: string): Promise<string> {
    const reading = await this.database.read(userId, (handle) => findReading(handle, userId, id));
    if (reading === null)
      throw new AppError('not_found', 'There is no such CV of yours, or it was not read from a document.');
    return reading;
  }

  private async change(
    userId: string,
    id: string,
    ifMatch: string | undefined,
    decide: (cv: CvRecord) => CvChange,
  ): Promise<CvBody> {
    const cv = await this.database.transaction(userId, async (handle) => {
      const current = await lockMatching(handle, userId, id, ifMatch);
      return updateCv(handle, current, decide(current));
    });
    await this.cache.invalidate([keys.cv(userId, id)]);
    return CvBody.of(cv);
  }
}

async function lockMatching(
  handle: Handle,
  userId: string,
  id: string,
  ifMatch: string | undefined,
): Promise<CvRecord> {
  const cv = await lockCv(handle, userId, id);
  if (!cv) throw noSuchCv();
  const matches =
    ifMatch === undefined || ifMatch.split(',').some((tag) => ['*', etagOf(cv.revision)].includes(tag.trim()));
  if (!matches)
    throw new AppError(
      'precondition_failed',
      'It was changed since you read it. Read it again, and repeat your change on what it is now.',
    );
  return cv;
}

function noSuchCv(): AppError {
  return new AppError('not_found', 'There is no such CV of yours.');
}

/** Without the members that are undefined, which mean «leave it as it is». */
function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
