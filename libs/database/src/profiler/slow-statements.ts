import type { Handle } from '../handle.js';
import type { SeenRuns } from './advise.js';
import type { Advice } from './advice.js';
import type { PlanNode } from './plan.js';

/** A slow statement that is to be looked at. */
export interface SlowStatement {
  query: string;
  release: string;
  text: string | null;
  seen: SeenRuns;
}

/** Those that were slow since they were last looked at, the longest waiting first. */
export async function findStatementsToPlan(handle: Handle, limit: number): Promise<SlowStatement[]> {
  return handle.query<SlowStatement>(
    'slow_statement_due',
    `SELECT s.query, s.release, s.text, json_build_object('rows', coalesce(max(q.rows), 0), 'runs', count(q.*),
       'waited', count(*) FILTER (WHERE q.waited), 'timedOut', count(*) FILTER (WHERE q.sqlstate = '57014')) AS seen
     FROM slow_statements s LEFT JOIN slow_queries q
       ON q.query = s.query AND q.release = s.release AND q.at > now() - interval '1 day'
     WHERE s.last_at > coalesce(s.planned_at, '-infinity')
     GROUP BY s.query, s.release ORDER BY s.planned_at NULLS FIRST LIMIT $1`,
    [limit],
  );
}

export interface PlannedStatement {
  query: string;
  release: string;
  plan: PlanNode | null;
  /** SQLSTATE of why it could not be planned. */
  planError: string | null;
  advice: Advice[];
}

export async function storePlan(handle: Handle, planned: PlannedStatement): Promise<void> {
  const { query, release, plan, planError, advice } = planned;
  await handle.query(
    'slow_statement_planned',
    `UPDATE slow_statements SET plan = $3::json, plan_error = $4, advice = $5::json, planned_at = now()
     WHERE query = $1 AND release = $2`,
    [query, release, plan && JSON.stringify(plan), planError, JSON.stringify(advice)],
  );
}

/**
 * Removes what is older than so many days, at most `limit` rows of each kind; answers how many. A release is forgotten with
 * its last hour.
 */
export async function purgeProfiles(handle: Handle, days: number, limit: number): Promise<number> {
  const [row] = await handle.query<{ removed: number }>(
    'query_statistics_purge',
    `WITH border AS (SELECT now() - make_interval(days => $1) AS at),
     statistics AS (
       DELETE FROM query_statistics WHERE ctid = ANY (ARRAY(
         SELECT s.ctid FROM query_statistics s, border WHERE s.hour < border.at LIMIT $2)) RETURNING 1
     ), runs AS (
       DELETE FROM slow_queries WHERE id IN (SELECT q.id FROM slow_queries q, border WHERE q.at < border.at LIMIT $2) RETURNING 1
     ), statements AS (
       DELETE FROM slow_statements USING border WHERE last_at < border.at RETURNING 1
     ), releases AS (
       DELETE FROM query_releases USING border WHERE last_at < border.at RETURNING 1
     )
     SELECT (SELECT count(*) FROM statistics)::int + (SELECT count(*) FROM runs)::int AS removed`,
    [days, limit],
  );
  return row!.removed;
}
