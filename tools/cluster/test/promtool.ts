import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { find, render } from '@discover/chart';
import { parse, stringify } from 'yaml';

const run = promisify(execFile);

/** Whether the tests of rules can run here (Debian: `apt-get install prometheus`). */
export const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

export interface Rule {
  readonly record: string;
  readonly expr: string | number;
  readonly labels: Readonly<Record<string, string>>;
}

export interface RuleGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly Rule[];
}

/** The chart's recording rules as a release `cv` in the namespace `discover` gets them. */
export async function scalingRules(values: Readonly<Record<string, unknown>> = {}): Promise<RuleGroup> {
  const { data } = find(await render({ values }), 'ConfigMap', 'cv-discover-scaling-rules');
  const { groups } = parse(data?.['scaling.yaml'] ?? '') as { groups: RuleGroup[] };
  return groups[0]!;
}

export function ruleNamed({ rules }: RuleGroup, record: string, labels: Readonly<Record<string, string>> = {}): Rule {
  const rule = rules.find(
    (one) => one.record === record && Object.entries(labels).every(([name, value]) => one.labels[name] === value),
  );
  if (rule === undefined) throw new Error(`No rule ${record} ${JSON.stringify(labels)}`);
  return rule;
}

export interface Question {
  readonly expr: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** Undefined: no sample. */
  readonly value: number | undefined;
}

export interface RuleTest {
  /** None: questions are about expressions only. */
  readonly group?: RuleGroup;
  /** Of samples and, with a group, of its evaluation. */
  readonly intervalSeconds: number;
  readonly series: Readonly<Record<string, string>>;
  readonly questions: readonly Question[];
}

/** Puts questions to Prometheus' own engine; labels of answers are taken away. @returns what differs, empty if nothing does */
export async function promtool(test: RuleTest): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'discover-rules-'));
  try {
    const interval = `${test.intervalSeconds}s`;
    if (test.group) await writeFile(join(folder, 'rules.yaml'), stringify({ groups: [{ ...test.group, interval }] }));
    const unitTest = {
      rule_files: test.group ? ['rules.yaml'] : [],
      evaluation_interval: interval,
      tests: [
        {
          interval,
          input_series: Object.entries(test.series).map(([series, values]) => ({ series, values })),
          promql_expr_test: test.questions.map(({ expr, at, value }) => ({
            expr: `sum(${expr})`,
            eval_time: `${at}s`,
            exp_samples: value === undefined ? [] : [{ labels: '{}', value }],
          })),
        },
      ],
    };
    await writeFile(join(folder, 'test.yaml'), stringify(unitTest));
    await run('promtool', ['test', 'rules', 'test.yaml'], { cwd: folder, maxBuffer: 1 << 24 });
    return '';
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}` || String(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
