import { SYSTEM_PRIORITY } from '@discover/contracts';
import { metrics, registry } from '@discover/telemetry';
import { startPrivateRedis, testRedis, waitFor } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { Ctx } from '@nestjs/microservices';

import {
  DeadLetters,
  HandlesJob,
  PermanentJobError,
  QueueMetrics,
  registerSchedules,
  Schedules,
  JobContext,
} from '../src/index.js';
import { free, logger, premium, Stage, TIDY, WORK, type Payload } from './support.js';

const WAIT = { timeoutMs: 10_000 };
let stage: Stage;

beforeEach(() => {
  const { url, prefix } = testRedis('operations');
  stage = new Stage(url, prefix);
});
afterEach(() => stage.end());

/** Counter and gauge values by their labels. */
async function values(metric: {
  get(): Promise<{ values: { value: number; labels: object }[] }>;
}): Promise<Record<string, number>> {
  const read = await metric.get();
  return Object.fromEntries(read.values.map(({ labels, value }) => [Object.values(labels).join(' '), value]));
}

describe('dead letters', () => {
  it('can be listed, run again and discarded', async () => {
    let broken = true;
    @Controller()
    class WorkController {
      @HandlesJob(WORK)
      work({ n }: Payload): unknown {
        if (broken) throw new PermanentJobError('out of order');
        return { double: n * 2 };
      }
    }
    const before = (await values(metrics.jobDeadLettered))[`parse ${WORK.name}`] ?? 0;
    await stage.worker([WorkController]);
    const producer = stage.producer();
    const letters = new DeadLetters(producer);
    const jobs = [free(), free(), premium()];
    for (const [n, job] of jobs.entries()) await producer.add(WORK, { n }, job);
    await Promise.all(jobs.map(({ id }) => producer.wait(WORK, id, WAIT)));

    expect(await letters.count('parse')).toBe(3);
    await waitFor(async () => (await values(metrics.jobDeadLettered))[`parse ${WORK.name}`] === before + 3, {
      what: 'the counter',
    });
    const { items, nextCursor } = await letters.list('parse');
    expect(items.map(({ id }) => id).sort()).toEqual(jobs.map(({ id }) => id).sort());
    expect(items[0]).toMatchObject({
      name: WORK.name,
      failure: { message: 'out of order' },
      attempts: 1,
      maxAttempts: 5,
    });
    expect(items[0]).not.toHaveProperty('payload');
    expect(nextCursor).toBeNull();

    broken = false;
    // As if its workers had been killed too often: BullMQ would give it up at the next kill.
    const hash = producer.queue('parse').toKey(jobs[2]!.id);
    await producer.client.hset(hash, 'stc', 6);
    expect(await letters.retry('parse', jobs[2]!.id)).toBe(true);
    expect(await producer.wait(WORK, jobs[2]!.id, WAIT)).toEqual({ type: 'completed', result: { double: 4 } });
    expect(await producer.client.hget(hash, 'stc')).toBeNull();
    expect(await letters.retry('parse', jobs[2]!.id)).toBe(false);
    expect(await letters.discard('parse', jobs[0]!.id)).toBe(true);
    expect(await letters.discard('parse', jobs[0]!.id)).toBe(false);
    expect(await letters.count('parse')).toBe(1);
  });

  it('come in pages', async () => {
    @Controller()
    class WorkController {
      @HandlesJob(WORK)
      work(): never {
        throw new PermanentJobError('out of order');
      }
    }
    await stage.worker([WorkController]);
    const producer = stage.producer();
    const letters = new DeadLetters(producer);
    for (let n = 0; n < 60; n++) await producer.add(WORK, { n }, free());
    await waitFor(async () => (await letters.count('parse')) === 60, { what: '60 dead letters' });
    const first = await letters.list('parse');
    const second = await letters.list('parse', first.nextCursor!);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 10, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(60);
  });
});

