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

/** An accepted job: its row in `jobs` holds the rest. */
const acceptedJob = importCv;

const parseDocument = z.object({
  source: objectRef,
  fileName: z.string().optional(),
  /** The date that «present» means, `YYYY-MM-DD`. */
  asOf: z.iso.date().optional(),
  /** Where the reading is put, as JSON: results on the queue outlive their job in its stream of events. */
  target: objectRef,
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
  /** Of an uploaded template that is based on `template`. */
  source: z.string().optional(),
  /** Where the bytes are put. */
  target: objectRef,
  /** Who waits for the bytes and is given them, if that can be, in place of the target (`Handovers` of libs/queue). */
  handover: z.string().optional(),
  /** Shown in place of `basics.image`. */
  photo: objectRef.optional(),
});

const preparePhoto = z.object({
  /** The person whose CV it is for. */
  userId: z.uuid(),
  source: objectRef,
  /** Where its files are put: their keys begin with this one. */
  target: objectRef,
});

/** A photo whose files are there. */
export interface PhotoResult {
  /** Names the content: equal pictures, equal hashes. */
  hash: string;
  /** Of the one with all of the picture, in pixels. */
  width: number;
  height: number;
  /** Edges of its squares, in pixels. */
  sizes: number[];
}

/** What a render did so that the document fits into the pages allowed. */
export interface RenderFit {
  pages: number;
  /** Size of the text in points, and what it was to be. */
  fontSize: number;
  askedFontSize: number;
  /** Space between blocks as a share of what it was to be. */
  spacing: number;
}

export interface RenderResult {
  object: ObjectRef;
  /** They were given to who waits for them: there is no object. */
  handedOver?: boolean;
  mediaType: string;
  /** Size in bytes. */
  size: number;
  pages: number;
  /** Where `maxPages` was asked for. */
  fit?: RenderFit;
}

/** Where the bytes of a render tell how they were made to fit: beside them, as JSON. */
export function fitObject(target: ObjectRef): ObjectRef {
  return { bucket: target.bucket, key: `${target.key}.fit` };
}

/** Every job of the platform. */
export const JOBS = {
  /** Reads an uploaded file into a new CV. The outcome stands in the row `jobs`. */
  importCv: job('cv.import', 'parse', importCv).returns<null>(),
  /** Reads a file and stores nothing. */
  parseDocument: job('document.parse', 'parse', parseDocument).returns<Outcome<{ object: ObjectRef }>>(),
  /** Renders a document into object storage. */
  renderCv: job('cv.render', 'render', renderCv).returns<Outcome<RenderResult>>(),
  /** Makes an uploaded picture into a photo of the sizes and formats in use. */
  preparePhoto: job('photo.prepare', 'render', preparePhoto).returns<Outcome<PhotoResult>>(),
  /** Removes an account that its owner has closed, and all that hangs on it: rows and files. */
  deleteAccount: job('account.delete', 'maintenance', acceptedJob).returns<{ removed: number }>(),
  /** Removes what has served its time: deleted CVs after 30 days, ended sessions, old jobs, scratch files. */
  purge: job(
    'maintenance.purge',
    'maintenance',
    z.object({
      what: z.enum([
        'cvs',
        'sessions',
        'jobs',
        'scratch',
        'idempotency',
        'batches',
        'originals',
        'photos',
        'exports',
        'webhooks',
        'runs',
        'reports',
      ]),
    }),
  ).returns<{ removed: number }>(),
  /** Makes the partitions of the coming months. */
  preparePartitions: job('maintenance.partitions', 'maintenance', z.object({})).returns<{ made: number }>(),
  /**
   * Puts into search what is not in it yet (`backlog`: CVs from before there was search, or that an older release wrote), or
   * forgets words that no public profile has any more (`words`).
   */
  reindex: job('search.reindex', 'maintenance', z.object({ what: z.enum(['backlog', 'words']) })).returns<{
    changed: number;
  }>(),
  /** Brings the statistics of past days up to date. */
  refreshStatistics: job('statistics.refresh', 'maintenance', z.object({})).returns<{
    cvDays: number;
    businessDays: number;
  }>(),
  /** Writes the report of a week that is over, for administrators. */
  reportWeek: job(
    'report.week',
    'maintenance',
    z.object({
      /** A day of the week; the last week that is over unless told. */
      day: z.iso.date().optional(),
    }),
  ).returns<{ bytes: number }>(),
  /** Moves old events to object storage, month by month. */
  archiveEvents: job('events.archive', 'maintenance', z.object({})).returns<{
    partitions: number;
    rows: number;
    bytes: number;
  }>(),
  /** Works out what is popular and has the API’s instances put it into their caches. */
  refreshCache: job('cache.refresh', 'maintenance', z.object({})).returns<{ cvs: number; profiles: number }>(),
  /** Looks at slow statements: plans, advice, regressions; removes profiles that have served their time. */
  analysePerformance: job('performance.analyse', 'maintenance', z.object({})).returns<{
    planned: number;
    findings: number;
    removed: number;
  }>(),
  /** Gathers all that we have of a person into a ZIP. The outcome stands in the row `jobs`. */
  exportAccount: job('account.export', 'maintenance', acceptedJob).returns<null>(),
  /** Sends one event to one subscriber. How it went stands in the row `webhook_deliveries`. */
  deliverWebhook: job('webhook.deliver', 'webhooks', z.object({ deliveryId: z.uuid() })).returns<null>(),
  /** Waits for a render that was asked for as a job, and tells the person's subscribers of its end. */
  announceRender: job(
    'render.announce',
    'webhooks',
    z.object({ userId: z.uuid(), cvId: z.uuid(), renderJobId: z.string() }),
  ).returns<null>(),
} as const satisfies Record<string, JobContract>;

