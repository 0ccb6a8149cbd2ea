import type { Correlation } from '@discover/telemetry';

/** A request that runs one statement more often than this within `WITHIN_MS` could have run one for all. */
export const MOST_REPEATS = 10;
/** What is asked again and again over a longer time is waited for, such as the end of a job. */
const WITHIN_MS = 1_000;

interface Burst {
  times: number;
  since: number;
  told: boolean;
}

/** By request, and gone with it. */
const requests = new WeakMap<Correlation, Map<string, Burst>>();

/**
 * Counts a run of a statement in a request.
 *
 * @param now milliseconds of the monotonic clock
 * @returns how often it ran now, and whether that is too often for the first time in this request; null if it is not too often
 */
export function countRepeats(
  request: Correlation,
  query: string,
  now: number,
): { times: number; first: boolean } | null {
  let bursts = requests.get(request);
  if (!bursts) requests.set(request, (bursts = new Map<string, Burst>()));
  const burst = bursts.get(query);
  if (!burst) {
    bursts.set(query, { times: 1, since: now, told: false });
    return null;
  }
  if (now - burst.since > WITHIN_MS) {
    burst.times = 1;
    burst.since = now;
    return null;
  }
  if (++burst.times <= MOST_REPEATS) return null;
  const first = !burst.told;
  burst.told = true;
  return { times: burst.times, first };
}
