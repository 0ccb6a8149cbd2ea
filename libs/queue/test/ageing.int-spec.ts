import { batchPriority, PLAN_PRIORITY, SYSTEM_PRIORITY } from '@discover/contracts';
import { metrics, registry } from '@discover/telemetry';
import { testRedis, uniqueName, waitFor } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { Ctx } from '@nestjs/microservices';

import type { AgeingSettings } from '../src/ageing.js';
import { HandlesJob, JobContext, QueueMetrics, type JobProducer } from '../src/index.js';
import { free, logger, premium, Stage, WORK } from './support.js';

const SHARE = 10;
/** Everything that waits has waited for long enough. */
const AT_ONCE: AgeingSettings = { afterMs: 0, share: SHARE };
const NEVER: AgeingSettings = { afterMs: 3_600_000, share: SHARE };
const WAIT = { timeoutMs: 20_000 };

let stage: Stage;
let producer: JobProducer;

beforeEach(() => {
  const { url, prefix } = testRedis('ageing');
  stage = new Stage(url, prefix);
  producer = stage.producer();
});
afterEach(() => stage.end());

/** Workers whose handlers note each job as it is begun, and then do what `onBegin` says. */
async function work(
  ageing: AgeingSettings,
  options: { workers?: number; concurrency?: number; onBegin?: (id: string) => Promise<unknown> } = {},
): Promise<string[]> {
  const begun: string[] = [];
  @Controller()
  class WorkController {
    @HandlesJob(WORK)
    async work(@Ctx() context: JobContext): Promise<unknown> {
      begun.push(context.id);
      await options.onBegin?.(context.id);
      return null;
    }
  }
  const queues = [{ name: 'parse' as const, concurrency: options.concurrency ?? 1 }];
  for (let index = 0; index < (options.workers ?? 1); index++)
    await stage.worker([WorkController], { server: stage.server({ queues, ageing }) });
  return begun;
}

const batch = (count: number, plan: 'free' | 'premium' = 'free') =>
  Array.from({ length: count }, (_, index) => ({
    id: uniqueName(`batch-${plan}`),
    priority: batchPriority(plan, index),
  }));

