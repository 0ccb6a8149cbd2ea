import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parseManifests } from '@discover/chart';

import type { ApiClient, KubeObject } from './api-client.js';
import { goSource } from './go-tools.js';

/** Where the operators' Go modules keep the definitions of their kinds. */
const SOURCES = [
  { module: 'github.com/cloudnative-pg/cloudnative-pg@v1.28.0', folder: 'config/crd/bases' },
  {
    module: 'github.com/prometheus-operator/prometheus-operator@v0.85.0',
    folder: 'example/prometheus-operator-crd',
    only: /prometheusrules|servicemonitors/,
  },
  {
    module: 'github.com/kedacore/keda/v2@v2.21.0',
    folder: 'config/crd/bases',
    only: /keda\.sh_(scaledobjects|triggerauth)/,
  },
] as const;

/** The Barman plug-in of CloudNativePG has no Go module: its one kind is known by name only, and its fields are not checked. */
const OBJECT_STORE = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'objectstores.barmancloud.cnpg.io' },
  spec: {
    group: 'barmancloud.cnpg.io',
    scope: 'Namespaced',
    names: { kind: 'ObjectStore', listKind: 'ObjectStoreList', plural: 'objectstores', singular: 'objectstore' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
};

/** Tells the API server of the operators' kinds, and waits until it knows them. @returns how many */
export async function installDefinitions(api: ApiClient): Promise<number> {
  const definitions: KubeObject[] = [OBJECT_STORE];
  for (const { module, folder, ...rest } of SOURCES) {
    const path = join(await goSource(module), folder);
    const only = 'only' in rest ? rest.only : /\.yaml$/;
    for (const file of (await readdir(path)).filter((name) => only.test(name) && name.includes('_'))) {
      definitions.push(...(parseManifests(await readFile(join(path, file), 'utf8')) as unknown as KubeObject[]));
    }
  }
  const names = new Set(definitions.map(({ metadata }) => metadata.name));
  const known = new AbortController();
  const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  const established = api.watch(path, known.signal, ({ object }) => {
    const conditions = (object.status?.conditions ?? []) as { type: string; status: string }[];
    if (!conditions.some(({ type, status }) => type === 'Established' && status === 'True')) return;
    names.delete(object.metadata.name);
    if (names.size === 0) known.abort();
  });
  for (const definition of definitions) await api.apply(definition);
  await established;
  return definitions.length;
}
