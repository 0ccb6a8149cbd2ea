import type { Handle } from '../handle.js';
import { quantile } from './histogram.js';

/** How a statement fared, in all processes. Times are as the caller saw them, in milliseconds: with the way there and back. */
export interface QueryStatistics {
  query: string;
  /** Label of the server: primary, replica-0 … */
  server: string;
  services: string[];
  calls: number;
  totalMs: number;
  meanMs: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  maxMs: number;
  /** Calls that took as long as `DATABASE_SLOW_QUERY_MS` or longer. */
  slow: number;
  /** Requests in which it ran more often than `MOST_REPEATS` within a second, and how often at most. */
  repeatedRequests: number;
  mostRepeats: number;
}

export interface QueryStatisticsFilter {
  /** The hours up to now, this one among them. */
  hours: number;
  /** All if absent. */
  release?: string;
  /** Those that took most of the time; 200 unless told. */
  limit?: number;
}

interface Row extends Omit<QueryStatistics, 'meanMs' | 'p50Ms' | 'p95Ms' | 'p99Ms'> {
  buckets: number[];
  counts: number[];
}

/** Each statement on each server, what took most time first. */
export async function findQueryStatistics(handle: Handle, filter: QueryStatisticsFilter): Promise<QueryStatistics[]> {
  const rows = await handle.query<Row>(
    'query_statistics',
    `WITH chosen AS (
       SELECT * FROM query_statistics
       WHERE hour > now() - make_interval(hours => $1) AND ($2::text IS NULL OR release = $2)
     ), totals AS (
       SELECT query, server, array_agg(DISTINCT service ORDER BY service) AS services, sum(calls)::float8 AS calls,
         sum(total_ms) AS total_ms, max(max_ms) AS max_ms, sum(slow)::float8 AS slow,
         sum(repeated_requests)::float8 AS repeated_requests, max(most_repeats) AS most_repeats
       FROM chosen GROUP BY query, server ORDER BY sum(total_ms) DESC LIMIT $3
     ), counts AS (
       SELECT c.query, c.server, b.bucket, sum(b.count)::float8 AS count
       FROM chosen c JOIN totals t ON t.query = c.query AND t.server = c.server,
         unnest(c.buckets) WITH ORDINALITY AS b (count, bucket)
       WHERE b.count > 0 GROUP BY c.query, c.server, b.bucket
     ), histograms AS (
       SELECT query, server, array_agg(bucket::int - 1) AS buckets, array_agg(count) AS counts FROM counts GROUP BY query, server
     )
     SELECT query, server, services, calls, total_ms AS "totalMs", max_ms AS "maxMs", slow,
       repeated_requests AS "repeatedRequests", most_repeats AS "mostRepeats", buckets, counts
     FROM totals JOIN histograms USING (query, server) ORDER BY total_ms DESC`,
    [filter.hours, filter.release ?? null, filter.limit ?? 200],
  );
  return rows.map(({ buckets, counts, ...row }) => {
    const histogram = histogramOf(buckets, counts);
    const at = (share: number) => quantile(histogram, share, row.maxMs);
    return { ...row, meanMs: row.totalMs / row.calls, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
  });
}

/** Numbers of buckets, and what each holds. */
export function histogramOf(buckets: readonly number[], counts: readonly number[]): Map<number, number> {
  return new Map(buckets.map((bucket, index) => [bucket, counts[index]!]));
}
