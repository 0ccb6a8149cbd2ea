import { EXPORT_DAYS } from '@discover/contracts';
import type { BatchCounts, BatchInput, Job, JobResult } from '@discover/database';

import type { JobView } from './jobs.dto.js';
import { NO_OUTLOOK, type Outlook } from './outlook.js';

/** A job as people see it. */
export function jobView(job: Job, outlook: Outlook): JobView {
  const { state } = job;
  return {
    ...common(job),
    // Only a batch that is still coming in has the other state, and that is shown to nobody.
    state: state === 'receiving' ? 'queued' : state,
    ...outlook,
    progress: state === 'active' ? outlook.progress : job.progress,
    result: state === 'succeeded' ? resultOf(job) : null,
    error: job.errorCode && { code: job.errorCode, message: job.errorMessage ?? '' },
    ...(job.batchId !== null && { batchId: job.batchId }),
  };
}

/** A batch as people see it: it goes as its documents go. */
export function batchView(job: Job, counts: BatchCounts, outlook: Outlook): JobView {
  const ended = counts.succeeded + counts.failed + counts.cancelled;
  const begun = ended + counts.active > 0;
  const view = jobView(job, NO_OUTLOOK);
  return {
    ...view,
    state: view.state === 'active' && !begun ? 'queued' : view.state,
    ...outlook,
    // Its first document's place, until that is in hand.
    position: begun ? null : outlook.position,
    progress: counts.total === 0 ? 100 : Math.floor((100 * ended) / counts.total),
    result: { href: `/api/v1/imports/${job.id}/results.ndjson` },
    counts,
    skipped: (job.input as BatchInput).skipped,
  };
}

function common(job: Job) {
  return {
    id: job.id,
    kind: job.kind,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
  };
}

function resultOf(job: Job): JobView['result'] {
  switch (job.kind) {
    case 'cv.import': {
      const { cvId } = job.result as JobResult<'cv.import'>;
      return { cvId, href: `/api/v1/cvs/${cvId}` };
    }
    case 'account.export':
      return { href: `/api/v1/exports/${job.id}`, expiresAt: expiryOf(job).toISOString() };
    case 'cv.import-batch':
      return { href: `/api/v1/imports/${job.id}/results.ndjson` };
  }
}

/** Until when the result of an export that has succeeded can be fetched. */
export function expiryOf(job: Job): Date {
  return new Date((job.finishedAt?.getTime() ?? 0) + EXPORT_DAYS * 24 * 3600 * 1000);
}
