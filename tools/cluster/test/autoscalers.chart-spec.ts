import { describe, expect, it } from '@jest/globals';

import { CHART, find, helm, HelmError, render, type Manifest } from '@discover/chart';

import { readAutoscaler } from '../src/simulator/autoscaler-spec.js';
import { ruleNamed, scalingRules } from './promtool.js';

const autoscalerOf = (manifests: readonly Manifest[], workload: string) =>
  find(manifests, 'HorizontalPodAutoscaler', `cv-discover-${workload}`);

describe('autoscalers', () => {
  it('say of the API what the specification says', async () => {
    const spec = readAutoscaler(autoscalerOf(await render(), 'api'));
    expect(spec.minReplicas).toBe(3);
    expect(spec.metrics).toContainEqual({ kind: 'cpu', utilization: 70 });
    expect(spec.metrics).toContainEqual({ kind: 'external', name: 'requests_per_second', averageValue: 233 });
    const policies = [{ type: 'Pods', value: 2, periodSeconds: 60 }];
    expect(spec.up).toEqual({ windowSeconds: 120, tolerance: 0, policies });
    expect(spec.down).toEqual({ windowSeconds: 300, tolerance: 0.643, policies });
  });

  it('count five pending parses and ten pending renders for a replica', async () => {
    const manifests = await render();
    const jobs = (workload: string) =>
      readAutoscaler(autoscalerOf(manifests, workload)).metrics.filter(
        (metric) => metric.kind === 'external' && metric.name.startsWith('pending_jobs'),
      );
    expect(jobs('parser')).toEqual([{ kind: 'external', name: 'pending_jobs:parse', averageValue: 5 }]);
    expect(jobs('render')).toEqual([{ kind: 'external', name: 'pending_jobs:render', averageValue: 10 }]);
  });

  it('follow a threshold that is changed, with tolerance and rules', async () => {
    const values = { 'scaling.workloads.api.cpuUtilization': 50, 'scaling.workloads.api.step': 3 };
    const spec = readAutoscaler(autoscalerOf(await render({ values }), 'api'));
    expect([spec.down.tolerance, spec.up.policies[0]!.value]).toEqual([0.5, 3]);
    const rules = await scalingRules(values);
    const api = { service: 'api' };
    expect(ruleNamed(rules, 'discover:scaling_demand_replicas', api).expr).toContain('/ 1,');
    expect(ruleNamed(rules, 'discover:scaling_step_replicas', api).expr).toContain('+ 3)');
  });

  it.each([null, 0])('leave out a trigger that is %s, with its rules', async (nothing) => {
    const path = 'scaling.workloads.parser';
    const values = {
      [`${path}.memoryUtilization`]: nothing,
      ...(nothing === null
        ? { [`${path}.schedule`]: null, [`${path}.forecast`]: null, [`${path}.processing`]: null }
        : {}),
    };
    const names = readAutoscaler(autoscalerOf(await render({ values }), 'parser')).metrics.map(
      (metric) => 'name' in metric && metric.name,
    );
    expect(names).not.toContain('memory_replicas');
    if (nothing === null) expect(names).toEqual(['pending_jobs:parse']);
    const { rules } = await scalingRules(values);
    expect(rules.filter(({ record, labels }) => record.includes('memory') && labels.service === 'parser')).toEqual([]);
  });

  it('have no tolerance where the cluster does not know it', async () => {
    const text = await helm([
      'template',
      'cv',
      CHART,
      '--kube-version',
      '1.34.0',
      '--show-only',
      'templates/scaling/hpa.yaml',
    ]);
    expect(text).not.toContain('tolerance');
    expect(text).toContain('stabilizationWindowSeconds: 120');
  });

  it('are KEDA’s with the same thresholds, of the same series', async () => {
    const manifests = await render({ values: { 'scaling.provider': 'keda' } });
    expect(manifests.some(({ kind }) => kind === 'HorizontalPodAutoscaler')).toBe(false);
    const triggers = (workload: string) =>
      (
        find(manifests, 'ScaledObject', `cv-discover-${workload}`).spec as unknown as {
          triggers: { metadata: Record<string, string> }[];
        }
      ).triggers;
    for (const workload of ['api', 'parser', 'render', 'jobs']) {
      const { metrics } = readAutoscaler(autoscalerOf(await render(), workload));
      const thresholds = metrics.map((metric) =>
        String(metric.kind === 'cpu' ? metric.utilization : metric.averageValue),
      );
      expect(triggers(workload).map(({ metadata }) => metadata.threshold ?? metadata.value)).toEqual(thresholds);
    }
  });

  it('are refused for a time zone that nobody told of', async () => {
    await expect(render({ values: { 'region.timeZone': 'Mars/Olympus' } })).rejects.toThrow(HelmError);
  });

  it('are nobody’s where scaling is off', async () => {
    const kinds = (await render({ values: { 'scaling.enabled': false } })).map(
      ({ kind, metadata }) => `${kind} ${metadata.name}`,
    );
    expect(kinds.filter((kind) => /HorizontalPod|ScaledObject|scaling/.test(kind))).toEqual([]);
  });
});
