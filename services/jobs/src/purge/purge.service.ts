import type { JOBS, PayloadOf } from '@discover/contracts';
import { Database, purgeCvs, purgeJobs, purgeSessions, type Handle } from '@discover/database';
import type { ObjectStorage } from '@discover/object-storage';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { LOGGER, OBJECT_STORAGE } from '../tokens.js';

/** Rows that one transaction removes: few enough to hold no lock for long. */
const BATCH = 500;
/** Scratch files are of requests that take seconds; what is older than this many milliseconds was left by a crash. */
const SCRATCH_MS = 15 * 60_000;

/** Removes what has served its time. Running it twice, or twice at once, removes nothing more. */
@Injectable()
export class PurgeService {
  constructor(
    private readonly database: Database,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
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
      case 'scratch':
        return this.purgeScratch();
    }
  }

  private async inBatches(remove: (handle: Handle) => Promise<number>): Promise<number> {
    for (let total = 0; ;) {
      const removed = await this.database.transaction(null, remove);
      total += removed;
      if (removed < BATCH) return total;
    }
  }

  private async purgeScratch(): Promise<number> {
    let removed = 0;
    for await (const object of this.storage.list('scratch', '')) {
      if (Date.now() - object.modifiedAt.getTime() < SCRATCH_MS) continue;
      await this.storage.delete('scratch', object.key);
      removed++;
    }
    return removed;
  }
}
