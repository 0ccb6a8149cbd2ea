import type { Handle } from '../handle.js';

/** What we read of a node of `EXPLAIN (FORMAT JSON)`. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Alias?: string;
  Strategy?: string;
  Filter?: string;
  'Index Cond'?: string;
  'Recheck Cond'?: string;
  'Plan Rows'?: number;
  'Plan Width'?: number;
  Plans?: PlanNode[];
}

/** Texts that have a plan; nothing else is ever handed to `EXPLAIN`. */
const PLANNABLE = /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE|MERGE|VALUES)\b[^;]*$/i;
/** For planning, in milliseconds; it waits for no lock of a migration either. */
const PLANNING_MS = 2_000;

/**
 * How Postgres would run a statement whatever its values are. It is planned and not run.
 *
 * @param handle of a transaction, whose settings are changed
 * @returns null for what has no plan
 */
export async function explainGeneric(handle: Handle, text: string): Promise<PlanNode | null> {
  if (!PLANNABLE.test(text)) return null;
  await handle.query('explain_bounds', `SELECT set_config(name, $1, true) FROM unnest($2::text[]) AS name`, [
    String(PLANNING_MS),
    ['statement_timeout', 'lock_timeout'],
  ]);
  const [row] = await handle.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    'explain_generic',
    `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`,
    [],
    { prepare: false },
  );
  return row!['QUERY PLAN'][0].Plan;
}

export function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** What the catalogue knows of a table, or of one partition. */
export interface TableFacts {
  table: string;
  /** The table that it is a partition of. */
  parent: string | null;
  /** Columns by which the parent is partitioned. */
  partitionKey: string[];
  /** As estimated. */
  rows: number;
  /** Of the whole table, where it is a partition. */
  wholeRows: number;
  partitions: number;
  /** Changed since it was last analysed. */
  changed: number;
  columns: string[];
  /** Columns of each index in order, up to the first that is an expression. */
  indexes: string[][];
}

/** The tables that these plans read, by name. */
export async function readTableFacts(handle: Handle, tables: readonly string[]): Promise<Map<string, TableFacts>> {
  const rows = await handle.query<TableFacts>(
    'explain_tables',
    `SELECT c.relname AS table, p.relname AS parent, greatest(c.reltuples, 0)::float8 AS rows,
       coalesce((SELECT sum(greatest(s.reltuples, 0)) FROM pg_inherits i JOIN pg_class s ON s.oid = i.inhrelid WHERE i.inhparent = p.oid),
         greatest(c.reltuples, 0))::float8 AS "wholeRows",
       (SELECT count(*)::int FROM pg_inherits WHERE inhparent = p.oid) AS partitions,
       coalesce((SELECT n_mod_since_analyze FROM pg_stat_user_tables WHERE relid = c.oid), 0)::float8 AS changed,
       coalesce((SELECT array_agg(a.attname::text) FROM pg_partitioned_table t JOIN pg_attribute a
         ON a.attrelid = t.partrelid AND a.attnum = ANY (t.partattrs::int2[]) WHERE t.partrelid = p.oid), '{}') AS "partitionKey",
       (SELECT array_agg(attname::text) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns,
       coalesce((SELECT json_agg(columns) FROM (
         SELECT array_agg(a.attname::text ORDER BY k.place) AS columns
         FROM pg_index x, unnest(x.indkey::int2[]) WITH ORDINALITY AS k (number, place)
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
         WHERE x.indrelid = c.oid AND x.indisvalid AND k.place < coalesce(array_position(x.indkey::int2[], 0::int2) + 1, 1000)
         GROUP BY x.indexrelid
       ) indexed), '[]') AS indexes
     FROM pg_class c LEFT JOIN pg_inherits h ON h.inhrelid = c.oid LEFT JOIN pg_class p ON p.oid = h.inhparent
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1::text[])`,
    [tables],
  );
  return new Map(rows.map((row) => [row.table, row]));
}

/** Memory of one sort, and of one hash table, in bytes. */
export async function readMemory(handle: Handle): Promise<{ sort: number; hash: number }> {
  const [row] = await handle.query<{ sort: number; hash: number }>(
    'explain_memory',
    `SELECT pg_size_bytes(current_setting('work_mem'))::float8 AS sort,
       pg_size_bytes(current_setting('work_mem')) * current_setting('hash_mem_multiplier')::float8 AS hash`,
  );
  return row!;
}