async function addAll(jobs: readonly { id: string; priority: number }[]): Promise<string[]> {
  await producer.addMany(
    jobs.map(({ id, priority }) => ({ jobId: id, queue: 'parse', name: WORK.name, payload: { n: 1 }, priority })),
  );
  return jobs.map(({ id }) => id);
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const pending = () => producer.queue('parse').getJobCountByTypes('prioritized', 'wait');

describe('jobs that wait behind others', () => {
  it('are begun although premium jobs never end, at the latest as the tenth', async () => {
    const [waiting] = await addAll([free('patient')]);
    await addAll(times(30, () => premium()));
    const begun = await work(AT_ONCE, {
      // For each premium job that is begun, another one comes.
      onBegin: async (id) => id !== waiting && addAll([premium()]),
    });
    await producer.wait(WORK, waiting!, WAIT);
    // The one that is in hand when the tenth is counted may be followed by one that was fetched before.
    expect(begun.indexOf(waiting!)).toBeLessThanOrEqual(SHARE + 1);
    // And premium jobs still wait: it was not their end that let it through.
    expect(await pending()).toBeGreaterThan(20);
  });

  it('get one in ten for each class, in the order in which they came, while the most are premium', async () => {
    const waiting = {
      system: await addAll(times(20, () => ({ id: uniqueName('system'), priority: SYSTEM_PRIORITY }))),
      free: await addAll(times(20, () => free())),
      premiumBatch: await addAll(batch(20, 'premium')),
      freeBatch: await addAll(batch(20)),
    };
    const first = await addAll(times(200, () => premium()));
    const begun = await work(AT_ONCE);
    await waitFor(() => begun.length >= 200, { what: '200 jobs' });
    const early = begun.slice(0, 100);
    for (const ids of Object.values(waiting)) {
      const served = early.filter((id) => ids.includes(id));
      expect(served.length).toBeGreaterThanOrEqual(8);
      expect(served.length).toBeLessThanOrEqual(11);
      expect(served).toEqual(ids.slice(0, served.length));
    }
    const served = early.filter((id) => first.includes(id));
    expect(served.length).toBeGreaterThanOrEqual(56);
    expect(served).toEqual(first.slice(0, served.length));
  });

  it('stay behind all others until they have waited for long enough', async () => {
    const [waiting] = await addAll([free()]);
    const flood = await addAll(times(60, () => premium()));
    const begun = await work(NEVER);
    await producer.wait(WORK, waiting!, WAIT);
    expect(begun).toEqual([...flood, waiting]);
  });

  it('are neither lost nor run twice, however many workers raise them', async () => {
    const jobs = await addAll([
      ...times(60, () => premium()),
      ...times(60, () => free()),
      ...batch(60),
      ...batch(60, 'premium'),
    ]);
    const begun = await work({ afterMs: 0, share: 6 }, { workers: 3, concurrency: 4 });
    await waitFor(() => begun.length >= jobs.length, { what: 'all jobs' });
    await waitFor(async () => (await producer.queue('parse').getCompletedCount()) === jobs.length, {
      what: 'their ends',
    });
    expect(begun.toSorted()).toEqual(jobs.toSorted());
    expect(await pending()).toBe(0);
  });

  it('go back to their class when they are tried again', async () => {
    const [waiting] = await addAll([free()]);
    await addAll(times(12, () => premium()));
    let priority = 0;
    const begun = await work(AT_ONCE, {
      onBegin: async (id) => {
        if (id === waiting) priority = (await producer.queue('parse').getJob(id))!.priority;
      },
    });
    await producer.wait(WORK, waiting!, WAIT);
    expect(begun.indexOf(waiting!)).toBeLessThan(12);
    expect(priority).toBe(PLAN_PRIORITY.free);
  });
});

describe('a batch of 500 documents', () => {
  it('holds up no single import of the same plan', async () => {
    await addAll(batch(500));
    const [single] = await addAll([free()]);
    expect(await producer.state('parse', single!)).toMatchObject({ position: 0 });
    const begun = await work(AT_ONCE);
    await producer.wait(WORK, single!, WAIT);
    expect(begun[0]).toBe(single);
  });

  it('takes turns with a batch that came later', async () => {
    const first = await addAll(batch(500));
    const second = await addAll(batch(20));
    const begun = await work(NEVER);
    await producer.wait(WORK, second.at(-1)!, WAIT);
    expect(begun.indexOf(second.at(-1)!)).toBeLessThan(45);
    expect(begun.filter((id) => first.includes(id))).toEqual(first.slice(0, begun.length - 20));
  });
});

describe('the figures of the classes', () => {
  it('tell the age of the oldest of each, raised or not, and the depth of all', async () => {
    const figures = new QueueMetrics({ producer, queues: ['parse'], logger });
    figures.start();
    stage.keep(figures, async () => figures.stop());
    await producer.check();
    const old = Date.now() - 100_000;
    const add = (id: string, priority: number, timestamp: number) =>
      producer.queue('parse').add(WORK.name, {}, { jobId: id, priority, timestamp });
    await add('a', PLAN_PRIORITY.free, old);
    await add('b', PLAN_PRIORITY.free, Date.now());
    // The older one of a batch stands behind the newer.
    await add('c', batchPriority('free', 0), Date.now());
    await add('d', batchPriority('free', 499), old - 100_000);
    await add('e', PLAN_PRIORITY.premium, Date.now());
    const ages = async (): Promise<Record<string, number>> => {
      await registry.metrics();
      const { values } = await metrics.queueClassOldestAge.get();
      return Object.fromEntries(values.map(({ labels, value }) => [String(labels.class), Math.round(value / 50) * 50]));
    };
    const expected = { premium: 0, system: 0, free: 100, premium_batch: 0, free_batch: 200 };
    expect(await ages()).toEqual(expected);
    // Raised by hand, as the script does: the age stays that of its class.
    const client = producer.client;
    const key = producer.queue('parse').toKey('prioritized');
    await client.zadd(key, String(3 * 2 ** 32 + 1), 'a');
    expect(await ages()).toEqual(expected);
    expect(await registry.metrics()).toMatch(/cv_queue_jobs\{queue="parse",state="pending".*\} 5\n/);
  });
});
