import { JOBS, type ResultOf } from '@discover/contracts';
import { Database, refreshStatistics } from '@discover/database';
import { HandlesJob } from '@discover/queue';
import { Controller } from '@nestjs/common';

/** The statistics of each day that is over: what analytics and KPIs are read from. */
@Controller()
export class StatisticsController {
  constructor(private readonly database: Database) {}

  @HandlesJob(JOBS.refreshStatistics)
  refresh(): Promise<ResultOf<typeof JOBS.refreshStatistics>> {
    return this.database.transaction(null, refreshStatistics);
  }
}
