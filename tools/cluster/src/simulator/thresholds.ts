import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { CHART } from '@discover/chart';
import { parse } from 'yaml';

import { quantity } from './quantity.js';

/** `scaling.workloads.<name>` of the chart's values, as far as the recording rules depend on it. */
export interface Thresholds {
  readonly minReplicas: number;
  readonly step: number;
  readonly cpuUtilization: number;
  readonly requestsPerSecondBaseline: number;
  readonly requestsPerSecondBaselineReplicas?: number;
  readonly requestRateUtilization?: number;
  readonly pendingJobsPerReplica: Readonly<Record<string, number>>;
  readonly processing?: { readonly drainSeconds: number; readonly slotUtilization: number } | null;
  readonly schedule?: {
    readonly add: number;
    readonly fromDay: number;
    readonly toDay: number;
    readonly fromHour: number;
    readonly toHour: number;
  } | null;
  readonly forecast?: { readonly weeks: number; readonly aheadMinutes: number } | null;
}

export interface ChartValues {
  readonly thresholds: Readonly<Record<string, Thresholds>>;
  /** CPUs that a replica asks for, by workload. */
  readonly cpus: Readonly<Record<string, number>>;
}

/** The chart's defaults: what production runs with. */
export async function readChartValues(): Promise<ChartValues> {
  const values = parse(await readFile(join(CHART, 'values.yaml'), 'utf8')) as {
    scaling: { workloads: Record<string, Thresholds> };
    workloads: Record<string, { resources: { requests: { cpu: string } } }>;
  };
  const cpus = Object.entries(values.workloads).map(([name, { resources }]) => [
    name,
    quantity(resources.requests.cpu),
  ]);
  return { thresholds: values.scaling.workloads, cpus: Object.fromEntries(cpus) as Record<string, number> };
}

/** As the chart computes it: requests per second of one replica at which another is wanted. */
export function requestsPerReplica(of: Thresholds): number {
  const { requestsPerSecondBaselineReplicas = 1, requestRateUtilization = 100 } = of;
  return Math.floor(
    (of.requestsPerSecondBaseline * requestRateUtilization) / (100 * requestsPerSecondBaselineReplicas),
  );
}
