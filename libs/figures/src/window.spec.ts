import { metrics } from '@discover/telemetry';
import { beforeEach, describe, expect, it } from '@jest/globals';

import { RollingWindow } from './window.js';

describe('the rolling window of a process', () => {
  let now: number;
  let window: RollingWindow;
  beforeEach(() => {
    for (const metric of [metrics.cacheRequests, metrics.httpRequestDuration]) metric.reset();
    now = 0;
    window = new RollingWindow({ spanMs: 60_000, stepMs: 10_000, now: () => now });
  });

  const hit = (times: number) => metrics.cacheRequests.inc({ type: 'cv', result: 'l1' }, times);
  const read = async (at: number) => {
    now = at;
    const { seconds, families } = await window.read();
    return [seconds, families.cv_cache_requests_total!.series.map(({ value }) => value)];
  };

  it('tells what was counted since the process began, until it is full, and then the last minute', async () => {
    hit(100);
    expect(await read(10_000)).toEqual([10, [100]]);
    hit(5);
    expect(await read(20_000)).toEqual([20, [105]]);
    for (let at = 30_000; at <= 70_000; at += 10_000) await read(at);
    hit(7);
    expect(await read(80_000)).toEqual([60, [7]]);
    expect(await read(140_000)).toEqual([60, []]);
  });

  it('is exact to its step, however often it is read', async () => {
    for (let at = 1_000; at <= 100_000; at += 1_000) {
      hit(1);
      await read(at);
    }
    const [seconds, [count]] = (await read(100_000)) as [number, [number]];
    expect(count).toBe(seconds);
    expect(seconds).toBeGreaterThanOrEqual(60);
    expect(seconds).toBeLessThan(70);
  });

  it('tells the growth of each bucket of a histogram, and gauges as they are', async () => {
    const labels = { method: 'GET', route: '/a', status: '200' };
    metrics.httpRequestDuration.observe(labels, 0.04);
    await read(10_000);
    metrics.httpRequestDuration.observe(labels, 0.3);
    metrics.cacheBreakerOpen.set(1);
    for (let at = 20_000; at <= 70_000; at += 10_000) await read(at);
    now = 71_000;
    const { families } = await window.read();
    const { bounds, series } = families.http_request_duration_seconds!;
    expect(series).toHaveLength(1);
    expect(series[0]).toMatchObject({ labels, value: 1 });
    expect(series[0]!.sum).toBeCloseTo(0.3);
    expect(bounds!.map((bound, index) => [bound, series[0]!.buckets![index]])).toEqual([
      ...[0.005, 0.01, 0.025, 0.05, 0.1, 0.2].map((bound) => [bound, 0]),
      ...[0.5, 1, 2, 5, 10].map((bound) => [bound, 1]),
    ]);
    expect(families.cv_cache_breaker_open).toMatchObject({ kind: 'gauge', series: [{ value: 1 }] });
  });
});
