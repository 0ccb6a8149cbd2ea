import type { Reading } from '@discover/cv-model';
import { z } from 'zod';

import type { Failure } from './errors.js';
import type { QueueName } from './queues.js';

/** A kind of job: where it queues, what it is given, what it answers. Producers and handlers share nothing else. */
export interface JobContract<Name extends string = string, Payload = unknown, Result = unknown> {
  readonly name: Name;
  readonly queue: QueueName;
  /** Checked when a job is put on the queue and again when it is taken off. */
  readonly payload: z.ZodType<Payload>;
  /** Carries the result's type; results are our own and not checked. */
  readonly result?: Result;
}

export type PayloadOf<C> = C extends JobContract<string, infer Payload> ? Payload : never;
export type ResultOf<C> = C extends JobContract<string, unknown, infer Result> ? Result : never;

function job<Name extends string, Payload>(name: Name, queue: QueueName, payload: z.ZodType<Payload>) {
  return { returns: <Result>(): JobContract<Name, Payload, Result> => ({ name, queue, payload }) };
}

const objectRef = z.object({ bucket: z.enum(['originals', 'renders', 'exports', 'scratch']), key: z.string().min(1) });
export type ObjectRef = z.infer<typeof objectRef>;

/** What a job that may fail for a reason of its input answers: the reason is a value, so the queue does not try again. */
export type Outcome<T> = ({ ok: true } & T) | ({ ok: false } & Failure);

const importCv = z.object({
  /** The row in `jobs`, which holds everything else: Postgres is the truth about accepted work. */
  jobId: z.uuid(),
  userId: z.uuid(),
});

const parseDocument = z.object({
  source: objectRef,
  fileName: z.string().optional(),
  /** The date that «present» means, `YYYY-MM-DD`. */
  asOf: z.iso.date().optional(),
});

const renderCv = z.object({
  /** Content hash of document, template, options, format and fonts: the same identity is the same bytes. */
  identity: z.string().regex(/^[0-9a-f]{64}$/),
  /** The person on whose behalf it is rendered, who alone may ask for its state. */
  userId: z.uuid(),
  document: z.record(z.string(), z.unknown()),
  template: z.string(),
  format: z.string(),
  options: z.record(z.string(), z.unknown()),
  /** Where the bytes are put. */
  target: objectRef,
});

export interface RenderResult {
  object: ObjectRef;
  mediaType: string;
  /** Size in bytes. */
  size: number;
  pages: number;
}

/** Every job of the platform. */
export const JOBS = {
  /** Reads an uploaded file into a new CV. The outcome stands in the row `jobs`. */
  importCv: job('cv.import', 'parse', importCv).returns<null>(),
  /** Reads a file and stores nothing. */
  parseDocument: job('document.parse', 'parse', parseDocument).returns<Outcome<{ reading: Reading }>>(),
  /** Renders a document into object storage. */
  renderCv: job('cv.render', 'render', renderCv).returns<Outcome<RenderResult>>(),
  /** Removes what has served its time: deleted CVs after 30 days, ended sessions, old jobs, scratch files. */
  purge: job(
    'maintenance.purge',
    'maintenance',
    z.object({ what: z.enum(['cvs', 'sessions', 'jobs', 'scratch']) }),
  ).returns<{ removed: number }>(),
} as const satisfies Record<string, JobContract>;

/** When the platform's own jobs run: cron expressions in UTC (second is not used), each run once however many instances there are. */
export const SCHEDULES: readonly { id: string; cron: string; contract: JobContract; payload: unknown }[] = [
  { id: 'purge-cvs', cron: '15 3 * * *', contract: JOBS.purge, payload: { what: 'cvs' } },
  { id: 'purge-sessions', cron: '*/30 * * * *', contract: JOBS.purge, payload: { what: 'sessions' } },
  { id: 'purge-jobs', cron: '45 3 * * *', contract: JOBS.purge, payload: { what: 'jobs' } },
  { id: 'purge-scratch', cron: '*/15 * * * *', contract: JOBS.purge, payload: { what: 'scratch' } },
];
