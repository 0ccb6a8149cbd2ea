import type { JobContract, QueueName } from '@discover/contracts';
import { metrics, withCorrelation, type Logger } from '@discover/telemetry';
import type { MessageHandler } from '@nestjs/microservices';
import { DelayedError, UnrecoverableError, WaitingError, type Job } from 'bullmq';
import { setTimeout as delay } from 'node:timers/promises';
import { isObservable, lastValueFrom } from 'rxjs';
import { z } from 'zod';

import type { Cancellations } from './cancellation.js';
import { open } from './envelope.js';
import { JobContext } from './job-context.js';
import {
  CANCELLED,
  forBullmq,
  isPermanent,
  JobCancelledError,
  PermanentJobError,
  PostponedError,
  ShutdownError,
} from './job-errors.js';
import { asConsumer } from './tracing.js';

/** How one run of a job ended: `retried` will be tried again, `postponed` too but nothing failed, `dead` was given up, `released` went back to the queue unharmed. */
type Outcome = 'completed' | 'retried' | 'postponed' | 'dead' | 'cancelled' | 'released';

export interface JobRunnerOptions {
  contracts: ReadonlyMap<string, JobContract>;
  handlers: ReadonlyMap<string, MessageHandler>;
  logger: Logger;
}

/** Runs single jobs: payload check, handler, and what their end means for the queue. */
export class JobRunner {
  readonly #running = new Map<string, AbortController>();
  #idle = Promise.withResolvers<undefined>();

  constructor(
    private readonly options: JobRunnerOptions,
    private readonly cancellations: () => Cancellations,
  ) {}

  /** Jobs in hand. */
  get size(): number {
    return this.#running.size;
  }

  /** Resolves when no job is in hand, or after `ms` if there still is. */
  async idleWithin(ms: number): Promise<void> {
    if (this.size === 0) return;
    const timeout = new AbortController();
    await Promise.race([this.#idle.promise, delay(ms, undefined, { signal: timeout.signal }).catch(() => undefined)]);
    timeout.abort();
  }

  cancel(queue: string, id: string): void {
    this.#running.get(runKey(queue, id))?.abort(new JobCancelledError());
  }

  /** Asks every handler to leave its job to somebody else. */
  releaseAll(): void {
    for (const controller of this.#running.values()) controller.abort(new ShutdownError());
  }

  /** A job's name as the label of a metric: one from outside must not open a series of its own. */
  labelOf(queue: QueueName, job: Job): string {
    return this.options.contracts.get(job.name)?.queue === queue ? job.name : 'unknown';
  }

  /** A BullMQ processor. */
  async run(queue: QueueName, job: Job, stopping: boolean): Promise<unknown> {
    const id = job.id!;
    const { meta, payload } = open(job.data) ?? { meta: {}, payload: undefined };
    const { requestId = id, userId, trace } = meta;
    return withCorrelation({ requestId, jobId: id, ...(userId !== undefined && { userId }) }, () =>
      asConsumer({ queue, job: job.name, id, trace }, async () => {
        const controller = new AbortController();
        if (stopping) controller.abort(new ShutdownError());
        this.#running.set(runKey(queue, id), controller);
        try {
          return await this.#attempt(queue, job, payload, controller);
        } finally {
          this.#running.delete(runKey(queue, id));
          if (this.size === 0) {
            this.#idle.resolve(undefined);
            this.#idle = Promise.withResolvers();
          }
        }
      }),
    );
  }

  async #attempt(queue: QueueName, job: Job, payload: unknown, controller: AbortController): Promise<unknown> {
    const contract = this.options.contracts.get(job.name);
    const label = { queue, job: this.labelOf(queue, job) };
    if (job.attemptsStarted === 1) metrics.jobWait.observe(label, waitSeconds(job));
    const end = metrics.jobRun.startTimer(label);
    try {
      if (job.attemptsStarted > 1 && (await this.cancellations().isWanted(queue, job.id!))) {
        controller.abort(new JobCancelledError());
      }
      controller.signal.throwIfAborted();
      const result = await this.#handle(queue, contract, job, payload, controller.signal);
      end({ outcome: 'completed' });
      return result;
    } catch (error) {
      const outcome = outcomeOf(error, job, controller.signal);
      end({ outcome });
      throw await this.#verdict(outcome, error, job);
    } finally {
      if (controller.signal.reason instanceof JobCancelledError) await this.cancellations().forget(queue, job.id!);
    }
  }

  async #handle(
    queue: QueueName,
    contract: JobContract | undefined,
    job: Job,
    payload: unknown,
    signal: AbortSignal,
  ): Promise<unknown> {
    const handler = this.options.handlers.get(job.name);
    if (contract?.queue !== queue || handler === undefined) {
      throw new PermanentJobError(`There is no job «${job.name}» on queue «${queue}».`);
    }
    const parsed = contract.payload.safeParse(payload);
    if (!parsed.success)
      throw new PermanentJobError(`The payload does not fit its contract: ${z.prettifyError(parsed.error)}`);
    const context = new JobContext(job, signal, (error) =>
      this.options.logger.debug(
        { reason: error instanceof Error ? error.message : 'unknown' },
        'progress was not told',
      ),
    );
    const answer: unknown = await handler(parsed.data, context);
    return isObservable(answer) ? lastValueFrom(answer, { defaultValue: undefined }) : answer;
  }

  /** What BullMQ is told about a run that did not end well. */
  async #verdict(outcome: Outcome, error: unknown, job: Job): Promise<Error> {
    switch (outcome) {
      case 'released':
        await job.moveToWait(job.token).catch((cause: unknown) => {
          // Its lock is gone: whoever finds it stalled has it already.
          this.options.logger.warn(
            { reason: cause instanceof Error ? cause.message : 'unknown' },
            'a job could not be given back',
          );
        });
        return new WaitingError();
      case 'postponed':
        await job.moveToDelayed(Date.now() + (error as PostponedError).delayMs, job.token);
        return new DelayedError();
      case 'cancelled': {
        // Nobody has to look into a job that was not wanted any more: it is no dead letter.
        job.opts.removeOnFail = true;
        const cancelled = new UnrecoverableError(CANCELLED);
        cancelled.cause = new JobCancelledError();
        return cancelled;
      }
      default:
        return forBullmq(error);
    }
  }
}

const runKey = (queue: string, id: string) => `${queue} ${id}`;

function outcomeOf(error: unknown, job: Job, signal: AbortSignal): Outcome {
  if (signal.reason instanceof ShutdownError) return 'released';
  if (signal.reason instanceof JobCancelledError) return 'cancelled';
  if (error instanceof PostponedError) return 'postponed';
  const last = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
  return last || isPermanent(error) ? 'dead' : 'retried';
}

/** From when the job could have been taken to when it was; a delay that was asked for is no waiting. */
function waitSeconds(job: Job): number {
  const due = job.opts.prevMillis ?? job.timestamp + (job.opts.delay ?? 0);
  return Math.max(0, (job.processedOn ?? Date.now()) - due) / 1_000;
}
