import {
  AppError,
  batchPriority,
  JOBS,
  PLAN_PRIORITY,
  type Outcome,
  type Plan,
  type RenderResult,
} from '@discover/contracts';
import { JobProducer, type Ending, type JobState as QueuedState } from '@discover/queue';
import { Injectable } from '@nestjs/common';

import { endingOf } from '../jobs/ending.js';
import type { JobSource } from '../jobs/job-source.js';
import type { JobView } from '../jobs/jobs.dto.js';
import { outlookOf, type Outlook } from '../jobs/outlook.js';
import { payloadOf, type RenderOrder } from './design.js';

/** The longest that bytes are waited for, in milliseconds. */
const WAIT_MS = 20_000;

/**
 * Renders under way. They own no row, since they can always be made again: what is known of them is what their queue
 * knows. Equal renders in flight are one job, by its id.
 */
@Injectable()
export class RenderJobs implements JobSource {
  private readonly queue = JOBS.renderCv.queue;

  constructor(private readonly producer: JobProducer) {}

  /**
   * Adds a render that nobody else asks for, and waits for its end.
   * @throws AppError like {@link wait}
   */
  async make(order: RenderOrder, handover: string, plan: Plan, signal: AbortSignal): Promise<RenderResult> {
    const payload = { ...payloadOf(order), handover };
    const options = { id: idOf(order), priority: PLAN_PRIORITY[plan], timeoutMs: WAIT_MS, signal };
    return resultOf(await this.producer.run(JOBS.renderCv, payload, options));
  }

  async add(order: RenderOrder, plan: Plan): Promise<string> {
    return this.queueUp(order, PLAN_PRIORITY[plan]);
  }

  /** Adds what nobody waits for yet. */
  async prepare(order: RenderOrder): Promise<void> {
    await this.queueUp(order, batchPriority('free', 0));
  }

  private async queueUp(order: RenderOrder, priority: number): Promise<string> {
    const id = idOf(order);
    // One that ended before and whose bytes are gone is made anew.
    await this.producer.add(JOBS.renderCv, payloadOf(order), { id, priority, again: true });
    return id;
  }

  /** @throws AppError with the render's own code, or `unavailable` if it did not end in time */
  async wait(id: string, signal: AbortSignal): Promise<RenderResult> {
    return resultOf(await this.producer.wait(JOBS.renderCv, id, { timeoutMs: WAIT_MS, signal }));
  }

  async find(userId: string, id: string): Promise<JobView | null> {
    const job = await this.producer.state(this.queue, id);
    if (job === null || (job.payload as { userId?: string } | null)?.userId !== userId) return null;
    return view(job, await outlookOf(this.producer, this.queue, id));
  }

  async cancel(_userId: string, id: string): Promise<void> {
    if ((await this.producer.cancel(this.queue, id)) === 'ended')
      throw new AppError('job_finished', 'It has ended; ask for its result.');
  }

  /** Removes what the queue keeps of a job that has ended, or takes it off. */
  async forget(order: RenderOrder): Promise<void> {
    await this.producer.forget(this.queue, idOf(order));
  }

  changes(job: JobView, signal: AbortSignal): AsyncIterable<unknown> {
    return this.producer.signals(this.queue, job.id, signal);
  }
}

function idOf({ identity }: RenderOrder): string {
  return `render-${identity}`;
}

function resultOf(ending: Ending<Outcome<RenderResult>> | null): RenderResult {
  const outcome = endingOf(ending);
  if (!outcome.ok) throw new AppError(outcome.code, outcome.message, { problems: outcome.problems ?? [] });
  return outcome;
}

const STATES = {
  waiting: 'queued',
  delayed: 'queued',
  active: 'active',
  completed: 'succeeded',
  failed: 'failed',
} as const;

function view(job: QueuedState, outlook: Outlook): JobView {
  const outcome = job.result as Outcome<RenderResult> | null;
  const failure = outcome?.ok === false ? outcome : job.state === 'failed' ? job.failure : null;
  const made = outcome?.ok === true ? outcome : undefined;
  return {
    id: job.id,
    kind: job.name,
    state: failure ? 'failed' : STATES[job.state],
    ...outlook,
    progress: job.state === 'completed' ? 100 : outlook.progress,
    createdAt: job.addedAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.endedAt?.toISOString() ?? null,
    result: made ? { href: `/api/v1/renders/${made.object.key.split('/').at(-1)}`, pages: made.pages } : null,
    error: failure && { code: failure.code, message: failure.message },
  };
}
