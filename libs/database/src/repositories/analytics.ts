import type { Handle } from '../handle.js';

export type ViewKind = 'page' | 'json' | 'link' | 'download';

/** One look at a CV by somebody who is not named. */
export interface ViewEvent {
  at: Date;
  ownerId: string;
  cvId: string;
  kind: ViewKind;
  /** Host of the page that led there, or null. */
  source: string | null;
  /** Tells visitors of one CV and one day apart, and nothing else. */
  visitor: Buffer;
}

/** Stores what was seen of CVs that are still there. */
export async function insertViews(handle: Handle, events: readonly ViewEvent[]): Promise<void> {
  await handle.query(
    'view_insert',
    `INSERT INTO view_events (at, owner_id, cv_id, kind, source, visitor)
     SELECT e.at, c.user_id, c.id, e.kind, e.source, e.visitor
     FROM unnest($1::timestamptz[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bytea[])
       AS e (at, owner_id, cv_id, kind, source, visitor)
     JOIN cvs c ON c.user_id = e.owner_id AND c.id = e.cv_id`,
    [
      events.map(({ at }) => at),
      events.map(({ ownerId }) => ownerId),
      events.map(({ cvId }) => cvId),
      events.map(({ kind }) => kind),
      events.map(({ source }) => source),
      events.map(({ visitor }) => visitor),
    ],
  );
}

/** A span of days in UTC, both included, as `YYYY-MM-DD`. */
export interface DayRange {
  from: string;
  to: string;
}

export interface DayOfViews {
  date: string;
  views: number;
  unique: number;
  downloads: number;
  sources: Record<string, number>;
}

/** Days of which nothing is known are not among them. Sources without a host count as `direct`. */
export async function viewsByDay(
  handle: Handle,
  ownerId: string,
  cvId: string,
  range: DayRange,
): Promise<DayOfViews[]> {
  return handle.query<DayOfViews>(
    'view_days',
    `WITH seen AS (
       SELECT (at AT TIME ZONE 'UTC')::date AS day, kind, coalesce(source, 'direct') AS source, visitor
       FROM view_events
       WHERE owner_id = $1 AND cv_id = $2
         AND at >= ($3::date)::timestamp AT TIME ZONE 'UTC' AND at < ($4::date + 1)::timestamp AT TIME ZONE 'UTC'
     ), totals AS (
       SELECT day, count(*) FILTER (WHERE kind <> 'download')::int AS views, count(DISTINCT visitor)::int AS "unique",
         count(*) FILTER (WHERE kind = 'download')::int AS downloads
       FROM seen GROUP BY day
     ), sources AS (
       SELECT day, json_object_agg(source, times ORDER BY times DESC, source) AS sources
       FROM (SELECT day, source, count(*)::int AS times FROM seen GROUP BY day, source) s GROUP BY day
     )
     SELECT to_char(t.day, 'YYYY-MM-DD') AS date, t.views, t."unique", t.downloads, s.sources
     FROM totals t JOIN sources s ON s.day = t.day ORDER BY t.day`,
    [ownerId, cvId, range.from, range.to],
  );
}

/** What happened on one day, gathered by one process. */
export interface DayOfUse {
  /** `YYYY-MM-DD` */
  day: string;
  /** People who made a request. */
  userIds: readonly string[];
  /** Renders asked for, by template. */
  templates: ReadonlyMap<string, number>;
}

export async function recordUse(handle: Handle, { day, userIds, templates }: DayOfUse): Promise<void> {
  // In the order of their ids, so that two instances cannot wait for each other.
  const people = [...userIds].sort();
  if (people.length > 0) {
    await handle.query(
      'activity_insert',
      `INSERT INTO daily_activity (day, user_id) SELECT $1, u.id FROM users u WHERE u.id = ANY($2::uuid[]) ORDER BY u.id
       ON CONFLICT DO NOTHING`,
      [day, people],
    );
  }
  const names = [...templates.keys()].sort();
  if (names.length > 0) {
    await handle.query(
      'template_use_add',
      `INSERT INTO daily_template_use (day, template, uses)
       SELECT $1, t.template, t.uses FROM unnest($2::text[], $3::int[]) AS t (template, uses) ORDER BY t.template
       ON CONFLICT (day, template) DO UPDATE SET uses = daily_template_use.uses + excluded.uses`,
      [day, names, names.map((name) => templates.get(name))],
    );
  }
}

export interface Kpis {
  activeUsers: number;
  registrations: number;
  uploads: number;
  shares: number;
  /** Changes of plan from free to premium, and back. */
  upgrades: number;
  downgrades: number;
  templates: Record<string, number>;
}

export type DayOfKpis = Omit<Kpis, 'templates' | 'downgrades'> & { date: string };

export async function findKpis(handle: Handle, range: DayRange): Promise<Kpis> {
  const [row] = await handle.query<Kpis>(
    'kpi_totals',
    `WITH span AS (SELECT $1::date AS first, $2::date AS last,
       ($1::date)::timestamp AT TIME ZONE 'UTC' AS since, ($2::date + 1)::timestamp AT TIME ZONE 'UTC' AS until)
     SELECT
       (SELECT count(DISTINCT user_id)::int FROM daily_activity, span WHERE day BETWEEN first AND last) AS "activeUsers",
       (SELECT count(*)::int FROM users, span WHERE created_at >= since AND created_at < until) AS registrations,
       (SELECT count(*)::int FROM files, span WHERE created_at >= since AND created_at < until) AS uploads,
       (SELECT count(*)::int FROM shares, span WHERE created_at >= since AND created_at < until) AS shares,
       (SELECT count(*)::int FROM plan_changes, span WHERE at >= since AND at < until AND new_plan = 'premium') AS upgrades,
       (SELECT count(*)::int FROM plan_changes, span WHERE at >= since AND at < until AND new_plan = 'free') AS downgrades,
       (SELECT coalesce(json_object_agg(template, uses ORDER BY uses DESC, template), '{}') FROM (
          SELECT template, sum(uses)::int AS uses FROM daily_template_use, span WHERE day BETWEEN first AND last GROUP BY template
        ) t) AS templates`,
    [range.from, range.to],
  );
  return row!;
}

/** Every day of the range. */
export async function findDailyKpis(handle: Handle, range: DayRange): Promise<DayOfKpis[]> {
  const count = (table: string, column: string, condition = 'true') =>
    `(SELECT count(*)::int FROM ${table} WHERE ${column} >= since AND ${column} < until AND ${condition})`;
  return handle.query<DayOfKpis>(
    'kpi_days',
    `SELECT to_char(day, 'YYYY-MM-DD') AS date,
       (SELECT count(*)::int FROM daily_activity a WHERE a.day = d.day) AS "activeUsers",
       ${count('users', 'created_at')} AS registrations, ${count('files', 'created_at')} AS uploads,
       ${count('shares', 'created_at')} AS shares, ${count('plan_changes', 'at', "new_plan = 'premium'")} AS upgrades
     FROM (SELECT day::date AS day, day AT TIME ZONE 'UTC' AS since, (day + interval '1 day') AT TIME ZONE 'UTC' AS until
           FROM generate_series($1::date::timestamp, $2::date::timestamp, interval '1 day') AS day) d
     ORDER BY day`,
    [range.from, range.to],
  );
}
