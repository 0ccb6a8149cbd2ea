import { describe, expect, it } from '@jest/globals';

import type { AutoscalerSpec, DirectionSpec } from './autoscaler-spec.js';
import { Autoscaler, propose, type PodView } from './autoscaler.js';

const direction = (over: Partial<DirectionSpec> = {}): DirectionSpec => ({
  windowSeconds: 0,
  tolerance: 0.1,
  policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
  ...over,
});
const spec = (over: Partial<AutoscalerSpec> = {}): AutoscalerSpec => ({
  minReplicas: 1,
  maxReplicas: 100,
  metrics: [{ kind: 'external', name: 'jobs', averageValue: 100 }],
  up: direction(),
  down: direction(),
  ...over,
});
const cpu = { kind: 'cpu', utilization: 50 } as const;
const pods = (...shares: (number | undefined)[]): PodView[] => shares.map((share) => ({ ready: true, cpu: share }));
const see = (replicas: number, jobs: number | undefined, views: readonly PodView[] = []) => ({
  replicas,
  pods: views,
  external: jobs === undefined ? {} : { jobs },
});

describe('what metrics propose', () => {
  it('doubles at twice the target and halves at half of it', () => {
    expect(propose(spec(), see(2, 400))).toBe(4);
    expect(propose(spec(), see(4, 200))).toBe(2);
  });

  it('changes nothing within a tenth of the target', () => {
    expect(propose(spec(), see(10, 1_090))).toBe(10);
    expect(propose(spec(), see(10, 910))).toBe(10);
    expect(propose(spec(), see(10, 1_110))).toBe(12);
  });

  it('keeps a tolerance for each direction', () => {
    const ours = spec({
      metrics: [{ kind: 'cpu', utilization: 70 }],
      up: direction({ tolerance: 0 }),
      down: direction({ tolerance: 0.643 }),
    });
    expect(propose(ours, see(3, undefined, pods(0.71, 0.71, 0.71)))).toBe(4);
    expect(propose(ours, see(10, undefined, pods(...Array<number>(10).fill(0.26))))).toBe(10);
    expect(propose(ours, see(10, undefined, pods(...Array<number>(10).fill(0.24))))).toBe(4);
  });

  it('takes the largest of several', () => {
    const both = spec({ metrics: [cpu, { kind: 'external', name: 'jobs', averageValue: 100 }] });
    expect(propose(both, see(2, 100, pods(1, 1)))).toBe(4);
    expect(propose(both, see(2, 500, pods(0.1, 0.1)))).toBe(5);
  });

  it('does not go down while a metric is missing, but goes up', () => {
    const both = spec({ metrics: [cpu, { kind: 'external', name: 'jobs', averageValue: 100 }] });
    expect(propose(both, see(4, undefined, pods(0.1, 0.1, 0.1, 0.1)))).toBeUndefined();
    expect(propose(both, see(2, undefined, pods(1, 1)))).toBe(4);
    expect(propose(spec(), see(4, undefined))).toBeUndefined();
  });

  it('takes pods that are not ready for idle on the way up', () => {
    const starting: PodView = { ready: false, cpu: 2 };
    const ours = spec({ metrics: [cpu] });
    // Two busy ones ask for four; with the two that are starting, there are four.
    expect(propose(ours, see(4, undefined, [...pods(1, 1), starting, starting]))).toBe(4);
    expect(propose(ours, see(3, undefined, [...pods(1, 1), starting]))).toBe(4);
  });

  it('takes pods without a figure for fully busy on the way down', () => {
    const ours = spec({ metrics: [cpu] });
    expect(propose(ours, see(4, undefined, pods(0.1, 0.1, 0.1, undefined)))).toBe(3);
    expect(propose(ours, see(2, undefined, pods(0.1, undefined)))).toBe(2);
  });
});

describe('windows and policies', () => {
  it('goes up when it was wanted throughout the window', () => {
    const autoscaler = new Autoscaler(spec({ up: direction({ windowSeconds: 120, tolerance: 0 }) }));
    autoscaler.sync(0, see(2, 200));
    for (let second = 15; second < 120; second += 15) expect(autoscaler.sync(second, see(2, 400))).toBe(2);
    expect(autoscaler.sync(120, see(2, 400))).toBe(4);
  });

  it('begins the window anew when it was not wanted in between', () => {
    const autoscaler = new Autoscaler(spec({ up: direction({ windowSeconds: 120, tolerance: 0 }) }));
    autoscaler.sync(0, see(2, 200));
    for (let second = 15; second <= 105; second += 15) autoscaler.sync(second, see(2, 400));
    autoscaler.sync(120, see(2, 200));
    for (let second = 135; second < 240; second += 15) expect(autoscaler.sync(second, see(2, 400))).toBe(2);
    expect(autoscaler.sync(240, see(2, 400))).toBe(4);
  });

  it('goes down to the most that was wanted within the window', () => {
    const autoscaler = new Autoscaler(spec({ down: direction({ windowSeconds: 300 }) }));
    autoscaler.sync(0, see(10, 1_000));
    expect(autoscaler.sync(15, see(10, 700))).toBe(10);
    for (let second = 30; second < 300; second += 15) expect(autoscaler.sync(second, see(10, 200))).toBe(10);
    expect(autoscaler.sync(300, see(10, 200))).toBe(7);
    expect(autoscaler.sync(315, see(7, 200))).toBe(2);
  });

  // The documentation of Kubernetes: 4 pods or 10 percent a minute, from 80 down to 10.
  it('takes the larger of two policies, rounded for the one who asks', () => {
    const policies = [
      { type: 'Pods', value: 4, periodSeconds: 60 },
      { type: 'Percent', value: 10, periodSeconds: 60 },
    ] as const;
    const autoscaler = new Autoscaler(spec({ down: direction({ policies }) }));
    let replicas = 80;
    const seen = Array.from(
      { length: 8 },
      (_, minute) => (replicas = autoscaler.sync(minute * 60, see(replicas, 1_000))),
    );
    expect(seen).toEqual([72, 64, 57, 51, 45, 40, 36, 32]);
  });

  it('counts a period of a policy from its beginning', () => {
    const policies = [{ type: 'Pods', value: 2, periodSeconds: 60 }] as const;
    const autoscaler = new Autoscaler(spec({ up: direction({ policies }) }));
    let replicas = 3;
    const seen = Array.from(
      { length: 9 },
      (_, period) => (replicas = autoscaler.sync(period * 15, see(replicas, 1_000))),
    );
    expect(seen).toEqual([5, 5, 5, 5, 7, 7, 7, 7, 9]);
  });

  it('goes to its limits at once', () => {
    const autoscaler = new Autoscaler(spec({ minReplicas: 3, up: direction({ windowSeconds: 120 }) }));
    expect(autoscaler.sync(0, see(1, 100))).toBe(3);
    expect(new Autoscaler(spec({ maxReplicas: 5 })).sync(0, see(2, 5_000))).toBe(4);
    expect(new Autoscaler(spec({ maxReplicas: 5 })).sync(0, see(9, 5_000))).toBe(5);
  });
});
