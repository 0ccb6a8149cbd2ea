import type { ProcessFigures } from '@discover/figures';
import { describe, expect, it } from '@jest/globals';

import { liveFigures } from '../../src/performance/live-figures.js';

function figures(change: Partial<ProcessFigures>): ProcessFigures {
  return {
    service: 'api',
    host: 'pod-1',
    instance: 'pod-1:1',
    release: 'r1',
    contained: true,
    at: 600_000,
    startedAt: 0,
    seconds: 100,
    requestsNow: 2,
    cpu: { used: 1, limit: 2 },
    memory: { used: 50, limit: 100 },
    eventLoop: { lagMs: 3, utilisation: 0.2 },
    families: {},
    ...change,
  };
}

const request = (route: string, status: string, count: number, seconds: number) => ({
  labels: { method: 'GET', route, status },
  value: count,
  sum: count * seconds,
  buckets: [0.1, 1].map((bound) => (seconds <= bound ? count : 0)),
});

describe('live figures', () => {
  it('of a platform that tells nothing are nothing', () => {
    expect(liveFigures([])).toMatchObject({
      processes: 0,
      services: [],
      requests: { count: 0, perSecond: 0, p95Ms: null, errorShare: 0 },
      cache: { hitRatio: null },
    });
  });

  it('count what a container uses once, however many processes tell of it', () => {
    const { services } = liveFigures([
      figures({}),
      figures({ instance: 'pod-1:2', eventLoop: { lagMs: 9, utilisation: 0.9 } }),
      figures({ host: 'pod-2', instance: 'pod-2:1', release: 'r2', cpu: { used: 1.8, limit: 2 }, startedAt: 590_000 }),
      figures({ service: 'parser', contained: false, instance: 'here:5' }),
      figures({ service: 'parser', contained: false, instance: 'here:6' }),
    ]);
    expect(services).toEqual([
      {
        service: 'api',
        releases: ['r1', 'r2'],
        processes: 3,
        youngestSeconds: 10,
        cpu: { used: 2.8, limit: 4, share: 0.9 },
        memory: { used: 100, limit: 200, share: 0.5 },
        eventLoop: { lagMs: 9, utilisation: 0.9 },
      },
      expect.objectContaining({ service: 'parser', processes: 2, cpu: { used: 2, limit: 4, share: 0.5 } }),
    ]);
  });

  it('tell requests as a whole and by endpoint, what took most time first', () => {
    const http = (...series: ReturnType<typeof request>[]) => ({
      http_request_duration_seconds: { kind: 'histogram' as const, bounds: [0.1, 1], series },
    });
    const { requests, endpoints } = liveFigures([
      figures({
        families: http(request('/a', '200', 90, 0.05), request('/a', '503', 5, 0.05), request('/a', '404', 5, 0.05)),
      }),
      figures({ families: http(request('/b', '200', 100, 0.5)) }),
    ]);
    expect(requests).toMatchObject({ count: 200, perSecond: 2, perSecondNow: 4, errorShare: 0.025, p50Ms: 100 });
    expect(endpoints).toMatchObject([
      { route: '/b', requests: 100, errorShare: 0, timeShare: 50 / 55 },
      { route: '/a', requests: 100, errorShare: 0.05, refusedShare: 0.05, p95Ms: 95 },
    ]);
  });

  it('tell how caches answered, and which replica somebody leaves out', () => {
    const lookups = (result: string, value: number) => ({ labels: { type: 'cv', result }, value });
    const replica = (value: number) => ({
      cv_db_replica_usable: { kind: 'gauge' as const, series: [{ labels: { replica: 'replica-0' }, value }] },
    });
    const { cache, replicas } = liveFigures([
      figures({
        families: {
          cv_cache_requests_total: {
            kind: 'counter',
            series: [lookups('l1', 70), lookups('l2', 20), lookups('miss', 10)],
          },
          ...replica(1),
        },
      }),
      figures({ families: replica(0) }),
    ]);
    expect(cache).toMatchObject({ lookups: 100, hitRatio: 0.9, types: [{ type: 'cv', l1: 70, l2: 20, misses: 10 }] });
    expect(replicas).toEqual([{ replica: 'replica-0', usable: false, lagSeconds: 0 }]);
  });
});
