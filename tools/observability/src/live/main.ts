import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { startPlatform } from '@discover/e2e';

import { DASHBOARDS } from '../dashboards/index.js';
import { prometheus as findPrometheus, promtool as findPromtool } from '../programs.js';
import { withoutVariables } from '../promql.js';
import { Load } from './load.js';
import { Prometheus, type RuleState } from './prometheus.js';
import { startStandIns } from './stand-ins.js';

/**
 * The whole platform under load, watched by a real Prometheus with our configuration: every query of every panel must answer
 * with figures, and every rule must be evaluated. Says what it found, and fails if something is missing.
 */
const ROUNDS = 6;
/** Between rounds, in milliseconds: several scrapes. */
const PAUSE_MS = 5_000;
/** Long enough for a rule that is evaluated every 15 s and reads another. */
const SETTLE_MS = 35_000;

interface Finding {
  readonly dashboard: string;
  readonly panel: string;
  readonly series: string;
  readonly count: number;
  readonly problem: string;
}

async function main(): Promise<number> {
  const [prometheusProgram, promtool] = [await findPrometheus(), await findPromtool()];
  if (prometheusProgram === undefined || promtool === undefined) {
    console.error('There is no Prometheus, and none could be fetched: install the package `prometheus`.');
    return 2;
  }
  console.log('Starting the platform …');
  const platform = await startPlatform();
  const standIns = await startStandIns();
  const undo: (() => unknown)[] = [() => platform.stop(), () => standIns.stop()];
  try {
    const targets = Object.fromEntries(
      Object.entries(platform.managementPorts).map(([service, port]) => [service, `127.0.0.1:${port}`]),
    );
    const programs = { prometheus: prometheusProgram, promtool };
    const folder = join(platform.folder, 'prometheus');
    const prometheus = await Prometheus.start(programs, folder, targets, standIns.target);
    undo.push(() => prometheus.stop());
    const unexpected = await putUnderLoad(platform.url, platform.databaseUrl);
    await delay(SETTLE_MS);
    const failures = report(await panelsOf(prometheus), await prometheus.rules());
    for (const answer of unexpected) console.log(`Answered unexpectedly: ${answer}`);
    return failures + unexpected.length === 0 ? 0 : 1;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/** Answers what should have been answered otherwise. */
async function putUnderLoad(url: string, databaseUrl: string): Promise<readonly string[]> {
  const load = await Load.begin(url, databaseUrl);
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      const statuses = await load.round();
      const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
      console.log(`Round ${round} of ${ROUNDS}: ${counts.join(', ')}`);
      await delay(PAUSE_MS);
    }
    await load.flood();
    return load.unexpected;
  } finally {
    await load.end();
  }
}

async function panelsOf(prometheus: Prometheus): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, rows } of DASHBOARDS) {
    for (const panel of rows.flatMap((row) => row.panels)) {
      for (const { legend, expr } of panel.queries) {
        const asked = await prometheus.query(withoutVariables(expr)).then(
          (samples) => ({ count: samples.filter(({ value }) => Number.isFinite(value)).length, problem: 'no data' }),
          (error: unknown) => ({ count: 0, problem: String(error) }),
        );
        const problem = asked.count > 0 ? '' : asked.problem;
        findings.push({ dashboard: name, panel: panel.title, series: legend, count: asked.count, problem });
      }
    }
  }
  return findings;
}

/** Prints what was found; answers how much of it is wrong. */
function report(findings: readonly Finding[], rules: readonly RuleState[]): number {
  console.log('\ndashboard  panels  queries  series  without data');
  for (const { name } of DASHBOARDS) {
    const own = findings.filter(({ dashboard }) => dashboard === name);
    const figures = [
      new Set(own.map(({ panel }) => panel)).size,
      own.length,
      own.reduce((sum, { count }) => sum + count, 0),
      own.filter(({ problem }) => problem !== '').length,
    ];
    console.log([name.padEnd(9), ...figures.map((figure) => String(figure).padStart(6))].join('  '));
  }
  const empty = findings.filter(({ problem }) => problem !== '');
  for (const { dashboard, panel, series, problem } of empty)
    console.log(`  ${dashboard} / ${panel} / ${series}: ${problem}`);
  const unwell = rules.filter(({ health }) => health !== 'ok');
  console.log(`\n${rules.length} rules, ${unwell.length} of them not evaluated`);
  for (const { name, health, lastError = '' } of unwell) console.log(`  ${name}: ${health} ${lastError}`);
  return empty.length + unwell.length + (rules.length === 0 ? 1 : 0);
}

process.exitCode = await main();
