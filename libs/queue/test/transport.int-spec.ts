import { AppError, JOBS, PLAN_PRIORITY } from '@discover/contracts';
import { correlation, metrics, withCorrelation } from '@discover/telemetry';
import { testRedis, uniqueName } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  BadRequestException,
  Catch,
  Controller,
  type CallHandler,
  type CanActivate,
  type ExceptionFilter,
  type ExecutionContext,
  type NestInterceptor,
  type PipeTransform,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { Ctx, Payload as Data, Transport } from '@nestjs/microservices';
import { map, of, throwError, type Observable } from 'rxjs';

import { HandlesJob, JobContext, PermanentJobError } from '../src/index.js';
import { DRAW, free, premium, Stage, WORK, type Payload } from './support.js';

const WAIT = { timeoutMs: 10_000 };
let stage: Stage;

beforeEach(() => {
  const { url, prefix } = testRedis('transport');
  stage = new Stage(url, prefix);
});
afterEach(() => stage.end());

/** A controller with one handler of WORK. */
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

const runs = async (outcome: string) => {
  const { values } = await metrics.jobRun.get();
  return (
    values.find(
      ({ metricName, labels }) =>
        metricName === 'cv_job_run_seconds_count' && labels.job === WORK.name && labels.outcome === outcome,
    )?.value ?? 0
  );
};

describe('a job', () => {
  it('is handled with its payload, context and the correlation of the request behind it', async () => {
    const seen: unknown[] = [];
    await stage.worker([
      workController((payload, context) => {
        const { requestId, userId, jobId } = correlation()!;
        seen.push({
          payload,
          requestId,
          userId,
          jobId,
          attempt: context.attempt,
          max: context.maxAttempts,
          id: context.id,
        });
        return { double: payload.n * 2 };
      }),
    ]);
    const producer = stage.producer();
    const job = free();
    await withCorrelation({ requestId: 'request-1', userId: 'user-1' }, () => producer.add(WORK, { n: 21 }, job));
    expect(await producer.wait(WORK, job.id, WAIT)).toEqual({ type: 'completed', result: { double: 42 } });
    expect(seen).toEqual([
      { payload: { n: 21 }, requestId: 'request-1', userId: 'user-1', jobId: job.id, attempt: 1, max: 5, id: job.id },
    ]);
  });

  it('may be handled by an Observable, and may answer nothing', async () => {
    @Controller()
    class ObservableController {
      @HandlesJob(WORK)
      work(payload: Payload): Observable<{ double: number }> {
        return of({ double: payload.n * 2 });
      }
      @HandlesJob(DRAW)
      draw(): void {
        return;
      }
    }
    const queues = [
      { name: 'parse' as const, concurrency: 1 },
      { name: 'render' as const, concurrency: 1 },
    ];
    await stage.worker([ObservableController], { server: stage.server({ queues }) });
    const producer = stage.producer();
    const [work, draw] = [free(), free()];
    await producer.add(WORK, { n: 2 }, work);
    await producer.add(DRAW, { n: 2 }, draw);
    expect(await producer.wait(WORK, work.id, WAIT)).toEqual({ type: 'completed', result: { double: 4 } });
    expect(await producer.wait(DRAW, draw.id, WAIT)).toEqual({ type: 'completed', result: null });
  });

  it('passes through guards, interceptors, pipes and filters', async () => {
    const passed: string[] = [];
    class Guard implements CanActivate {
      canActivate(): boolean {
        passed.push('guard');
        return true;
      }
    }
    class Interceptor implements NestInterceptor {
      intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
        passed.push(`interceptor ${context.switchToRpc().getContext<JobContext>().name}`);
        return next.handle().pipe(map((result: { double: number }) => ({ double: result.double + 1 })));
      }
    }
    class Pipe implements PipeTransform {
      transform(value: unknown): unknown {
        if (value instanceof JobContext) return value;
        passed.push('pipe');
        return { n: (value as Payload).n + 100 };
      }
    }
    @Catch(RangeError)
    class Filter implements ExceptionFilter {
      catch(): Observable<never> {
        passed.push('filter');
        return throwError(() => new PermanentJobError('translated by the filter'));
      }
    }
    @Controller()
    @UseGuards(Guard)
    @UseInterceptors(Interceptor)
    @UseFilters(Filter)
    class WorkController {
      @HandlesJob(WORK)
      work(@Data() payload: Payload): unknown {
        if (payload.n < 100) throw new RangeError('too small');
        return { double: payload.n * 2 };
      }
    }
    await stage.worker([WorkController], { prepare: (app) => app.useGlobalPipes(new Pipe()) });
    const producer = stage.producer();
    const [good, bad] = [free(), free()];
    await producer.add(WORK, { n: 1 }, good);
    expect(await producer.wait(WORK, good.id, WAIT)).toEqual({ type: 'completed', result: { double: 203 } });
    await producer.add(WORK, { n: -1000 }, bad);
    expect(await producer.wait(WORK, bad.id, WAIT)).toEqual({
      type: 'failed',
      failure: { code: 'internal_error', message: 'translated by the filter' },
    });
    const all = ['guard', 'interceptor test.work', 'pipe'];
    expect(passed).toEqual([...all, ...all, 'filter']);
  });
});

