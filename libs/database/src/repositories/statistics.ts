import type { Handle } from '../handle.js';

/** The longest that a refresh may take, in milliseconds: other statements have much less. */
const REFRESH_MS = 30 * 60_000;

/** What the statistics have after a refresh: days of CVs that were looked at, and days of the platform. */
export interface RefreshedStatistics {
  cvDays: number;
  businessDays: number;
}

/**
 * Brings the materialised views up to date for all days that are over; whoever reads them meanwhile reads the old ones. To be
 * run in a transaction of its own.
 */
export async function refreshStatistics(handle: Handle): Promise<RefreshedStatistics> {
  await handle.query('statistics_timeout', `SELECT set_config('statement_timeout', $1, true)`, [String(REFRESH_MS)]);
  await handle.query('statistics_refresh', 'SELECT refresh_statistics()');
  const [row] = await handle.query<RefreshedStatistics>(
    'statistics_count',
    `SELECT (SELECT count(*)::int FROM cv_statistics) AS "cvDays", (SELECT count(*)::int FROM business_statistics) AS "businessDays"`,
  );
  return row!;
}

/** Views and downloads of all CVs in a span of days that are over, `YYYY-MM-DD`, both included. */
export async function sumViews(
  handle: Handle,
  range: { from: string; to: string },
): Promise<{ views: number; downloads: number; cvs: number }> {
  const [row] = await handle.query<{ views: number; downloads: number; cvs: number }>(
    'statistics_views',
    `SELECT coalesce(sum(views), 0)::int AS views, coalesce(sum(downloads), 0)::int AS downloads, count(DISTINCT cv_id)::int AS cvs
     FROM cv_statistics WHERE day BETWEEN $1 AND $2`,
    [range.from, range.to],
  );
  return row!;
}
