import { describe, expect, it } from '@jest/globals';

import { find, podOf, render, type Manifest } from '../src/index.js';

const deployments = (manifests: readonly Manifest[]) => manifests.filter(({ kind }) => kind === 'Deployment');
const hooksOf = (manifest: Manifest) => manifest.metadata.annotations?.['helm.sh/hook'];

describe('upgrades', () => {
  it('never change what cannot be changed: selectors, claims, addresses', async () => {
    const fixed = (manifests: readonly Manifest[]) =>
      Object.fromEntries(
        manifests
          .filter(({ kind }) => ['Deployment', 'StatefulSet', 'Service'].includes(kind))
          .map(({ kind, metadata, spec }) => [
            `${kind}/${metadata.name}`,
            {
              selector: spec!.selector,
              claims: spec!.volumeClaimTemplates,
              name: spec!.serviceName,
              headless: spec!.clusterIP,
            },
          ]),
      );
    const before = fixed(await render({ files: ['staging', 'regions/eu-central'] }));
    const after = fixed(
      await render({
        files: ['staging', 'regions/eu-west'],
        upgrade: true,
        values: {
          'image.tag': 'v9.9.9',
          'defaults.podLabels': { team: 'cv' },
          'defaults.podAnnotations': { note: 'x' },
          'workloads.api.replicas': 9,
        },
      }),
    );
    expect(after).toEqual(before);
    expect(Object.keys(before)).toContain('StatefulSet/cv-discover-redis-queue');
  });

  it('take no pod away before another is ready, and give a stopping one the time that it needs', async () => {
    for (const { metadata, spec } of deployments(await render({ files: ['production'] }))) {
      expect(spec!.strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
      const pod = podOf({ metadata, spec } as Manifest)!;
      const [container] = pod.containers;
      const [drain, grace] = ['SHUTDOWN_DRAIN_DELAY_MS', 'SHUTDOWN_GRACE_MS'].map(
        (name) => Number(container!.env!.find((entry) => entry.name === name)?.value) / 1000,
      );
      expect(pod.terminationGracePeriodSeconds).toBe(metadata.name.endsWith('-edge') ? 80 : drain! + grace! + 10);
      for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe'])
        expect(container).toHaveProperty([probe, 'httpGet', 'path'], expect.stringMatching(/^\//));
      // Twice as long as it takes for two probes of readiness to fail, and for the edge to see it.
      if (metadata.name.endsWith('-api')) expect(drain).toBeGreaterThanOrEqual(15);
    }
  });

  it('leave the number of pods to the autoscaler where there is one', async () => {
    const scaled = deployments(await render({ values: { 'scaling.enabled': true } }));
    const fixed = deployments(await render({ values: { 'scaling.enabled': false } }));
    const replicas = (all: Manifest[]) =>
      Object.fromEntries(all.map(({ metadata, spec }) => [metadata.name.replace('cv-discover-', ''), spec!.replicas]));
    expect(replicas(scaled)).toEqual({
      api: undefined,
      parser: undefined,
      render: undefined,
      jobs: undefined,
      edge: 2,
    });
    expect(replicas(fixed)).toEqual({ api: 3, parser: 2, render: 2, jobs: 2, edge: 2 });
  });

  it('roll the pods whose files or environment changed, and no others', async () => {
    const [before, limited, newer] = await Promise.all([
      render(),
      render({ values: { 'edge.requestsPerMinute': 100 } }),
      render({ values: { 'monitoring.dashboards.enabled': true } }),
    ]);
    const templates = (manifests: Manifest[]) =>
      Object.fromEntries(
        deployments(manifests).map(({ metadata, spec }) => [metadata.name, JSON.stringify(spec!.template)]),
      );
    const changed = Object.entries(templates(limited)).filter(
      ([name, template]) => templates(before)[name] !== template,
    );
    expect(changed.map(([name]) => name)).toEqual(['cv-discover-edge']);
    expect(templates(newer)).toEqual(templates(before));
    const edge = find(before, 'Deployment', 'cv-discover-edge').spec!.template!.metadata!.annotations;
    expect(edge!['checksum/edge']).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('migrations', () => {
  const jobsOf = (manifests: readonly Manifest[]) => manifests.filter(({ kind }) => kind === 'Job');

  it('run before anything else of an upgrade, and of an install with a database that is there', async () => {
    for (const options of [{}, { upgrade: true }, { files: ['production'], upgrade: true }]) {
      const manifests = await render(options);
      const [job, ...others] = jobsOf(manifests);
      expect(others).toEqual([]);
      expect(hooksOf(job!)).toMatch(/pre-upgrade/);
      // What lets it reach the database comes before it, and the one of before is deleted first.
      const policy = find(manifests, 'NetworkPolicy', 'cv-discover-migrate');
      expect(hooksOf(policy)).toBe(hooksOf(job!));
      expect(Number(policy.metadata.annotations!['helm.sh/hook-weight'])).toBeLessThan(
        Number(job!.metadata.annotations!['helm.sh/hook-weight']),
      );
    }
  });

  it('are no hook of a first install that makes its database: it would wait for what comes after it', async () => {
    const manifests = await render({ files: ['production'] });
    const [job] = jobsOf(manifests);
    expect(hooksOf(job!)).toBeUndefined();
    expect(hooksOf(find(manifests, 'NetworkPolicy', 'cv-discover-migrate-install'))).toBeUndefined();
    for (const name of ['api', 'parser', 'jobs']) {
      const [init] = podOf(find(manifests, 'Deployment', `cv-discover-${name}`))!.initContainers!;
      expect(init).toMatchObject({ name: 'schema', image: 'discover/migrator:0.1.0', args: ['wait'] });
    }
    // It has no database.
    expect(podOf(find(manifests, 'Deployment', 'cv-discover-render'))!.initContainers).toBeUndefined();
    const [next] = jobsOf(await render({ files: ['production'], values: { 'image.tag': 'v2' } }));
    expect(next!.metadata.name).not.toBe(job!.metadata.name);
  });

  it('go to the primary itself, past the pooler', async () => {
    const url = (manifests: readonly Manifest[], manifest: Manifest) => {
      const { value, valueFrom } = podOf(manifest)!.containers[0]!.env!.find(({ name }) => name === 'DATABASE_URL')!;
      expect(manifests).toContain(manifest);
      return value ?? valueFrom!.secretKeyRef!.key;
    };
    const external = await render();
    expect(url(external, jobsOf(external)[0]!)).toBe('DATABASE_MIGRATION_URL');
    expect(url(external, find(external, 'Deployment', 'cv-discover-api'))).toBe('DATABASE_URL');
    const cluster = await render({ files: ['production'] });
    expect(url(cluster, jobsOf(cluster)[0]!)).toContain('@cv-discover-postgres-rw:5432/');
    expect(url(cluster, find(cluster, 'Deployment', 'cv-discover-api'))).toContain(
      '@cv-discover-postgres-pooler:5432/',
    );
  });

  it('can be somebody else’s', async () => {
    expect(jobsOf(await render({ values: { 'migrations.enabled': false } }))).toEqual([]);
  });
});
