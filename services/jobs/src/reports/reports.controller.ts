import { JOBS, reportKey, type PayloadOf, type ResultOf } from '@discover/contracts';
import { Database, findDailyKpis, findKpis, findSchedules, putReport, sumViews, type Handle } from '@discover/database';
import type { ObjectStorage } from '@discover/object-storage';
import { HandlesJob } from '@discover/queue';
import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { OBJECT_STORAGE } from '../tokens.js';
import { lastWeek, weekBefore, weekOf, type Week } from './week.js';

/** Reports for administrators: figures of the whole platform, nobody's in particular. */
@Controller()
export class ReportsController {
  constructor(
    private readonly database: Database,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
  ) {}

  /** Written twice, a report is the same object and the same row. */
  @HandlesJob(JOBS.reportWeek)
  async week(@Payload() { day }: PayloadOf<typeof JOBS.reportWeek>): Promise<ResultOf<typeof JOBS.reportWeek>> {
    const week = day === undefined ? lastWeek(new Date()) : weekOf(day);
    const report = await this.database.readPrimary('report', (handle) => reportOf(handle, week));
    const key = reportKey('week', week.from);
    const { size } = await this.storage.put('exports', key, Buffer.from(JSON.stringify(report)), {
      contentType: 'application/json',
    });
    await this.database.transaction(null, (handle) =>
      putReport(handle, { kind: 'week', firstDay: week.from, lastDay: week.to, key, size }),
    );
    return { bytes: size };
  }
}

async function reportOf(handle: Handle, week: Week) {
  const before = weekBefore(week);
  const schedules = await findSchedules(handle);
  return {
    kind: 'week',
    from: week.from,
    to: week.to,
    totals: { ...(await findKpis(handle, week)), ...(await sumViews(handle, week)) },
    before: { ...(await findKpis(handle, before)), ...(await sumViews(handle, before)) },
    days: await findDailyKpis(handle, week),
    jobs: schedules.map(({ id, ended, succeeded, p95Ms }) => ({ schedule: id, ended, succeeded, p95Ms })),
  };
}
