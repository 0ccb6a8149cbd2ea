import { z } from 'zod';

const count = z.number().int();
const ms = z.number().describe('Milliseconds.');
const time = z.iso.datetime();

export const QueriesQuery = z.strictObject({
  hours: z.coerce
    .number()
    .int()
    .min(1)
    .max(30 * 24)
    .default(24)
    .describe('Statistics of so many hours up to now; at most 30 days.'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('Rows of each list.'),
});
export type QueriesQuery = z.infer<typeof QueriesQuery>;

/** One for each code of `Advice`; that nothing is forgotten is checked where views are made. */
const AdviceView = z
  .discriminatedUnion('code', [
    z.object({ code: z.literal('sequential_scan'), table: z.string(), rows: z.number() }),
    z.object({ code: z.literal('missing_index'), table: z.string(), columns: z.array(z.string()) }),
    z.object({ code: z.literal('all_partitions'), table: z.string(), partitions: count }),
    z.object({ code: z.literal('spills'), node: z.string(), bytes: z.number(), memoryBytes: z.number() }),
    z.object({ code: z.literal('estimate_off'), expected: z.number(), actual: z.number() }),
    z.object({ code: z.literal('stale_statistics'), table: z.string(), rows: z.number(), changed: z.number() }),
    z.object({ code: z.literal('pool_exhausted'), runs: count }),
    z.object({ code: z.literal('timed_out'), runs: count }),
  ])
  .meta({ id: 'QueryAdvice', description: 'What could be done; docs/operations.md tells what each code means.' });

const found = { subject: z.string(), firstAt: time, lastAt: time };
const FindingView = z
  .discriminatedUnion('code', [
    z.object({
      code: z.literal('regression'),
      ...found,
      details: z.object({ release: z.string(), previousRelease: z.string(), p95Ms: ms, previousP95Ms: ms }),
    }),
    z.object({ code: z.literal('repeated'), ...found, details: z.object({ requests: count, most: count }) }),
    z.object({
      code: z.literal('unused_index'),
      ...found,
      details: z.object({ table: z.string(), bytes: z.number() }),
    }),
    z.object({
      code: z.literal('slow_statement'),
      ...found,
      details: z.object({ calls: count, slow: count, p95Ms: ms, advice: z.array(z.string()) }),
    }),
  ])
  .meta({ id: 'QueryFinding', description: 'Of a statement or an index, by name; the hourly analysis sees to it.' });

const times = { calls: count, slow: count, p50Ms: ms, p95Ms: ms, p99Ms: ms, maxMs: ms };

const StatisticsView = z.object({
  query: z.string().describe('The name that it has in our sources.'),
  server: z.string().describe('`primary`, `replica-0` …'),
  services: z.array(z.string()),
  ...times,
  totalMs: ms,
  meanMs: ms,
  repeatedRequests: count.describe('Requests that ran it more than ten times within a second.'),
  mostRepeats: count,
});

const SlowQueryView = z.object({
  query: z.string(),
  release: z.string(),
  text: z
    .string()
    .nullable()
    .describe('With `$1` for values, which are never kept; null for work of several statements.'),
  ...times,
  lastAt: time,
  slowest: z
    .object({
      at: time,
      service: z.string(),
      server: z.string(),
      durationMs: ms,
      rows: count.nullable(),
      waited: z.boolean().describe('For a connection of its process’s pool.'),
      sqlstate: z.string().nullable(),
      requestId: z.string().nullable(),
    })
    .nullable(),
  plan: z
    .unknown()
    .describe('As `EXPLAIN (GENERIC_PLAN, FORMAT JSON)` tells it; null until the hourly analysis came by.'),
  plannedAt: time.nullable(),
  planError: z.string().nullable().describe('SQLSTATE of why there is none.'),
  advice: z.array(AdviceView),
});

const RegressionView = z.object({
  query: z.string(),
  release: z.string(),
  previousRelease: z.string(),
  calls: count,
  previousCalls: count,
  p95Ms: ms,
  previousP95Ms: ms,
  ratio: z.number(),
});

export const QueriesView = z
  .object({
    statistics: z.array(StatisticsView).describe('What took most of the time first.'),
    slow: z.array(SlowQueryView).describe('Of the last day, what was slow most often first.'),
    regressions: z.array(RegressionView).describe('Against the release before, the worst first.'),
    findings: z.array(FindingView).describe('The newest first.'),
  })
  .meta({ id: 'Queries' });
export type QueriesView = z.infer<typeof QueriesView>;
