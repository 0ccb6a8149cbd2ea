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

/**
 * Days of which nothing is known are not among them. Sources without a host count as `direct`. Past days come from the
 * statistics, those since their last refresh from the events themselves.
 */
export async function viewsByDay(
  handle: Handle,
  ownerId: string,
  cvId: string,
  range: DayRange,
): Promise<DayOfViews[]> {
  return handle.query<DayOfViews>(
    'view_days',
    `WITH known AS (SELECT until FROM statistics_refreshes WHERE name = 'cv_statistics'
     ), seen AS (
       SELECT (at AT TIME ZONE 'UTC')::date AS day, kind, coalesce(source, 'direct') AS source, visitor
       FROM view_events
       WHERE owner_id = $1 AND cv_id = $2
         AND at >= greatest($3::date, (SELECT until FROM known))::timestamp AT TIME ZONE 'UTC'
         AND at < ($4::date + 1)::timestamp AT TIME ZONE 'UTC'
     ), totals AS (
       SELECT day, count(*) FILTER (WHERE kind <> 'download')::int AS views, count(DISTINCT visitor)::int AS visitors,
         count(*) FILTER (WHERE kind = 'download')::int AS downloads
       FROM seen GROUP BY day
     ), sources AS (
       SELECT day, jsonb_object_agg(source, times) AS sources
       FROM (SELECT day, source, count(*)::int AS times FROM seen GROUP BY day, source) s GROUP BY day
     ), days AS (
       SELECT t.day, t.views, t.visitors, t.downloads, s.sources FROM totals t JOIN sources s ON s.day = t.day
       UNION ALL
       SELECT day, views, visitors, downloads, sources FROM cv_statistics
       WHERE owner_id = $1 AND cv_id = $2 AND day BETWEEN $3 AND $4 AND day < (SELECT until FROM known)
     )
     SELECT to_char(day, 'YYYY-MM-DD') AS date, views, visitors AS "unique", downloads,
       (SELECT json_object_agg(key, value ORDER BY value::int DESC, key) FROM jsonb_each(sources)) AS sources
     FROM days ORDER BY day`,
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

const SUMS = ['registrations', 'uploads', 'shares', 'upgrades', 'downgrades'] as const;
/** Where each figure is counted for days that the statistics do not have yet. */
const LIVE: Readonly<Record<(typeof SUMS)[number], { table: string; column: string; condition?: string }>> = {
  registrations: { table: 'users', column: 'created_at' },
  uploads: { table: 'files', column: 'created_at' },
  shares: { table: 'shares', column: 'created_at' },
  upgrades: { table: 'plan_changes', column: 'at', condition: "new_plan = 'premium'" },
  downgrades: { table: 'plan_changes', column: 'at', condition: "new_plan = 'free'" },
};

const liveCount = (figure: (typeof SUMS)[number]) => {
  const { table, column, condition = 'true' } = LIVE[figure];
  return `(SELECT count(*)::int FROM ${table} WHERE ${column} >= since AND ${column} < upto AND ${condition})`;
};

const KNOWN = `SELECT until FROM statistics_refreshes WHERE name = 'business_statistics'`;

export async function findKpis(handle: Handle, range: DayRange): Promise<Kpis> {
  const [row] = await handle.query<Kpis>(
    'kpi_totals',
    `WITH known AS (${KNOWN}), live AS (
       SELECT greatest($1::date, until)::timestamp AT TIME ZONE 'UTC' AS since, ($2::date + 1)::timestamp AT TIME ZONE 'UTC' AS upto
       FROM known
     ), past AS (
       SELECT ${SUMS.map((figure) => `coalesce(sum(${figure}), 0)::int AS ${figure}`).join(', ')}
       FROM business_statistics WHERE day BETWEEN $1 AND $2 AND day < (SELECT until FROM known)
     )
     SELECT (SELECT count(DISTINCT user_id)::int FROM daily_activity WHERE day BETWEEN $1 AND $2) AS "activeUsers",
       ${SUMS.map((figure) => `past.${figure} + ${liveCount(figure)} AS ${figure}`).join(', ')},
       (SELECT coalesce(json_object_agg(template, uses ORDER BY uses DESC, template), '{}') FROM (
          SELECT template, sum(uses)::int AS uses FROM daily_template_use WHERE day BETWEEN $1 AND $2 GROUP BY template
        ) t) AS templates
     FROM past, live`,
    [range.from, range.to],
  );
  return row!;
}

/** Every day of the range. */
export async function findDailyKpis(handle: Handle, range: DayRange): Promise<DayOfKpis[]> {
  const figure = (name: Exclude<(typeof SUMS)[number], 'downgrades'>) =>
    `CASE WHEN d.day < until THEN coalesce(b.${name}, 0) ELSE ${liveCount(name)} END AS ${name}`;
  return handle.query<DayOfKpis>(
    'kpi_days',
    `SELECT to_char(d.day, 'YYYY-MM-DD') AS date,
       CASE WHEN d.day < until THEN coalesce(b.active_users, 0)
         ELSE (SELECT count(*)::int FROM daily_activity a WHERE a.day = d.day) END AS "activeUsers",
       ${figure('registrations')}, ${figure('uploads')}, ${figure('shares')}, ${figure('upgrades')}
     FROM (SELECT day::date AS day, day AT TIME ZONE 'UTC' AS since, (day + interval '1 day') AT TIME ZONE 'UTC' AS upto
           FROM generate_series($1::date::timestamp, $2::date::timestamp, interval '1 day') AS day) d
     CROSS JOIN (${KNOWN}) known LEFT JOIN business_statistics b ON b.day = d.day
     ORDER BY d.day`,
    [range.from, range.to],
  );
}
