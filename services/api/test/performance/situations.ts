import { INITIAL_LEVERS, QUEUE_NAMES } from '@discover/contracts';
import type { DatabaseHealth, QueryStatistics, Regression, SlowQuery, VitalSummary } from '@discover/database';
import type { QueueOverview } from '@discover/queue';

import type { SchedulesView } from '../../src/background-jobs/background-jobs.dto.js';
import {
  liveFigures,
  type EndpointFigures,
  type LiveFigures,
  type ServiceFigures,
} from '../../src/performance/live-figures.js';
import type { Situation } from '../../src/performance/situation.js';

/** A platform in which all is well, for tests that change one thing. */
export function wellSituation(): Situation {
  return {
    live: wellFigures(),
    queues: QUEUE_NAMES.map((name) => queue({ name })),
    schedules: { successRate: 1, items: [schedule(200, 200)] },
    slowQueries: [],
    regressions: [],
    statements: [statement(0)],
    health,
    vitals: [vital(1_500)],
    levers: INITIAL_LEVERS,
  };
}

export function wellFigures(change: Partial<LiveFigures> = {}): LiveFigures {
  return {
    ...liveFigures([]),
    windowSeconds: 300,
    processes: 4,
    services: ['api', 'parser', 'render', 'jobs'].map((name) => service({ service: name })),
    requests: {
      count: 10_000,
      perSecond: 33,
      perSecondNow: 40,
      p50Ms: 5,
      p95Ms: 40,
      p99Ms: 90,
      errorShare: 0,
      rateLimited: 0,
    },
    endpoints: [endpoint({})],
    cache: {
      lookups: 10_000,
      hitRatio: 0.95,
      types: [{ type: 'cv', lookups: 10_000, hitRatio: 0.95, l1: 9_000, l2: 500, stale: 0, misses: 500 }],
      breakersOpen: 0,
      errors: 0,
      l1Bytes: 1_000,
    },
    reads: [
      { server: 'replica', reason: 'caught_up', count: 900 },
      { server: 'primary', reason: 'session', count: 100 },
    ],
    pools: [
      { server: 'primary', state: 'busy', connections: 3 },
      { server: 'primary', state: 'waiting', connections: 0 },
    ],
    replicas: [{ replica: 'replica-0', usable: true, lagSeconds: 0.1 }],
    slots: { parse: 4, render: 4, maintenance: 4, webhooks: 20 },
    ...change,
  };
}

export function service(change: Partial<ServiceFigures>): ServiceFigures {
  return {
    service: 'api',
    releases: ['r1'],
    processes: 1,
    youngestSeconds: 10_000,
    cpu: { used: 0.2, limit: 2, share: 0.1 },
    memory: { used: 100, limit: 1_000, share: 0.1 },
    eventLoop: { lagMs: 1, utilisation: 0.1 },
    ...change,
  };
}

export function endpoint(change: Partial<EndpointFigures>): EndpointFigures {
  return {
    method: 'GET',
    route: '/api/v1/cvs/:id',
    requests: 10_000,
    perSecond: 33,
    p50Ms: 5,
    p95Ms: 40,
    p99Ms: 90,
    errorShare: 0,
    refusedShare: 0,
    timeShare: 1,
    ...change,
  };
}

type Ages = QueueOverview['oldestSecondsByClass'];

export function queue(
  change: Partial<QueueOverview> & { pending?: number; failed?: number; ages?: Partial<Ages> },
): QueueOverview {
  const { pending = 0, failed = 0, ages = {}, ...rest } = change;
  return {
    name: 'parse',
    jobs: { pending, active: 0, delayed: 0, failed, completed: 10 },
    oldestSeconds: Math.max(0, ...Object.values(ages)),
    oldestSecondsByClass: { premium: 0, system: 0, free: 0, premium_batch: 0, free_batch: 0, ...ages },
    active: 0,
    meanRunMs: 100,
    paused: false,
    ...rest,
  };
}

export function schedule(ended: number, succeeded: number): SchedulesView['items'][number] {
  return {
    id: 'purge-cvs',
    job: 'maintenance.purge',
    queue: 'maintenance',
    cron: '15 3 * * *',
    nextRun: '2026-11-21T03:15:00.000Z',
    lastRun: null,
    overdueSeconds: 0,
    last30Days: { ended, succeeded, successRate: succeeded / ended, p50Ms: 10, p95Ms: 20 },
  };
}

export function statement(repeatedRequests: number): QueryStatistics {
  return {
    query: 'cv_find',
    server: 'primary',
    services: ['api'],
    calls: 1_000,
    totalMs: 1_000,
    meanMs: 1,
    p50Ms: 1,
    p95Ms: 2,
    p99Ms: 3,
    maxMs: 4,
    slow: 0,
    repeatedRequests,
    mostRepeats: repeatedRequests === 0 ? 0 : 30,
  };
}

export const regression: Regression = {
  query: 'cv_find',
  release: 'r2',
  previousRelease: 'r1',
  calls: 1_000,
  previousCalls: 1_000,
  p95Ms: 20,
  previousP95Ms: 2,
  ratio: 10,
};

export function slowQuery(advice: SlowQuery['advice']): SlowQuery {
  return {
    query: 'search_find',
    release: 'r1',
    text: 'SELECT 1',
    slow: 12,
    calls: 100,
    p50Ms: 80,
    p95Ms: 400,
    p99Ms: 500,
    maxMs: 600,
    lastAt: new Date(),
    slowest: null,
    plan: null,
    plannedAt: null,
    planError: null,
    advice,
  };
}

export const health: DatabaseHealth = {
  at: new Date(),
  inRecovery: false,
  connections: { active: 5, idle: 20, idleInTransaction: 0, max: 100 },
  cacheHitRatio: 0.99,
  lockWaits: 0,
  longestTransactionSeconds: 1,
  deadlocks: 0,
  tempBytes: 0,
  transactionIdsUsed: 0.01,
  sizeBytes: 1e9,
  longRunning: [],
  replicas: [],
  tables: [],
};

export function vital(p75: number, samples = 100): VitalSummary {
  return { metric: 'LCP', by: 'page', value: '/u/:slug', samples, p75, good: 0.8, poor: 0.1 };
}
