import { JOBS, type ResultOf } from '@discover/contracts';
import { Database, EVENT_TABLES, preparePartitions } from '@discover/database';
import { HandlesJob } from '@discover/queue';
import type { Logger } from '@discover/telemetry';
import { Controller, Inject } from '@nestjs/common';

import { LOGGER } from '../tokens.js';

/** Months whose partitions are there ahead of time: so long may this job fail before rows go to the default partition. */
const MONTHS_AHEAD = 3;

/** Makes room for what is to come, in tables that are partitioned by time. */
@Controller()
export class PartitionsController {
  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @HandlesJob(JOBS.preparePartitions)
  async prepare(): Promise<ResultOf<typeof JOBS.preparePartitions>> {
    let made = 0;
    for (const table of EVENT_TABLES)
      made += await this.database.transaction(null, (handle) => preparePartitions(handle, table, MONTHS_AHEAD));
    if (made > 0) this.logger.info({ made }, 'partitions made');
    return { made };
  }
}
