import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { CHART, podOf, render, type Manifest } from '../src/index.js';

const repository = join(CHART, '../..');
const FILES = ['local', 'staging', 'production'];
const SENSITIVE = /PASSWORD|SECRET|ACCESS_KEY|_URL$|AUTH$|USERLIST/;

describe.each(FILES)('what %s runs', (file) => {
  let manifests: Manifest[];
  beforeAll(async () => {
    manifests = await render({ files: [file], values: { 'redis.mode': 'builtin' } });
  });
  const pods = () =>
    manifests.flatMap((manifest) =>
      podOf(manifest) && manifest.kind !== 'Pooler' ? [[manifest, podOf(manifest)!] as const] : [],
    );

  it('has no token, is not root, writes to /tmp only, and can do nothing more', () => {
    expect(pods().length).toBeGreaterThanOrEqual(9);
    for (const [, pod] of pods()) {
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
      });
      for (const container of [...(pod.initContainers ?? []), ...pod.containers]) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
      }
      for (const { emptyDir } of pod.volumes ?? [])
        if (emptyDir !== undefined) expect(emptyDir).toHaveProperty('sizeLimit');
    }
  });

  it('says what it needs and what it may take', () => {
    for (const [, pod] of pods()) {
      for (const { resources } of [...(pod.initContainers ?? []), ...pod.containers])
        expect(resources).toMatchObject({
          requests: { cpu: expect.anything(), memory: expect.anything() },
          limits: { memory: expect.anything() },
        });
    }
  });

  it('has secrets by reference only', () => {
    expect(manifests.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    for (const [manifest, pod] of pods()) {
      for (const { env = [] } of [...(pod.initContainers ?? []), ...pod.containers]) {
        for (const { name, value } of env) {
          if (!SENSITIVE.test(name) || value === undefined) continue;
          // A URL that is composed takes its password from a variable before it; one without a password is no secret.
          const password = /^\w+:\/\/[^/]*:([^@/]*)@/.exec(value)?.[1];
          const composed =
            password === undefined ||
            env.some((other) => `$(${other.name})` === password && other.valueFrom?.secretKeyRef !== undefined);
          expect([manifest.metadata.name, name, composed]).toEqual([manifest.metadata.name, name, true]);
          if (password !== undefined)
            expect(env.findIndex((other) => `$(${other.name})` === password)).toBeLessThan(
              env.findIndex((other) => other.name === name),
            );
        }
      }
    }
  });
});

describe('variables', () => {
  it('are those that the services read', async () => {
    const documented = new Map<string, string[]>();
    for (const [, name, services] of (await readFile(join(repository, 'docs/configuration.md'), 'utf8')).matchAll(
      /^\| `(\w+)` \| ([\w, ]+) \|/gm,
    ))
      documented.set(name!, services!.split(', '));
    const edge = await readFile(join(CHART, 'files/edge/start.sh'), 'utf8');
    for (const file of FILES) {
      for (const manifest of await render({ files: [file] })) {
        if (manifest.kind !== 'Deployment') continue;
        const [container] = podOf(manifest)!.containers;
        for (const { name } of container!.env!) {
          if (['DATABASE_PASSWORD', 'REDIS_PASSWORD', 'REDIS_CACHE_PASSWORD'].includes(name)) continue;
          const read =
            container!.name === 'edge' ? edge.includes(name) : documented.get(name)?.includes(container!.name);
          expect([container!.name, name, read]).toEqual([container!.name, name, true]);
        }
      }
    }
  });

  it('do not stand in any value file if they are secret', async () => {
    for (const file of ['values.yaml', ...FILES.map((name) => `values/${name}.yaml`)]) {
      const leaves = JSON.stringify(parse(await readFile(join(CHART, file), 'utf8'), { merge: true }));
      expect(leaves).not.toMatch(/"[^"]*(password|accessKey|token|jwt)[^"]*":/i);
      expect(leaves).not.toMatch(/:\/\/[^/"]*:[^/"]*@/);
    }
  });
});
