import { metrics } from '@discover/telemetry';
import { startPrivateRedis, testRedis, waitFor, type PrivateRedis } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { Ctx, Payload as Data } from '@nestjs/microservices';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { HandlesJob, JobContext, ShutdownError } from '../src/index.js';
import { free, Stage, WORK, type Payload } from './support.js';

let stage: Stage;

beforeEach(() => {
  const { url, prefix } = testRedis('recovery');
  stage = new Stage(url, prefix);
});
afterEach(() => stage.end());

/** Worker processes whose messages are kept. */
class Fleet {
  readonly started: { id: string; at: number; process: ChildProcess }[] = [];

  async launch(): Promise<ChildProcess> {
    const child = fork(join(import.meta.dirname, 'fixtures/worker.mjs'), [stage.url, stage.prefix], { execArgv: [] });
    stage.keep(child, async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    });
    const ready = Promise.withResolvers<undefined>();
    child.on('message', (message: { event: string; id: string }) => {
      if (message.event === 'ready') ready.resolve(undefined);
      else this.started.push({ id: message.id, at: Date.now(), process: child });
    });
    await ready.promise;
    return child;
  }

  run(index: number) {
    return waitFor(() => this.started[index], { what: `start ${index + 1} of the job`, timeoutMs: 20_000 });
  }
}

describe('a worker that is killed (kill -9)', () => {
  it('again and again loses no job: each time another worker has it within 15 s, and at last it ends well', async () => {
    const fleet = new Fleet();
    await Promise.all([fleet.launch(), fleet.launch(), fleet.launch()]);
    const producer = stage.producer();
    const job = free();
    const quick = free();
    await producer.add(WORK, { n: 3_000 }, job);
    for (let kill = 0; kill < 2; kill++) {
      const { process } = await fleet.run(kill);
      const killedAt = Date.now();
      process.kill('SIGKILL');
      const next = await fleet.run(kill + 1);
      expect(next.at - killedAt).toBeLessThan(15_000);
      console.log(`restarted ${next.at - killedAt} ms after the kill`);
    }
    // The fleet goes on with other work meanwhile.
    await producer.add(WORK, { n: 1 }, quick);
    expect(await producer.wait(WORK, quick.id, { timeoutMs: 5_000 })).toMatchObject({ type: 'completed' });
    expect(await producer.wait(WORK, job.id, { timeoutMs: 10_000 })).toEqual({
      type: 'completed',
      result: { double: 6_000 },
    });
    expect(fleet.started.filter(({ id }) => id === job.id)).toHaveLength(3);
  }, 60_000);
});

describe('a worker that is stopped', () => {
  /** A handler that runs until it is let go or told to leave. */
  async function slowWorker(heedsSignal: boolean) {
    const started = Promise.withResolvers<undefined>();
    const gate = Promise.withResolvers<undefined>();
    const reasons: unknown[] = [];
    @Controller()
    class WorkController {
      @HandlesJob(WORK)
      async work(@Data() { n }: Payload, @Ctx() { signal }: JobContext): Promise<unknown> {
        const told = Promise.withResolvers<never>();
        signal.addEventListener('abort', () => {
          reasons.push(signal.reason);
          if (heedsSignal) told.reject(signal.reason as Error);
        });
        started.resolve(undefined);
        await Promise.race([gate.promise, told.promise]);
        return { double: n * 2 };
      }
    }
    const { server } = await stage.worker([WorkController]);
    return { server, started: started.promise, open: () => gate.resolve(undefined), reasons };
  }

  it('takes no further job and finishes what it has', async () => {
    const worker = await slowWorker(true);
    const producer = stage.producer();
    const [first, second] = [free(), free()];
    await producer.add(WORK, { n: 1 }, first);
    await worker.started;
    const closed = worker.server.close({ graceMs: 10_000 });
    await producer.add(WORK, { n: 2 }, second);
    setTimeout(worker.open, 300);
    await closed;
    expect(await producer.state('parse', first.id)).toMatchObject({ state: 'completed', result: { double: 2 } });
    expect(await producer.state('parse', second.id)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(worker.reasons).toEqual([]);
    expect(worker.server.isHealthy()).toBe(false);
  });

  it('gives back at once what takes longer than the grace period', async () => {
    const worker = await slowWorker(true);
    const producer = stage.producer();
    const job = free();
    await producer.add(WORK, { n: 1 }, job);
    await worker.started;
    const start = Date.now();
    await worker.server.close({ graceMs: 200 });
    expect(Date.now() - start).toBeLessThan(1_500);
    expect(worker.reasons).toEqual([expect.any(ShutdownError)]);
    expect(await producer.state('parse', job.id)).toMatchObject({
      state: 'waiting',
      position: 0,
      attempts: 0,
      failure: null,
    });
    const other = await slowWorker(true);
    other.open();
    expect(await producer.wait(WORK, job.id, { timeoutMs: 5_000 })).toMatchObject({ type: 'completed' });
  });

  it('does not wait for a handler that hears nothing: the job is found by another', async () => {
    const worker = await slowWorker(false);
    const producer = stage.producer();
    const job = free();
    await producer.add(WORK, { n: 1 }, job);
    await worker.started;
    const start = Date.now();
    await worker.server.close({ graceMs: 200 });
    expect(Date.now() - start).toBeLessThan(5_000);
    const before = (await metrics.jobStalled.get()).values[0]?.value ?? 0;
    const other = await slowWorker(true);
    other.open();
    expect(await producer.wait(WORK, job.id, { timeoutMs: 15_000 })).toMatchObject({ type: 'completed' });
    expect((await metrics.jobStalled.get()).values[0]?.value).toBe(before + 1);
    worker.open();
  }, 30_000);

  it('as a process ends by itself on SIGTERM', async () => {
    const child = await new Fleet().launch();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
  });
});

describe('a Redis that goes away', () => {
  let redis: PrivateRedis;
  beforeEach(async () => {
    redis = await startPrivateRedis();
    stage = new Stage(redis.url, 'bull');
    stage.keep(redis, () => redis.dispose());
  });

  it.each([
    ['with what it had', 'keeping'],
    ['empty', 'losing'],
  ])(
    'and comes back %s is worked with again by the same processes',
    async (_name, data) => {
      @Controller()
      class WorkController {
        @HandlesJob(WORK)
        work(@Data() { n }: Payload): { double: number } {
          return { double: n * 2 };
        }
      }
      const { server } = await stage.worker([WorkController]);
      const producer = stage.producer();
      const ask = async () => {
        const job = free();
        await producer.add(WORK, { n: 1 }, job);
        return producer.wait(WORK, job.id, { timeoutMs: 10_000 });
      };
      const good = { type: 'completed', result: { double: 2 } };
      expect(await ask()).toEqual(good);
      await waitFor(() => server.isHealthy(), { what: 'health' });
      await server.check();
      for (let round = 0; round < 3; round++) {
        if (data === 'losing') await producer.client.flushall();
        await redis.server.kill();
        await waitFor(() => !server.isHealthy(), { what: 'ill health' });
        expect(server.isStuck()).toBe(false);
        await expect(producer.add(WORK, { n: 1 }, free())).rejects.toMatchObject({ code: 'unavailable' });
        await redis.server.start();
        const back = Date.now();
        await waitFor(() => server.isHealthy(), { what: 'health' });
        await waitFor(() => producer.check().then(() => true), { what: 'the producer' });
        expect(await ask()).toEqual(good);
        console.log(`a job is done ${Date.now() - back} ms after Redis is back (${data})`);
      }
    },
    60_000,
  );
});
