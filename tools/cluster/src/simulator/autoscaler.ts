import type { AutoscalerSpec, DirectionSpec, MetricSpec } from './autoscaler-spec.js';

/** A pod as the controller sees it. */
export interface PodView {
  /** Running and past its readiness, and its CPU measured for a whole window since; others count as not ready. */
  readonly ready: boolean;
  /** CPU in units of the request; undefined: no figure came. */
  readonly cpu: number | undefined;
}

export interface Observation {
  readonly replicas: number;
  readonly pods: readonly PodView[];
  /** Sums by name; a missing one is an error of the metrics API. */
  readonly external: Readonly<Record<string, number>>;
}

interface Stamped {
  readonly at: number;
  readonly value: number;
}

/**
 * The documented algorithm of the HorizontalPodAutoscaler (autoscaling/v2, with tolerances for each direction): each metric
 * proposes replicas, the largest wins, a missing metric forbids going down; then windows, then policies, then the limits. Times
 * are seconds. One call of {@link sync} is one period (15 s) of the controller.
 */
export class Autoscaler {
  #recommendations: Stamped[] = [];
  #changes: Stamped[] = [];

  constructor(readonly spec: AutoscalerSpec) {}

  /** @returns the replicas from now on */
  sync(now: number, observation: Observation): number {
    const { replicas } = observation;
    const { minReplicas, maxReplicas } = this.spec;
    if (this.#recommendations.length === 0) this.#recommendations.push({ at: now, value: replicas });
    let wanted = this.#act(now, observation);
    wanted = Math.min(maxReplicas, Math.max(minReplicas, wanted));
    if (wanted !== replicas) this.#changes.push({ at: now, value: wanted - replicas });
    return wanted;
  }

  #act(now: number, observation: Observation): number {
    const { replicas } = observation;
    // Outside the limits it goes to the limit at once and looks at nothing.
    if (replicas < this.spec.minReplicas) return this.spec.minReplicas;
    if (replicas > this.spec.maxReplicas) return this.spec.maxReplicas;
    const proposal = propose(this.spec, observation);
    if (proposal === undefined) return replicas;
    return this.#limit(now, replicas, this.#stabilise(now, replicas, proposal));
  }

  /** Up to the least of what was wanted within the window, down to the most. */
  #stabilise(now: number, replicas: number, proposal: number): number {
    const within = ({ windowSeconds }: DirectionSpec) =>
      this.#recommendations.filter(({ at }) => at > now - windowSeconds).map(({ value }) => value);
    const least = Math.min(proposal, ...within(this.spec.up));
    const most = Math.max(proposal, ...within(this.spec.down));
    this.#recommendations.push({ at: now, value: proposal });
    const longest = Math.max(this.spec.up.windowSeconds, this.spec.down.windowSeconds);
    this.#recommendations = this.#recommendations.filter(({ at }) => at > now - longest - 60);
    return Math.min(Math.max(replicas, least), most);
  }

  /** What policies allow, counted from the replicas at the beginning of each policy's period. */
  #limit(now: number, replicas: number, wanted: number): number {
    if (wanted === replicas) return replicas;
    const up = wanted > replicas;
    const { policies } = up ? this.spec.up : this.spec.down;
    const limits = policies.map(({ type, value, periodSeconds }) => {
      const changed = this.#changes
        .filter(({ at }) => at > now - periodSeconds)
        .reduce((sum, change) => sum + change.value, 0);
      const start = replicas - changed;
      if (type === 'Pods') return up ? start + value : start - value;
      return up ? Math.ceil(start * (1 + value / 100)) : Math.trunc(start * (1 - value / 100));
    });
    // The policy that allows most is taken, but none turns the direction round.
    return up ? Math.min(wanted, Math.max(replicas, ...limits)) : Math.max(wanted, Math.min(replicas, ...limits));
  }
}

/** The largest proposal; undefined where the metrics allow none. */
export function propose(spec: AutoscalerSpec, observation: Observation): number | undefined {
  const proposals = spec.metrics.map((metric) => proposalOf(metric, spec, observation));
  const known = proposals.filter((proposal) => proposal !== undefined);
  if (known.length === 0) return undefined;
  const largest = Math.max(...known);
  return known.length < proposals.length && largest < observation.replicas ? undefined : largest;
}

function proposalOf(metric: MetricSpec, spec: AutoscalerSpec, observation: Observation): number | undefined {
  if (metric.kind === 'cpu') return byCpu(metric.utilization / 100, spec, observation);
  const sum = observation.external[metric.name];
  if (sum === undefined) return undefined;
  const ratio = sum / (metric.averageValue * observation.replicas);
  return isWithin(spec, ratio) ? observation.replicas : Math.ceil(sum / metric.averageValue - 1e-9);
}

/** Pods that are not ready count as idle on the way up; pods without a figure as idle on the way up and as fully busy on the way down. */
function byCpu(target: number, spec: AutoscalerSpec, { replicas, pods }: Observation): number | undefined {
  const measured = pods.filter(({ ready, cpu }) => ready && cpu !== undefined).map(({ cpu }) => cpu!);
  if (measured.length === 0) return undefined;
  const ratioOf = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) / shares.length / target;
  const ratio = ratioOf(measured);
  const unready = pods.filter(({ ready }) => !ready).map(() => 0);
  const missing = pods
    .filter(({ ready, cpu }) => ready && cpu === undefined)
    .map(() => (ratio < 1 ? Math.max(1, target) : 0));
  if ((unready.length === 0 || ratio <= 1) && missing.length === 0) {
    return isWithin(spec, ratio) ? replicas : Math.ceil(ratio * measured.length - 1e-9);
  }
  const all = [...measured, ...(ratio === 1 ? [] : missing), ...(ratio > 1 ? unready : [])];
  const corrected = ratioOf(all);
  if (isWithin(spec, corrected) || (ratio < 1 && corrected > 1) || (ratio > 1 && corrected < 1)) return replicas;
  const wanted = Math.ceil(corrected * all.length - 1e-9);
  const turned = (corrected < 1 && wanted > replicas) || (corrected > 1 && wanted < replicas);
  return turned ? replicas : wanted;
}

function isWithin({ up, down }: AutoscalerSpec, ratio: number): boolean {
  return 1 - down.tolerance <= ratio && ratio <= 1 + up.tolerance;
}
