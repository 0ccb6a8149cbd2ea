import { readFile, writeFile } from 'node:fs/promises';

import { evidenceOf, reliability } from '../calibration/reliability.js';
import type { Scored } from '../scorer/corpus.js';
import { fieldTable, groupTable, markdownTable, overallTable, percentile, timeTable, type Sets } from './tables.js';

export interface Throughput {
  readonly threads: number;
  readonly perSecond: number;
}

export interface Report {
  readonly sets: Sets;
  readonly corpus: string;
  readonly parserVersion: string;
  readonly throughput: readonly Throughput[];
  readonly machine: string;
  /** What could not be made here, in words. */
  readonly missing: readonly string[];
}

/** Fills the template, whose words are written by hand, with tables. */
export async function writeReport(template: string, file: string, report: Report): Promise<void> {
  const { sets } = report;
  const tables: Record<string, string> = {
    corpus: report.corpus,
    version: report.parserVersion,
    machine: report.machine,
    missing: report.missing.length === 0 ? 'Nothing was left out.' : report.missing.join(' '),
    documents: String(Object.values(sets).flat().length),
    overall: overallTable(sets),
    fields: fieldTable(sets),
    languages: groupTable(sets, 'language'),
    layouts: groupTable(sets, 'layout'),
    formats: groupTable(sets, 'format'),
    producers: groupTable(sets, 'producer'),
    times: timeTable(Object.values(sets).flat()),
    speed: speedOf(sets, report.throughput),
    calibration: calibrationTables(sets),
  };
  const text = (await readFile(template, 'utf8')).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const table = tables[name];
    if (table === undefined) throw new Error(`The template asks for ${name}, which nobody makes.`);
    return table;
  });
  await writeFile(file, text);
}

function speedOf(sets: Sets, throughput: readonly Throughput[]): string {
  const times = Object.values(sets)
    .flat()
    .filter(({ document }) => document.format === 'pdf')
    .map(({ read: { milliseconds } }) => milliseconds);
  const one = `Text PDFs one by one: p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms.`;
  const pools = throughput.map(
    ({ threads, perSecond }) =>
      `Through the pool with ${threads} ${threads === 1 ? 'thread' : 'threads'}: ${perSecond.toFixed(1)} text PDFs a second.`,
  );
  return [one, ...pools].join(' ');
}

function calibrationTables(sets: Sets): string {
  return Object.entries(sets)
    .map(([name, scored]) => reliabilityTable(name, scored))
    .join('\n\n');
}

export function reliabilityTable(name: string, scored: readonly Scored[]): string {
  const { bins, expectedError } = reliability(evidenceOf(scored));
  const rows = bins.map(({ from, to, values, confidence, right }) => [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    String(values),
    confidence.toFixed(3),
    right.toFixed(3),
  ]);
  return `${name}, expected calibration error ${expectedError.toFixed(3)}:\n\n${markdownTable(['confidence', 'values', 'mean confidence', 'right'], rows)}`;
}
