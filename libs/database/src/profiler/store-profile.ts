import type { Identity } from '@discover/telemetry';

import type { Handle } from '../handle.js';
import type { StatementFigures } from './statement-profile.js';

/** Slow runs that one process stores at once: in a crisis everything is slow, and the slowest tell enough. */
const MOST_RUNS = 100;

/** Adds what one process saw to what is known of this hour. */
export async function storeProfile(
  handle: Handle,
  { service, release }: Identity,
  figures: readonly StatementFigures[],
): Promise<void> {
  await handle.query(
    'query_statistics_add',
    `INSERT INTO query_statistics AS kept
       (hour, release, service, query, server, calls, slow, total_ms, max_ms, repeated_requests, most_repeats, buckets)
     SELECT date_trunc('hour', now(), 'UTC'), $1, $2, query, server, calls, slow, "totalMs", "maxMs", "repeatedRequests", "mostRepeats", buckets
     FROM json_to_recordset($3::json) AS new (query text, server text, calls bigint, slow bigint, "totalMs" double precision,
       "maxMs" double precision, "repeatedRequests" bigint, "mostRepeats" integer, buckets bigint[])
     ORDER BY query, server
     ON CONFLICT (hour, release, service, query, server) DO UPDATE SET
       calls = kept.calls + excluded.calls, slow = kept.slow + excluded.slow, total_ms = kept.total_ms + excluded.total_ms,
       max_ms = greatest(kept.max_ms, excluded.max_ms),
       repeated_requests = kept.repeated_requests + excluded.repeated_requests,
       most_repeats = greatest(kept.most_repeats, excluded.most_repeats),
       buckets = ARRAY(SELECT coalesce(a, 0) + coalesce(b, 0)
         FROM unnest(kept.buckets, excluded.buckets) WITH ORDINALITY AS pair (a, b, bucket) ORDER BY bucket)`,
    // In one order, so that two processes cannot wait for each other.
    [release, service, JSON.stringify(figures.map(({ text: _text, runs: _runs, ...rest }) => rest))],
  );
  const slow = figures.filter(({ runs }) => runs.length > 0);
  if (slow.length > 0) await storeSlow(handle, { service, release }, slow);
  // The last, since every process of the release waits for this row.
  await handle.query(
    'query_release_seen',
    `INSERT INTO query_releases (release) VALUES ($1) ON CONFLICT (release) DO UPDATE SET last_at = now()`,
    [release],
  );
}

async function storeSlow(handle: Handle, { service, release }: Identity, figures: readonly StatementFigures[]) {
  const texts = new Map(figures.map(({ query, text }) => [query, text]));
  const runs = figures
    .flatMap(({ query, server, runs }) => runs.map((run) => ({ ...run, query, server })))
    .sort((a, b) => b.durationMs - a.durationMs)
    .slice(0, MOST_RUNS);
  await handle.query(
    'slow_statement_seen',
    `INSERT INTO slow_statements (query, release, text)
     SELECT query, $1, text FROM json_to_recordset($2::json) AS new (query text, text text) ORDER BY query
     ON CONFLICT (query, release) DO UPDATE SET text = excluded.text, last_at = now()`,
    [release, JSON.stringify([...texts].map(([query, text]) => ({ query, text })))],
  );
  await handle.query(
    'slow_query_add',
    `INSERT INTO slow_queries (at, query, release, service, server, duration_ms, rows, waited, sqlstate, request_id)
     SELECT to_timestamp(at / 1000), query, $1, $2, server, "durationMs", rows, waited, sqlstate, "requestId"
     FROM json_to_recordset($3::json) AS new (at double precision, query text, server text, "durationMs" double precision,
       rows integer, waited boolean, sqlstate text, "requestId" text)`,
    [release, service, JSON.stringify(runs)],
  );
}
