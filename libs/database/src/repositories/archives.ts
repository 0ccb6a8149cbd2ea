import type { Handle } from '../handle.js';
import type { EventTable } from './partitions.js';

/** A month of events, as a partition. */
export interface EventMonth {
  table: EventTable;
  /** Of the partition. */
  name: string;
  first: Date;
  /** Exclusive. */
  until: Date;
}

/** Where a month of events went. */
export interface ArchiveRecord {
  table: EventTable;
  first: Date;
  until: Date;
  /** In the bucket `archives`. */
  key: string;
  rows: number;
  /** Bytes, compressed. */
  size: number;
  /** Hexadecimal, of the compressed bytes. */
  sha256: string;
}

/** Months that ended at least `months` full months before this one, the oldest first. */
export async function oldMonths(handle: Handle, table: EventTable, months: number): Promise<EventMonth[]> {
  return handle.query(
    'archive_months',
    `SELECT $1 AS "table", name, first, until FROM (
       SELECT c.relname AS name, substring(bound FROM 'FROM \\(''([^'']+)''\\)')::timestamptz AS first,
         substring(bound FROM 'TO \\(''([^'']+)''\\)')::timestamptz AS until
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid, pg_get_expr(c.relpartbound, c.oid) AS bound
       WHERE i.inhparent = to_regclass(quote_ident($1))
     ) partitions
     WHERE until <= (date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => $2)) AT TIME ZONE 'UTC'
     ORDER BY first`,
    [table, months],
  );
}

/** Rows that are in memory at once. */
const PAGE = 5_000;

/** Every row of a month as a line of JSON, as they were at one moment. To be read within the transaction of `handle`. */
export async function* readMonth(handle: Handle, month: EventMonth): AsyncGenerator<string[]> {
  const plain = { prepare: false };
  await handle.query(
    'archive_open',
    `DECLARE archived NO SCROLL CURSOR FOR SELECT to_jsonb(e)::text AS line FROM ${quoted(month.name)} e`,
    [],
    plain,
  );
  for (;;) {
    const rows = await handle.query<{ line: string }>('archive_fetch', `FETCH ${PAGE} FROM archived`, [], plain);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < PAGE) break;
  }
  await handle.query('archive_close', 'CLOSE archived', [], plain);
}

/** The longest that one statement on a whole month may take, in milliseconds: those of requests have much less. */
const MONTH_MS = 30 * 60_000;

/**
 * Writes down what has to be known of a month when it is dropped. Beforehand, so that nobody waits for it; statistics take it
 * into account when the month is.
 */
export async function keepFigures(handle: Handle, month: EventMonth): Promise<void> {
  await handle.query('archive_timeout', `SELECT set_config('statement_timeout', $1, true)`, [String(MONTH_MS)]);
  await KEPT[month.table]?.(handle, month);
}

/**
 * Drops a month that lies in an archive. False, and nothing is done, if its rows are not
 * as many as were archived: some went with their CV meanwhile, and the archive has to be made again.
 */
export async function sealMonth(handle: Handle, month: EventMonth, archive: ArchiveRecord): Promise<boolean> {
  await handle.query('archive_timeout', `SELECT set_config('statement_timeout', $1, true)`, [String(MONTH_MS)]);
  // No row comes or goes from here to the end of the transaction. Rows of events are never changed, so a number tells.
  await handle.query('archive_lock', `LOCK TABLE ${quoted(month.name)} IN SHARE MODE`, [], { prepare: false });
  const [{ rows } = { rows: -1 }] = await handle.query<{ rows: number }>(
    'archive_count',
    `SELECT count(*)::float8 AS rows FROM ${quoted(month.name)}`,
    [],
    { prepare: false },
  );
  if (rows !== archive.rows) return false;
  await handle.query(
    'archive_put',
    `INSERT INTO archives (source, first, until, key, rows, size, sha256) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (source, first) DO UPDATE SET key = excluded.key, removed_at = NULL, rows = excluded.rows, size = excluded.size, sha256 = excluded.sha256`,
    [archive.table, archive.first, archive.until, archive.key, archive.rows, archive.size, archive.sha256],
  );
  await handle.query('archive_drop', 'SELECT drop_partition($1, $2)', [month.table, month.name]);
  return true;
}

/** What that is, where there is something. */
const KEPT: Partial<Record<EventTable, (handle: Handle, month: EventMonth) => Promise<void>>> = {
  view_events: keepViewDays,
};

async function keepViewDays(handle: Handle, month: EventMonth): Promise<void> {
  await handle.query(
    'archive_view_days',
    `WITH seen AS (
       SELECT owner_id, cv_id, (at AT TIME ZONE 'UTC')::date AS day, kind, coalesce(source, 'direct') AS source, visitor
       FROM ${quoted(month.name)}
     ), totals AS (
       SELECT owner_id, cv_id, day, count(*) FILTER (WHERE kind <> 'download') AS views, count(DISTINCT visitor) AS visitors,
         count(*) FILTER (WHERE kind = 'download') AS downloads
       FROM seen GROUP BY owner_id, cv_id, day
     ), sources AS (
       SELECT owner_id, cv_id, day, jsonb_object_agg(source, times) AS sources
       FROM (SELECT owner_id, cv_id, day, source, count(*)::int AS times FROM seen GROUP BY owner_id, cv_id, day, source) s
       GROUP BY owner_id, cv_id, day
     )
     INSERT INTO cv_view_days (owner_id, cv_id, day, views, visitors, downloads, sources)
     SELECT owner_id, cv_id, day, views, visitors, downloads, sources FROM totals JOIN sources USING (owner_id, cv_id, day)
     ON CONFLICT (owner_id, cv_id, day) DO UPDATE
       SET views = excluded.views, visitors = excluded.visitors, downloads = excluded.downloads, sources = excluded.sources`,
    [],
    { prepare: false },
  );
}

/** Archives whose last event is over so many months old. */
export async function oldArchives(handle: Handle, months: number): Promise<{ id: string; key: string }[]> {
  return handle.query(
    'archive_old',
    'SELECT id, key FROM archives WHERE removed_at IS NULL AND until < now() - make_interval(months => $1) ORDER BY until',
    [months],
  );
}

/** Its row stays: it says up to where events have been archived. */
export async function noteArchiveRemoved(handle: Handle, id: string): Promise<void> {
  await handle.query('archive_removed', 'UPDATE archives SET removed_at = now() WHERE id = $1', [id]);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
