import type { JOBS, PayloadOf } from '@discover/contracts';
import {
  Database,
  purgeCvs,
  purgeEvents,
  purgeIdempotencyKeys,
  purgeJobs,
  purgeRuns,
  purgeSessions,
  type Handle,
} from '@discover/database';
import { Levers } from '@discover/queue';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { LOGGER } from '../tokens.js';
import { ObjectPurge } from './object-purge.js';

/** Removes what has served its time. Running it twice, or twice at once, removes nothing more. */
@Injectable()
export class PurgeService {
  constructor(
    private readonly database: Database,
    private readonly objects: ObjectPurge,
    private readonly levers: Levers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async purge(what: PayloadOf<typeof JOBS.purge>['what']): Promise<number> {
    const removed = await this.removeAll(what);
    this.logger.info({ what, removed }, 'purged');
    return removed;
  }

  private removeAll(what: PayloadOf<typeof JOBS.purge>['what']): Promise<number> {
    switch (what) {
      case 'cvs':
        return this.inBatches(purgeCvs);
      case 'jobs':
        return this.inBatches(purgeJobs);
      case 'sessions':
        return this.database.transaction(null, purgeSessions);
      case 'idempotency':
        return this.inBatches(purgeIdempotencyKeys);
      case 'scratch':
        return this.objects.scratch();
      case 'batches':
        return this.objects.batches();
      case 'originals':
        return this.objects.originals();
      case 'photos':
        return this.objects.photos();
      case 'exports':
        return this.objects.exports();
      case 'reports':
        return this.objects.reports();
      case 'runs':
        return this.inBatches(purgeRuns);
      case 'webhooks':
        return this.inBatches(purgeEvents);
    }
  }

  /** So few rows in one transaction that no lock is held for long. */
  private async inBatches(remove: (handle: Handle, limit: number) => Promise<number>): Promise<number> {
    for (let total = 0; ;) {
      const limit = this.levers.current.batchSize.cleanUp;
      const removed = await this.database.transaction(null, (handle) => remove(handle, limit));
      total += removed;
      if (removed < limit) return total;
    }
  }
}
