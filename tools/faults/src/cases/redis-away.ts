import { setTimeout as delay } from 'node:timers/promises';

import {
  Account,
  errorCount,
  randomFrom,
  resume,
  runLoad,
  scrape,
  total,
  type LoadResult,
  type PlannedRequest,
} from '@discover/bench';

import { whileDropped, whyNotDropped } from '../dropped-packets.js';
import type { CaseContext, FaultCase, Finding } from '../finding.js';

const CVS = 200;
/** Of a hundred requests; the reads of single CVs are the rest. */
const LISTS = 10;
const WRITES = 5;
const REQUESTS = 2_000;
/** Far below what the platform can do, so that a time is that of the answer and not of a queue before it. */
const PER_SECOND = 300;
const CONNECTIONS = 30;
/** «Slower» may be at most so many times as slow (spec D3 and the issue). */
const P99_FACTOR = 2;
/** A difference that nobody feels is none, however large its ratio: milliseconds. */
const P99_NOTHING_MS = 25;
const LOOK_MS = 50;
/** After which everything is as before: the breaker tries every 0.5 s, a returned Redis is distrusted for 2 s. */
const RECOVERY_MS = 5_000;

/** The cache’s Redis is killed under load: «slower, never wrong, never 5xx» (D3). */
export const cacheKilled: FaultCase = {
  name: 'cache-killed',
  about: 'the cache’s Redis is killed by SIGKILL under load, and is back after a while',
  proxied: false,
  run: (context) =>
    underLoad(context, async (load) => {
      const { cache } = context.platform;
      await cache.kill();
      const result = await load();
      await cache.start();
      return result;
    }),
};

/** The same without anything being refused: what is sent is lost, which hangs a client that has no time-outs. */
export const cacheBlackHoled: FaultCase = {
  name: 'cache-black-holed',
  about: 'all packets to the cache’s Redis are dropped under load, and pass again after a while',
  proxied: false,
  unavailable: whyNotDropped,
  run: (context) => underLoad(context, (load) => whileDropped(context.platform.cache.port, load)),
};

async function underLoad(
  context: CaseContext,
  fault: (load: () => Promise<LoadResult>) => Promise<LoadResult>,
): Promise<Finding[]> {
  const { platform, seconds, signal, tell } = context;
  const [api] = platform.apis;
  const requests = await mixedRequests(context);
  const plan = { url: api.url, connections: CONNECTIONS, perSecond: PER_SECOND, requests };
  const load = (length: number) => () => runLoad({ ...plan, seconds: length }, signal);
  await load(3)();
  tell('as always …');
  const before = await load(seconds)();
  tell('with the fault …');
  const breaker = watchBreaker(api.metricsPort);
  const during = await fault(load(seconds));
  tell('after it …');
  const after = await load(seconds)();
  await delay(RECOVERY_MS, undefined, { signal });
  const seen = await breaker.end();
  return [
    { what: 'p99 as always', value: ms(before.all.latency.p99), kept: true },
    {
      what: 'p99 with the fault',
      value: `${ms(during.all.latency.p99)} (${(during.all.latency.p99 / before.all.latency.p99).toFixed(1)} x)`,
      promised: `< ${P99_FACTOR} x, or less than ${P99_NOTHING_MS} ms more`,
      kept:
        during.all.latency.p99 < P99_FACTOR * before.all.latency.p99 ||
        during.all.latency.p99 - before.all.latency.p99 < P99_NOTHING_MS,
    },
    {
      what: 'p50 / p95 with the fault',
      value: `${ms(during.all.latency.p50)} / ${ms(during.all.latency.p95)}`,
      kept: true,
    },
    { what: 'p99 after it', value: ms(after.all.latency.p99), kept: true },
    ...[during, after].map((result, index) => ({
      what: index === 0 ? 'not answered as expected, with the fault' : 'not answered as expected, after it',
      value: `${errorCount(result)} of ${result.all.count + errorCount(result)} ${describe(result)}`.trim(),
      promised: 'none',
      kept: errorCount(result) === 0,
    })),
    {
      what: 'breaker',
      value: `opened: ${seen.opened ? 'yes' : 'no'}; trials while it was: ${seen.trials}; closed at the end: ${seen.closed ? 'yes' : 'no'}`,
      promised: 'opens, tries, closes',
      kept: seen.opened && seen.trials > 0 && seen.closed,
    },
  ];
}

async function mixedRequests({ platform, seed }: CaseContext): Promise<PlannedRequest[]> {
  const random = randomFrom(seed);
  const account = await Account.open(platform.apis[0].url);
  const ids = await account.createCvs(Array.from({ length: CVS }, (_, number) => resume(number)));
  const any = () => ids[Math.floor(random() ** 3 * ids.length)]!;
  return Array.from({ length: REQUESTS }, (_, number) => {
    const kind = random() * 100;
    if (kind < LISTS) return account.list();
    if (kind < LISTS + WRITES) return account.patch(any(), number);
    return account.read(any());
  });
}

/** What the metrics show of the breaker until it is asked for. */
function watchBreaker(metricsPort: number): {
  end: () => Promise<{ opened: boolean; trials: number; closed: boolean }>;
} {
  const stop = new AbortController();
  let opened = false;
  let trials = 0;
  let closed = false;
  const watching = (async () => {
    const before = total(await scrape(metricsPort), 'cv_cache_breaker_trials_total');
    while (!stop.signal.aborted) {
      const series = await scrape(metricsPort);
      const open = total(series, 'cv_cache_breaker_open') > 0;
      opened ||= open;
      closed = !open;
      trials = total(series, 'cv_cache_breaker_trials_total') - before;
      await delay(LOOK_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return {
    end: async () => {
      stop.abort();
      await watching;
      return { opened, trials, closed };
    },
  };
}

const ms = (value: number) => `${value.toFixed(1)} ms`;

const describe = ({ errors }: LoadResult) =>
  Object.entries(errors)
    .map(([error, count]) => `${error} x ${count}`)
    .join(', ');
