import { find, render } from '@discover/chart';

import { readAutoscaler, type AutoscalerSpec } from './autoscaler-spec.js';
import type { Profile } from './simulate.js';
import { readChartValues, type Thresholds } from './thresholds.js';
import type { TraceLoads } from './traces.js';

export interface SimulatedWorkload {
  readonly profile: Profile;
  readonly autoscaler: AutoscalerSpec;
  readonly thresholds: Thresholds;
  readonly loads: TraceLoads;
}

/**
 * What the platform's plan says of each (1,000 to 5,000 requests, 10 to 50 parses, 20 to 100 renders a second), and what one of
 * them costs. The costs are above what `npm run bench` measures, so that replicas are needed at all: an API whose requests take
 * 5 ms of CPU reaches 58 % where the request rate asks for more; of ten documents one is a scan.
 */
const ASSUMED = [
  { workload: 'api', cpuSeconds: 0.005, startSeconds: 30, loads: { from: 1_000, to: 5_000, waits: false } },
  { workload: 'parser', queue: 'parse', cpuSeconds: 0.15, startSeconds: 40, loads: { from: 10, to: 50, waits: true } },
  {
    workload: 'render',
    queue: 'render',
    cpuSeconds: 0.04,
    startSeconds: 30,
    loads: { from: 20, to: 100, waits: true },
  },
] as const;

/** The chart's own autoscalers, rendered by Helm with the defaults. */
export async function simulatedWorkloads(): Promise<SimulatedWorkload[]> {
  const manifests = await render();
  const { thresholds, cpus } = await readChartValues();
  return ASSUMED.map(({ loads, ...profile }) => ({
    profile: { ...profile, cpuRequest: cpus[profile.workload]! },
    autoscaler: readAutoscaler(find(manifests, 'HorizontalPodAutoscaler', `cv-discover-${profile.workload}`)),
    thresholds: thresholds[profile.workload]!,
    loads,
  }));
}
