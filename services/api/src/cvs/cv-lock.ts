import { AppError } from '@discover/contracts';
import { lockCv, type CvRecord, type Handle } from '@discover/database';

import { matchesRevision } from './entity-tags.js';

/** A CV that nobody else changes until the transaction ends. @throws AppError `not_found`, `precondition_failed` */
export async function lockMatching(
  handle: Handle,
  userId: string,
  id: string,
  ifMatch: string | undefined,
): Promise<CvRecord> {
  const cv = await lockCv(handle, userId, id);
  if (!cv) throw noSuchCv();
  if (!matchesRevision(ifMatch, cv.revision)) throw changedMeanwhile();
  return cv;
}

export function noSuchCv(): AppError {
  return new AppError('not_found', 'There is no such CV of yours.');
}

export function changedMeanwhile(): AppError {
  return new AppError(
    'precondition_failed',
    'It was changed since you read it. Read it again, and repeat your change on what it is now.',
  );
}
