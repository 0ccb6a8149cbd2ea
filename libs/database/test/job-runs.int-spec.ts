import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  beginRun,
  endRun,
  findSchedules,
  listRuns,
  noteSchedules,
  purgeRuns,
  queueRun,
  requeueRun,
  unfinishedRuns,
  type BegunRun,
  type Database,
  type Handle,
} from '../src/index.js';
import { migratedDatabase } from './suite.js';

describe('the history of job runs', () => {
  let database: Database;
  let end: () => Promise<void>;
  beforeAll(async () => ({ database, end } = await migratedDatabase()));
  afterAll(() => end());

  const write = <T>(work: (handle: Handle) => Promise<T>) => database.transaction(null, work);
  const begun = (run: BegunRun) => {
    if (typeof run === 'string') throw new Error(`the run is ${run}`);
    return run;
  };
  let minutes = 0;
  const aRun = (schedule: string | null = 'nightly') => {
    const scheduledFor = new Date(Date.now() - ++minutes * 60_000);
    return {
      job: 'test.night',
      queue: 'maintenance',
      queueJobId: `job-${minutes}`,
      scheduleId: schedule,
      scheduledFor,
      trigger: schedule === null ? ('request' as const) : ('schedule' as const),
    };
  };
  const find = async (queueJobId: string) => {
    const page = { job: null, state: null, before: null, limit: 100 };
    return (await write((handle) => listRuns(handle, page))).find((run) => run.queueJobId === queueJobId)!;
  };

  it('has one row for all tries, and hears only the newest', async () => {
    const run = aRun();
    const first = begun(await write((handle) => beginRun(handle, run, 'a/1')));
    const second = begun(await write((handle) => beginRun(handle, run, 'b/2')));
    expect(second).toEqual({ id: first.id, attempt: 2 });
    expect(await write((handle) => endRun(handle, first, { state: 'failed', errorCode: 'x' }))).toBe(false);
    expect(await find(run.queueJobId)).toMatchObject({ state: 'running', endedAt: null });
    expect(await write((handle) => endRun(handle, second, { state: 'succeeded', counts: { removed: 3 } }))).toBe(true);
    expect(await find(run.queueJobId)).toMatchObject({
      state: 'succeeded',
      attempts: 2,
      instances: ['a/1', 'b/2'],
      counts: { removed: 3 },
      errorCode: null,
      durationMs: expect.any(Number),
    });
  });

  it('lets each time of a schedule be run once, whichever job brings it', async () => {
    const run = aRun();
    const twin = { ...run, queueJobId: `${run.queueJobId}-twin` };
    const tries = await Promise.all([
      write((handle) => beginRun(handle, run, 'a/1')),
      write((handle) => beginRun(handle, twin, 'b/2')),
    ]);
    expect(tries.filter((each) => each === 'elsewhere')).toHaveLength(1);
    const winner = begun(tries.find((each) => each !== 'elsewhere')!);
    await write((handle) => endRun(handle, winner, { state: 'succeeded' }));
    for (const each of [run, twin]) expect(await write((handle) => beginRun(handle, each, 'c/3'))).toBe('ended');
    expect(await write((handle) => queueRun(handle, twin))).toBeNull();
  });

  it('lets what a person asked for begin again after its end, as its own row decides', async () => {
    const run = aRun(null);
    const first = begun(await write((handle) => beginRun(handle, run, 'a/1')));
    await write((handle) => endRun(handle, first, { state: 'succeeded' }));
    expect(await write((handle) => beginRun(handle, run, 'a/1'))).toEqual({ id: first.id, attempt: 2 });
    await write((handle) => endRun(handle, { id: first.id, attempt: 2 }, { state: 'succeeded' }));
  });

  it('gives a run that was lost to a new job, once', async () => {
    const run = aRun();
    const queued = (await write((handle) => queueRun(handle, run)))!;
    expect(queued).toMatchObject({ state: 'queued', attempts: 0, startedAt: null });
    expect(await write((handle) => unfinishedRuns(handle, 100))).toMatchObject([{ id: queued.id }]);
    await write((handle) => beginRun(handle, run, 'a/1'));
    // Seen before it was begun.
    expect(await write((handle) => requeueRun(handle, queued, 'again'))).toBe(false);
    expect(await write((handle) => requeueRun(handle, { id: queued.id, attempts: 1 }, 'again'))).toBe(true);
    // The old job comes after all: it finds that another has the run.
    expect(await write((handle) => beginRun(handle, run, 'a/1'))).toBe('elsewhere');
    const again = begun(await write((handle) => beginRun(handle, { ...run, queueJobId: 'again' }, 'b/2')));
    await write((handle) => endRun(handle, again, { state: 'failed', errorCode: 'unavailable' }));
    expect(await write((handle) => unfinishedRuns(handle, 100))).toEqual([]);
  });

  it('knows how schedules fare, and since when they are as they are', async () => {
    await write((handle) => noteSchedules(handle, [{ id: 'nightly', cron: '0 3 * * *' }]));
    const [before] = await write(findSchedules);
    await write((handle) => noteSchedules(handle, [{ id: 'nightly', cron: '0 3 * * *' }]));
    expect((await write(findSchedules))[0]!.since).toEqual(before!.since);
    await write((handle) => noteSchedules(handle, [{ id: 'nightly', cron: '0 4 * * *' }]));
    const [schedule] = await write(findSchedules);
    expect(schedule!.since.getTime()).toBeGreaterThan(before!.since.getTime());
    expect(schedule).toMatchObject({ id: 'nightly', ended: 3, succeeded: 2, last: { queueJobId: 'job-1' } });
    expect(schedule!.lastSuccess!.scheduledFor).toEqual(schedule!.last!.scheduledFor);
    expect(schedule!.p95Ms).toBeGreaterThanOrEqual(schedule!.p50Ms!);
  });

  it('lists by job and state, page by page, and forgets after 90 days', async () => {
    const page = { job: 'test.night', state: 'succeeded' as const, before: null, limit: 2 };
    const first = await write((handle) => listRuns(handle, page));
    const second = await write((handle) => listRuns(handle, { ...page, before: first[1]!.id }));
    expect([...first, ...second].map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(await write((handle) => listRuns(handle, { ...page, job: 'other' }))).toEqual([]);
    const old = { ...aRun(), scheduledFor: new Date(Date.now() - 91 * 24 * 3_600_000) };
    await write((handle) => queueRun(handle, old));
    expect(await write((handle) => purgeRuns(handle, 10))).toBe(1);
    expect(await write((handle) => purgeRuns(handle, 10))).toBe(0);
  });
});
