import { Cache } from '@discover/cache';
import { AppError, ERROR_CODES, type ErrorCode } from '@discover/contracts';
import type { FieldProblem } from '@discover/cv-model';
import {
  Database,
  lockCvs,
  updateCv,
  type CvChange,
  type ChangedCv,
  type CvRecord,
  type Handle,
} from '@discover/database';
import { Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';
import { cvDependents } from '../caching/cv-dependents.js';
import type { BatchRequest, BatchView } from './batch.dto.js';
import { CvAccess } from './cv-access.js';
import { summaryView } from './cv-body.js';
import { announce } from './cv-events.js';
import { changedMeanwhile, noSuchCv } from './cv-lock.js';
import { changeOf } from './cv-patch.js';
import { etagOf, matchesRevision } from './entity-tags.js';
import { publicTags, readersOf } from './public-cvs.js';

type Update = BatchRequest['updates'][number];

/** Changes of many CVs at once: all of them, or none. */
@Injectable()
export class BatchService {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    private readonly access: CvAccess,
  ) {}

  /** @throws AppError that names what is wrong with each update, by its pointer */
  async update(caller: Caller, { updates }: BatchRequest): Promise<BatchView> {
    const ownerId = await this.ownerOf(caller, updates);
    const changed = await this.database.transaction(
      (cvs: ChangedCv[]) => readersOf(ownerId, anyPublic(cvs)),
      async (handle) => {
        const changes = await lockAndCheck(handle, ownerId, updates);
        const results: ChangedCv[] = [];
        for (const { cv, change } of changes) results.push(await updateCv(handle, cv, change));
        for (const cv of results) await announce(handle, 'cv.updated', cv, 'patched');
        return results;
      },
    );
    const { keys, tags } = cvDependents(
      ownerId,
      changed.map(({ id }) => id),
    );
    await this.cache.invalidate(keys, [...tags, ...publicTags(anyPublic(changed))]);
    return {
      items: changed.map((cv) => ({ ...summaryView(cv), revision: cv.revision, etag: etagOf(cv.revision) })),
    };
  }

  /** Whose all these CVs are, which the caller may change. */
  private async ownerOf(caller: Caller, updates: readonly Update[]): Promise<string> {
    const problems: FieldProblem[] = [];
    const owners: string[] = [];
    for (const [index, { id }] of updates.entries()) {
      try {
        owners.push((await this.access.require(caller, id, 'edit')).ownerId);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        problems.push(problemOf(index, error));
      }
    }
    if (problems.length > 0) throw refusal(problems);
    const [ownerId] = owners;
    const foreign = owners.findIndex((owner) => owner !== ownerId);
    if (foreign !== -1)
      throw refusal([
        {
          pointer: `/updates/${foreign}/id`,
          code: 'invalid_value',
          message: 'This CV belongs to another person than the first. Send the CVs of each person by themselves.',
        },
      ]);
    return ownerId!;
  }
}

function anyPublic(cvs: readonly ChangedCv[]): boolean {
  return cvs.some(({ isPublic }) => isPublic);
}

/** Locks all the CVs and works every change out, before any is made. */
async function lockAndCheck(
  handle: Handle,
  ownerId: string,
  updates: readonly Update[],
): Promise<{ cv: CvRecord; change: CvChange }[]> {
  const locked = await lockCvs(
    handle,
    ownerId,
    updates.map(({ id }) => id),
  );
  const byId = new Map(locked.map((cv) => [cv.id, cv]));
  const problems: FieldProblem[] = [];
  const changes: { cv: CvRecord; change: CvChange }[] = [];
  for (const [index, update] of updates.entries()) {
    const cv = byId.get(update.id);
    if (!cv) problems.push(problemOf(index, noSuchCv()));
    else if (!matchesRevision(update.ifMatch, cv.revision)) problems.push(problemOf(index, changedMeanwhile()));
    else {
      const change = changeOf(cv, update.changes);
      if ('cause' in change) changes.push({ cv, change });
      else
        problems.push(
          ...change.map((problem) => ({ ...problem, pointer: `/updates/${index}/changes${problem.pointer}` })),
        );
    }
  }
  if (problems.length > 0) throw refusal(problems);
  return changes;
}

function problemOf(index: number, { code, message }: AppError): FieldProblem {
  const member = code === 'precondition_failed' ? 'ifMatch' : 'id';
  return { pointer: `/updates/${index}/${member}`, code, message };
}

/** One answer for all: the code that they share, if it is one for the whole answer. */
function refusal(problems: readonly FieldProblem[]): AppError {
  const codes = new Set(problems.map(({ code }) => code));
  const [shared] = codes;
  const code =
    codes.size === 1 && shared !== undefined && shared in ERROR_CODES ? (shared as ErrorCode) : 'validation_failed';
  return new AppError(code, 'Nothing was changed: `errors` says which updates cannot be made, and why.', { problems });
}
