import { AppError } from '@discover/contracts';
import { Injectable } from '@nestjs/common';

import { RenderJobs } from '../renders/render-jobs.js';
import { AcceptedJobs } from './accepted-jobs.js';
import { eventId, jobEvents } from './job-events.js';
import { hasEnded, type JobSource } from './job-source.js';
import type { JobView } from './jobs.dto.js';

/** Jobs of every kind, by their id. */
@Injectable()
export class JobsService {
  constructor(
    private readonly accepted: AcceptedJobs,
    private readonly renders: RenderJobs,
  ) {}

  /** @throws AppError `not_found` */
  async read(userId: string, id: string): Promise<JobView> {
    const job = await this.source(id).find(userId, id);
    if (!job) throw new AppError('not_found', 'There is no such job of yours, or it ended long ago.');
    return job;
  }

  async cancel(userId: string, id: string): Promise<void> {
    await this.read(userId, id);
    await this.source(id).cancel(userId, id);
  }

  /**
   * Server-Sent Events of a job; null for a client that comes back having seen its end.
   *
   * @throws AppError `not_found`
   */
  async events(
    userId: string,
    id: string,
    lastEventId: string | undefined,
    signal: AbortSignal,
  ): Promise<AsyncIterable<string> | null> {
    const source = this.source(id);
    const first = await this.read(userId, id);
    if (hasEnded(first) && eventId(first) === lastEventId) return null;
    const read = () => source.find(userId, id);
    return jobEvents({ first, read, changes: source.changes(first, signal), lastEventId, signal });
  }

  private source(id: string): JobSource {
    return id.startsWith('render-') ? this.renders : this.accepted;
  }
}
