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
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { LOGGER } from '../tokens.js';
import { ObjectPurge } from './object-purge.js';

/** Rows that one transaction removes: few enough to hold no lock for long. */
const BATCH = 500;

/** Removes what has served its time. Running it twice, or twice at once, removes nothing more. */
@Injectable()
export class PurgeService {
  constructor(
    private readonly database: Database,
    private readonly objects: ObjectPurge,
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
        return this.inBatches((handle) => purgeCvs(handle, BATCH));
      case 'jobs':
        return this.inBatches((handle) => purgeJobs(handle, BATCH));
      case 'sessions':
        return this.database.transaction(null, purgeSessions);
      case 'idempotency':
        return this.inBatches((handle) => purgeIdempotencyKeys(handle, BATCH));
      case 'scratch':
        return this.objects.scratch();
      case 'batches':
        return this.objects.batches();
      case 'originals':
        return this.objects.originals();
      case 'exports':
        return this.objects.exports();
      case 'reports':
        return this.objects.reports();
      case 'runs':
        return this.inBatches((handle) => purgeRuns(handle, BATCH));
      case 'webhooks':
        return this.inBatches((handle) => purgeEvents(handle, BATCH));
    }
  }

  private async inBatches(remove: (handle: Handle) => Promise<number>): Promise<number> {
    for (let total = 0; ;) {
      const removed = await this.database.transaction(null, remove);
      total += removed;
      if (removed < BATCH) return total;
    }
  }
}
