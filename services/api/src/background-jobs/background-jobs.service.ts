import { randomUUID } from 'node:crypto';

import { AppError, SCHEDULES, type Schedule } from '@discover/contracts';
import {
  Database,
  findSchedules,
  listRuns,
  queueRun,
  type JobRunRecord,
  type ScheduleRecord,
} from '@discover/database';
import { dispatchRun, JobProducer, lastDue, nextDue } from '@discover/queue';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { LOGGER } from '../tokens.js';
import type { JobRunsView, JobRunView, RunsQuery, SchedulesView, ScheduleView } from './background-jobs.dto.js';

/** The platform's own jobs, for operators: what runs when, how it went, and running it now. */
@Injectable()
export class BackgroundJobsService {
  constructor(
    private readonly database: Database,
    private readonly producer: JobProducer,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async schedules(): Promise<SchedulesView> {
    const records = await this.database.readPrimary('runs', findSchedules);
    const items = SCHEDULES.map((schedule) =>
      scheduleView(
        schedule,
        records.find(({ id }) => id === schedule.id),
        new Date(),
      ),
    );
    const total = (figure: 'ended' | 'succeeded') => items.reduce((sum, { last30Days }) => sum + last30Days[figure], 0);
    return { successRate: share(total('succeeded'), total('ended')), items };
  }

  async runs({ job, state, limit, cursor }: RunsQuery): Promise<JobRunsView> {
    const page = { job: job ?? null, state: state ?? null, before: cursor ?? null, limit: limit + 1 };
    const rows = await this.database.readPrimary('runs', (handle) => listRuns(handle, page));
    const items = rows.slice(0, limit).map(runView);
    return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
  }

  /** Accepted in Postgres; should the queue be away, it is put on it once it is back. */
  async runNow(id: string): Promise<JobRunView> {
    const schedule = SCHEDULES.find((each) => each.id === id);
    if (!schedule) throw new AppError('not_found', 'There is no such schedule.');
    const { name: job, queue } = schedule.contract;
    const run = await this.database.transaction(null, (handle) =>
      queueRun(handle, {
        job,
        queue,
        queueJobId: `manual-${id}-${randomUUID()}`,
        scheduleId: id,
        scheduledFor: new Date(),
        trigger: 'manual',
      }),
    );
    // Two within a millisecond are one.
    if (!run) throw new AppError('too_many', 'It was asked for at this very moment already.');
    await dispatchRun(this.producer, schedule, { ...run, trigger: 'manual' }).catch((error: unknown) =>
      this.logger.warn({ err: error, schedule: id }, 'a run waits for the queue'),
    );
    return runView(run);
  }
}

function scheduleView({ id, cron, contract }: Schedule, record: ScheduleRecord | undefined, now: Date): ScheduleView {
  const due = lastDue(cron, now);
  // Before services of this release have told of it, there was nothing to do.
  const done = !record || due <= record.since || (record.lastSuccess && record.lastSuccess.scheduledFor >= due);
  const { ended = 0, succeeded = 0, p50Ms = null, p95Ms = null, last = null } = record ?? {};
  return {
    id,
    job: contract.name,
    queue: contract.queue,
    cron,
    nextRun: nextDue(cron, now).toISOString(),
    lastRun: last && runView(last),
    overdueSeconds: done ? 0 : Math.round((now.getTime() - due.getTime()) / 1_000),
    last30Days: { ended, succeeded, successRate: share(succeeded, ended), p50Ms, p95Ms },
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}

function runView(run: JobRunRecord): JobRunView {
  const { id, job, scheduleId, trigger, state, attempts, instances, durationMs, counts, errorCode } = run;
  return {
    id,
    job,
    schedule: scheduleId,
    trigger,
    scheduledFor: run.scheduledFor.toISOString(),
    state,
    attempts,
    instances,
    startedAt: run.startedAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
    durationMs,
    counts,
    errorCode,
  };
}
