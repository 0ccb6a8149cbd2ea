import { describe, expect, it } from '@jest/globals';

import { advise, type SeenRuns } from './advise.js';
import type { PlanNode, TableFacts } from './plan.js';

const MEMORY = { sort: 4_000_000, hash: 8_000_000 };
const QUICK: SeenRuns = { rows: 10, runs: 5, waited: 0, timedOut: 0 };

function facts(table: string, more: Partial<TableFacts> = {}): TableFacts {
  return {
    table,
    parent: null,
    partitionKey: [],
    rows: 500_000,
    wholeRows: 500_000,
    partitions: 0,
    changed: 0,
    columns: ['id', 'user_id', 'kind', 'created_at', 'title'],
    indexes: [['id']],
    ...more,
  };
}

function tablesOf(...all: TableFacts[]) {
  return new Map(all.map((table) => [table.table, table]));
}

function scan(filter?: string, table = 'letters'): PlanNode {
  return { 'Node Type': 'Seq Scan', 'Relation Name': table, ...(filter !== undefined && { Filter: filter }) };
}

function adviceOn(plan: PlanNode, tables = tablesOf(facts('letters')), runs = QUICK) {
  return advise(plan, runs, { tables, memory: MEMORY });
}

const SCAN = { code: 'sequential_scan', table: 'letters', rows: 500_000 };

describe('advice on a scan', () => {
  it.each([
    ['(kind = $1)', ['kind']],
    ['((user_id = $1) AND (created_at > $2))', ['user_id', 'created_at']],
    ['((created_at > $2) AND (kind = ANY ($1)))', ['kind', 'created_at']],
    ['((letters.kind)::text = $1)', ['kind']],
    ['(title ~~ $1)', ['title']],
  ])('%s: an index is missing', (filter, columns) => {
    expect(adviceOn(scan(filter))).toEqual([SCAN, { code: 'missing_index', table: 'letters', columns }]);
  });

  it.each([
    ['without a condition', undefined],
    ['by a function of a column', '(lower(title) = $1)'],
    ['by alternatives', '((kind = $1) OR (title = $2))'],
    ['by what is different', '(kind <> $1)'],
    ['by a column that has an index', '((id = $1) AND (kind = $2))'],
  ])('%s: it is only told', (_name, filter) => {
    expect(adviceOn(scan(filter))).toEqual([SCAN]);
  });

  it('is none for a small table, an index, or a table that is not ours', () => {
    expect(adviceOn(scan('(kind = $1)'), tablesOf(facts('letters', { rows: 900 })))).toEqual([]);
    expect(adviceOn({ ...scan('(kind = $1)'), 'Node Type': 'Index Scan' })).toEqual([]);
    expect(adviceOn(scan('(kind = $1)', 'pg_class'))).toEqual([]);
  });

  it('finds it below other nodes', () => {
    const plan = { 'Node Type': 'Nested Loop', Plans: [{ 'Node Type': 'Hash', Plans: [scan('(kind = $1)')] }] };
    expect(adviceOn(plan).map(({ code }) => code)).toEqual(['sequential_scan', 'missing_index']);
  });
});

