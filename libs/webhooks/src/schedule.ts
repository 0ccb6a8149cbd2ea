const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Waits between one try and the next: nine tries in all, the last about 22 hours after the first. */
const WAITS_MS = [15_000, MINUTE, 5 * MINUTE, 20 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];

export const MAX_TRIES = WAITS_MS.length + 1;

/**
 * How long to wait after so many failed tries, in milliseconds; null when it is to be given up. A tenth is left to chance, so
 * that what failed together does not come again together.
 *
 * @param random in [0, 1)
 */
export function waitAfter(tries: number, random: number): number | null {
  const wait = WAITS_MS[tries - 1];
  return wait === undefined ? null : Math.round(wait * (0.9 + 0.2 * random));
}