describe('a failed run', () => {
  class Transient extends Error {}

  it.each([
    ['PermanentJobError', () => new PermanentJobError('no'), 1, { code: 'internal_error', message: 'no' }],
    [
      'AppError 4xx',
      () => new AppError('encrypted_document', 'locked'),
      1,
      { code: 'encrypted_document', message: 'locked' },
    ],
    [
      'HttpException 4xx of a pipe',
      () => new BadRequestException('bad'),
      1,
      { code: 'internal_error', message: 'bad' },
    ],
    ['AppError 5xx', () => new AppError('unavailable', 'away'), 3, { code: 'unavailable', message: 'away' }],
    ['any other error', () => new Transient('hm'), 3, { code: 'internal_error', message: 'hm' }],
  ] as const)('%s: the class decides on another attempt', async (_name, error, expectedRuns, failure) => {
    let count = 0;
    @Controller()
    class DrawController {
      @HandlesJob(DRAW)
      draw(): never {
        count++;
        throw error();
      }
    }
    await stage.worker([DrawController], { server: stage.server({ queues: [{ name: 'render', concurrency: 1 }] }) });
    const producer = stage.producer();
    const job = free();
    await producer.add(DRAW, { n: 1 }, job);
    expect(await producer.wait(DRAW, job.id, WAIT)).toEqual({ type: 'failed', failure });
    expect(count).toBe(expectedRuns);
    expect(await producer.state('render', job.id)).toMatchObject({ state: 'failed', attempts: expectedRuns, failure });
  });

  it('is tried again after a growing pause and may end well', async () => {
    const starts: number[] = [];
    await stage.worker([
      workController(({ n }, context) => {
        starts.push(Date.now());
        if (context.attempt < 3) throw new Error('not yet');
        return { double: n * 2 };
      }),
    ]);
    const producer = stage.producer();
    const [job, before] = [free(), await runs('retried')];
    await producer.add(WORK, { n: 4 }, job);
    expect(await producer.wait(WORK, job.id, WAIT)).toEqual({ type: 'completed', result: { double: 8 } });
    // Between half of the doubled delay of the queue (500 ms) and all of it, and some time for the machine.
    expect(starts[1]! - starts[0]!).toBeGreaterThanOrEqual(245);
    expect(starts[2]! - starts[1]!).toBeGreaterThanOrEqual(495);
    expect(await runs('retried')).toBe(before + 2);
  });

  it('with a payload that does not fit its contract never reaches the handler', async () => {
    let handled = 0;
    await stage.worker([workController(() => handled++)]);
    const producer = stage.producer();
    await expect(producer.add(WORK, { n: 'one' } as never, free())).rejects.toThrow(/expected number/);
    const jobId = uniqueName('job');
    await producer.addMany([{ jobId, queue: 'parse', name: WORK.name, payload: { n: 'one' }, priority: 1 }]);
    const ending = await producer.wait(WORK, jobId, WAIT);
    expect(ending).toMatchObject({
      type: 'failed',
      failure: { message: expect.stringMatching(/payload.*expected number/s) },
    });
    expect(handled).toBe(0);
  });

  it('of a name that nobody knows is final', async () => {
    await stage.worker([workController(() => null)]);
    const producer = stage.producer();
    const jobId = uniqueName('job');
    await producer.addMany([{ jobId, queue: 'parse', name: 'who.knows', payload: {}, priority: 1 }]);
    const ending = await producer.wait(WORK, jobId, WAIT);
    expect(ending).toMatchObject({ type: 'failed', failure: { message: expect.stringContaining('who.knows') } });
  });
});

describe('priorities', () => {
  it('serve premium before free, each in the order of arrival', async () => {
    const producer = stage.producer();
    const jobs = [free('free-1'), premium('premium-1'), free('free-2'), premium('premium-2')];
    for (const [n, job] of jobs.entries()) await producer.add(WORK, { n }, job);
    expect(await Promise.all(jobs.map(async ({ id }) => (await producer.state('parse', id))?.position))).toEqual([
      2, 0, 3, 1,
    ]);
    const order: string[] = [];
    const server = stage.server({ queues: [{ name: 'parse', concurrency: 1 }] });
    await stage.worker([workController((_payload, context) => order.push(context.id))], { server });
    await Promise.all(jobs.map(({ id }) => producer.wait(WORK, id, WAIT)));
    expect(order).toEqual(['premium-1', 'premium-2', 'free-1', 'free-2']);
  });

  it('are compulsory: none would overtake all', async () => {
    const producer = stage.producer();
    await expect(producer.add(WORK, { n: 1 }, { id: 'a', priority: 0 })).rejects.toThrow(RangeError);
    await expect(producer.add(WORK, { n: 1 }, { id: 'a', priority: undefined as never })).rejects.toThrow(RangeError);
    expect(PLAN_PRIORITY.premium).toBeLessThan(PLAN_PRIORITY.free);
  });
});

describe('a worker refuses to start', () => {
  it('if a job has no handler, or two, or a handler no contract', async () => {
    @Controller()
    class First {
      @HandlesJob(WORK)
      work(): void {
        return;
      }
      @HandlesJob({ ...WORK, name: 'test.nobody' })
      nobody(): void {
        return;
      }
    }
    const queues = [
      { name: 'parse' as const, concurrency: 1 },
      { name: 'render' as const, concurrency: 1 },
    ];
    const start = stage.worker([First, workController(() => null)], { server: stage.server({ queues }) });
    await expect(start).rejects.toThrow(
      'The worker cannot start: «test.draw» of queue «render» has no handler; «test.work» has 2 handlers; the handler of «test.nobody» has no contract.',
    );
  });

  it('if it was not told to keep errors', () => {
    const server = stage.server({ contracts: [], queues: [] });
    const errors: unknown[] = [];
    server.listen((error) => errors.push(error));
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining('keepErrorsOf') })]);
  });

  it('by default for every job of the platform', async () => {
    const server = stage.server({ contracts: Object.values(JOBS) });
    await expect(stage.worker([], { server })).rejects.toThrow(/cv\.import.*document\.parse/);
    expect(Object.values(Transport)).not.toContain(server.transportId);
  });
});
