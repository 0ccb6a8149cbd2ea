import type { QueueName } from '@discover/contracts';
import { BaseRpcContext } from '@nestjs/microservices';
import type { Job, JobProgress } from 'bullmq';

import { open, type ScheduledRun } from './envelope.js';

/** What a handler may know of the job in its hand: its second argument, or `@Ctx()`. */
export class JobContext extends BaseRpcContext<[Job]> {
  constructor(
    job: Job,
    /** Aborted when the job is cancelled ({@link JobCancelledError}) or the process stops ({@link ShutdownError}). */
    readonly signal: AbortSignal,
    private readonly onProgressLost: (error: unknown) => void,
  ) {
    super([job]);
  }

  /** The id that the producer gave it. */
  get id(): string {
    return this.args[0].id!;
  }

  /** The contract's name. */
  get name(): string {
    return this.args[0].name;
  }

  get queue(): QueueName {
    return this.args[0].queueName as QueueName;
  }

  /** The run of a schedule that it is; null for what somebody asked for. */
  get run(): ScheduledRun | null {
    const { repeatJobKey, opts } = this.args[0];
    if (repeatJobKey !== undefined && opts.prevMillis !== undefined)
      return { schedule: repeatJobKey, scheduledFor: opts.prevMillis, trigger: 'schedule' };
    return open(this.args[0].data)?.meta.run ?? null;
  }

  /** From 1. Runs that ended with the death of their worker do not count. */
  get attempt(): number {
    return this.args[0].attemptsMade + 1;
  }

  get maxAttempts(): number {
    return this.args[0].opts.attempts ?? 1;
  }

  /** Differs in every run of every job: what a handler may fence its writes with. */
  get token(): string {
    return this.args[0].token!;
  }

  /** When the job was put on the queue. */
  get addedAt(): Date {
    return new Date(this.args[0].timestamp);
  }

  /** Tells whoever watches how far it is. Best effort: it neither holds up the handler nor fails it. */
  progress(value: JobProgress): void {
    this.args[0].updateProgress(value).catch(this.onProgressLost);
  }
}
