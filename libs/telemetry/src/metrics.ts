import cluster from 'node:cluster';

import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, type MetricObject } from 'prom-client';

export type { MetricObject };

import { businessMetrics } from './business-metrics.js';
import { containerMetrics, readContainer } from './container-metrics.js';
import { jobMetrics } from './job-metrics.js';
import { registry } from './registry.js';
import { serverMetrics } from './server-metrics.js';

/** Upper bounds in seconds; 0.1, 0.2, 0.5 and 1 are the objectives of the API, so shares below them are exact. */
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
/** Upper bounds in seconds for queued work: 1, 3, 5 and 15 are objectives of renderer and parser. */
const JOB_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 5, 15, 60];
/** Upper bounds in seconds for pieces of work of any length. */
const OPERATION_SECONDS = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10, 60, 600];
const QUERY_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** Upper bounds in seconds; 0.2, 0.5, 0.8, 1.8, 2.5, 3 and 4 are the public thresholds of the metrics. */
const VITAL_SECONDS = [0.05, 0.1, 0.2, 0.35, 0.5, 0.8, 1.2, 1.8, 2.5, 3, 4, 6, 10];
/** Upper bounds of layout shift scores; 0.1 and 0.25 are the public thresholds. */
const LAYOUT_SHIFTS = [0.01, 0.05, 0.1, 0.15, 0.25, 0.5, 1];

const registers = [registry];

/**
 * Every metric of the platform by name, in one place: rules, dashboards and autoscalers read these. Units are base units
 * and stand in the name; labels are drawn from small closed sets, never ids.
 */
