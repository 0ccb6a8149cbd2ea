import { cpus, loadavg } from 'node:os';

import { ratioOf, type Measurement } from './measurement.js';

const COLUMNS = [
  'measured',
  'value',
  'unit',
  'baseline',
  'ratio',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'errors',
  'target',
] as const;
/** Columns of words; the others are figures and stand to the right. */
const WORDS = new Set([0, 2, 3, 9]);

export const WARNING =
  'Read the ratios: each was measured against its baseline in this run. The absolute figures, the times among them, are\n' +
  'those of this machine at this moment, load generator and databases included, and are no test of anything.';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  /** Mean number of runnable processes over the last minute: far above zero before a run, others were at work too. */
  readonly loadBefore: number;
}

export function describeMachine(): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    node: process.version,
    loadBefore: loadavg()[0]!,
  };
}

export function table(measurements: readonly Measurement[]): string {
  const rows = [[...COLUMNS], ...measurements.map(row)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => (WORDS.has(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '));
  const notes = measurements.flatMap(({ name, notes: said = [] }) => said.map((note) => `  ${name}: ${note}`));
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

function row(measurement: Measurement): string[] {
  const { name, value, unit, baseline, latency, errors, target } = measurement;
  const ratio = ratioOf(measurement);
  return [
    name,
    figure(value),
    unit,
    baseline ? `${figure(baseline.value)} ${baseline.name}` : '',
    ratio === undefined ? '' : ratio.toFixed(2),
    ...(latency ? [figure(latency.p50), figure(latency.p95), figure(latency.p99)] : ['', '', '']),
    errors === undefined ? '' : told(errors),
    target ?? '',
  ];
}

function told(errors: Readonly<Record<string, number>>): string {
  const entries = Object.entries(errors);
  return entries.length === 0 ? '0' : entries.map(([what, count]) => `${count} × ${what}`).join(', ');
}

/** Three significant digits. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 3));
}
