import { Database, forgetSearchWords, indexBacklog } from '@discover/database';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { LOGGER } from '../tokens.js';

/** CVs that one transaction puts into search: their owners cannot change them meanwhile, for about a second. */
const CVS = 100;
/** Words that one transaction looks up. */
const WORDS = 1_000;

/** What search needs done beside what those do who change a CV. Stopping in the middle loses nothing. */
@Injectable()
export class SearchUpkeep {
  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Puts into search what waits for it; answers how many CVs. */
  async indexBacklog(): Promise<number> {
    let indexed = 0;
    for (;;) {
      const batch = await this.database.transaction(null, (handle) => indexBacklog(handle, CVS));
      if (batch === 0) break;
      indexed += batch;
    }
    if (indexed > 0) this.logger.info({ indexed }, 'put into search');
    return indexed;
  }

  /** Forgets the words that nobody shows in public any more; answers how many. */
  async forgetWords(): Promise<number> {
    let forgotten = 0;
    for (let after: string | null = ''; after !== null;) {
      const from: string = after;
      const batch = await this.database.transaction(null, (handle) => forgetSearchWords(handle, from, WORDS));
      forgotten += batch.forgotten;
      after = batch.last;
    }
    this.logger.info({ forgotten }, 'words forgotten');
    return forgotten;
  }
}
