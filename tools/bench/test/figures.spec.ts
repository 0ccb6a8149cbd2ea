import { describe, expect, it } from '@jest/globals';

import { randomFrom, zipf } from '../src/documents/random.js';
import { median, sampleOf } from '../src/figures.js';
import { hitRatio, queryTimes, quantile, readScrape, total } from '../src/prometheus.js';

describe('sampleOf', () => {
  it('counts by the second and takes percentiles by nearest rank', () => {
    const latencies = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(sampleOf(latencies, 4)).toEqual({ count: 200, perSecond: 50, latency: { p50: 100, p95: 190, p99: 198 } });
  });

  it('has no percentiles of nothing', () => {
    expect(sampleOf([], 1).latency.p50).toBeNaN();
  });
});

describe('median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %d', (values, expected) => expect(median(values)).toBe(expected));
});

describe('histograms of two scrapes', () => {
  const scrape = (fast: number, all: number) =>
    readScrape(`# HELP q_seconds x
q_seconds_bucket{le="0.01",query="find",server="primary"} ${fast}
q_seconds_bucket{le="0.1",query="find",server="primary"} ${all}
q_seconds_bucket{le="+Inf",query="find",server="primary"} ${all}
q_seconds_count{query="find",server="primary"} ${all}
q_seconds_count{query="save",server="primary"} 1
`);

  it('gives the p95 of what was added between them', () => {
    const times = queryTimes(scrape(100, 100), scrape(190, 200), 'q_seconds');
    expect(times.map(({ query, count }) => [query, count])).toEqual([
      ['*', 100],
      ['find', 100],
    ]);
    // 90 of 100 lie below 10 ms; the 95th is half way through the bucket of 10 to 100 ms.
    expect(times[0]!.p95).toBeCloseTo(0.055, 6);
  });

  it('answers the highest finite bound for what lies beyond it', () => {
    expect(
      quantile(
        new Map([
          [0.1, 1],
          [Infinity, 10],
        ]),
        0.95,
      ),
    ).toBe(0.1);
  });

  it('sums the series of a metric', () => expect(total(scrape(1, 7), 'q_seconds_count')).toBe(8));
});

describe('the hit ratio between two scrapes', () => {
  const scrape = (hits: number, misses: number) =>
    readScrape(`cv_cache_requests_total{type="cv",result="l1"} ${hits}
cv_cache_requests_total{type="cv",result="miss"} ${misses}
cv_cache_requests_total{type="search",result="miss"} ${misses}
`);

  it('counts what did not wait for the source, of all types or of some', () => {
    expect(hitRatio(scrape(100, 50), scrape(180, 60))).toBeCloseTo(0.8, 6);
    expect(hitRatio(scrape(100, 50), scrape(190, 60), ['cv'])).toBeCloseTo(0.9, 6);
  });
});

describe('zipf', () => {
  it('draws the first twice as often as the second, and everything at times', () => {
    const draw = zipf(20, randomFrom(1));
    const drawn = Array.from({ length: 20_000 }, draw);
    const counts = Array.from({ length: 20 }, (_, place) => drawn.filter((number) => number === place).length);
    expect(counts[0]! / counts[1]!).toBeCloseTo(2, 0);
    expect(Math.min(...counts)).toBeGreaterThan(100);
  });
});
