import { escapeLiteral, type Client } from 'pg';

import type { Handle } from '../../src/index.js';

/** A statement as it was run. */
export interface Statement {
  name: string;
  text: string;
  values: readonly unknown[];
}

/** A handle that also notes each statement, by its name, as it was run first. */
export function recording(handle: Handle, statements: Map<string, Statement>): Handle {
  return {
    manager: handle.manager,
    query: async (name, text, values = [], options = {}) => {
      if (!statements.has(name)) statements.set(name, { name, text, values });
      return handle.query(name, text, values, options);
    },
    profileQuery: (name, work) => handle.profileQuery(name, work),
  };
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Node[];
}

/** Whether Postgres plans for these very values, or once for all values, as it does for a statement that is run often. */
export type PlanMode = 'force_custom_plan' | 'force_generic_plan';

/** What a plan reads, and how. Partitions that Postgres knows it need not read are not among them. */
export async function explain(client: Client, statement: Statement, mode: PlanMode): Promise<Node[]> {
  const values = statement.values.map(literal).join(', ');
  await client.query(`PREPARE explained AS ${statement.text}`);
  try {
    await client.query(`SET plan_cache_mode = ${mode}`);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `EXPLAIN (FORMAT JSON) EXECUTE explained${values === '' ? '' : `(${values})`}`,
    );
    return nodesOf(rows[0]!['QUERY PLAN'][0].Plan);
  } finally {
    await client.query('DEALLOCATE explained');
  }
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (value instanceof Date) return escapeLiteral(value.toISOString());
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (Array.isArray(value)) return escapeLiteral(`{${value.map(element).join(',')}}`);
  if (typeof value === 'object') return escapeLiteral(JSON.stringify(value));
  return escapeLiteral(`${value as string | number | boolean}`);
}

function element(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  const text = Buffer.isBuffer(value)
    ? `\\x${value.toString('hex')}`
    : value instanceof Date
      ? value.toISOString()
      : `${value as string | number}`;
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
