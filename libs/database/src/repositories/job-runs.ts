import type { Handle } from '../handle.js';

/** `queued`: it waits for its first run, or to be tried again. */
export const JOB_RUN_STATES = ['queued', 'running', 'succeeded', 'failed'] as const;
export type JobRunState = (typeof JOB_RUN_STATES)[number];
/** What brought it about: a schedule's time, an operator who did not wait for it, or a request of a person. */
export type JobRunTrigger = 'schedule' | 'manual' | 'request';

/** One run of a background job, however many tries and processes it took. */
export interface JobRunRecord {
  id: string;
  job: string;
  queue: string;
  queueJobId: string;
  scheduleId: string | null;
  scheduledFor: Date;
  trigger: JobRunTrigger;
  state: JobRunState;
  /** Begun, those included that ended with their process. */
  attempts: number;
  /** Host and process of each that had it in hand, the newest last. */
  instances: string[];
  startedAt: Date | null;
  endedAt: Date | null;
  /** From the first start to the end, pauses between tries included. */
  durationMs: number | null;
  /** What the handler answered, of its numbers. */
  counts: Record<string, number> | null;
  /** Code or class of the last error; never its text. */
  errorCode: string | null;
}

const RUN = `id, job, queue, queue_job_id AS "queueJobId", schedule_id AS "scheduleId", scheduled_for AS "scheduledFor",
  trigger, state, attempts, instances, started_at AS "startedAt", ended_at AS "endedAt", duration_ms AS "durationMs", counts,
  error_code AS "errorCode"`;

type NewRun = Pick<JobRunRecord, 'job' | 'queue' | 'queueJobId' | 'scheduleId' | 'scheduledFor' | 'trigger'>;

const valuesOf = (run: NewRun) => [run.job, run.queue, run.queueJobId, run.scheduleId, run.scheduledFor, run.trigger];

/** Writes down that a run is due, before the queue knows. Null if there is one of this schedule and time already. */
export async function queueRun(handle: Handle, run: NewRun): Promise<JobRunRecord | null> {
  const [row] = await handle.query<JobRunRecord>(
    'job_run_queue',
    `INSERT INTO job_runs (job, queue, queue_job_id, schedule_id, scheduled_for, trigger, state)
     VALUES ($1, $2, $3, $4, $5, $6, 'queued') ON CONFLICT DO NOTHING RETURNING ${RUN}`,
    valuesOf(run),
  );
  return row ?? null;
}

/** The try that was begun, or why there is none: the run has ended well, or another job has it. */
export type BegunRun = { id: string; attempt: number } | 'ended' | 'elsewhere';

/**
 * Begins a try. The number of tries is its fencing token: a try that was overtaken by the next one ends nothing any more. What a
 * person asked for is begun also after it has ended well, since its own row knows better whether there is something to do.
 */
export async function beginRun(handle: Handle, run: NewRun, instance: string): Promise<BegunRun> {
  const [begun] = await handle.query<{ id: string; attempt: number }>(
    'job_run_begin',
    `INSERT INTO job_runs (job, queue, queue_job_id, schedule_id, scheduled_for, trigger, state, attempts, instances, started_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'running', 1, ARRAY[$7], now()) ON CONFLICT DO NOTHING RETURNING id, attempts AS attempt`,
    [...valuesOf(run), instance],
  );
  if (begun) return begun;
  const [again] = await handle.query<{ id: string; attempt: number }>(
    'job_run_again',
    `UPDATE job_runs SET state = 'running', attempts = attempts + 1, ended_at = NULL, duration_ms = NULL, error_code = NULL,
       started_at = CASE WHEN state IN ('queued', 'running') THEN coalesce(started_at, now()) ELSE now() END,
       instances = CASE WHEN instances[cardinality(instances)] = $3 THEN instances ELSE (instances || $3::text)[greatest(1, cardinality(instances) - 8):] END
     WHERE queue = $1 AND queue_job_id = $2 AND (state <> 'succeeded' OR schedule_id IS NULL)
     RETURNING id, attempts AS attempt`,
    [run.queue, run.queueJobId, instance],
  );
  if (again) return again;
  const [present] = await handle.query<{ state: JobRunState }>(
    'job_run_state',
    'SELECT state FROM job_runs WHERE schedule_id = $1 AND scheduled_for = $2',
    [run.scheduleId, run.scheduledFor],
  );
  return present?.state === 'succeeded' ? 'ended' : 'elsewhere';
}

/** How a try ended; `queued` will be tried again. */
export interface RunEnd {
  state: 'queued' | 'succeeded' | 'failed';
  counts?: Record<string, number> | null;
  errorCode?: string;
}

/** Ends a try. False if it is not the newest of its run: then its word does not count. */
export async function endRun(handle: Handle, run: { id: string; attempt: number }, end: RunEnd): Promise<boolean> {
  const rows = await handle.query(
    'job_run_end',
    `UPDATE job_runs SET state = $3, counts = $4::jsonb, error_code = $5,
       ended_at = CASE WHEN $3 <> 'queued' THEN now() END,
       duration_ms = CASE WHEN $3 <> 'queued' THEN round(extract(epoch FROM now() - coalesce(started_at, now())) * 1000) END
     WHERE id = $1 AND attempts = $2 AND state IN ('queued', 'running') RETURNING id`,
    [run.id, run.attempt, end.state, end.counts ? JSON.stringify(end.counts) : null, end.errorCode ?? null],
  );
  return rows.length > 0;
}

