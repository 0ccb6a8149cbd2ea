import { describe, expect, it } from '@jest/globals';

import { BUCKETS, bucketOf, quantile } from './histogram.js';

function histogramOf(durations: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const ms of durations) counts.set(bucketOf(ms), (counts.get(bucketOf(ms)) ?? 0) + 1);
  return counts;
}

describe('a histogram of durations', () => {
  it.each([0, -1, NaN, 0.1])('holds %d in its first bucket', (ms) => expect(bucketOf(ms)).toBe(0));

  it.each([13_200, 1e9, Infinity])('holds %d in its last one', (ms) => expect(bucketOf(ms)).toBe(BUCKETS - 1));

  it('has durations in order', () => {
    const buckets = Array.from({ length: 1_000 }, (_, n) => bucketOf(0.01 * 1.02 ** n));
    expect(buckets).toEqual([...buckets].sort((a, b) => a - b));
    expect(new Set(buckets).size).toBe(BUCKETS);
  });

  it.each([0.5, 0.95, 0.99])('tells the quantile %d to within 13 %', (share) => {
    for (const scale of [0.2, 1, 7, 100, 4_000]) {
      const durations = Array.from({ length: 1_000 }, (_, n) => scale * (1 + n / 1_000));
      const exact = durations[Math.ceil(share * 1_000) - 1]!;
      const told = quantile(histogramOf(durations), share, Math.max(...durations));
      expect(Math.abs(told / exact - 1)).toBeLessThan(0.13);
    }
  });

  it('never tells more than the longest', () => {
    expect(quantile(histogramOf([3]), 0.99, 3)).toBeLessThanOrEqual(3);
    expect(quantile(histogramOf([20_000, 60_000]), 1, 60_000)).toBe(60_000);
  });

  it('has no quantile of nothing', () => expect(quantile(new Map(), 0.95, 0)).toBe(0));
});
