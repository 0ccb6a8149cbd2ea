import type { JobView } from './jobs.dto.js';

/** One kind of job as people see it: accepted work stands in Postgres, renders only on their queue. */
export interface JobSource {
  /** Null if there is no such job of this person's. */
  find(userId: string, id: string): Promise<JobView | null>;
  /** @throws AppError `job_finished` */
  cancel(userId: string, id: string): Promise<void>;
  /** Yields once for every change that is worth looking again; returns at the job's end or when `signal` is aborted. */
  changes(job: JobView, signal: AbortSignal): AsyncIterable<unknown>;
}

export function hasEnded(job: JobView): boolean {
  return job.state !== 'queued' && job.state !== 'active';
}