/** Gives a run that its queue has lost to a new job. False if it has moved on meanwhile. */
export async function requeueRun(
  handle: Handle,
  run: Pick<JobRunRecord, 'id' | 'attempts'>,
  queueJobId: string,
): Promise<boolean> {
  const rows = await handle.query(
    'job_run_requeue',
    `UPDATE job_runs SET state = 'queued', queue_job_id = $3
     WHERE id = $1 AND attempts = $2 AND state IN ('queued', 'running') RETURNING id`,
    [run.id, run.attempts, queueJobId],
  );
  return rows.length > 0;
}

/** Runs that have not ended, the oldest first. */
export async function unfinishedRuns(handle: Handle, limit: number): Promise<JobRunRecord[]> {
  return handle.query(
    'job_run_unfinished',
    `SELECT ${RUN} FROM job_runs WHERE state IN ('queued', 'running') ORDER BY id LIMIT $1`,
    [limit],
  );
}

/** The latest first; `before` is the last id of the page before. */
export async function listRuns(
  handle: Handle,
  page: { job: string | null; state: JobRunState | null; before: string | null; limit: number },
): Promise<JobRunRecord[]> {
  return handle.query(
    'job_run_list',
    `SELECT ${RUN} FROM job_runs
     WHERE ($1::text IS NULL OR job = $1) AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR id < $3)
     ORDER BY id DESC LIMIT $4`,
    [page.job, page.state, page.before, page.limit],
  );
}

/** Removes at most `limit` runs that are over 90 days old. */
export async function purgeRuns(handle: Handle, limit: number): Promise<number> {
  const rows = await handle.query(
    'job_run_purge',
    `DELETE FROM job_runs WHERE id IN (SELECT id FROM job_runs WHERE scheduled_for < now() - interval '90 days' LIMIT $1) RETURNING id`,
    [limit],
  );
  return rows.length;
}

/** Notes the schedules of this release: one that is new, or changed, has missed nothing before now. */
export async function noteSchedules(handle: Handle, schedules: readonly { id: string; cron: string }[]): Promise<void> {
  await handle.query(
    'schedule_note',
    `INSERT INTO job_schedules (id, cron) SELECT id, cron FROM unnest($1::text[], $2::text[]) AS s (id, cron) ORDER BY id
     ON CONFLICT (id) DO UPDATE SET cron = excluded.cron, since = now() WHERE job_schedules.cron <> excluded.cron`,
    [schedules.map(({ id }) => id), schedules.map(({ cron }) => cron)],
  );
}

/** How a schedule has fared. */
export interface ScheduleRecord {
  id: string;
  /** Since when it has been as it is. */
  since: Date;
  last: JobRunRecord | null;
  lastSuccess: { scheduledFor: Date; endedAt: Date } | null;
  /** Of the last 30 days: runs that have ended, and how they did. */
  ended: number;
  succeeded: number;
  /** Milliseconds; null without a run. */
  p50Ms: number | null;
  p95Ms: number | null;
}

/** Schedules that were noted, also those of other releases. */
export async function findSchedules(handle: Handle): Promise<ScheduleRecord[]> {
  const rows = await handle.query<
    Omit<ScheduleRecord, 'last' | 'lastSuccess'> & {
      lastId: string | null;
      successFor: Date | null;
      successAt: Date | null;
    }
  >(
    'schedule_list',
    `SELECT s.id, s.since, last.id AS "lastId", success.scheduled_for AS "successFor", success.ended_at AS "successAt",
       month.ended, month.succeeded, month.p50 AS "p50Ms", month.p95 AS "p95Ms"
     FROM job_schedules s
     LEFT JOIN LATERAL (
       SELECT id FROM job_runs WHERE schedule_id = s.id ORDER BY scheduled_for DESC LIMIT 1
     ) last ON true
     LEFT JOIN LATERAL (
       SELECT scheduled_for, ended_at FROM job_runs WHERE schedule_id = s.id AND state = 'succeeded' ORDER BY scheduled_for DESC LIMIT 1
     ) success ON true
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE ended_at IS NOT NULL)::int AS ended, count(*) FILTER (WHERE state = 'succeeded')::int AS succeeded,
         round(percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms))::int AS p50,
         round(percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms))::int AS p95
       FROM job_runs WHERE schedule_id = s.id AND scheduled_for > now() - interval '30 days'
     ) month
     ORDER BY s.id`,
  );
  const lasts = await runsById(
    handle,
    rows.flatMap(({ lastId }) => lastId ?? []),
  );
  return rows.map(({ lastId, successFor, successAt, ...schedule }) => ({
    ...schedule,
    last: lasts.get(lastId ?? '') ?? null,
    lastSuccess: successFor && successAt ? { scheduledFor: successFor, endedAt: successAt } : null,
  }));
}

async function runsById(handle: Handle, ids: readonly string[]): Promise<Map<string, JobRunRecord>> {
  const runs = await handle.query<JobRunRecord>(
    'job_run_some',
    `SELECT ${RUN} FROM job_runs WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(runs.map((run) => [run.id, run]));
}
