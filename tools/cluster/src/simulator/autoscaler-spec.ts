import type { Manifest } from '@discover/chart';

import { quantity } from './quantity.js';

/** What one metric of an autoscaler compares: a percentage of the CPU request, or a sum with a share for each replica. */
export type MetricSpec =
  | { readonly kind: 'cpu'; readonly utilization: number }
  | { readonly kind: 'external'; readonly name: string; readonly averageValue: number };

export interface DirectionSpec {
  readonly windowSeconds: number;
  /** Share of the target; the controller's own 0.1 where the autoscaler says nothing. */
  readonly tolerance: number;
  readonly policies: readonly {
    readonly type: 'Pods' | 'Percent';
    readonly value: number;
    readonly periodSeconds: number;
  }[];
}

export interface AutoscalerSpec {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly metrics: readonly MetricSpec[];
  readonly up: DirectionSpec;
  readonly down: DirectionSpec;
}

/** `--horizontal-pod-autoscaler-tolerance` of the controller manager */
const DEFAULT_TOLERANCE = 0.1;

interface RenderedSpec {
  minReplicas: number;
  maxReplicas: number;
  metrics: {
    type: string;
    containerResource?: { target: { averageUtilization: number } };
    external?: {
      metric: { name: string; selector: { matchLabels: Record<string, string> } };
      target: { averageValue: string };
    };
  }[];
  behavior: Record<'scaleUp' | 'scaleDown', RenderedDirection>;
}

interface RenderedDirection {
  stabilizationWindowSeconds: number;
  tolerance?: string;
  policies: { type: 'Pods' | 'Percent'; value: number; periodSeconds: number }[];
}

/** Reads a rendered HorizontalPodAutoscaler. External metrics are named without their prefix, and with their queue if they have one. */
export function readAutoscaler(manifest: Manifest): AutoscalerSpec {
  const spec = manifest.spec as unknown as RenderedSpec;
  const direction = (of: RenderedDirection): DirectionSpec => ({
    windowSeconds: of.stabilizationWindowSeconds,
    tolerance: of.tolerance === undefined ? DEFAULT_TOLERANCE : quantity(of.tolerance),
    policies: of.policies,
  });
  return {
    minReplicas: spec.minReplicas,
    maxReplicas: spec.maxReplicas,
    up: direction(spec.behavior.scaleUp),
    down: direction(spec.behavior.scaleDown),
    metrics: spec.metrics.map(({ containerResource, external }): MetricSpec => {
      if (containerResource) return { kind: 'cpu', utilization: containerResource.target.averageUtilization };
      if (!external) throw new Error('a metric of a kind that the simulator does not know');
      const { name, selector } = external.metric;
      const queue = selector.matchLabels.queue === undefined ? '' : `:${selector.matchLabels.queue}`;
      return {
        kind: 'external',
        name: `${name.replace('discover_scaling_', '')}${queue}`,
        averageValue: quantity(external.target.averageValue),
      };
    }),
  };
}
