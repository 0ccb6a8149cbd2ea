import { freePort, testRedis, testServers, waitFor } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { Ctx, Payload as Data } from '@nestjs/microservices';

import { HandlesJob, JobProducer, JobContext, type JobSignal } from '../src/index.js';
import { free, logger, Stage, WORK, type Payload } from './support.js';

const WAIT = { timeoutMs: 10_000 };
let stage: Stage;

beforeEach(() => {
  const { url, prefix } = testRedis('producer');
  stage = new Stage(url, prefix);
});
afterEach(() => stage.end());

/** A worker whose handler stops in the middle until it is let go. */
async function gatedWorker() {
  const started: string[] = [];
  const gate = Promise.withResolvers<undefined>();
  @Controller()
  class GatedController {
    @HandlesJob(WORK)
    async work(@Data() { n }: Payload, @Ctx() context: JobContext): Promise<{ double: number }> {
      started.push(context.id);
      context.progress(50);
      const { promise, reject } = Promise.withResolvers<never>();
      context.signal.addEventListener('abort', () => reject(context.signal.reason as Error));
      await Promise.race([gate.promise, promise]);
      return { double: n * 2 };
    }
  }
  await stage.worker([GatedController]);
  return { started, open: () => gate.resolve(undefined) };
}

describe('adding', () => {
  it('twice is once', async () => {
    const producer = stage.producer();
    const job = free();
    await producer.add(WORK, { n: 1 }, job);
    await producer.add(WORK, { n: 2 }, job);
    expect(await producer.queue('parse').getJobCounts('prioritized', 'waiting')).toEqual({
      prioritized: 1,
      waiting: 0,
    });
    expect((await producer.state('parse', job.id))?.payload).toEqual({ n: 1 });
  });

  it('again runs a job anew that has ended, and only such a one', async () => {
    const producer = stage.producer();
    const job = { ...free(), again: true };
    await producer.add(WORK, { n: 1 }, job);
    await producer.add(WORK, { n: 2 }, job);
    expect((await producer.state('parse', job.id))?.payload).toEqual({ n: 1 });
    const { open } = await gatedWorker();
    open();
    await producer.wait(WORK, job.id, WAIT);
    await producer.add(WORK, { n: 3 }, job);
    expect(await producer.wait(WORK, job.id, WAIT)).toEqual({ type: 'completed', result: { double: 6 } });
  });

  it('with a delay waits for it', async () => {
    const producer = stage.producer();
    const job = { ...free(), delayMs: 60_000 };
    await producer.add(WORK, { n: 1 }, job);
    expect(await producer.state('parse', job.id)).toMatchObject({ state: 'delayed', position: null });
  });
});

describe('adding and waiting at once', () => {
  it('gives the end of the job', async () => {
    const producer = stage.producer();
    const { open } = await gatedWorker();
    open();
    const ends = await Promise.all(
      Array.from({ length: 20 }, (_, n) => producer.run(WORK, { n }, { ...free(), ...WAIT })),
    );
    expect(ends).toEqual(ends.map((_, n) => ({ type: 'completed', result: { double: 2 * n } })));
  });

  it('ends without one when nobody waits any more, and adds nothing if nobody did', async () => {
    const producer = stage.producer();
    const { started } = await gatedWorker();
    const [controller, begun, never] = [new AbortController(), free(), free()];
    const run = producer.run(WORK, { n: 1 }, { ...begun, ...WAIT, signal: controller.signal });
    await waitFor(() => started.includes(begun.id), { what: 'the job to begin' });
    controller.abort();
    expect(await run).toBeNull();
    expect(await producer.run(WORK, { n: 1 }, { ...never, ...WAIT, signal: controller.signal })).toBeNull();
    expect(await producer.state('parse', never.id)).toBeNull();
  });

  it('tells what is wrong with a payload', async () => {
    const run = stage.producer().run(WORK, { n: 'one' } as never, { ...free(), ...WAIT });
    await expect(run).rejects.toThrow(/expected number/);
  });
});

describe('state', () => {
  it('follows a job', async () => {
    const producer = stage.producer();
    expect(await producer.state('parse', 'nobody')).toBeNull();
    const job = free();
    await producer.add(WORK, { n: 1 }, job);
    expect(await producer.state('parse', job.id)).toMatchObject({
      name: WORK.name,
      state: 'waiting',
      position: 0,
      attempts: 0,
      maxAttempts: 5,
      startedAt: null,
      endedAt: null,
    });
    const { started, open } = await gatedWorker();
    await waitFor(() => started.length === 1, { what: 'the job to start' });
    await waitFor(async () => (await producer.state('parse', job.id))?.progress === 50, { what: 'the progress' });
    expect(await producer.state('parse', job.id)).toMatchObject({ state: 'active', position: null, result: null });
    open();
    await producer.wait(WORK, job.id, WAIT);
    const done = await producer.state('parse', job.id);
    expect(done).toMatchObject({ state: 'completed', result: { double: 2 }, failure: null, attempts: 1 });
    expect(done?.endedAt?.getTime()).toBeGreaterThanOrEqual(done?.startedAt?.getTime() ?? Infinity);
  });
});

