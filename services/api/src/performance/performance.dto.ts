import { LEVERS, QUEUE_NAMES, WEB_VITAL_NAMES, type LeverName } from '@discover/contracts';
import { z } from 'zod';

import { SchedulesView } from '../background-jobs/background-jobs.dto.js';
import { RECOMMENDATION_CODES } from './recommendations.js';

const moment = z.iso.datetime();
const share = z.number().meta({ description: 'From 0 to 1.' });
const ms = z.number().nullable();
const percentiles = { p50Ms: ms, p95Ms: ms, p99Ms: ms };
const used = z.object({ used: z.number(), limit: z.number(), share });

const Overview = z.object({
  windowSeconds: z.number().meta({ description: 'What all counts and percentiles of live figures are of.' }),
  processes: z.number(),
  requests: z.object({
    ...percentiles,
    count: z.number(),
    perSecond: z.number(),
    perSecondNow: z.number().meta({ description: 'Of the last seconds.' }),
    errorShare: share,
    rateLimited: z.number(),
  }),
  services: z.array(
    z.object({
      service: z.string(),
      releases: z.array(z.string()),
      processes: z.number(),
      youngestSeconds: z.number(),
      cpu: used.meta({ description: 'Cores; the share is of the fullest instance.' }),
      memory: used.meta({ description: 'Bytes; the share is of the fullest instance.' }),
      eventLoop: z.object({ lagMs: z.number(), utilisation: share }),
    }),
  ),
});

const Vitals = z.object({
  hours: z.number(),
  items: z.array(
    z.object({
      metric: z.enum(WEB_VITAL_NAMES),
      by: z.enum(['all', 'page', 'device', 'connection']),
      value: z.string(),
      samples: z.number(),
      p75: z.number(),
      rating: z.enum(['good', 'needs_improvement', 'poor']),
      unit: z.enum(['ms', 'score']),
      good: share,
      poor: share,
    }),
  ),
});

const CacheFigures = z.object({
  lookups: z.number(),
  hitRatio: share.nullable(),
  breakersOpen: z.number(),
  errors: z.number(),
  l1Bytes: z.number(),
  types: z.array(
    z.object({
      type: z.string(),
      lookups: z.number(),
      hitRatio: share,
      l1: z.number(),
      l2: z.number(),
      stale: z.number(),
      misses: z.number(),
    }),
  ),
});

const Jobs = z.object({
  queues: z.array(
    z.object({
      name: z.enum(QUEUE_NAMES),
      jobs: z.record(z.string(), z.number()),
      oldestSeconds: z.number(),
      oldestSecondsByClass: z.record(z.string(), z.number()),
      active: z.number(),
      meanRunMs: z.number().nullable(),
      paused: z.boolean(),
      slots: z.number().meta({ description: 'Jobs that all workers together take at once.' }),
    }),
  ),
  runs: z.array(
    z.object({
      queue: z.string(),
      job: z.string(),
      runs: z.number(),
      dead: z.number(),
      retried: z.number(),
      runP95Ms: ms,
      waitP95Ms: ms,
    }),
  ),
  schedules: SchedulesView.nullable(),
});

const Endpoint = z.object({
  method: z.string(),
  route: z.string(),
  requests: z.number(),
  perSecond: z.number(),
  ...percentiles,
  errorShare: share,
  refusedShare: share,
  timeShare: share.meta({ description: 'Of the time that all endpoints took.' }),
});

const Queries = z.object({
  ...percentiles,
  count: z.number(),
  perSecond: z.number(),
  statements: z.array(
    z.object({
      query: z.string(),
      server: z.string(),
      calls: z.number(),
      perSecond: z.number(),
      ...percentiles,
      timeShare: share,
    }),
  ),
  slow: z.array(z.record(z.string(), z.unknown())).meta({ description: 'As of `GET /admin/queries`, without plans.' }),
  regressions: z.array(
    z.object({
      query: z.string(),
      release: z.string(),
      previousRelease: z.string(),
      calls: z.number(),
      previousCalls: z.number(),
      p95Ms: z.number(),
      previousP95Ms: z.number(),
      ratio: z.number(),
    }),
  ),
});

const DatabaseFigures = z.object({
  reads: z.array(z.object({ server: z.string(), reason: z.string(), count: z.number() })),
  pools: z.array(z.object({ server: z.string(), state: z.string(), connections: z.number() })),
  replicas: z.array(z.object({ replica: z.string(), usable: z.boolean(), lagSeconds: z.number() })),
  health: z.record(z.string(), z.unknown()).nullable(),
});

const Alerts = z.object({
  own: z
    .array(
      z.object({
        name: z.string().meta({ description: 'Also the name of its runbook.' }),
        severity: z.enum(['critical', 'warning', 'info']),
        subject: z.string(),
        summary: z.string(),
      }),
    )
    .meta({ description: 'Worked out from the figures of this answer.' }),
  alertmanager: z
    .array(
      z.object({
        name: z.string(),
        severity: z.string(),
        subject: z.string(),
        summary: z.string(),
        since: z.string(),
      }),
    )
    .nullable()
    .meta({ description: 'What Alertmanager tells; null where none is configured.' }),
});

const leverValues = Object.fromEntries(Object.entries(LEVERS).map(([name, { schema }]) => [name, schema])) as {
  [Name in LeverName]: (typeof LEVERS)[Name]['schema'];
};

export const PerformanceView = z
  .object({
    at: moment,
    overview: Overview,
    vitals: Vitals.nullable(),
    cache: CacheFigures,
    jobs: Jobs,
    endpoints: z.array(Endpoint),
    queries: Queries,
    database: DatabaseFigures,
    alerts: Alerts,
    recommendations: z.array(z.object({ code: z.enum(RECOMMENDATION_CODES), subject: z.string(), detail: z.string() })),
    levers: z.object({ revision: z.number(), values: z.object(leverValues) }),
    parts: z
      .array(z.object({ name: z.string(), at: moment.nullable(), failed: z.boolean() }))
      .meta({ description: 'How old each part is: what could not be read in time is as it was last.' }),
  })
  .meta({ id: 'Performance' });
export type PerformanceView = z.infer<typeof PerformanceView>;
