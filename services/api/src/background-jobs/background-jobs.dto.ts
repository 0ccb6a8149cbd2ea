import { JOB_RUN_STATES } from '@discover/database';
import { z } from 'zod';

const count = z.number().int();
const moment = z.iso.datetime();

export const ScheduleId = z.string().regex(/^[a-z0-9-]{1,60}$/);

export const JobRunView = z
  .object({
    id: z.uuid(),
    job: z.string(),
    schedule: z.string().nullable(),
    trigger: z.enum(['schedule', 'manual', 'request']),
    scheduledFor: moment,
    state: z.enum(JOB_RUN_STATES).describe('`queued`: it waits for its first try, or its next one.'),
    attempts: count.describe('Tries that were begun, those included that ended with their process.'),
    instances: z.array(z.string()).describe('Host and process of each that had it in hand, the newest last.'),
    startedAt: moment.nullable(),
    endedAt: moment.nullable(),
    durationMs: count.nullable().describe('From the first start to the end, pauses between tries included.'),
    counts: z.record(z.string(), z.number()).nullable().describe('What was done, such as `removed`.'),
    errorCode: z.string().nullable(),
  })
  .meta({ id: 'JobRun' });
export type JobRunView = z.infer<typeof JobRunView>;

export const ScheduleView = z
  .object({
    id: z.string(),
    job: z.string(),
    queue: z.string(),
    cron: z.string().describe('In UTC.'),
    nextRun: moment,
    lastRun: JobRunView.nullable(),
    overdueSeconds: count.describe('Since its last time, if its job has not ended well since; else 0.'),
    last30Days: z.object({
      ended: count,
      succeeded: count,
      successRate: z.number().nullable().describe('From 0 to 1; null where none has ended.'),
      p50Ms: count.nullable(),
      p95Ms: count.nullable(),
    }),
  })
  .meta({ id: 'Schedule' });
export type ScheduleView = z.infer<typeof ScheduleView>;

export const SchedulesView = z
  .object({
    successRate: z.number().nullable().describe('Of all runs of schedules in the last 30 days.'),
    items: z.array(ScheduleView),
  })
  .meta({ id: 'Schedules' });
export type SchedulesView = z.infer<typeof SchedulesView>;

export const RunsQuery = z.strictObject({
  job: z.string().max(100).optional(),
  state: z.enum(JOB_RUN_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.uuid('Use `nextCursor` as it was given.').optional(),
});
export type RunsQuery = z.infer<typeof RunsQuery>;

export const JobRunsView = z
  .object({ items: z.array(JobRunView), nextCursor: z.string().nullable() })
  .meta({ id: 'JobRuns' });
export type JobRunsView = z.infer<typeof JobRunsView>;

export const ReportId = z.uuid();
export const ReportsQuery = RunsQuery.pick({ limit: true, cursor: true }).strict();
export type ReportsQuery = z.infer<typeof ReportsQuery>;
export const ReportQuery = z.strictObject({
  format: z.enum(['json', 'csv']).default('json').describe('`csv` has the figures by day.'),
});
export type ReportQuery = z.infer<typeof ReportQuery>;

export const ReportView = z
  .object({
    id: z.uuid(),
    kind: z.enum(['week']),
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    size: count.describe('Bytes of the JSON.'),
    createdAt: moment,
  })
  .meta({ id: 'Report' });
export const ReportsView = z
  .object({ items: z.array(ReportView), nextCursor: z.string().nullable() })
  .meta({ id: 'Reports' });
export type ReportsView = z.infer<typeof ReportsView>;
