import { FIELDS, MACRO_FIELDS, macroF1, total, type Field } from '../scorer/score.js';
import { macroBy, type Grouping, type Scored } from '../scorer/corpus.js';

const three = (value: number): string => value.toFixed(3);

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Named sets of scored documents, side by side. */
export type Sets = Readonly<Record<string, readonly Scored[]>>;

export function overallTable(sets: Sets): string {
  const rows = Object.entries(sets).map(([name, scored]) => {
    const macros = scored.map(({ macro }) => macro).sort((a, b) => a - b);
    const mean = macros.reduce((sum, macro) => sum + macro, 0) / macros.length;
    const refused = scored.filter(({ read }) => typeof read.reading === 'string').length;
    return [
      name,
      String(scored.length),
      three(macroF1(total(scored.map(({ score }) => score)))),
      three(mean),
      three(macros[macros.length >> 1] ?? 0),
      String(refused),
    ];
  });
  return markdownTable(['documents', 'number', 'macro-F1', 'mean of documents', 'median', 'not read'], rows);
}

/** Precision, recall and F1 of each field; those of the macro first. */
export function fieldTable(sets: Sets): string {
  const totals = Object.values(sets).map((scored) => total(scored.map(({ score }) => score)));
  const rows = FIELDS.map((field: Field) => [
    (MACRO_FIELDS as readonly string[]).includes(field) ? `**${field}**` : field,
    ...totals.flatMap((score) => {
      const counts = score[field];
      return counts.used ? [three(counts.precision), three(counts.recall), three(counts.f1)] : ['', '', ''];
    }),
  ]);
  return markdownTable(['field', ...Object.keys(sets).flatMap((name) => [`${name}: precision`, 'recall', 'F1'])], rows);
}

export function groupTable(sets: Sets, grouping: Grouping): string {
  const columns = Object.values(sets).map(
    (scored) => new Map(macroBy(scored, grouping).map((group) => [group.name, group])),
  );
  const names = [...new Set(columns.flatMap((groups) => [...groups.keys()]))].sort();
  const rows = names.map((name) => [
    name,
    ...columns.flatMap((groups) => {
      const group = groups.get(name);
      return group === undefined ? ['', ''] : [String(group.documents), three(group.macro)];
    }),
  ]);
  return markdownTable([grouping, ...Object.keys(sets).flatMap((name) => [`${name}: documents`, 'macro-F1'])], rows);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** What one document takes, by format. */
export function timeTable(scored: readonly Scored[]): string {
  const groups = [...Map.groupBy(scored, ({ document }) => document.format)].sort(([a], [b]) => a.localeCompare(b));
  const rows = groups.map(([format, members]) => {
    const times = members.map(({ read }) => read.milliseconds);
    return [format, String(members.length), percentile(times, 0.5).toFixed(1), percentile(times, 0.95).toFixed(1)];
  });
  return markdownTable(['format', 'documents', 'p50 ms', 'p95 ms'], rows);
}