/** Which queue a kind of job waits in; undefined for one that has none, such as a batch, which is its documents. */
export function queueOfKind(kind: string): QueueName | undefined {
  return Object.values(JOBS).find(({ name }) => name === kind)?.queue;
}

export interface Schedule {
  /** Letters, digits and `-`. */
  id: string;
  /** Cron expression in UTC. */
  cron: string;
  contract: JobContract;
  payload: unknown;
}

/** When the platform's own jobs run: cron expressions in UTC (second is not used), each run once however many instances there are. */
export const SCHEDULES: readonly Schedule[] = [
  { id: 'purge-cvs', cron: '15 3 * * *', contract: JOBS.purge, payload: { what: 'cvs' } },
  { id: 'purge-sessions', cron: '*/30 * * * *', contract: JOBS.purge, payload: { what: 'sessions' } },
  { id: 'purge-jobs', cron: '45 3 * * *', contract: JOBS.purge, payload: { what: 'jobs' } },
  { id: 'purge-idempotency', cron: '5 * * * *', contract: JOBS.purge, payload: { what: 'idempotency' } },
  { id: 'purge-scratch', cron: '*/15 * * * *', contract: JOBS.purge, payload: { what: 'scratch' } },
  { id: 'purge-batches', cron: '5 * * * *', contract: JOBS.purge, payload: { what: 'batches' } },
  { id: 'purge-exports', cron: '25 * * * *', contract: JOBS.purge, payload: { what: 'exports' } },
  { id: 'purge-webhooks', cron: '55 3 * * *', contract: JOBS.purge, payload: { what: 'webhooks' } },
  { id: 'prepare-partitions', cron: '40 2 * * *', contract: JOBS.preparePartitions, payload: {} },
  { id: 'refresh-statistics', cron: '20 0 * * *', contract: JOBS.refreshStatistics, payload: {} },
  { id: 'report-week', cron: '0 6 * * 1', contract: JOBS.reportWeek, payload: {} },
  { id: 'archive-events', cron: '10 2 * * *', contract: JOBS.archiveEvents, payload: {} },
  { id: 'purge-runs', cron: '35 4 * * *', contract: JOBS.purge, payload: { what: 'runs' } },
  { id: 'purge-reports', cron: '40 4 * * *', contract: JOBS.purge, payload: { what: 'reports' } },
  { id: 'reindex-search', cron: '*/5 * * * *', contract: JOBS.reindex, payload: { what: 'backlog' } },
  { id: 'forget-search-words', cron: '50 4 * * *', contract: JOBS.reindex, payload: { what: 'words' } },
  { id: 'refresh-cache', cron: '*/10 * * * *', contract: JOBS.refreshCache, payload: {} },
  { id: 'analyse-performance', cron: '10 * * * *', contract: JOBS.analysePerformance, payload: {} },
  { id: 'purge-originals', cron: '30 4 * * *', contract: JOBS.purge, payload: { what: 'originals' } },
  { id: 'purge-photos', cron: '50 4 * * *', contract: JOBS.purge, payload: { what: 'photos' } },
];
