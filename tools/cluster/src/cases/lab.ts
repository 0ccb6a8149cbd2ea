import { CHART, helm } from '@discover/chart';

import type { ControlPlane } from '../control-plane/control-plane.js';
import type { LoadExporter } from '../control-plane/load.js';
import type { ReplicaHistory } from './replica-history.js';

/** What a case has to do with. */
export interface Lab {
  readonly plane: ControlPlane;
  readonly history: ReplicaHistory;
  readonly exporter: LoadExporter;
}

export type Values = Readonly<Record<string, unknown>>;

export interface Verdict {
  readonly seen: string;
  readonly ok: boolean;
}

/** One question put to the controller, in a namespace of its own. */
export interface Case {
  readonly namespace: string;
  readonly name: string;
  readonly wanted: string;
  /** On top of {@link QUIET}. */
  readonly values: Values;
  run(lab: Lab): Promise<Verdict>;
}

export const RELEASE = 'cv';
export const deployment = (workload: string) => `${RELEASE}-discover-${workload}`;

/** The chart's own thresholds, without what would decide beside the case: no floor by the clock, and no migration (no container runs). */
export const QUIET: Values = {
  'migrations.enabled': false,
  'monitoring.rules.enabled': true,
  'scaling.evaluationInterval': '5s',
  'scaling.workloads.api.schedule': null,
  'scaling.workloads.parser.schedule': null,
  'scaling.workloads.render.schedule': null,
};

/** `helm install` or another verb of a release in its namespace. @throws HelmError */
export async function helmRelease(
  plane: ControlPlane,
  namespace: string,
  verb: 'install' | 'upgrade',
  values: Values,
  files: readonly string[] = [],
) {
  const set = Object.entries(values).flatMap(([path, value]) => ['--set-json', `${path}=${JSON.stringify(value)}`]);
  const place = ['--kubeconfig', plane.kubeconfig, '--namespace', namespace, '--create-namespace'];
  await helm([
    verb,
    RELEASE,
    CHART,
    ...place,
    ...files.flatMap((file) => ['--values', `${CHART}/values/${file}.yaml`]),
    ...set,
  ]);
}

/** Sets the replicas by hand, as an autoscaler would have earlier. */
export async function setReplicas(
  { plane }: Lab,
  namespace: string,
  workload: string,
  replicas: number,
): Promise<void> {
  const path = `/apis/apps/v1/namespaces/${namespace}/deployments/${deployment(workload)}/scale`;
  await plane.api.patch(path, { spec: { replicas } });
}

/** Waits until the autoscaler of the API has `replicas` and reads the CPU of its pods, which it does once they have run for a minute. */
export async function untilSettled({ history }: Lab, namespace: string, replicas: number): Promise<boolean> {
  return history.until(() => {
    const status = history.autoscaler(namespace, deployment('api'))?.status;
    const metrics = (status?.currentMetrics ?? []) as {
      containerResource?: { current: { averageUtilization?: number } };
    }[];
    const reads = metrics.some(({ containerResource }) => containerResource?.current.averageUtilization !== undefined);
    return reads && status?.currentReplicas === replicas && replicasOf(history, namespace, 'api') === replicas;
  }, 240_000);
}

export function replicasOf(history: ReplicaHistory, namespace: string, workload: string): number | undefined {
  return history.of(namespace, deployment(workload)).at(-1)?.replicas;
}

/** «3 → 5 after 131 s → 7 after 191 s», of what changed since `from`. */
export function story(history: ReplicaHistory, namespace: string, workload: string, from: number): string {
  const changes = history.of(namespace, deployment(workload));
  const before = changes.findLast(({ at }) => at <= from)?.replicas ?? 0;
  const later = changes.filter(({ at }) => at > from);
  const steps = later.map(({ at, replicas }) => `${replicas} after ${Math.round((at - from) / 1_000)} s`);
  return [before, ...(steps.length === 0 ? ['stays'] : steps)].join(' → ');
}

export interface Step {
  /** Since the beginning of what is told. */
  readonly seconds: number;
  readonly by: number;
}

/** Every change of the wanted replicas since `from`. */
export function stepsSince(history: ReplicaHistory, namespace: string, workload: string, from: number): Step[] {
  const changes = history.of(namespace, deployment(workload));
  return changes.flatMap(({ at, replicas }, index) => {
    const before = changes[index - 1];
    return before === undefined || at <= from ? [] : [{ seconds: (at - from) / 1_000, by: replicas - before.replicas }];
  });
}
