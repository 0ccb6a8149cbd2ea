import { setTimeout as delay } from 'node:timers/promises';

import { CountedCvs } from '../counted-cvs.js';
import type { CaseContext, FaultCase, Finding } from '../finding.js';

const CVS = 20;
const AWAY_SECONDS = 30;
const WRITE_EVERY_MS = 50;
const READERS = 8;
/** `libs/cache/README.md`: copies that no heartbeat confirms live one second. */
const BOUND_MS = 1_000;
/** A read that began just before a copy ended its life, and the clock of another process. */
const TOLERANCE_MS = 50;

/** One instance hears no announcements for 30 s, while everything else works: how old is what it says at worst? */
export const busAway: FaultCase = {
  name: 'bus-away',
  about: `one API hears no announcements of the cache’s bus for ${AWAY_SECONDS} s while the other writes`,
  proxied: true,
  run,
};

async function run({ platform, tell }: CaseContext): Promise<Finding[]> {
  const [writing, reading] = platform.apis;
  const counted = await CountedCvs.create(writing.url, CVS);
  const done = new AbortController();
  let next = 0;
  let reads = 0;
  const writer = (async () => {
    while (!done.signal.aborted) {
      await counted.write(writing.url, counted.cvs[next++ % CVS]!);
      await delay(WRITE_EVERY_MS);
    }
  })();
  const readers = Array.from({ length: READERS }, async (_, reader) => {
    for (let round = reader; !done.signal.aborted; round++) {
      await counted.read(reading.url, counted.cvs[round % CVS]!);
      reads++;
      // An answer from memory comes without ever giving the event loop a turn.
      await delay(1);
    }
  });
  await delay(3_000);
  const well = worst(counted);
  tell('the bus is away …');
  reading.proxy!.let('no announcements');
  await delay(AWAY_SECONDS * 1_000);
  const away = worst(counted);
  reading.proxy!.let('all');
  await delay(3_000);
  done.abort();
  await Promise.all([writer, ...readers]);
  counted.close();
  return [
    { what: 'reads, writes', value: `${reads}, ${next}`, kept: reads > 0 && next > 0 },
    { what: 'oldest answer while all is well', value: `${well.toFixed(1)} ms`, promised: '< 100 ms', kept: well < 100 },
    {
      what: 'oldest answer while it is away',
      value: `${away.toFixed(0)} ms`,
      promised: `<= ${BOUND_MS} ms`,
      kept: away <= BOUND_MS + TOLERANCE_MS,
    },
    {
      what: 'requests that failed',
      value: [String(counted.failures.length), ...new Set(counted.failures)].join(' '),
      promised: 'none',
      kept: counted.failures.length === 0,
    },
  ];
}

function worst({ cvs }: CountedCvs): number {
  return Math.max(0, ...cvs.flatMap(({ history }) => history.stale.map(({ ageMs }) => ageMs)));
}
