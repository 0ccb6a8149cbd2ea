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
const CALM_TIMEOUT_MS = 120_000;
/** Restarts of one container while the machine has too much else to do. */
const ATTEMPTS = 3;

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
    for (const [service, promised] of PROMISES) {
      for (const id of await stack.containers(service)) {
        await checks.that(`restart of ${service}: ${promised.join(', ') || 'nothing'} promised`, async () => {
          const row = await conclusive(stack, load, { service, id, promised });
          rows.push(row);
          const broken = brokenOf(row.span, promised);
          must(broken.length === 0, `${broken.length} failed (${[...new Set(broken)].slice(0, 4).join('; ')})`);
          must(row.unfinished === 0, `${row.unfinished} accepted jobs did not succeed`);
        });
      }
    }
  } finally {
    await load.stop();
    print(rows);
  }
}

/**
 * One restart whose failures are its own: where something failed that should not, and as much time without a restart shows
 * failures too, it is the machine that has too much to do, and nothing was learnt.
 */
async function conclusive(
  stack: ComposeStack,
  load: Load,
  { service, id, promised }: { service: string; id: string; promised: readonly Kind[] },
): Promise<Row> {
  for (let attempt = 1; ; attempt++) {
    await untilCalm(load);
    const row = await restart(stack, load, service, id);
    if (attempt === ATTEMPTS || brokenOf(row.span, promised).length === 0) return row;
    await delay(row.seconds * 1000 + 2 * MARGIN_MS);
    const control = await load.look();
    if (brokenOf(control, promised).length === 0) return row;
    console.log(`          ${service}: requests fail without a restart too, the machine is too busy; once more`);
  }
}

/** Waits for a few seconds in which nothing fails. */
async function untilCalm(load: Load): Promise<void> {
  const deadline = Date.now() + CALM_TIMEOUT_MS;
  for (;;) {
    await load.look();
    await delay(MARGIN_MS);
    if (brokenOf(await load.look(), KINDS).length === 0 || Date.now() > deadline) return;
  }
}

function brokenOf(span: Span, promised: readonly Kind[]): string[] {
  return promised.flatMap((kind) => span.failed[kind].map(({ why }) => `${kind}: ${why}`));
}

async function restart(stack: ComposeStack, load: Load, service: string, id: string): Promise<Row> {
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