describe('the figures of a queue', () => {
  it('count what waits by either way, and tell the age of the oldest', async () => {
    const producer = stage.producer();
    const figures = new QueueMetrics({ producer, queues: ['parse', 'render'], logger });
    figures.start();
    stage.keep(figures, async () => figures.stop());
    // The free one came first and is served last: the age is its own.
    await producer.add(WORK, { n: 1 }, free('oldest'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await producer.add(WORK, { n: 2 }, premium());
    await producer.add(WORK, { n: 3 }, { ...free(), delayMs: 60_000 });
    await producer.queue('parse').add(WORK.name, {}, { jobId: 'without-priority' });

    const text = await registry.metrics();
    const series = (line: RegExp) => Number(line.exec(text)?.[1]);
    expect(series(/cv_queue_jobs\{queue="parse",state="pending".*\} (\d+)/)).toBe(3);
    expect(series(/cv_queue_jobs\{queue="parse",state="delayed".*\} (\d+)/)).toBe(1);
    expect(series(/cv_queue_jobs\{queue="parse",state="active".*\} (\d+)/)).toBe(0);
    const age = series(/cv_queue_oldest_age_seconds\{queue="parse".*\} ([\d.]+)/);
    expect(age).toBeGreaterThanOrEqual(0.3);
    expect(age).toBeLessThan(5);
    expect(series(/cv_queue_oldest_age_seconds\{queue="render".*\} ([\d.]+)/)).toBe(0);
  });

  it('vanish when they cannot be read, and are back when they can', async () => {
    const redis = await startPrivateRedis();
    stage = new Stage(redis.url, 'bull');
    stage.keep(redis, () => redis.dispose());
    const producer = stage.producer();
    await producer.check();
    const figures = new QueueMetrics({ producer, queues: ['parse'], logger });
    figures.start();
    stage.keep(figures, async () => figures.stop());
    expect(await registry.metrics()).toMatch(/cv_queue_jobs\{queue="parse"/);
    const errors = (await values(metrics.queueScrapeErrors)).parse ?? 0;
    await redis.server.kill();
    expect(await registry.metrics()).not.toMatch(/cv_queue_(jobs|oldest_age_seconds)\{queue="parse"/);
    expect((await values(metrics.queueScrapeErrors)).parse).toBe(errors + 1);
    await redis.server.start();
    await waitFor(async () => (await registry.metrics()).includes('cv_queue_jobs{queue="parse"'), {
      what: 'the series to be back',
    });
  });

  it('of waiting and running stand in histograms', async () => {
    @Controller()
    class WorkController {
      @HandlesJob(WORK)
      async work(): Promise<unknown> {
        await new Promise((resolve) => setTimeout(resolve, 60));
        return null;
      }
    }
    const sums = async () => {
      const wait = await metrics.jobWait.get();
      const run = await metrics.jobRun.get();
      const of = (metric: typeof wait, name: string, outcome?: string) =>
        metric.values.find(
          ({ metricName, labels }) =>
            metricName === name &&
            labels.job === WORK.name &&
            (outcome === undefined || (labels as { outcome?: string }).outcome === outcome),
        )?.value ?? 0;
      return [of(wait, 'cv_job_wait_seconds_sum'), of(run, 'cv_job_run_seconds_sum', 'completed')] as const;
    };
    const producer = stage.producer();
    const job = free();
    const [waitBefore, runBefore] = await sums();
    await producer.add(WORK, { n: 1 }, job);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await stage.worker([WorkController]);
    await producer.wait(WORK, job.id, WAIT);
    const [wait, run] = await sums();
    expect(wait - waitBefore).toBeGreaterThanOrEqual(0.2);
    expect(wait - waitBefore).toBeLessThan(5);
    expect(run - runBefore).toBeGreaterThanOrEqual(0.059);
    expect(run - runBefore).toBeLessThan(2);
  });
});

describe('schedules', () => {
  const everySecond = { id: 'tick', cron: '* * * * * *', contract: TIDY, payload: { n: 1 } };

  it('run once each time, however many instances there are', async () => {
    const ran: string[] = [];
    @Controller()
    class TidyController {
      @HandlesJob(TIDY)
      tidy(@Ctx() context: JobContext): null {
        ran.push(context.id);
        return null;
      }
    }
    const queues = [{ name: 'maintenance' as const, concurrency: 2 }];
    for (let instance = 0; instance < 2; instance++) {
      await stage.worker([TidyController], { server: stage.server({ queues }) });
      await registerSchedules(stage.producer(), [everySecond]);
    }
    await waitFor(() => ran.length >= 3, { what: 'three runs' });
    expect(new Set(ran).size).toBe(ran.length);
    // The time for which it was due is the last part of a scheduled job's id.
    const seconds = ran.map((id) => Number(id.split(':').at(-1)) / 1_000);
    expect(seconds).toEqual(seconds.map((_second, index) => seconds[0]! + index));
  });

  it('follow the list: new ones are set, changed ones replaced, others removed', async () => {
    const producer = stage.producer();
    const yearly = { ...everySecond, cron: '0 0 1 1 *' };
    const present = async () => {
      const schedulers = await producer.queue('maintenance').getJobSchedulers(0, -1);
      return schedulers.map(({ key, pattern, tz }) => ({ key, pattern, tz }));
    };
    await registerSchedules(producer, [yearly, { ...yearly, id: 'old' }]);
    const [job] = await producer.queue('maintenance').getDelayed();
    expect(job).toMatchObject({
      name: TIDY.name,
      priority: SYSTEM_PRIORITY,
      data: { payload: { n: 1 } },
      opts: { attempts: 8 },
    });
    await registerSchedules(producer, [yearly]);
    expect(await present()).toEqual([{ key: 'tick', pattern: yearly.cron, tz: 'UTC' }]);
    expect(await producer.queue('maintenance').getDelayedCount()).toBe(1);
    // Unchanged: the job that is due next stays the same one.
    const upsert = producer.queue('maintenance').upsertJobScheduler.bind(producer.queue('maintenance'));
    let upserts = 0;
    producer.queue('maintenance').upsertJobScheduler = (...args) => {
      upserts++;
      return upsert(...args);
    };
    await registerSchedules(producer, [yearly]);
    expect(upserts).toBe(0);
    await registerSchedules(producer, [{ ...yearly, cron: '0 0 2 1 *' }]);
    expect(upserts).toBe(1);
    expect(await present()).toEqual([{ key: 'tick', pattern: '0 0 2 1 *', tz: 'UTC' }]);
  });

  it('are set again after Redis has lost them', async () => {
    const redis = await startPrivateRedis();
    stage = new Stage(redis.url, 'bull');
    stage.keep(redis, () => redis.dispose());
    const producer = stage.producer();
    const schedules = new Schedules({ producer, schedules: [everySecond], logger });
    schedules.start();
    stage.keep(schedules, () => schedules.stop());
    const isSet = async () => (await producer.queue('maintenance').getJobSchedulersCount()) === 1;
    await waitFor(isSet, { what: 'the schedule' });
    await producer.client.flushall();
    await redis.server.kill();
    await redis.server.start();
    await waitFor(isSet, { what: 'the schedule to be back' });
  });

  it('refuse a payload that does not fit', async () => {
    await expect(registerSchedules(stage.producer(), [{ ...everySecond, payload: {} }])).rejects.toThrow(
      /expected number/,
    );
  });
});
