import { AppError, JOBS, PLAN_PRIORITY } from '@discover/contracts';
import { Database, findJob, requestExport, type JobResult } from '@discover/database';
import type { ObjectContent, ObjectStorage } from '@discover/object-storage';
import { OutboxRelay } from '@discover/queue';
import { Inject, Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';
import { AcceptedJobs } from '../jobs/accepted-jobs.js';
import { expiryOf } from '../jobs/job-view.js';
import type { JobView } from '../jobs/jobs.dto.js';
import { OBJECT_STORAGE } from '../tokens.js';

/** Exports of all that there is of a person. They are made by the background jobs. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: Database,
    private readonly relay: OutboxRelay,
    private readonly jobs: AcceptedJobs,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
  ) {}

  /** One at a time: whoever asks again while one is under way is answered that one. */
  async request({ userId, plan }: Caller): Promise<JobView> {
    const { id, accepted } = await this.database.transaction(userId, (handle) =>
      requestExport(handle, { userId, priority: PLAN_PRIORITY[plan] }),
    );
    if (accepted) await this.relay.flush([id]);
    return this.jobs.read(userId, id);
  }

  /** @throws AppError `not_found`, also for one that has expired */
  async content(userId: string, id: string): Promise<{ content: ObjectContent; fileName: string }> {
    const job = await this.database.readPrimary('export', (handle) => findJob(handle, userId, id));
    const ready = job?.kind === JOBS.exportAccount.name && job.state === 'succeeded' && expiryOf(job) > new Date();
    const content = ready ? await this.storage.get('exports', (job.result as JobResult<'account.export'>).key) : null;
    if (!content)
      throw new AppError('not_found', 'There is no such export of yours, or it has expired. Ask for another.');
    return { content, fileName: `export-${job!.createdAt.toISOString().slice(0, 10)}.zip` };
  }
}
