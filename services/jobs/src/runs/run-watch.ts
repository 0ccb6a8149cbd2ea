import type { Schedule } from '@discover/contracts';
import {
  endRun,
  findSchedules,
  noteSchedules,
  queueRun,
  requeueRun,
  unfinishedRuns,
  type Database,
  type JobRunRecord,
  type ScheduleRecord,
} from '@discover/database';
import { dispatchRun, lastDue, Loop, type JobProducer, type JobState } from '@discover/queue';
import { metrics, type Logger } from '@discover/telemetry';

const LOOK_EVERY_MS = 15_000;
/** So long after its time a run that the queue does not know is taken up. */
const MISSED_AFTER_MS = 60_000;
/** Runs compared with the queue in one round. */
const MOST = 200;
/** Tries after which a run is taken for one that kills its process. */
const MOST_TRIES = 12;

export interface RunWatchOptions {
  database: Database;
  producer: JobProducer;
  schedules: readonly Schedule[];
  logger: Logger;
}

/**
 * Compares the history of runs with the queue, as the reconciler does for people's jobs: Postgres is the truth. A time that
 * the queue has missed (it was emptied, or away) is run late, a run that it lost is given to a new job, and one that it gave up
 * without its handler ever knowing is ended. Any number of instances may do so at once.
 */
export class RunWatch {
  readonly #loop: Loop;
  #noted = false;

  constructor(private readonly options: RunWatchOptions) {
    this.#loop = new Loop({
      everyMs: LOOK_EVERY_MS,
      work: () => this.look(),
      onError: (error) => options.logger.warn({ err: error }, 'runs of jobs could not be compared with the queue'),
    });
    // From 0, so that the first of each is seen as an increase.
    for (const { contract } of options.schedules)
      for (const outcome of ['succeeded', 'failed']) metrics.jobRuns.inc({ job: contract.name, outcome }, 0);
  }

  start(): void {
    this.#loop.start();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  /** One round. */
  async look(now = new Date()): Promise<void> {
    const { database, schedules } = this.options;
    if (!this.#noted) await database.transaction(null, (handle) => noteSchedules(handle, schedules));
    this.#noted = true;
    const records = await this.#records();
    for (const schedule of schedules) {
      const record = records.get(schedule.id);
      if (record) await this.#takeUp(schedule, record, now);
    }
    const unfinished = await database.readPrimary('runs', (handle) => unfinishedRuns(handle, MOST));
    for (const run of unfinished) await this.#compare(run);
    this.#tell(await this.#records(), now);
  }

  async #records(): Promise<Map<string, ScheduleRecord>> {
    const records = await this.options.database.readPrimary('runs', findSchedules);
    return new Map(records.map((record) => [record.id, record]));
  }

  /** Writes down a run that is overdue and that nobody knows of; the comparison then puts it on the queue. */
  async #takeUp({ id, cron, contract }: Schedule, { since, last }: ScheduleRecord, now: Date): Promise<void> {
    const due = lastDue(cron, new Date(now.getTime() - MISSED_AFTER_MS));
    if (due <= since || (last && last.scheduledFor >= due)) return;
    const { database, producer, logger } = this.options;
    // The queue's own scheduler names its jobs so. It may only be late: all workers were away.
    if (await producer.state(contract.queue, `repeat:${id}:${due.getTime()}`)) return;
    const queued = await database.transaction(null, (handle) =>
      queueRun(handle, {
        job: contract.name,
        queue: contract.queue,
        queueJobId: `missed-${id}-${due.getTime()}`,
        scheduleId: id,
        scheduledFor: due,
        trigger: 'schedule',
      }),
    );
    if (queued) logger.warn({ schedule: id, due }, 'a schedule’s time was missed, and is run now');
  }

  async #compare(run: JobRunRecord): Promise<void> {
    const { database, producer } = this.options;
    const contract = this.options.schedules.find(({ contract: { name } }) => name === run.job)?.contract;
    const queue = contract?.queue ?? 'maintenance';
    const state: Pick<JobState, 'state'> | null = await producer.state(queue, run.queueJobId);
    if (state === null && run.scheduleId !== null && run.attempts < MOST_TRIES) return this.#giveAgain(run);
    const ended = endIn(state);
    if (!ended) return;
    const attempt = { id: run.id, attempt: run.attempts };
    const counted = await database.transaction(null, (handle) => endRun(handle, attempt, ended));
    if (counted) metrics.jobRuns.inc({ job: run.job, outcome: ended.state });
  }

  /** Of another release's schedule nothing is known here: its own instances see to it. */
  async #giveAgain(run: JobRunRecord): Promise<void> {
    const schedule = this.options.schedules.find(({ id }) => id === run.scheduleId);
    if (!schedule) return;
    // One that was never begun may just be on its way: then the same id is the same job.
    const queueJobId = run.attempts === 0 ? run.queueJobId : `again-${run.id}-${run.attempts}`;
    const mine = await this.options.database.transaction(null, (handle) => requeueRun(handle, run, queueJobId));
    if (mine)
      await dispatchRun(this.options.producer, schedule, {
        queueJobId,
        scheduledFor: run.scheduledFor,
        trigger: run.trigger === 'manual' ? 'manual' : 'schedule',
      });
  }

  #tell(records: ReadonlyMap<string, ScheduleRecord>, now: Date): void {
    for (const { id, cron } of this.options.schedules) {
      const record = records.get(id);
      if (!record) continue;
      const due = lastDue(cron, now);
      const done = due <= record.since || (record.lastSuccess !== null && record.lastSuccess.scheduledFor >= due);
      metrics.scheduleOverdue.set({ schedule: id }, done ? 0 : (now.getTime() - due.getTime()) / 1_000);
      if (record.lastSuccess)
        metrics.scheduleLastSuccess.set({ schedule: id }, record.lastSuccess.endedAt.getTime() / 1_000);
    }
  }
}

/** What a run has come to that its handler did not end, by what the queue says of its job; null while it may go on. */
function endIn(job: Pick<JobState, 'state'> | null): { state: 'succeeded' | 'failed'; errorCode?: string } | null {
  if (job === null) return { state: 'failed', errorCode: 'lost' };
  if (job.state === 'failed') return { state: 'failed', errorCode: 'worker_lost' };
  return job.state === 'completed' ? { state: 'succeeded' } : null;
}
