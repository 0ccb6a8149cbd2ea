import { parseArgs } from 'node:util';

import { interruption } from '@discover/stack';

import { busAway } from './cases/bus-away.js';
import { consistency } from './cases/consistency.js';
import { cacheBlackHoled, cacheKilled } from './cases/redis-away.js';
import type { CaseContext, FaultCase, Finding } from './finding.js';
import { FaultPlatform } from './platform.js';

const CASES: readonly FaultCase[] = [cacheKilled, cacheBlackHoled, busAway, consistency];

const USAGE = `npm run test:faults -- [--only ${CASES.map(({ name }) => name).join(',')}] [--seconds N] [--operations N] [--seed N]

${CASES.map(({ name, about }) => `  ${name.padEnd(18)} ${about}`).join('\n')}

  --seconds     length of one phase of load (default 15)
  --operations  of the case «consistency» (default 100000)
  --seed        decides what is drawn at random (default: the time)
`;

const startedAt = Date.now();
const tell = (line: string) => console.log(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s] ${line}`);

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      seconds: { type: 'string', default: '15' },
      operations: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return true;
  }
  const signal = interruption(() => tell('Stopping; Ctrl-C again to stop at once …'));
  const settings = {
    seconds: Number(values.seconds),
    operations: Number(values.operations),
    seed: Number(values.seed),
  };
  const only = values.only?.split(',');
  const unknown = only?.find((name) => !CASES.some((one) => one.name === name));
  if (unknown !== undefined) throw new Error(`There is no case «${unknown}».\n\n${USAGE}`);
  tell(`seed ${settings.seed}`);
  let kept = true;
  for (const one of CASES.filter(({ name }) => only?.includes(name) ?? true))
    kept = (await runCase(one, { ...settings, tell, signal })) && kept;
  return kept;
}

async function runCase(one: FaultCase, context: Omit<CaseContext, 'platform'>): Promise<boolean> {
  const { signal } = context;
  const why = await one.unavailable?.();
  if (why !== undefined) {
    tell(`${one.name}: SKIPPED: ${why}`);
    return true;
  }
  tell(`${one.name}: ${one.about}`);
  const platform = await FaultPlatform.start({ proxied: one.proxied, tell: () => undefined, signal });
  try {
    const findings = await one.run({ ...context, platform });
    console.log(`\n${table(findings)}\n`);
    return findings.every(({ kept }) => kept);
  } finally {
    await platform.stop();
  }
}

function table(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length));
  return findings
    .map(({ what, value, promised, kept }) => {
      const verdict = promised === undefined ? '' : `   ${kept ? 'kept' : 'BROKEN'}: ${promised}`;
      return `  ${what.padEnd(width)}   ${value}${verdict}`;
    })
    .join('\n');
}

process.exitCode = (await main()) ? 0 : 1;
