// `npm run simulate`: the chart's autoscalers against traces of load; writes docs/images/scaling-*.svg and the table of
// docs/capacity.md, between its two marks.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { goTool } from '../control-plane/go-tools.js';
import { judge, type Judgement } from './judge.js';
import { plot } from './plot.js';
import { simulate } from './simulate.js';
import { tracesFor } from './traces.js';
import { simulatedWorkloads } from './workloads.js';

const docs = resolve(import.meta.dirname, '../../../../docs');
const MARKS = { from: '<!-- simulated -->', to: '<!-- /simulated -->' };

process.env.HELM = await goTool('helm');
const rows: string[] = [];
for (const { profile, autoscaler, thresholds, loads } of await simulatedWorkloads()) {
  const panels = tracesFor(loads).map((trace) => {
    const samples = simulate(profile, autoscaler, thresholds, trace).filter(
      ({ second }) => second >= trace.warmUpSeconds,
    );
    rows.push(row(profile.workload, trace.name, judge(samples), profile.queue !== undefined));
    return { title: trace.name, samples };
  });
  await writeFile(
    `${docs}/images/scaling-${profile.workload}.svg`,
    plot(`Replicas of ${profile.workload}, simulated`, panels),
  );
}
const head = [
  '| workload | load | replicas | s to scale | overshoot | largest step | turns per hour | hasty turns | longest wait | refused | replica-hours |',
  '|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|',
];
const table = [...head, ...rows].join('\n');
const page = `${docs}/capacity.md`;
const text = await readFile(page, 'utf8');
const [before = '', rest = ''] = text.split(MARKS.from);
const after = rest.split(MARKS.to).at(-1) ?? '';
await writeFile(page, `${before}${MARKS.from}\n\n${table}\n\n${MARKS.to}${after}`);
process.stdout.write(`${table}\n`);

function row(workload: string, trace: string, judged: Judgement, queued: boolean): string {
  return `| ${[
    workload,
    trace,
    `${judged.replicas.least}-${judged.replicas.most}`,
    judged.secondsToScale ?? 'never',
    judged.overshoot,
    judged.largestStep,
    judged.turnsPerHour.toFixed(1),
    judged.hastyTurns,
    queued ? `${judged.longestWaitSeconds.toFixed(1)} s` : '',
    queued ? '' : `${judged.refusedPercent.toFixed(2)} %`,
    judged.replicaHours.toFixed(1),
  ].join(' | ')} |`;
}
