import { setTimeout as delay } from 'node:timers/promises';

import { AppError, JOBS, queueOfKind, type QueueName } from '@discover/contracts';
import { cancelBatch, cancelJob, countBatch, Database, findJob, type CancelledJob, type Job } from '@discover/database';
import type { ObjectStorage } from '@discover/object-storage';
import { JobProducer } from '@discover/queue';
import { Inject, Injectable } from '@nestjs/common';

import { OBJECT_STORAGE } from '../tokens.js';
import { hasEnded, type JobSource } from './job-source.js';
import { batchView, jobView } from './job-view.js';
import type { JobView } from './jobs.dto.js';
import { NO_OUTLOOK, outlookOf, type Outlook } from './outlook.js';

/** How often a waiting request looks at the row itself, in milliseconds: what it notices a job's end by when Redis lost the event. */
const LOOK_EVERY_MS = 1_000;
/** Jobs of a cancelled batch that are taken off the queue at once. */
const CANCEL_AT_ONCE = 25;

/** Jobs that were accepted and stand in Postgres: imports, batches of them, exports. */
@Injectable()
export class AcceptedJobs implements JobSource {
  constructor(
    private readonly database: Database,
    private readonly producer: JobProducer,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
  ) {}

  /** From the primary: whoever looks at a job wants to know how it is now, and another service's commit changed it. */
  async find(userId: string, id: string): Promise<JobView | null> {
    const job = await this.database.readPrimary('job', (handle) => findJob(handle, userId, id));
    if (!job) return null;
    return job.kind === 'cv.import-batch' ? this.viewBatch(job) : jobView(job, await this.outlook(job));
  }

  /** @throws AppError `not_found` */
  async read(userId: string, id: string): Promise<JobView> {
    const job = await this.find(userId, id);
    if (!job) throw new AppError('not_found', 'There is no such job of yours, or it ended long ago.');
    return job;
  }

  async cancel(userId: string, id: string): Promise<void> {
    const job = await this.database.readPrimary('job', (handle) => findJob(handle, userId, id));
    const isBatch = job?.kind === 'cv.import-batch';
    const cancelled = await this.database.transaction(userId, async (handle) => {
      if (isBatch) return cancelBatch(handle, userId, id);
      const one = await cancelJob(handle, userId, id);
      return one && [one];
    });
    if (!cancelled) throw new AppError('job_finished', 'Its result, if it has one, is at its own address.');
    const queue = isBatch ? JOBS.importCv.queue : queueOfKind(job?.kind ?? '');
    for (let done = 0; done < cancelled.length; done += CANCEL_AT_ONCE)
      await Promise.all(cancelled.slice(done, done + CANCEL_AT_ONCE).map((one) => this.clearAway(one, queue)));
  }

  async *changes(job: JobView, signal: AbortSignal): AsyncGenerator<void> {
    const queue = queueOfKind(job.kind);
    while (!signal.aborted) {
      // A batch has no place on a queue of its own: its row is looked at instead.
      if (queue === undefined) await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
      else yield* this.signalsOf(queue, job.id, signal);
      yield;
    }
  }

  /** Waits until the job has ended, at most so long; answers how it is then. */
  async waitUntilEnded(userId: string, id: string, timeoutMs: number, signal: AbortSignal): Promise<JobView> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const left = deadline - Date.now();
      if (left > 0) await this.pause(JOBS.importCv.queue, id, signal, Math.min(left, LOOK_EVERY_MS));
      const job = await this.read(userId, id);
      if (hasEnded(job) || Date.now() >= deadline || signal.aborted) return job;
    }
  }

  private async *signalsOf(queue: QueueName, id: string, signal: AbortSignal): AsyncGenerator<void> {
    try {
      for await (const _ of this.producer.signals(queue, id, signal)) yield;
    } catch {
      // Redis is away: the row says how it goes.
    }
    // The queue says that it has ended, or knows nothing of it: what the row says decides whether to go on.
    await this.pause(queue, id, signal);
  }

  /** Until the queue announces the job's end, or for a while. */
  private async pause(queue: QueueName, id: string, signal: AbortSignal, timeoutMs = LOOK_EVERY_MS): Promise<void> {
    const started = Date.now();
    const contract = { ...JOBS.importCv, queue };
    const ending = await this.producer.wait(contract, id, { timeoutMs, signal }).catch(() => null);
    const left = timeoutMs - (Date.now() - started);
    // Redis is away, or does not know the job (yet): the answer came at once, but looking again at once would only cost.
    if ((ending === null || ending.type === 'removed') && left > 0)
      await delay(Math.min(left, 100), undefined, { signal }).catch(() => undefined);
  }

  private async viewBatch(job: Job): Promise<JobView> {
    const { counts, firstQueued, lastQueued } = await this.database.readPrimary('job', (handle) =>
      countBatch(handle, job.id),
    );
    // It ends with the last of its documents; its own place is that of the first.
    const outlook = async (id: string | null) =>
      id === null ? NO_OUTLOOK : outlookOf(this.producer, JOBS.importCv.queue, id);
    const [first, last] = await Promise.all([outlook(firstQueued), outlook(lastQueued)]);
    return batchView(job, counts, { ...last, position: first.position });
  }

  private async outlook(job: Job): Promise<Outlook> {
    const queue = queueOfKind(job.kind);
    const goesOn = job.state === 'queued' || job.state === 'active';
    return goesOn && queue !== undefined ? outlookOf(this.producer, queue, job.id) : NO_OUTLOOK;
  }

  /** The row is the truth: what the queue still has of it finds nothing to do, and the purge finds what is left in storage. */
  private async clearAway({ id, fileKey }: CancelledJob, queue: QueueName | undefined): Promise<void> {
    await Promise.allSettled([
      ...(queue === undefined ? [] : [this.producer.cancel(queue, id)]),
      ...(fileKey === null ? [] : [this.storage.delete('originals', fileKey)]),
    ]);
  }
}
