import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { CHART, find, podOf, render, type Container } from '../src/index.js';

const containerOf = async (values: Record<string, unknown>, workload = 'api'): Promise<Container> =>
  podOf(find(await render({ values }), 'Deployment', `cv-discover-${workload}`))!.containers[0]!;
const variable = (container: Container, name: string) => container.env?.find((entry) => entry.name === name);

describe('a value of one workload wins over the default, also one that counts as empty', () => {
  it('false', async () => {
    const manifests = await render({ values: { 'workloads.jobs.enabled': false, 'workloads.api.scaling': false } });
    expect(manifests.filter(({ metadata }) => metadata.name === 'cv-discover-jobs')).toEqual([]);
    expect(find(manifests, 'Deployment', 'cv-discover-api').spec!.replicas).toBe(3);
    expect(find(manifests, 'Deployment', 'cv-discover-parser').spec!.replicas).toBeUndefined();
    const hardened = { 'workloads.api.securityContext': { readOnlyRootFilesystem: false } };
    expect((await containerOf(hardened)).securityContext).toMatchObject({
      readOnlyRootFilesystem: false,
      allowPrivilegeEscalation: false,
    });
  });

  it('0', async () => {
    const manifests = await render({
      values: {
        'scaling.enabled': false,
        'workloads.parser.replicas': 0,
        'workloads.parser.revisionHistoryLimit': 0,
        'workloads.parser.pdb.maxUnavailable': 0,
        'workloads.parser.env.LOG_SAMPLE': 0,
      },
    });
    const deployment = find(manifests, 'Deployment', 'cv-discover-parser');
    expect(deployment.spec).toMatchObject({ replicas: 0, revisionHistoryLimit: 0 });
    expect(variable(podOf(deployment)!.containers[0]!, 'LOG_SAMPLE')).toEqual({ name: 'LOG_SAMPLE', value: '0' });
    expect(find(manifests, 'PodDisruptionBudget', 'cv-discover-parser').spec).toMatchObject({ maxUnavailable: 0 });
  });

  it('""', async () => {
    const values = { 'defaults.priorityClassName': 'high', 'workloads.api.priorityClassName': '' };
    const manifests = await render({ values: { ...values, 'workloads.api.env.OTEL_SERVICE_NAME': '' } });
    const [api, parser] = ['api', 'parser'].map((name) => podOf(find(manifests, 'Deployment', `cv-discover-${name}`))!);
    expect(api!.priorityClassName).toBeUndefined();
    expect(parser!.priorityClassName).toBe('high');
    expect(variable(api!.containers[0]!, 'OTEL_SERVICE_NAME')).toEqual({ name: 'OTEL_SERVICE_NAME', value: '' });
  });

  it('null, which leaves the field out', async () => {
    const manifests = await render({
      values: {
        'workloads.api.pdb': null,
        'workloads.api.probes.startup': null,
        'workloads.api.topologySpread': null,
        'workloads.api.podSecurityContext.fsGroup': null,
        'workloads.api.env.DATABASE_POOL_SIZE': null,
        'workloads.api.envPerCpu.API_PROCESSES': null,
        'workloads.edge.lifecycle': null,
      },
    });
    const pod = podOf(find(manifests, 'Deployment', 'cv-discover-api'))!;
    expect(
      manifests.some(({ kind, metadata }) => kind === 'PodDisruptionBudget' && metadata.name === 'cv-discover-api'),
    ).toBe(false);
    expect(pod.topologySpreadConstraints).toBeUndefined();
    expect(pod.securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 1000,
      runAsGroup: 1000,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    const [container] = pod.containers;
    expect(container!.startupProbe).toBeUndefined();
    expect(container!.livenessProbe).toBeDefined();
    expect(variable(container!, 'DATABASE_POOL_SIZE')).toBeUndefined();
    expect(variable(container!, 'API_PROCESSES')).toBeUndefined();
    expect(podOf(find(manifests, 'Deployment', 'cv-discover-edge'))!.containers[0]!.lifecycle).toBeUndefined();
    expect(podOf(find(manifests, 'Deployment', 'cv-discover-parser'))!.containers[0]!.startupProbe).toBeDefined();
  });

  it('a variable of the user replaces ours, also one from the Secret, and large numbers stay as they were written', async () => {
    const container = await containerOf({
      'workloads.api.env': {
        RATE_LIMIT_FREE: 12_000_000,
        REDIS_URL: 'redis://elsewhere',
        PUBLIC_URL: 'https://x.example',
      },
    });
    expect(variable(container, 'RATE_LIMIT_FREE')!.value).toBe('12000000');
    expect(container.env!.filter(({ name }) => name === 'REDIS_URL')).toEqual([
      { name: 'REDIS_URL', value: 'redis://elsewhere' },
    ]);
    expect(variable(container, 'PUBLIC_URL')!.value).toBe('https://x.example');
  });

  it('no field of values.yaml stands in `defaults` and in a workload: null in the workload would uncover the default', async () => {
    const values = parse(await readFile(join(CHART, 'values.yaml'), 'utf8'), { merge: true }) as {
      defaults: object;
      workloads: Record<string, object>;
    };
    const defaults = new Set(paths(values.defaults));
    for (const workload of Object.values(values.workloads))
      expect(paths(workload).filter((path) => defaults.has(path))).toEqual([]);
  });
});

describe('what follows the CPU request', () => {
  it.each([
    ['4', '4'],
    ['250m', '1'],
    ['1500m', '2'],
    ['2.5', '3'],
  ])('a request of %s gives %s threads', async (cpu, threads) => {
    const container = await containerOf({ 'workloads.parser.resources.requests.cpu': cpu }, 'parser');
    expect(variable(container, 'PARSER_THREADS')!.value).toBe(threads);
    expect(variable(container, 'PARSER_CONCURRENCY')!.value).toBe(String(2 * Number(threads)));
  });
});

/** Dotted paths of all values that are no maps. */
function paths(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) && Object.keys(inner).length > 0
      ? paths(inner, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}
