import { testRedis } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { Ctx, Payload as Data } from '@nestjs/microservices';

import { HandlesJob, JobContext, PostponedError } from '../src/index.js';
import { free, Stage, WORK, type Payload } from './support.js';

const WAIT = { timeoutMs: 10_000 };
let stage: Stage;
beforeEach(() => {
  const { url, prefix } = testRedis('pace');
  stage = new Stage(url, prefix);
});
afterEach(() => stage.end());

function workController(handle: (payload: Payload, context: JobContext) => unknown) {
  @Controller()
  class WorkController {
    @HandlesJob(WORK)
    work(@Data() payload: Payload, @Ctx() context: JobContext): unknown {
      return handle(payload, context);
    }
  }
  return WorkController;
}

describe('a postponed job', () => {
  it('runs again after its time, without having spent an attempt', async () => {
    const runs: { at: number; attempt: number }[] = [];
    await stage.worker([
      workController(({ n }, { attempt }) => {
        runs.push({ at: Date.now(), attempt });
        if (runs.length <= 7) throw new PostponedError(20);
        return { double: n * 2 };
      }),
    ]);
    const producer = stage.producer();
    const job = free();
    await producer.add(WORK, { n: 4 }, job);
    // More often than it has attempts.
    expect(await producer.wait(WORK, job.id, WAIT)).toEqual({ type: 'completed', result: { double: 8 } });
    expect(runs.map(({ attempt }) => attempt)).toEqual(Array.from({ length: 8 }, () => 1));
    for (const [index, { at }] of runs.entries())
      if (index > 0) expect(at - runs[index - 1]!.at).toBeGreaterThanOrEqual(19);
  });

  it('is known to the queue as waiting for its time, and can be cancelled', async () => {
    const began = Promise.withResolvers<undefined>();
    await stage.worker([
      workController(() => {
        began.resolve(undefined);
        throw new PostponedError(60_000);
      }),
    ]);
    const producer = stage.producer();
    const job = free();
    await producer.add(WORK, { n: 1 }, job);
    await began.promise;
    for await (const { type } of producer.signals('parse', job.id, AbortSignal.timeout(10_000))) {
      if (type === 'delayed') break;
    }
    expect(await producer.state('parse', job.id)).toMatchObject({ state: 'delayed', failure: null, attempts: 0 });
    expect(await producer.cancel('parse', job.id)).toBe('removed');
  });
});

describe('the pace of a queue', () => {
  it('is how many are in hand and how long the last ones took', async () => {
    const producer = stage.producer();
    expect(await producer.pace('parse')).toEqual({ active: 0, meanRunMs: null });
    const release = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    await stage.worker([
      workController(async ({ n }) => {
        if (n === 0) return { double: 0 };
        begun.resolve(undefined);
        await release.promise;
        return { double: n };
      }),
    ]);
    for (let index = 0; index < 30; index++) {
      const job = free();
      await producer.add(WORK, { n: 0 }, job);
      await producer.wait(WORK, job.id, WAIT);
    }
    const job = free();
    await producer.add(WORK, { n: 1 }, job);
    await begun.promise;
    const pace = await producer.pace('parse');
    expect(pace.active).toBe(1);
    expect(pace.meanRunMs).toBeGreaterThanOrEqual(0);
    expect(pace.meanRunMs).toBeLessThan(1_000);
    release.resolve(undefined);
    await producer.wait(WORK, job.id, WAIT);
  });
});
