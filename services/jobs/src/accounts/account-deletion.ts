import { Database, isClosedAccount, purgeAccount, purgeCvsOfAccount } from '@discover/database';
import type { Bucket, ObjectStorage } from '@discover/object-storage';
import { ClosedAccounts } from '@discover/queue';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { LOGGER, OBJECT_STORAGE } from '../tokens.js';

/** CVs that one transaction removes, each with all its versions: few enough to hold no lock for long. */
const BATCH = 100;
/** Where a person's files lie, each under `<user id>/`. */
const BUCKETS: readonly Bucket[] = ['originals', 'renders', 'exports'];

/** Removes closed accounts with all that hangs on them. Running it twice, or again after a crash, removes what is left. */
@Injectable()
export class AccountDeletion {
  constructor(
    private readonly database: Database,
    private readonly closed: ClosedAccounts,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @returns how many CVs and files were removed */
  async run(userId: string): Promise<number> {
    const state = await this.database.readPrimary('account', (handle) => isClosedAccount(handle, userId));
    // Such a job is never accepted; if one came all the same, nothing must be lost by it.
    if (state === 'open') throw new Error(`The account ${userId} is open: nothing of it is removed.`);
    // Before anything is removed: renders that are still under way take back what they write from here on.
    await this.closed.close(userId);
    // Files first: while the account's row is there, so is the job's, and a lost job is put back on the queue by it.
    let removed = await this.removeFiles(userId);
    removed += await this.removeCvs(userId);
    await this.database.transaction(null, (handle) => purgeAccount(handle, userId));
    // What workers have written meanwhile, of imports and exports.
    removed += await this.removeFiles(userId);
    this.logger.info({ userId, removed }, 'account removed');
    return removed;
  }

  private async removeFiles(userId: string): Promise<number> {
    let removed = 0;
    for (const bucket of BUCKETS) removed += await this.storage.deletePrefix(bucket, `${userId}/`);
    return removed;
  }

  private async removeCvs(userId: string): Promise<number> {
    for (let total = 0; ;) {
      const removed = await this.database.transaction(null, (handle) => purgeCvsOfAccount(handle, userId, BATCH));
      total += removed;
      if (removed < BATCH) return total;
    }
  }
}
