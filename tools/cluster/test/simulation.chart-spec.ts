import { beforeAll, describe, expect, it } from '@jest/globals';

import { judge } from '../src/simulator/judge.js';
import { simulate, type Sample } from '../src/simulator/simulate.js';
import type { Trace } from '../src/simulator/traces.js';
import { tracesFor } from '../src/simulator/traces.js';
import { simulatedWorkloads, type SimulatedWorkload } from '../src/simulator/workloads.js';

let workloads: readonly SimulatedWorkload[];

beforeAll(async () => {
  workloads = await simulatedWorkloads();
});

const of = (name: string) => workloads.find(({ profile }) => profile.workload === name)!;
const run = ({ profile, autoscaler, thresholds }: SimulatedWorkload, trace: Trace): Sample[] =>
  simulate(profile, autoscaler, thresholds, trace).filter(({ second }) => second >= trace.warmUpSeconds);
const trace = (workload: SimulatedWorkload, name: string) =>
  tracesFor(workload.loads).find((one) => one.name === name)!;
const steady = (load: number, over: Partial<Trace> = {}): Trace => ({
  name: 'steady',
  seconds: 7_200,
  beginsAt: 0,
  warmUpSeconds: 0,
  load: () => load,
  ...over,
});

describe('the chart’s own autoscalers', () => {
  it.each(['api', 'parser', 'render'])(
    '%s: takes no step above its own, and takes none back within ten minutes',
    (name) => {
      // The two weeks are `npm run simulate`'s: they take seconds each under Jest.
      for (const one of tracesFor(of(name).loads).filter(({ seconds }) => seconds < 86_400)) {
        const judged = judge(run(of(name), one));
        expect({
          trace: one.name,
          hasty: judged.hastyTurns,
          step: judged.largestStep <= of(name).thresholds.step,
        }).toEqual({
          trace: one.name,
          hasty: 0,
          step: true,
        });
      }
    },
  );

  it('follows the ramp of the plan without refusing a request', () => {
    const judged = judge(run(of('api'), trace(of('api'), 'ramp')));
    expect(judged.refusedPercent).toBe(0);
    expect(judged.secondsToScale).toBeLessThan(300);
    expect(judged.overshoot).toBeLessThanOrEqual(2);
  });

  it('never goes down while the figures of Prometheus are lost', () => {
    const samples = run(of('api'), trace(of('api'), 'metric loss'));
    const during = samples.filter(({ second }) => second >= 3_330 && second < 4_500);
    expect(Math.min(...during.map(({ replicas }) => replicas))).toBe(during[0]!.replicas);
  });

  it('lands on the floor of the schedule and stays, wherever it comes from', () => {
    const monday9 = 9 * 3_600;
    const surge = (replicas: number) =>
      steady(0, { beginsAt: monday9, load: (second) => (second < 1_800 ? 233 * replicas : 100) });
    for (const most of [5, 6, 7, 8, 12, 13]) {
      const end = run(of('api'), surge(most)).slice(-240);
      const replicas = new Set(end.map((sample) => sample.replicas));
      expect(replicas.size).toBe(1);
      // The floor is 5; a step of 2 from an even number ends one above it.
      expect([5, 6]).toContain([...replicas][0]);
    }
  });

  it('is on the floor of the schedule by five past eight, and back after eight in the evening', () => {
    const samples = simulate(
      of('api').profile,
      of('api').autoscaler,
      of('api').thresholds,
      steady(100, { seconds: 86_400 }),
    );
    const at = (hour: number, minute: number) => samples[(hour * 3_600 + minute * 60) / 5]!.replicas;
    expect([at(7, 55), at(8, 5), at(14, 0), at(19, 59), at(20, 10)]).toEqual([3, 5, 5, 5, 3]);
  });

  it('is there ten minutes before the hour that earlier weeks were busy at', () => {
    const week = 604_800;
    const busyFrom = 2 * 86_400 + 22 * 3_600;
    const samples = simulate(of('api').profile, of('api').autoscaler, of('api').thresholds, {
      ...steady(0),
      seconds: week + busyFrom + 7_200,
      load: (second) => (second % week >= busyFrom && second % week < busyFrom + 3_600 ? 2_000 : 200),
    });
    const before = (seconds: number) => samples[(week + busyFrom - seconds) / 5]!.ready;
    expect(before(700)).toBe(3);
    expect(before(120)).toBeGreaterThanOrEqual(9);
  });
});
