import type { Handle } from '../handle.js';
import { quantile } from './histogram.js';
import { histogramOf } from './query-statistics.js';

/** A statement that takes longer than in the release before. */
export interface Regression {
  query: string;
  release: string;
  previousRelease: string;
  calls: number;
  previousCalls: number;
  p95Ms: number;
  previousP95Ms: number;
  /** `p95Ms` as a multiple of `previousP95Ms`. */
  ratio: number;
}

/** The hours of each release that are compared: its last ones. */
const HOURS = 24;
/** Calls that each release must have had, or a few slow ones would be its 95th percentile. */
const ENOUGH_CALLS = 200;
/** From here on it is worse: half as much again, and by more than the noise of a busy server. */
const WORSE_RATIO = 1.5;
const WORSE_MS = 2;

interface Row {
  query: string;
  release: string;
  calls: number;
  maxMs: number;
  buckets: number[];
  counts: number[];
}

/**
 * Statements of the newest release that runs, or of the given one, that are slower than in the release before it. The worst
 * come first.
 */
export async function findRegressions(handle: Handle, { release }: { release?: string } = {}): Promise<Regression[]> {
  const [pair] = await handle.query<{ current: string; previous: string }>(
    'query_releases',
    `SELECT c.release AS current, p.release AS previous
     FROM (SELECT * FROM query_releases
       WHERE release = $1 OR $1::text IS NULL AND last_at > (SELECT max(last_at) FROM query_releases) - interval '1 hour'
       ORDER BY first_at DESC LIMIT 1) c
     JOIN LATERAL (SELECT * FROM query_releases WHERE first_at < c.first_at ORDER BY last_at DESC LIMIT 1) p ON true`,
    [release ?? null],
  );
  if (!pair) return [];
  const current = await timesOf(handle, pair.current);
  const previous = new Map((await timesOf(handle, pair.previous)).map((row) => [row.query, row]));
  return current
    .flatMap((now) => {
      const before = previous.get(now.query);
      return before ? compare(now, before) : [];
    })
    .sort((a, b) => b.ratio - a.ratio);
}

function compare(now: Row, before: Row): Regression[] {
  if (now.calls < ENOUGH_CALLS || before.calls < ENOUGH_CALLS) return [];
  const [p95Ms, previousP95Ms] = [p95(now), p95(before)];
  if (p95Ms <= previousP95Ms * WORSE_RATIO || p95Ms - previousP95Ms <= WORSE_MS) return [];
  return [
    {
      query: now.query,
      release: now.release,
      previousRelease: before.release,
      calls: now.calls,
      previousCalls: before.calls,
      p95Ms,
      previousP95Ms,
      ratio: p95Ms / previousP95Ms,
    },
  ];
}

function p95({ buckets, counts, maxMs }: Row): number {
  return quantile(histogramOf(buckets, counts), 0.95, maxMs);
}

/** Each statement of a release in its last hours, on whatever server. */
async function timesOf(handle: Handle, release: string): Promise<Row[]> {
  return handle.query<Row>(
    'query_release_times',
    `WITH chosen AS (
       SELECT s.* FROM query_statistics s JOIN query_releases r ON r.release = s.release
       WHERE s.release = $1 AND s.hour > r.last_at - make_interval(hours => $2) AND s.hour <= r.last_at
     ), counts AS (
       SELECT query, bucket, sum(b.count)::float8 AS count
       FROM chosen, unnest(buckets) WITH ORDINALITY AS b (count, bucket) WHERE b.count > 0 GROUP BY query, bucket
     ), histograms AS (
       SELECT query, array_agg(bucket::int - 1) AS buckets, array_agg(count) AS counts FROM counts GROUP BY query
     )
     SELECT query, $1::text AS release, sum(calls)::float8 AS calls, max(max_ms) AS "maxMs", h.buckets, h.counts
     FROM chosen JOIN histograms h USING (query) GROUP BY query, h.buckets, h.counts`,
    [release, HOURS],
  );
}
