import { QUEUES, type QueueName } from '@discover/contracts';
import { correlation } from '@discover/telemetry';
import type { JobsOptions } from 'bullmq';
import { z } from 'zod';

import { traceHeaders } from './tracing.js';

/** Which run of which schedule a job is, where the queue's own scheduler did not bring it. */
const scheduledRun = z.object({
  schedule: z.string(),
  /** Milliseconds since 1970. */
  scheduledFor: z.number(),
  trigger: z.enum(['schedule', 'manual']),
});
export type ScheduledRun = z.infer<typeof scheduledRun>;

/** What lies in Redis as a job's data: the payload of its contract, and what ties its run to the request behind it. */
const envelope = z.object({
  payload: z.unknown(),
  meta: z
    .object({
      requestId: z.string().optional(),
      userId: z.string().optional(),
      /** W3C trace context. */
      trace: z.record(z.string(), z.string()).optional(),
      run: scheduledRun.optional(),
    })
    .default({}),
});

export type Envelope = z.infer<typeof envelope>;

/** Puts the present request's ids and trace around a payload. */
export function seal(payload: unknown, run?: ScheduledRun): Envelope {
  const { requestId, userId } = correlation() ?? {};
  const trace = traceHeaders();
  return {
    payload,
    meta: { ...(requestId && { requestId }), ...(userId && { userId }), ...(trace && { trace }), ...(run && { run }) },
  };
}

/** Undefined if it is not one of ours. */
export function open(data: unknown): Envelope | undefined {
  return envelope.safeParse(data).data;
}

/** BullMQ's options of one job, all from the queue's settings. */
export function jobOptions(queue: QueueName, job: { id?: string; priority: number; delayMs?: number }): JobsOptions {
  const settings = QUEUES[queue];
  return {
    ...(job.id !== undefined && { jobId: job.id }),
    ...(job.delayMs !== undefined && { delay: job.delayMs }),
    priority: job.priority,
    attempts: settings.attempts,
    // BullMQ's jitter takes away only: the wait is between half of the doubled delay and all of it.
    backoff: { type: 'exponential', delay: settings.backoffMs, jitter: 0.5 },
    removeOnComplete: { age: settings.keepCompletedSeconds },
    removeOnFail: { age: settings.keepFailedSeconds },
    stackTraceLimit: 3,
  };
}

/** BullMQ's largest priority; 0 would be «none», which overtakes every job that has one. */
const LOWEST_PRIORITY = 2_097_151;

export function checkPriority(priority: number): void {
  if (!Number.isInteger(priority) || priority < 1 || priority > LOWEST_PRIORITY) {
    throw new RangeError(`A job’s priority is a whole number from 1 to ${LOWEST_PRIORITY}, not ${priority}.`);
  }
}
