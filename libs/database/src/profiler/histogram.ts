/**
 * Durations by buckets, each reaching a third of an octave further than the one before: a quantile is told to within 13 %,
 * from 0.1 ms to 13 s, in some two hundred bytes, and histograms of many processes are added up number by number.
 */

/** Upper bound of the first bucket, in milliseconds. */
const FIRST_MS = 0.1;
const PER_OCTAVE = 3;
/** The last one has no upper bound. */
export const BUCKETS = 53;

export function bucketOf(ms: number): number {
  if (!(ms > FIRST_MS)) return 0;
  return Math.min(BUCKETS - 1, Math.ceil(PER_OCTAVE * Math.log2(ms / FIRST_MS)));
}

/** In milliseconds; those of the last bucket are as long as the longest that is known. */
function upperBound(bucket: number, longestMs: number): number {
  return bucket >= BUCKETS - 1 ? longestMs : FIRST_MS * 2 ** (bucket / PER_OCTAVE);
}

/**
 * The duration in milliseconds that so large a share of all is not longer than; 0 of none.
 *
 * @param share between 0 and 1
 * @param longestMs the longest of all
 */
export function quantile(counts: ReadonlyMap<number, number>, share: number, longestMs: number): number {
  const buckets = [...counts].sort(([a], [b]) => a - b);
  const all = buckets.reduce((sum, [, count]) => sum + count, 0);
  let below = 0;
  for (const [bucket, count] of buckets) {
    if (below + count < share * all) {
      below += count;
      continue;
    }
    const lower = bucket === 0 ? 0 : upperBound(bucket - 1, longestMs);
    // Within a bucket durations count as evenly spread.
    const upper = Math.max(lower, Math.min(upperBound(bucket, longestMs), longestMs));
    return count === 0 ? upper : lower + (upper - lower) * ((share * all - below) / count);
  }
  return 0;
}
