import { describe, expect, it } from '@jest/globals';

import type { ProcessFigures } from './figures.js';
import { quantileOf, together, totalsOf } from './totals.js';

const process = (seconds: number, families: ProcessFigures['families']) => ({ seconds, families }) as ProcessFigures;
const requests = (status: string, route: string, buckets: number[], value: number) => ({
  labels: { route, status },
  value,
  sum: value / 10,
  buckets,
});

describe('figures of several processes', () => {
  const processes = [
    process(100, {
      http_request_duration_seconds: {
        kind: 'histogram',
        bounds: [0.1, 0.5],
        series: [requests('200', '/a', [80, 100], 100), requests('500', '/a', [0, 10], 20)],
      },
    }),
    process(10, {
      http_request_duration_seconds: {
        kind: 'histogram',
        bounds: [0.1, 0.5],
        series: [requests('200', '/b', [20, 20], 20)],
      },
    }),
    process(10, {}),
  ];

  it('are added up by the labels that are asked for; each rate is over its own window', () => {
    const byRoute = totalsOf(processes, 'http_request_duration_seconds', ['route']);
    expect(byRoute).toMatchObject([
      { labels: { route: '/a' }, value: 120, perSecond: 1.2, buckets: [80, 110] },
      { labels: { route: '/b' }, value: 20, perSecond: 2, buckets: [20, 20] },
    ]);
    expect(together(byRoute)).toMatchObject({ value: 140, perSecond: 3.2, buckets: [100, 130], bounds: [0.1, 0.5] });
    expect(totalsOf(processes, 'http_request_duration_seconds')).toMatchObject([{ labels: {}, value: 140 }]);
    expect(totalsOf(processes, 'cv_cache_requests_total')).toEqual([]);
  });

  it('have quantiles as Prometheus tells them', () => {
    const [total] = totalsOf(processes, 'http_request_duration_seconds');
    expect(quantileOf(total!, 0.5)).toBeCloseTo(0.07);
    expect(quantileOf(total!, 0.8)).toBeCloseTo(0.1 + 0.4 * (12 / 30));
    // Beyond the last bound nothing is known but that it is beyond.
    expect(quantileOf(total!, 0.99)).toBe(0.5);
    expect(quantileOf(together([]), 0.5)).toBeNull();
  });
});
