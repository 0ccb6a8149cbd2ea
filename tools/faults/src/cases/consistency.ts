import { randomFrom } from '@discover/bench';

import { CountedCvs } from '../counted-cvs.js';
import { boundAt, disturb, WELL_MS, type Episode } from '../disturbances.js';
import type { CaseContext, FaultCase, Finding } from '../finding.js';
import type { StaleRead } from '../history.js';

const CVS = 64;
const PEOPLE = 32;
const WRITES = 0.12;
/** Read soon after a write, by whoever: where a mistake would show. */
const HOT = 0.5;
/** A process that waits for a core, and the clock’s grain. */
const TOLERANCE_MS = 50;

/** Random reads and writes through two APIs while things go wrong at random: nothing older than promised, no write lost. */
export const consistency: FaultCase = {
  name: 'consistency',
  about: 'random reads and writes through two APIs, with a late replica, a lost bus and a cache that hangs or dies',
  proxied: true,
  run,
};

async function run(context: CaseContext): Promise<Finding[]> {
  const { platform, operations, seed, tell } = context;
  const random = randomFrom(seed);
  const counted = await CountedCvs.create(platform.apis[0].url, CVS);
  const done = new AbortController();
  const disturbing = disturb(platform, randomFrom(seed + 1), done.signal);
  const figures = { writes: 0, reads: 0 };
  let left = operations;
  const began = performance.now();
  const people = Array.from({ length: PEOPLE }, async (_, person) => {
    const own = counted.cvs.filter((_, index) => index % PEOPLE === person);
    let latest = own[0]!;
    while (left-- > 0) {
      const { url } = platform.apis[random() < 0.5 ? 0 : 1];
      if (random() < WRITES) {
        latest = own[Math.floor(random() * own.length)]!;
        await counted.write(url, latest);
        figures.writes++;
      } else {
        await counted.read(url, random() < HOT ? latest : counted.cvs[Math.floor(random() * CVS)]!);
        figures.reads++;
      }
      if (left % 10_000 === 0) tell(`${left} operations to go …`);
    }
  });
  await Promise.all(people);
  const seconds = (performance.now() - began) / 1000;
  done.abort();
  const episodes = await disturbing;
  await counted.compareWith(platform.primaryUrl);
  counted.close();
  return findings(counted, episodes, `${figures.reads} reads, ${figures.writes} writes in ${seconds.toFixed(0)} s`);
}

function findings({ cvs, failures }: CountedCvs, episodes: readonly Episode[], amount: string): Finding[] {
  const stale = cvs.flatMap(({ history }) => history.stale);
  const impossible = cvs.flatMap(({ history }) => history.impossible);
  const tooOld = stale.filter(({ at, ageMs }) => ageMs > boundAt(episodes, at) + TOLERANCE_MS);
  const whileWell = stale.filter(({ at }) => boundAt(episodes, at) === WELL_MS);
  return [
    { what: 'operations', value: amount, kept: true },
    { what: 'what went wrong meanwhile', value: count(episodes.map(({ name }) => name)), kept: episodes.length > 0 },
    {
      what: 'reads older than promised',
      value: tooOld.length === 0 ? '0' : `${tooOld.length}, the worst ${age(tooOld)}`,
      promised: '0',
      kept: tooOld.length === 0,
    },
    { what: 'oldest read while all was well', value: age(whileWell), promised: `<= ${WELL_MS} ms`, kept: true },
    { what: 'oldest read of all', value: `${age(stale)}; ${stale.length} were not the newest`, kept: true },
    {
      what: 'writes lost, values that nobody wrote',
      value: [String(impossible.length), ...impossible.slice(0, 3)].join('; '),
      promised: '0',
      kept: impossible.length === 0,
    },
    {
      what: 'requests that failed',
      value: failures.length === 0 ? '0' : count(failures),
      promised: '0',
      kept: failures.length === 0,
    },
  ];
}

const age = (reads: readonly StaleRead[]) => `${Math.max(0, ...reads.map(({ ageMs }) => ageMs)).toFixed(1)} ms`;

function count(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, times]) => `${name} x ${times}`).join(', ');
}
