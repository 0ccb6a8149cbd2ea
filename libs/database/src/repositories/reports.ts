import type { Handle } from '../handle.js';

export const REPORT_KINDS = ['week'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A report that lies in object storage. */
export interface ReportRecord {
  id: string;
  kind: ReportKind;
  /** Both included, `YYYY-MM-DD`. */
  firstDay: string;
  lastDay: string;
  /** In the bucket `exports`. */
  key: string;
  /** Bytes. */
  size: number;
  createdAt: Date;
}

const REPORT = `id, kind, to_char(first_day, 'YYYY-MM-DD') AS "firstDay", to_char(last_day, 'YYYY-MM-DD') AS "lastDay", key, size,
  created_at AS "createdAt"`;

/** Notes a report; one of the same days that was written before is replaced. */
export async function putReport(handle: Handle, report: Omit<ReportRecord, 'id' | 'createdAt'>): Promise<void> {
  await handle.query(
    'report_put',
    `INSERT INTO reports (kind, first_day, last_day, key, size) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (kind, first_day) DO UPDATE SET last_day = excluded.last_day, key = excluded.key, size = excluded.size, created_at = now()`,
    [report.kind, report.firstDay, report.lastDay, report.key, report.size],
  );
}

/** The latest first; `before` is the last id of the page before. */
export async function listReports(
  handle: Handle,
  page: { before: string | null; limit: number },
): Promise<ReportRecord[]> {
  return handle.query(
    'report_list',
    `SELECT ${REPORT} FROM reports WHERE ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
    [page.before, page.limit],
  );
}

export async function findReport(handle: Handle, id: string): Promise<ReportRecord | null> {
  const [row] = await handle.query<ReportRecord>('report_find', `SELECT ${REPORT} FROM reports WHERE id = $1`, [id]);
  return row ?? null;
}

/** Reports that have served their time, after two years. */
export async function oldReports(handle: Handle, limit: number): Promise<Pick<ReportRecord, 'id' | 'key'>[]> {
  return handle.query(
    'report_old',
    `SELECT id, key FROM reports WHERE last_day < current_date - 730 ORDER BY id LIMIT $1`,
    [limit],
  );
}

export async function deleteReport(handle: Handle, id: string): Promise<void> {
  await handle.query('report_delete', 'DELETE FROM reports WHERE id = $1', [id]);
}
