import { setTimeout as delay } from 'node:timers/promises';

import { AppError, JOBS } from '@discover/contracts';
import { cancelJob, Database, findJob, type Job } from '@discover/database';
import { JobProducer } from '@discover/queue';
import { Injectable } from '@nestjs/common';

import { hasEnded, type JobSource } from './job-source.js';
import type { JobView } from './jobs.dto.js';

/** How often a waiting request looks at the row itself, in milliseconds: what it notices a job's end by when Redis lost the event. */
const LOOK_EVERY_MS = 1_000;

/** Jobs that were accepted and stand in Postgres: imports. */
@Injectable()
export class AcceptedJobs implements JobSource {
  private readonly queue = JOBS.importCv.queue;

  constructor(
    private readonly database: Database,
    private readonly producer: JobProducer,
  ) {}

  /** From the primary: whoever looks at a job wants to know how it is now, and another service's commit changed it. */
  async find(userId: string, id: string): Promise<JobView | null> {
    const job = await this.database.readPrimary('job', (handle) => findJob(handle, userId, id));
    return job && view(job, job.state === 'queued' ? await this.position(id) : null);
  }

  /** @throws AppError `not_found` */
  async read(userId: string, id: string): Promise<JobView> {
    const job = await this.find(userId, id);
    if (!job) throw new AppError('not_found', 'There is no such job of yours, or it ended long ago.');
    return job;
  }

  async cancel(userId: string, id: string): Promise<void> {
    const cancelled = await this.database.transaction(userId, (handle) => cancelJob(handle, userId, id));
    if (!cancelled) throw new AppError('job_finished', 'Its result, if it has one, is at its own address.');
    // The row is the truth: what the queue still has of it finds nothing to do.
    await this.producer.cancel(this.queue, id).catch(() => undefined);
  }

  async *changes(id: string, signal: AbortSignal): AsyncGenerator<void> {
    while (!signal.aborted) {
      try {
        for await (const _ of this.producer.signals(this.queue, id, signal)) yield;
        // The queue says that it has ended, or knows nothing of it: what the row says decides whether to go on.
        await this.pause(id, signal);
      } catch {
        await this.pause(id, signal);
      }
      yield;
    }
  }

  /** Waits until the job has ended, at most so long; answers how it is then. */
  async waitUntilEnded(userId: string, id: string, timeoutMs: number, signal: AbortSignal): Promise<JobView> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const left = deadline - Date.now();
      if (left > 0) await this.pause(id, signal, Math.min(left, LOOK_EVERY_MS));
      const job = await this.read(userId, id);
      if (hasEnded(job) || Date.now() >= deadline || signal.aborted) return job;
    }
  }

  /** Until the queue announces the job's end, or for a while. */
  private async pause(id: string, signal: AbortSignal, timeoutMs = LOOK_EVERY_MS): Promise<void> {
    const started = Date.now();
    const ending = await this.producer.wait(JOBS.importCv, id, { timeoutMs, signal }).catch(() => null);
    const left = timeoutMs - (Date.now() - started);
    // Redis is away, or does not know the job (yet): the answer came at once, but looking again at once would only cost.
    if ((ending === null || ending.type === 'removed') && left > 0)
      await delay(Math.min(left, 100), undefined, { signal }).catch(() => undefined);
  }

  private async position(id: string): Promise<number | null> {
    const state = await this.producer.state(this.queue, id).catch(() => null);
    return state?.position ?? null;
  }
}

function view(job: Job, position: number | null): JobView {
  const { id, kind, state, progress, result } = job;
  return {
    id,
    kind,
    state,
    progress,
    position,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
    result: result && { cvId: result.cvId, href: `/api/v1/cvs/${result.cvId}` },
    error: job.errorCode && { code: job.errorCode, message: job.errorMessage ?? '' },
  };
}
