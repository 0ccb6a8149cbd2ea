import type { Advice } from './advice.js';
import { nodesOf, type PlanNode, type TableFacts } from './plan.js';

/** Rows from which on reading a table from its beginning to its end takes long. */
const BIG_ROWS = 10_000;
/** By so much the planner may be wrong before its choices are. */
const FAR_OFF = 100;
/** A statement that answers fewer rows is fast by any plan. */
const MANY_ROWS = 1_000;
/** Share of a table that has changed since it was analysed. */
const STALE_SHARE = 0.5;
/** Bytes that a row in a sort or a hash table has beside its columns. */
const ROW_OVERHEAD = 24;

/** What the kept runs of a statement tell. */
export interface SeenRuns {
  /** Most rows that one answered. */
  rows: number;
  runs: number;
  /** Of these, those that waited for a connection. */
  waited: number;
  /** Of these, those that were stopped for taking too long. */
  timedOut: number;
}

export interface Surroundings {
  tables: ReadonlyMap<string, TableFacts>;
  memory: { sort: number; hash: number };
}

/** What could be done about a slow statement, by its plan and by how it ran. */
export function advise(plan: PlanNode | null, runs: SeenRuns, surroundings: Surroundings): Advice[] {
  const nodes = plan === null ? [] : nodesOf(plan);
  return [
    ...adviseOnScans(nodes, surroundings.tables),
    ...adviseOnPartitions(nodes, surroundings.tables),
    ...adviseOnMemory(nodes, surroundings.memory),
    ...(plan === null ? [] : adviseOnEstimate(plan, nodes, runs)),
    ...adviseOnStatistics(nodes, surroundings.tables),
    ...(runs.waited > runs.runs / 2 ? [{ code: 'pool_exhausted' as const, runs: runs.waited }] : []),
    ...(runs.timedOut > 0 ? [{ code: 'timed_out' as const, runs: runs.timedOut }] : []),
  ];
}

function adviseOnScans(nodes: readonly PlanNode[], tables: Surroundings['tables']): Advice[] {
  const found = new Map<string, Advice[]>();
  for (const node of nodes) {
    const facts = tables.get(node['Relation Name'] ?? '');
    if (!node['Node Type'].includes('Seq Scan') || !facts || rowsRead(node, facts) < BIG_ROWS) continue;
    const table = facts.parent ?? facts.table;
    const columns = searchedColumns(node.Filter ?? '', facts.columns);
    const indexed = facts.indexes.some(([first]) => first !== undefined && columns.includes(first));
    found.set(table, [
      { code: 'sequential_scan', table, rows: rowsRead(node, facts) },
      ...(columns.length > 0 && !indexed ? [{ code: 'missing_index' as const, table, columns }] : []),
    ]);
  }
  return [...found.values()].flat();
}

/** A partition is read alone if the statement tells which; a generic plan shows them all, since the value tells it only then. */
function rowsRead(node: PlanNode, facts: TableFacts): number {
  return facts.parent === null || isPruned(node, facts) ? facts.rows : facts.wholeRows;
}

function isPruned(node: PlanNode, { partitionKey }: TableFacts): boolean {
  const conditions = [node.Filter, node['Index Cond'], node['Recheck Cond']].join(' ');
  return partitionKey.length > 0 && partitionKey.every((column) => comparedBy(conditions, column, '=|<|>|<=|>='));
}

function adviseOnPartitions(nodes: readonly PlanNode[], tables: Surroundings['tables']): Advice[] {
  const read = new Map<string, Set<string>>();
  for (const node of nodes) {
    const facts = tables.get(node['Relation Name'] ?? '');
    if (!facts?.parent || isPruned(node, facts)) continue;
    read.set(facts.parent, (read.get(facts.parent) ?? new Set()).add(facts.table));
  }
  return [...read]
    .filter(([, partitions]) => partitions.size > 1)
    .map(([table, partitions]) => ({ code: 'all_partitions', table, partitions: partitions.size }));
}

/**
 * Columns that a condition searches by, as an index would have them: those that must be equal, then one that is bounded.
 * None where parts of it are alternatives, for which one index is no help.
 */
function searchedColumns(filter: string, columns: readonly string[]): string[] {
  if (/\bOR\b/.test(filter)) return [];
  const equal = columns.filter((column) => comparedBy(filter, column, '='));
  const bounded = columns.find((column) => !equal.includes(column) && comparedBy(filter, column, '<|>|<=|>=|~~'));
  return bounded === undefined ? equal : [...equal, bounded];
}

/** Whether the column itself, and no function of it, is compared by one of these operators. */
function comparedBy(condition: string, column: string, operators: string): boolean {
  return new RegExp(`(?:^|\\s|(?<!\\w)\\()(?:\\w+\\.)?"?${column}"?\\)?(?:::[a-z ]+\\)?)? (?:${operators}) `).test(
    condition,
  );
}

function adviseOnMemory(nodes: readonly PlanNode[], memory: Surroundings['memory']): Advice[] {
  // A sort below a limit keeps the first rows only.
  const firstOnly = new Set(nodes.flatMap((node) => (node['Node Type'] === 'Limit' ? (node.Plans ?? []) : [])));
  const spills = new Map<string, Advice & { code: 'spills' }>();
  for (const node of nodes) {
    const type = node['Node Type'];
    const hashes = type === 'Hash' || (type === 'Aggregate' && node.Strategy === 'Hashed');
    if (!hashes && (type !== 'Sort' || firstOnly.has(node))) continue;
    const bytes = (node['Plan Rows'] ?? 0) * ((node['Plan Width'] ?? 0) + ROW_OVERHEAD);
    const memoryBytes = hashes ? memory.hash : memory.sort;
    const known = spills.get(type);
    if (bytes > memoryBytes && bytes > (known?.bytes ?? 0))
      spills.set(type, { code: 'spills', node: type, bytes, memoryBytes });
  }
  return [...spills.values()];
}

function adviseOnEstimate(plan: PlanNode, nodes: readonly PlanNode[], { rows }: SeenRuns): Advice[] {
  // The planner knows nothing of a limit that is a value.
  if (nodes.some((node) => node['Node Type'] === 'Limit')) return [];
  const answering = plan['Node Type'] === 'ModifyTable' ? plan.Plans?.[0] : plan;
  const expected = answering?.['Plan Rows'] ?? 0;
  return rows >= MANY_ROWS && rows > expected * FAR_OFF ? [{ code: 'estimate_off', expected, actual: rows }] : [];
}

function adviseOnStatistics(nodes: readonly PlanNode[], tables: Surroundings['tables']): Advice[] {
  const names = new Set(nodes.flatMap((node) => node['Relation Name'] ?? []));
  return [...names].flatMap((name) => {
    const facts = tables.get(name);
    if (!facts || facts.changed < BIG_ROWS || facts.changed < facts.rows * STALE_SHARE) return [];
    return [{ code: 'stale_statistics' as const, table: name, rows: facts.rows, changed: facts.changed }];
  });
}
