import type { Handle } from '../handle.js';
import type { Advice } from './advice.js';
import { quantile } from './histogram.js';
import { histogramOf } from './query-statistics.js';

/** A statement that was slow, with how it fared over the last day. Of values nothing is known. */
export interface SlowQuery {
  query: string;
  release: string;
  /** With `$1` for values. Null: it is the work of several statements. */
  text: string | null;
  /** Slow runs of the last day, of all its calls. */
  slow: number;
  calls: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  maxMs: number;
  lastAt: Date;
  /** The slowest of the runs that were kept. */
  slowest: SlowRun | null;
  /** As `EXPLAIN (GENERIC_PLAN, FORMAT JSON)` tells it; null until the analysis came by, or where there is none. */
  plan: unknown;
  plannedAt: Date | null;
  /** Why there is no plan: an SQLSTATE. */
  planError: string | null;
  advice: Advice[];
}

export interface SlowRun {
  at: string;
  service: string;
  server: string;
  durationMs: number;
  /** Answered or changed; null if it failed. */
  rows: number | null;
  /** Whether it had to wait for a connection of its process's pool. */
  waited: boolean;
  /** Of the error it ended with. */
  sqlstate: string | null;
  requestId: string | null;
}

interface Row extends Omit<SlowQuery, 'p50Ms' | 'p95Ms' | 'p99Ms'> {
  buckets: number[] | null;
  counts: number[] | null;
}

/** Slow statements of the last day, those with most slow runs first. */
export async function findSlowQueries(handle: Handle, { limit }: { limit: number }): Promise<SlowQuery[]> {
  const rows = await handle.query<Row>(
    'slow_queries',
    `WITH recent AS (
       SELECT * FROM query_statistics WHERE hour > now() - interval '1 day'
     ), slow AS (
       SELECT query, release, sum(slow)::float8 AS slow, sum(calls)::float8 AS calls, max(max_ms) AS max_ms
       FROM recent GROUP BY query, release HAVING sum(slow) > 0 ORDER BY sum(slow) DESC LIMIT $1
     ), counts AS (
       SELECT r.query, r.release, b.bucket, sum(b.count)::float8 AS count
       FROM recent r JOIN slow USING (query, release), unnest(r.buckets) WITH ORDINALITY AS b (count, bucket)
       WHERE b.count > 0 GROUP BY r.query, r.release, b.bucket
     ), histograms AS (
       SELECT query, release, array_agg(bucket::int - 1) AS buckets, array_agg(count) AS counts FROM counts GROUP BY query, release
     )
     SELECT query, release, s.text, slow.slow, slow.calls, slow.max_ms AS "maxMs", s.last_at AS "lastAt", h.buckets, h.counts,
       s.plan, s.planned_at AS "plannedAt", s.plan_error AS "planError", s.advice,
       (SELECT json_build_object('at', q.at, 'service', q.service, 'server', q.server, 'durationMs', q.duration_ms, 'rows', q.rows,
          'waited', q.waited, 'sqlstate', q.sqlstate, 'requestId', q.request_id)
        FROM slow_queries q WHERE q.query = s.query AND q.release = s.release ORDER BY q.duration_ms DESC LIMIT 1) AS slowest
     FROM slow JOIN slow_statements s USING (query, release) LEFT JOIN histograms h USING (query, release)
     ORDER BY slow.slow DESC, query`,
    [limit],
  );
  return rows.map(({ buckets, counts, ...row }) => {
    const histogram = histogramOf(buckets ?? [], counts ?? []);
    const at = (share: number) => quantile(histogram, share, row.maxMs);
    return { ...row, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
  });
}
