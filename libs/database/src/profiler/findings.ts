import type { Handle } from '../handle.js';
import type { Finding, FindingCode } from './advice.js';

export const FINDING_CODES = [
  'regression',
  'repeated',
  'unused_index',
  'slow_statement',
] as const satisfies FindingCode[];

/** A finding that still holds, since when, and when that was last seen to. */
export type KnownFinding = Finding & { firstAt: Date; lastAt: Date };

/** An index that nobody has used for a day may be that of a weekly report. */
const UNUSED_DAYS = 7;

/** Makes the findings of this kind those of the list: new ones begin now, those that hold go on, others end. */
export async function storeFindings(
  handle: Handle,
  code: FindingCode,
  findings: readonly Pick<Finding, 'subject' | 'details'>[],
): Promise<void> {
  await handle.query(
    'finding_store',
    `INSERT INTO performance_findings (code, subject, details)
     SELECT $1, subject, details FROM json_to_recordset($2::json) AS new (subject text, details json) ORDER BY subject
     ON CONFLICT (code, subject) DO UPDATE SET details = excluded.details, last_at = now()`,
    [code, JSON.stringify(findings)],
  );
  await handle.query(
    'finding_end',
    'DELETE FROM performance_findings WHERE code = $1 AND NOT subject = ANY ($2::text[])',
    [code, findings.map(({ subject }) => subject)],
  );
}

/** What the last analysis found, the newest first. */
export async function findFindings(handle: Handle): Promise<KnownFinding[]> {
  return handle.query<KnownFinding>(
    'finding_list',
    `SELECT code, subject, details, first_at AS "firstAt", last_at AS "lastAt" FROM performance_findings
     WHERE code <> 'unused_index' OR first_at < now() - make_interval(days => $1) ORDER BY first_at DESC, code, subject`,
    [UNUSED_DAYS],
  );
}

export async function countFindings(handle: Handle): Promise<Record<FindingCode, number>> {
  const rows = await handle.query<{ code: FindingCode; count: number }>(
    'finding_count',
    `SELECT code, count(*)::int AS count FROM performance_findings
     WHERE code <> 'unused_index' OR first_at < now() - make_interval(days => $1) GROUP BY code`,
    [UNUSED_DAYS],
  );
  const counts = new Map(rows.map(({ code, count }) => [code, count]));
  return Object.fromEntries(FINDING_CODES.map((code) => [code, counts.get(code) ?? 0])) as Record<FindingCode, number>;
}

export interface UnusedIndex {
  index: string;
  table: string;
  bytes: number;
}

/** Smaller ones cost little. */
const INDEX_BYTES = 1_000_000;

/**
 * Indexes that this server has not used since its figures were last put to zero, that of a partitioned table with all its
 * parts; without those that keep values unique, or are looked into when what they refer to is deleted. A replica has figures of its own, and reads are mostly its.
 */
export async function findUnusedIndexes(handle: Handle): Promise<UnusedIndex[]> {
  return handle.query<UnusedIndex>(
    'health_unused_indexes',
    `WITH RECURSIVE member AS (
       SELECT oid AS root, oid FROM pg_class WHERE relkind IN ('i', 'I') AND NOT relispartition AND relnamespace = 'public'::regnamespace
       UNION ALL
       SELECT m.root, i.inhrelid FROM member m JOIN pg_inherits i ON i.inhparent = m.oid
     )
     SELECT m.root::regclass::text AS index, x.indrelid::regclass::text AS table, sum(pg_relation_size(m.oid))::float8 AS bytes
     FROM member m JOIN pg_index x ON x.indexrelid = m.root LEFT JOIN pg_stat_user_indexes s ON s.indexrelid = m.oid
     WHERE NOT x.indisunique AND NOT EXISTS (
       SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = x.indrelid AND f.conkey[1] = x.indkey[0])
     GROUP BY m.root, x.indrelid HAVING coalesce(sum(s.idx_scan), 0) = 0 AND sum(pg_relation_size(m.oid)) >= $1
     ORDER BY bytes DESC`,
    [INDEX_BYTES],
  );
}