describe('waiting', () => {
  it('finds a job that ended before anybody listened', async () => {
    const { open } = await gatedWorker();
    open();
    const [first, second] = [stage.producer(), stage.producer()];
    const job = free();
    await first.add(WORK, { n: 5 }, job);
    await waitFor(async () => (await first.state('parse', job.id))?.state === 'completed', {
      what: 'the end of the job',
    });
    expect(await second.wait(WORK, job.id, WAIT)).toEqual({ type: 'completed', result: { double: 10 } });
  });

  it('never misses one of many that end at any time around the call', async () => {
    const { open } = await gatedWorker();
    open();
    const producer = stage.producer();
    const jobs = Array.from({ length: 200 }, () => free());
    const endings = await Promise.all(
      jobs.map(async (job, n) => {
        await producer.add(WORK, { n }, job);
        return producer.wait(WORK, job.id, { timeoutMs: 4_000 });
      }),
    );
    expect(endings).toEqual(jobs.map((_job, n) => ({ type: 'completed', result: { double: n * 2 } })));
  });

  it('gives up after its time, or when it is told to', async () => {
    const producer = stage.producer();
    const job = free();
    await producer.add(WORK, { n: 1 }, job);
    expect(await producer.wait(WORK, job.id, { timeoutMs: 50 })).toBeNull();
    const signal = AbortSignal.timeout(50);
    expect(await producer.wait(WORK, job.id, { ...WAIT, signal })).toBeNull();
  });

  it('for a job that the queue does not know ends at once', async () => {
    expect(await stage.producer().wait(WORK, 'nobody', WAIT)).toEqual({ type: 'removed' });
  });
});

it('signals tell the life of a job in order', async () => {
  const producer = stage.producer();
  const job = free();
  await producer.add(WORK, { n: 1 }, job);
  const heard: JobSignal[] = [];
  const listening = (async () => {
    for await (const signal of producer.signals('parse', job.id, AbortSignal.timeout(10_000))) heard.push(signal);
  })();
  await waitFor(() => heard.length === 1, { what: 'the first signal' });
  const { started, open } = await gatedWorker();
  await waitFor(() => started.length === 1, { what: 'the job to start' });
  await waitFor(() => heard.some(({ type }) => type === 'progress'), { what: 'the progress' });
  open();
  await listening;
  expect(heard).toEqual([
    { type: 'waiting' },
    { type: 'active' },
    { type: 'progress', progress: 50 },
    { type: 'completed', result: { double: 2 } },
  ]);
});

describe('cancelling', () => {
  it('takes a waiting job away', async () => {
    const producer = stage.producer();
    const job = free();
    await producer.add(WORK, { n: 1 }, job);
    const ending = producer.wait(WORK, job.id, WAIT);
    expect(await producer.cancel('parse', job.id)).toBe('removed');
    expect(await ending).toEqual({ type: 'removed' });
    expect(await producer.cancel('parse', job.id)).toBe('unknown');
  });

  it('tells the handler of a running one, which then is no dead letter', async () => {
    const { started } = await gatedWorker();
    const producer = stage.producer();
    const job = free();
    await producer.add(WORK, { n: 1 }, job);
    await waitFor(() => started.length === 1, { what: 'the job to start' });
    const ending = producer.wait(WORK, job.id, WAIT);
    expect(await producer.cancel('parse', job.id)).toBe('asked');
    expect(await ending).toEqual({ type: 'removed' });
    expect(await producer.queue('parse').getFailedCount()).toBe(0);
    expect(started).toHaveLength(1);
    // The wish is spent: the same id may be used again.
    await waitFor(async () => (await producer.client.keys(`${stage.prefix}:cancelled:*`)).length === 0, {
      what: 'the wish to go',
    });
  });

  it('comes too late for one that has ended', async () => {
    const { open } = await gatedWorker();
    open();
    const producer = stage.producer();
    const job = free();
    await producer.add(WORK, { n: 1 }, job);
    await producer.wait(WORK, job.id, WAIT);
    expect(await producer.cancel('parse', job.id)).toBe('ended');
  });
});

describe('readiness', () => {
  it('wants a Redis that keeps what it is given', async () => {
    await stage.producer().check();
    const onCache = new JobProducer({ url: testServers().redisCacheUrl, logger });
    stage.keep(onCache, () => onCache.close());
    await expect(onCache.check()).rejects.toThrow(/allkeys-lru.*noeviction/);
  });

  it('fails fast when Redis is away', async () => {
    const away = new JobProducer({ url: `redis://127.0.0.1:${await freePort()}`, logger });
    stage.keep(away, () => away.close());
    for (const longest of [2_500, 200]) {
      const start = Date.now();
      await expect(away.add(WORK, { n: 1 }, free())).rejects.toMatchObject({ code: 'unavailable' });
      expect(Date.now() - start).toBeLessThan(longest);
    }
  });
});
