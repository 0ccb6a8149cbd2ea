import { helm, OPERATORS, render } from '@discover/chart';

import type { KubeObject } from '../control-plane/api-client.js';
import type { ControlPlane } from '../control-plane/control-plane.js';
import { deployment, helmRelease, RELEASE, type Values, type Verdict } from './lab.js';

/** Value files that are used together, in their order. */
export const VALUE_FILES: readonly (readonly string[])[] = [
  [],
  ['local'],
  ['staging', 'regions/eu-central'],
  ['production', 'regions/eu-central'],
  ['production', 'regions/eu-west'],
  ['production', 'regions/us-east'],
  ['production', 'regions/ap-southeast'],
];

/** Pods of these classes are refused where they are not known. */
const PRIORITY_CLASSES = ['discover-serving', 'discover-working', 'discover-data'];

/**
 * Every object of the chart put to the API server by a strict dry run; then installed, upgraded and rolled back with Helm. The
 * migration's Job ends because the stand-in kubelet says so: what it does to a database is the business of the migrator's tests.
 */
export async function acceptsValueFiles(
  plane: ControlPlane,
  files: readonly string[],
  values: Values = {},
): Promise<Verdict> {
  const namespace =
    `files-${[...files, ...Object.keys(values)].join('-').replaceAll(/[^a-z]+/g, '-') || 'defaults'}`.toLowerCase();
  await plane.api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  const manifests = (await render({ release: RELEASE, namespace, files, values, operators: OPERATORS })).filter(
    ({ metadata }) => metadata.annotations?.['helm.sh/hook'] !== 'test',
  );
  const refusals: string[] = [];
  for (const manifest of manifests) {
    await plane.api
      .apply(manifest as unknown as KubeObject, { dryRun: true, namespace })
      .catch((error: unknown) => refusals.push(error instanceof Error ? error.message : String(error)));
  }
  if (refusals.length > 0) return { seen: refusals.join('; '), ok: false };
  await helmRelease(plane, namespace, 'install', values, files);
  const before = await image(plane, namespace);
  await helmRelease(plane, namespace, 'upgrade', { ...values, 'image.tag': 'next' }, files);
  const upgraded = await image(plane, namespace);
  await helm(['rollback', RELEASE, '1', '--kubeconfig', plane.kubeconfig, '--namespace', namespace]);
  const after = await image(plane, namespace);
  await helm(['uninstall', RELEASE, '--kubeconfig', plane.kubeconfig, '--namespace', namespace]);
  const ok = upgraded.endsWith(':next') && after === before && before !== upgraded;
  return { seen: `${manifests.length} objects accepted; ${tag(before)} → ${tag(upgraded)} → ${tag(after)}`, ok };
}

export async function makePriorityClasses(plane: ControlPlane): Promise<void> {
  for (const name of PRIORITY_CLASSES) {
    await plane.api.create('/apis/scheduling.k8s.io/v1/priorityclasses', { metadata: { name }, value: 1_000 });
  }
}

async function image({ api }: ControlPlane, namespace: string): Promise<string> {
  const { spec } = await api.get(`/apis/apps/v1/namespaces/${namespace}/deployments/${deployment('api')}`);
  const template = spec?.template as { spec: { containers: { image: string }[] } };
  return template.spec.containers[0]!.image;
}

const tag = (reference: string) => reference.split(':').at(-1);
