import { hostname } from 'node:os';

import { AppError } from '@discover/contracts';
import { beginRun, Database, endRun, type RunEnd } from '@discover/database';
import { isPermanent, JobCancelledError, PostponedError, ShutdownError, type JobContext } from '@discover/queue';
import { metrics, type Logger } from '@discover/telemetry';
import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, of, type Observable } from 'rxjs';

import { LOGGER } from '../tokens.js';

/** Tells processes apart in the history. */
const INSTANCE = `${hostname()}/${process.pid}`;

/**
 * Keeps the history of runs around every handler of a background job, and sees to it that each time of a schedule is run once:
 * a second job for the same time finds its row and does nothing.
 */
@Injectable()
export class RunHistory implements NestInterceptor {
  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const job = context.switchToRpc().getContext<JobContext>();
    // Deliveries of webhooks have a history of their own.
    if (job.queue !== 'maintenance' && job.run === null) return next.handle();
    const begun = await this.database.transaction(null, (handle) => beginRun(handle, described(job), INSTANCE));
    if (typeof begun === 'string') {
      this.logger.info(
        { job: job.name, schedule: job.run?.schedule, begun },
        'a run that has been seen to is left out',
      );
      return of(null);
    }
    return from(this.follow(begun, job, next));
  }

  private async follow(run: { id: string; attempt: number }, job: JobContext, next: CallHandler): Promise<unknown> {
    try {
      const result: unknown = await lastValueFrom(next.handle(), { defaultValue: null });
      await this.end(run, job, { state: 'succeeded', counts: countsOf(result) });
      return result;
    } catch (error) {
      await this.end(run, job, endOf(error, job)).catch((cause: unknown) => {
        // The look-out for runs that have not ended finds it.
        this.logger.warn({ job: job.name, err: cause }, 'the end of a run could not be written down');
      });
      throw error;
    }
  }

  private async end(run: { id: string; attempt: number }, job: JobContext, end: RunEnd): Promise<void> {
    const counted = await this.database.transaction(null, (handle) => endRun(handle, run, end));
    if (!counted) this.logger.warn({ job: job.name, attempt: run.attempt }, 'overtaken by another try of the same run');
    else if (end.state !== 'queued') metrics.jobRuns.inc({ job: job.name, outcome: end.state });
  }
}

function described(job: JobContext): Parameters<typeof beginRun>[1] {
  const { run } = job;
  return {
    job: job.name,
    queue: job.queue,
    queueJobId: job.id,
    scheduleId: run?.schedule ?? null,
    scheduledFor: run ? new Date(run.scheduledFor) : job.addedAt,
    trigger: run?.trigger ?? 'request',
  };
}

function endOf(error: unknown, { signal, attempt, maxAttempts }: JobContext): RunEnd {
  if (signal.reason instanceof ShutdownError || error instanceof PostponedError) return { state: 'queued' };
  if (signal.reason instanceof JobCancelledError) return { state: 'failed', errorCode: 'cancelled' };
  const state = isPermanent(error) || attempt >= maxAttempts ? 'failed' : 'queued';
  return { state, errorCode: codeOf(error) };
}

/** Never the text, which may be about somebody. */
function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? error.name.slice(0, 100) : 'unknown';
}

function countsOf(result: unknown): Record<string, number> | null {
  if (typeof result !== 'object' || result === null) return null;
  const counts = Object.entries(result).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return counts.length === 0 ? null : Object.fromEntries(counts);
}
