import { setTimeout as delay } from 'node:timers/promises';

import { must, type Checks } from './checks.js';
import { docker } from './engine.js';
import { KINDS, Load, type Kind, type Span } from './load.js';
import type { ComposeStack } from './stack.js';

/** What must not fail while a component is restarted; the rest is measured and told. */
const PROMISES: readonly (readonly [service: string, promised: readonly Kind[]])[] = [
  ['api', KINDS],
  ['parser', KINDS],
  ['render', KINDS],
  ['jobs', KINDS],
  ['postgres-replica-1', KINDS],
  ['postgres-replica-2', KINDS],
  ['redis-cache', KINDS],
  // Reads go on without these; what was accepted before is done after.
  ['pgbouncer', ['read']],
  ['redis-queue', ['read']],
  ['postgres', ['read']],
  ['s3', ['read', 'write']],
  // The only door: while nobody stands in it, nobody comes in.
  ['edge', []],
];
/** Before and after a restart, so that its effect is seen whole, in milliseconds. */
const MARGIN_MS = 3_000;
const JOBS_TIMEOUT_MS = 90_000;

interface Row {
  service: string;
  seconds: number;
  span: Span;
  unfinished: number;
}

/** Restarts every container in turn under constant load, and holds what failed against what is promised. */
export async function checkRestarts(stack: ComposeStack, checks: Checks): Promise<void> {
  const load = await Load.start(stack.url);
  const rows: Row[] = [];
  try {
    await delay(MARGIN_MS);
    await load.look(); // Starting is no part of it.
    for (const [service, promised] of PROMISES) {
      for (const id of await stack.containers(service)) {
        await checks.that(`restart of ${service}: ${promised.join(', ') || 'nothing'} promised`, async () => {
          const row = await restart(stack, load, service, id);
          rows.push(row);
          const broken = promised.flatMap((kind) => row.span.failed[kind].map(({ why }) => `${kind}: ${why}`));
          must(broken.length === 0, `${broken.length} failed (${[...new Set(broken)].slice(0, 4).join('; ')})`);
          must(row.unfinished === 0, `${row.unfinished} accepted jobs did not succeed`);
          return undefined;
        });
      }
    }
  } finally {
    await load.stop();
    print(rows);
  }
}

async function restart(stack: ComposeStack, load: Load, service: string, id: string): Promise<Row> {
  await delay(MARGIN_MS);
  const started = Date.now();
  await docker('restart', '--time', '40', id);
  await stack.healthy(id);
  const seconds = (Date.now() - started) / 1000;
  await delay(MARGIN_MS);
  const span = await load.look();
  const unfinished = await load.unfinished(JOBS_TIMEOUT_MS);
  return { service, seconds, span, unfinished: unfinished.length };
}

function print(rows: readonly Row[]): void {
  console.log(
    `\n  ${'restarted'.padEnd(20)} back after  asked  failed: ${KINDS.join(' / ')}   failing for  slowest  jobs lost`,
  );
  for (const { service, seconds, span, unfinished } of rows) {
    const asked = KINDS.reduce((sum, kind) => sum + span.asked[kind], 0);
    const failures = KINDS.map((kind) => span.failed[kind].length).join(' / ');
    const times = KINDS.flatMap((kind) => span.failed[kind].map(({ at }) => at));
    const outage = times.length === 0 ? '-' : `${((Math.max(...times) - Math.min(...times)) / 1000).toFixed(1)} s`;
    console.log(
      `  ${service.padEnd(20)} ${`${seconds.toFixed(1)} s`.padStart(10)} ${String(asked).padStart(6)}  ${failures.padStart(32)} ${outage.padStart(12)} ${`${(span.slowestMs / 1000).toFixed(1)} s`.padStart(8)} ${String(unfinished).padStart(10)}`,
    );
    const reasons = new Map<string, number>();
    for (const kind of KINDS)
      for (const { why } of span.failed[kind])
        reasons.set(`${kind}: ${why}`, (reasons.get(`${kind}: ${why}`) ?? 0) + 1);
    for (const [reason, count] of [...reasons].slice(0, 6)) console.log(`      ${count} × ${reason}`);
  }
}