export const metrics = {
  ...businessMetrics,
  ...containerMetrics,
  ...jobMetrics,
  ...serverMetrics,
  httpRequestDuration: new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: REQUEST_SECONDS,
    registers,
  }),
  httpFromMemory: new Counter({
    name: 'cv_http_answered_from_memory_total',
    help: 'Reads of whole CVs that were answered before the framework began, since all they needed lay in the process.',
    registers,
  }),
  queueJobs: new Gauge({
    name: 'cv_queue_jobs',
    help: 'Jobs on a queue by state; `pending` is waiting plus prioritised. The same figure from every process: take max, never sum.',
    labelNames: ['queue', 'state'] as const,
    registers,
  }),
  queueOldestAge: new Gauge({
    name: 'cv_queue_oldest_age_seconds',
    help: 'Age of the job that has been pending longest, 0 if none is.',
    labelNames: ['queue'] as const,
    registers,
  }),
  queueClassOldestAge: new Gauge({
    name: 'cv_queue_class_oldest_age_seconds',
    help: 'Age of the job that has been pending longest in its class (plan, single or batch), 0 if none is.',
    labelNames: ['queue', 'class'] as const,
    registers,
  }),
  queueScrapeErrors: new Counter({
    name: 'cv_queue_scrape_errors_total',
    help: 'Times that the figures of a queue could not be read.',
    labelNames: ['queue'] as const,
    registers,
  }),
  jobWait: new Histogram({
    name: 'cv_job_wait_seconds',
    help: 'Time from when a job was accepted to when a worker took it.',
    labelNames: ['queue', 'job'] as const,
    buckets: JOB_SECONDS,
    registers,
  }),
  jobRun: new Histogram({
    name: 'cv_job_run_seconds',
    help: 'Time that one run of a job took, by how it ended.',
    labelNames: ['queue', 'job', 'outcome'] as const,
    buckets: JOB_SECONDS,
    registers,
  }),
  jobStalled: new Counter({
    name: 'cv_job_stalled_total',
    help: 'Jobs whose worker died or stopped renewing its lock.',
    labelNames: ['queue'] as const,
    registers,
  }),
  jobDeadLettered: new Counter({
    name: 'cv_job_dead_lettered_total',
    help: 'Jobs that were given up after their last attempt.',
    labelNames: ['queue', 'job'] as const,
    registers,
  }),
  outboxRelayed: new Counter({
    name: 'cv_outbox_relayed_total',
    help: 'Jobs handed to the queue, by what found them: the request itself, the relay, or the reconciler after a loss.',
    labelNames: ['by'] as const,
    registers,
  }),
  queryDuration: new Histogram({
    name: 'cv_db_query_duration_seconds',
    help: 'Time of one named database operation, by the server that ran it.',
    labelNames: ['query', 'server'] as const,
    buckets: QUERY_SECONDS,
    registers,
  }),
  operationDuration: new Histogram({
    name: 'cv_operation_duration_seconds',
    help: 'Time of a piece of work within a service, by its name and how it ended: ok or failed.',
    labelNames: ['operation', 'outcome'] as const,
    buckets: OPERATION_SECONDS,
    registers,
  }),
  replicaLag: new Gauge({
    name: 'cv_db_replica_lag_seconds',
    help: 'How far a replica is behind the primary.',
    labelNames: ['replica'] as const,
    registers,
  }),
  replicaUp: new Gauge({
    name: 'cv_db_replica_usable',
    help: '1 while a replica gets reads, 0 while it is left out.',
    labelNames: ['replica'] as const,
    registers,
  }),
  databaseReads: new Counter({
    name: 'cv_db_reads_total',
    help: 'Reads by the server that they were sent to and the reason.',
    labelNames: ['server', 'reason'] as const,
    registers,
  }),
  poolConnections: new Gauge({
    name: 'cv_db_pool_connections',
    help: 'Connections of a pool by state.',
    labelNames: ['server', 'state'] as const,
    registers,
  }),
  cacheRequests: new Counter({
    name: 'cv_cache_requests_total',
    help: 'Look-ups by cached type and where they were answered: l1, l2, stale (past its time, being made anew) or miss.',
    labelNames: ['type', 'result'] as const,
    registers,
  }),
  cacheErrors: new Counter({
    name: 'cv_cache_errors_total',
    help: 'Operations on the shared cache that failed or were refused by its breaker.',
    labelNames: ['operation'] as const,
    registers,
  }),
  cacheBreakerOpen: new Gauge({
    name: 'cv_cache_breaker_open',
    help: '1 while the breaker keeps this process from asking the shared cache (or lets a trial through), else 0.',
    registers,
  }),
  cacheBreakerTrials: new Counter({
    name: 'cv_cache_breaker_trials_total',
    help: 'Operations that an open breaker let through to see whether the shared cache is back (half-open).',
    registers,
  }),
  cacheBytes: new Gauge({
    name: 'cv_cache_l1_bytes',
    help: 'Size of what the in-process cache holds.',
    registers,
  }),
  cacheEntries: new Gauge({
    name: 'cv_cache_l1_entries',
    help: 'Values that the in-process cache holds.',
    registers,
  }),
  cacheEvictions: new Counter({
    name: 'cv_cache_l1_evictions_total',
    help: 'Values that the in-process cache dropped for room.',
    registers,
  }),
  cachePopular: new Gauge({
    name: 'cv_cache_popular',
    help: 'What was popular when it was last worked out, and is to be in every cache, by type: cv or profile.',
    labelNames: ['type'] as const,
    registers,
  }),
  cacheWarmed: new Counter({
    name: 'cv_cache_warmed_total',
    help: 'What a process had in its cache before anybody asked, by type, and how that went: done, gone (not there any more) or failed.',
    labelNames: ['type', 'outcome'] as const,
    registers,
  }),
  workerThreads: new Gauge({
    name: 'cv_worker_threads',
    help: 'Worker threads by state: busy or idle.',
    labelNames: ['pool', 'state'] as const,
    registers,
  }),
  workerSlots: new Gauge({
    name: 'cv_worker_slots',
    help: 'Jobs of a queue that this process takes at once.',
    labelNames: ['queue'] as const,
    registers,
  }),
  webVital: new Histogram({
    name: 'cv_web_vital_seconds',
    help: 'What browsers of real users measured: LCP, INP, FCP, TTFB.',
    labelNames: ['metric', 'page', 'device'] as const,
    buckets: VITAL_SECONDS,
    registers,
  }),
  webVitalShift: new Histogram({
    name: 'cv_web_vital_layout_shift',
    help: 'Cumulative layout shift (CLS) of page views of real users.',
    labelNames: ['page', 'device'] as const,
    buckets: LAYOUT_SHIFTS,
    registers,
  }),
  webVitalsDropped: new Counter({
    name: 'cv_web_vitals_dropped_total',
    help: 'Measurements that were not kept: not valid, of a robot, or more than could be written.',
    labelNames: ['reason'] as const,
    registers,
  }),
  leverValue: new Gauge({
    name: 'cv_lever_value',
    help: 'What a lever is set to, as this process follows it: a factor, or 1 for on and 0 for off.',
    labelNames: ['lever'] as const,
    registers,
  }),
  leversMoved: new Gauge({
    name: 'cv_levers_moved',
    help: 'Levers that are set to something else than what they are built with.',
    registers,
  }),
  maintenanceMode: new Gauge({
    name: 'cv_maintenance_mode',
    help: '0 off, 1 read-only, 2 closed.',
    registers,
  }),
  documentsParsed: new Counter({
    name: 'cv_documents_parsed_total',
    help: 'Documents read, by format and outcome (`ok` or an error code).',
    labelNames: ['format', 'outcome'] as const,
    registers,
  }),
  documentsRendered: new Counter({
    name: 'cv_documents_rendered_total',
    help: 'Documents rendered, by template, format and outcome.',
    labelNames: ['template', 'format', 'outcome'] as const,
    registers,
  }),
  webhookDeliveries: new Counter({
    name: 'cv_webhook_deliveries_total',
    help: 'Tries to deliver an event to a webhook, by what came of them: delivered, retried (will be tried again) or given_up.',
    labelNames: ['outcome'] as const,
    registers,
  }),
} as const;

/** The Node.js that runs, and what of us: `RELEASE`, as images are tagged. */
const buildInfo = new Gauge({
  name: 'cv_build_info',
  help: '1; what runs is in the labels.',
  labelNames: ['version', 'node'] as const,
  registers,
});

/**
 * Adds the process's own figures (CPU, memory, event loop, garbage collection), those of its container, and the service's
 * name on every series; and the process's number, where several are scraped as one.
 */
export function startMetrics(service: string, release: string): void {
  const { worker } = cluster;
  registry.setDefaultLabels({ service, ...(worker && { process: String(worker.id) }) });
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });
  Object.assign(containerMetrics.containerCpu, { collect: readContainer });
  buildInfo.set({ version: release, node: process.versions.node }, 1);
}

/** The figures of several processes of one service in Prometheus's text format. They differ in the label `process`, so none meets another. */
export function metricsText(processes: readonly (readonly MetricObject[])[]): Promise<string> {
  const distinct = processes.map((metricsOf) =>
    metricsOf.map((metric) => ({ ...metric, aggregator: 'first' as const })),
  );
  return AggregatorRegistry.aggregate(distinct).metrics();
}
