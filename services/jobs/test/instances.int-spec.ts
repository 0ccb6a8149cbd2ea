import { once } from 'node:events';

import { SCHEDULES } from '@discover/contracts';
import type { Database } from '@discover/database';
import { lastDue } from '@discover/queue';
import { createLogger } from '@discover/telemetry';
import { waitFor } from '@discover/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { RunWatch } from '../src/runs/run-watch.js';
import { Fleet, type Instance } from './fleet.js';

jest.setTimeout(120_000);

interface Run {
  schedule: string;
  state: string;
  attempts: number;
  instances: string[];
  ended: boolean;
}

describe('two instances of the background jobs', () => {
  const fleet = new Fleet();
  let instances: [Instance, Instance];
  let database: Database;
  beforeAll(async () => {
    await fleet.prepare();
    database = fleet.database();
    await database.start();
    instances = [await fleet.launch(), await fleet.launch()];
  });
  afterAll(() => fleet.end());

  const runs = async () => {
    const { rows } = await fleet.client.query<Run>(
      `SELECT schedule_id AS schedule, state, attempts, instances, ended_at IS NOT NULL AS ended FROM job_runs ORDER BY id`,
    );
    return rows;
  };
  /** Jobs that wait for their time, each once: those that the queue's scheduler has made. */
  const due = async () => {
    const jobs = await fleet.producer.queue('maintenance').getDelayed();
    return jobs.filter(({ repeatJobKey }) => repeatJobKey !== undefined);
  };
  const succeeded = async () => {
    const counts = await Promise.all(
      instances.map((instance) => instance.counted('cv_job_runs_total', 'outcome="succeeded"').catch(() => 0)),
    );
    return counts.reduce((sum, count) => sum + count);
  };

  it('run what is due once, and write it down', async () => {
    const jobs = await waitFor(async () => ((await due()).length === SCHEDULES.length ? due() : null), {
      what: 'the schedules to be set',
    });
    // Their time has come. One whose time comes by itself just now is run all the same.
    await Promise.all(jobs.map((job) => job.promote().catch(() => undefined)));
    await waitFor(async () => (await runs()).filter(({ ended }) => ended).length === SCHEDULES.length, {
      what: 'every schedule to be run',
      timeoutMs: 60_000,
    });
    const written = await runs();
    expect(written.map(({ schedule, state, attempts }) => [schedule, state, attempts]).sort()).toEqual(
      SCHEDULES.map(({ id }) => [id, 'succeeded', 1]).sort(),
    );
    const pids = instances.map(({ process: { pid } }) => `/${pid}`);
    for (const run of written) expect(pids).toContain(run.instances[0]!.replace(/^.*\//, '/'));
    // Counted right after it is written down.
    await waitFor(async () => (await succeeded()) >= SCHEDULES.length, { what: 'all to be counted' });
    expect(await succeeded()).toBe(SCHEDULES.length);
    // And each waits for its next time, which is another.
    expect((await due()).map(({ repeatJobKey }) => repeatJobKey).sort()).toEqual(SCHEDULES.map(({ id }) => id).sort());
  });

  it('finish each other’s run when one is killed (kill -9) in the middle of it', async () => {
    // What the job removes is held, so that it is in the middle of it for as long as we like.
    await fleet.client.query('BEGIN');
    await fleet.client.query('LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE');
    const job = (await due()).find(({ repeatJobKey }) => repeatJobKey === 'purge-sessions')!;
    await job.promote();
    const latest = async () => (await runs()).findLast(({ schedule }) => schedule === 'purge-sessions')!;
    const running = await waitFor(
      async () => {
        const run = await latest();
        return run.state === 'running' ? run : null;
      },
      { what: 'the run to be begun' },
    );
    const isVictim = ({ process: { pid } }: Instance) => running.instances[0]!.endsWith(`/${pid}`);
    const victim = instances.find(isVictim)!;
    const other = instances.find((instance) => !isVictim(instance))!;
    victim.process.kill('SIGKILL');
    await once(victim.process, 'exit');
    await fleet.client.query('ROLLBACK');
    const ended = await waitFor(
      async () => {
        const run = await latest();
        return run.ended ? run : null;
      },
      { what: 'the other to finish it', timeoutMs: 30_000 },
    );
    expect(ended).toMatchObject({ state: 'succeeded', attempts: 2 });
    expect(ended.instances).toEqual([running.instances[0], expect.stringMatching(`/${other.process.pid}$`)]);
    expect((await runs()).filter(({ schedule }) => schedule === 'purge-sessions')).toHaveLength(2);
  });

  it('make up for what an emptied queue has missed or lost, once', async () => {
    await fleet.client.query('DELETE FROM job_runs');
    await fleet.producer.client.flushall();
    // As after a week: the last time of each schedule has passed, and nobody has run it; one was in the middle of it.
    await fleet.client.query(`UPDATE job_schedules SET since = now() - interval '8 days'`);
    const [lost, ...missed] = SCHEDULES;
    const dueOf = ({ cron }: { cron: string }) => lastDue(cron, new Date(Date.now() - 60_000));
    await fleet.client.query(
      `INSERT INTO job_runs (job, queue, queue_job_id, schedule_id, scheduled_for, trigger, state, attempts, instances, started_at)
       VALUES ($1, 'maintenance', 'gone', $2, $3, 'schedule', 'running', 1, '{gone/1}', now())`,
      [lost!.contract.name, lost!.id, dueOf(lost!)],
    );
    const watch = () =>
      new RunWatch({
        database,
        producer: fleet.producer,
        schedules: SCHEDULES,
        logger: createLogger('test', 'silent'),
      });
    await Promise.all([watch().look(), watch().look()]);
    await waitFor(async () => (await runs()).filter(({ ended }) => ended).length >= SCHEDULES.length, {
      what: 'all to be made up for',
      timeoutMs: 60_000,
    });
    const { rows } = await fleet.client.query<{ schedule: string; at: Date; state: string; attempts: number }>(
      'SELECT schedule_id AS schedule, scheduled_for AS at, state, attempts FROM job_runs ORDER BY schedule_id',
    );
    expect(rows).toEqual(
      [{ ...lost!, attempts: 2 }, ...missed.map((schedule) => ({ ...schedule, attempts: 1 }))]
        .map(({ id, cron, attempts }) => ({ schedule: id, at: dueOf({ cron }), state: 'succeeded', attempts }))
        .sort((a, b) => (a.schedule < b.schedule ? -1 : 1)),
    );
  });
});
