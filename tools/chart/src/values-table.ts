import { isObject, type Json, type JsonObject } from './json-schema.js';

interface Row {
  readonly path: string;
  readonly value: string;
  readonly description: string;
}

/** Longer values are told in values.yaml alone. */
const LONGEST_VALUE = 60;

/** A Markdown table of all that a schema describes, with what values.yaml says of it; what workloads share stands once. */
export function valuesTable(schema: JsonObject, values: JsonObject): string {
  const rows = rowsOf(schema, values, schema, '');
  const cell = ({ path, value, description }: Row) => `| \`${path}\` | ${value} | ${description} |`;
  return ['| value | default | meaning |', '| --- | --- | --- |', ...rows.map(cell)].join('\n') + '\n';
}

function rowsOf(root: JsonObject, value: Json | undefined, schema: JsonObject, path: string): Row[] {
  const { properties } = resolve(root, schema);
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([key, of]) => {
    if (!isObject(of) || typeof of.description !== 'string') return [];
    const inner = isObject(value) ? value[key] : undefined;
    const here = `${path}${key}`;
    const below = described(root, of) && !isWorkload(path, key) ? rowsOf(root, inner, of, `${here}.`) : [];
    const row = { path: here, value: below.length > 0 ? '' : shown(inner), description: escape(of.description) };
    // All workloads have the same fields: they are told of the first.
    const fields = path === 'workloads.' && key === 'api' ? rowsOf(root, undefined, of, 'workloads.*.') : [];
    return [row, ...below, ...fields];
  });
}

function isWorkload(path: string, key: string): boolean {
  return path === 'workloads.' && key !== '';
}

function described(root: JsonObject, schema: JsonObject): boolean {
  const { properties } = resolve(root, schema);
  return isObject(properties) && Object.values(properties).some((of) => isObject(of) && 'description' in of);
}

function resolve(root: JsonObject, schema: JsonObject): JsonObject {
  if (typeof schema.$ref !== 'string') return schema;
  const found = schema.$ref
    .slice(2)
    .split('/')
    .reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), root);
  if (!isObject(found)) throw new Error(`The schema has no ${schema.$ref}.`);
  return found;
}

function shown(value: Json | undefined): string {
  if (value === undefined) return '';
  const text = JSON.stringify(value);
  return text.length > LONGEST_VALUE ? 'see values.yaml' : `\`${text}\``;
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*');
}