describe('advice on partitions', () => {
  const partition = (number: number) =>
    facts(`letters_p${number}`, {
      parent: 'letters',
      partitionKey: ['user_id'],
      rows: 4_000,
      wholeRows: 16_000,
      partitions: 4,
      indexes: [['user_id', 'id']],
    });
  const tables = tablesOf(...[0, 1, 2, 3].map(partition));
  const append = (node: Partial<PlanNode>): PlanNode => ({
    'Node Type': 'Append',
    Plans: [0, 1, 2, 3].map((number) => ({
      'Node Type': 'Index Scan',
      'Relation Name': `letters_p${number}`,
      ...node,
    })),
  });

  it('is none where the statement tells the partition', () => {
    expect(adviceOn(append({ 'Index Cond': '((user_id = $1) AND (id = $2))' }), tables)).toEqual([]);
    // Small as it is, one of them may be read as a whole.
    expect(adviceOn(append({ 'Node Type': 'Seq Scan', Filter: '((user_id = $1) AND (kind = $2))' }), tables)).toEqual(
      [],
    );
  });

  it('is to tell it, where all are read', () => {
    const all = { code: 'all_partitions', table: 'letters', partitions: 4 };
    expect(adviceOn(append({ 'Index Cond': '(id = $2)' }), tables)).toEqual([all]);
    expect(adviceOn(append({ 'Node Type': 'Seq Scan', Filter: '(kind = $2)' }), tables)).toEqual([
      { code: 'sequential_scan', table: 'letters', rows: 16_000 },
      { code: 'missing_index', table: 'letters', columns: ['kind'] },
      all,
    ]);
  });
});

describe('advice on memory', () => {
  const node = (type: string, rows: number, more: Partial<PlanNode> = {}): PlanNode => ({
    'Node Type': type,
    'Plan Rows': rows,
    'Plan Width': 76,
    ...more,
  });

  it.each([
    ['Sort', node('Sort', 50_000), MEMORY.sort],
    ['Hash', node('Hash', 100_000), MEMORY.hash],
    ['Aggregate', node('Aggregate', 100_000, { Strategy: 'Hashed' }), MEMORY.hash],
  ])('%s', (type, plan, memoryBytes) => {
    expect(adviceOn(plan)).toEqual([{ code: 'spills', node: type, bytes: plan['Plan Rows']! * 100, memoryBytes }]);
  });

  it('is none for what fits, is sorted already, or keeps the first rows only', () => {
    expect(adviceOn(node('Sort', 30_000))).toEqual([]);
    expect(adviceOn(node('Hash', 70_000))).toEqual([]);
    expect(adviceOn(node('Aggregate', 1_000_000, { Strategy: 'Sorted' }))).toEqual([]);
    expect(adviceOn({ 'Node Type': 'Limit', Plans: [node('Sort', 1_000_000)] })).toEqual([]);
  });
});

describe('advice on estimates', () => {
  it('tells where many more rows came than were expected', () => {
    const plan = { ...scan(), 'Node Type': 'Index Scan', 'Plan Rows': 5 };
    const runs = { ...QUICK, rows: 2_000 };
    expect(adviceOn(plan, undefined, runs)).toEqual([{ code: 'estimate_off', expected: 5, actual: 2_000 }]);
    expect(adviceOn(plan)).toEqual([]);
    expect(adviceOn({ 'Node Type': 'Limit', 'Plan Rows': 5, Plans: [plan] }, undefined, runs)).toEqual([]);
    expect(
      adviceOn(
        { 'Node Type': 'ModifyTable', 'Plan Rows': 0, Plans: [{ ...plan, 'Plan Rows': 1_900 }] },
        undefined,
        runs,
      ),
    ).toEqual([]);
  });

  it('tells where a table has changed much', () => {
    const plan = { ...scan(), 'Node Type': 'Index Scan' };
    expect(adviceOn(plan, tablesOf(facts('letters', { changed: 300_000 })))).toEqual([
      { code: 'stale_statistics', table: 'letters', rows: 500_000, changed: 300_000 },
    ]);
    expect(adviceOn(plan, tablesOf(facts('letters', { changed: 200_000 })))).toEqual([]);
  });
});

describe('advice on how it ran', () => {
  it('needs no plan', () => {
    const runs = { rows: 0, runs: 5, waited: 3, timedOut: 2 };
    expect(advise(null, runs, { tables: new Map(), memory: MEMORY })).toEqual([
      { code: 'pool_exhausted', runs: 3 },
      { code: 'timed_out', runs: 2 },
    ]);
    expect(advise(null, QUICK, { tables: new Map(), memory: MEMORY })).toEqual([]);
  });
});
