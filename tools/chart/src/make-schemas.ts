// Writes tools/chart/schemas: the JSON Schemas of every kind that the chart and k8s/ use, made strict, from the sources of
// their authors as the Go module proxy has them. Needs Go. `npm run chart:schemas`; what it wrote is committed.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'yaml';

import { goTools } from './go-tools.js';
import { isObject, mapValues, strictSchema, type Json, type JsonObject } from './json-schema.js';

const KUBERNETES = 'k8s.io/kubernetes@v1.36.3';
/** Of Kubernetes itself: group/version → kinds. */
const BUILT_IN: Record<string, readonly string[]> = {
  'core/v1': [
    'ConfigMap',
    'LimitRange',
    'Namespace',
    'PersistentVolumeClaim',
    'Pod',
    'ResourceQuota',
    'Secret',
    'Service',
    'ServiceAccount',
  ],
  'apps/v1': ['DaemonSet', 'Deployment', 'StatefulSet'],
  'autoscaling/v2': ['HorizontalPodAutoscaler'],
  'batch/v1': ['CronJob', 'Job'],
  'networking.k8s.io/v1': ['Ingress', 'NetworkPolicy'],
  'policy/v1': ['PodDisruptionBudget'],
  'rbac.authorization.k8s.io/v1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  'scheduling.k8s.io/v1': ['PriorityClass'],
};
/** Of operators: module → files of its CRDs. */
const CUSTOM: Record<string, readonly string[]> = {
  'github.com/cloudnative-pg/cloudnative-pg@v1.30.1': ['clusters', 'poolers', 'scheduledbackups', 'backups'].map(
    (plural) => `config/crd/bases/postgresql.cnpg.io_${plural}.yaml`,
  ),
  'github.com/cloudnative-pg/plugin-barman-cloud@v0.15.0': ['config/crd/bases/barmancloud.cnpg.io_objectstores.yaml'],
  'github.com/prometheus-operator/prometheus-operator@v0.85.0': ['servicemonitors', 'prometheusrules'].map(
    (plural) => `example/prometheus-operator-crd/monitoring.coreos.com_${plural}.yaml`,
  ),
  'github.com/kedacore/keda/v2@v2.21.0': [
    'config/crd/bases/keda.sh_scaledobjects.yaml',
    'config/crd/bases/keda.sh_triggerauthentications.yaml',
  ],
  'github.com/cert-manager/cert-manager@v1.21.2': ['deploy/crds/cert-manager.io_clusterissuers.yaml'],
  'github.com/external-secrets/external-secrets@v1.3.2': ['config/crds/bases/external-secrets.io_externalsecrets.yaml'],
};

const folder = join(import.meta.dirname, '../schemas');
const PREFIX = '#/definitions/';

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await writeBuiltIn();
for (const [module, files] of Object.entries(CUSTOM)) {
  const source = await goTools('--source', module);
  for (const file of files) await writeCustom(parse(await readFile(join(source, file), 'utf8')) as JsonObject);
}

/** One file holds the definitions that all kinds share; each kind is a line that leads there. */
async function writeBuiltIn(): Promise<void> {
  const source = await goTools('--source', KUBERNETES);
  const swagger = JSON.parse(await readFile(join(source, 'api/openapi-spec/swagger.json'), 'utf8')) as {
    definitions: Record<string, JsonObject>;
  };
  const used: JsonObject = {};
  const use = (name: string): string => {
    const reference = `${PREFIX}${name}`;
    const definition = swagger.definitions[name];
    if (name in used || !definition) return reference;
    used[name] = null;
    used[name] = strictSchema(definition, (found) => use(found.slice(PREFIX.length)));
    return reference;
  };
  for (const [groupVersion, kinds] of Object.entries(BUILT_IN)) {
    const [group = '', version = ''] = groupVersion.split('/');
    for (const kind of kinds) {
      const matches = Object.entries(swagger.definitions).find(
        ([, { 'x-kubernetes-group-version-kind': kinds_ }]) =>
          Array.isArray(kinds_) &&
          kinds_.some(
            (of) =>
              isObject(of) &&
              of.group === (group === 'core' ? '' : group) &&
              of.version === version &&
              of.kind === kind,
          ),
      );
      if (!matches) throw new Error(`${KUBERNETES} has no ${groupVersion} ${kind}`);
      await write(kind, group, version, { $ref: `definitions.json${use(matches[0])}` });
    }
  }
  await writeFile(join(folder, 'definitions.json'), `${JSON.stringify({ definitions: sorted(used) })}\n`);
}

async function writeCustom(definition: JsonObject): Promise<void> {
  const { group, names, versions } = definition.spec as {
    group: string;
    names: { kind: string };
    versions: JsonObject[];
  };
  for (const version of versions) {
    const { openAPIV3Schema } = version.schema as { openAPIV3Schema: Json };
    const schema = strictSchema(openAPIV3Schema, (reference) => reference) as JsonObject;
    (schema.properties as JsonObject).metadata = { type: 'object' };
    await write(names.kind, group, version.name as string, schema);
  }
}

/** Named as kubeconform looks for it: `{{ .ResourceKind }}-{{ .Group }}-{{ .ResourceAPIVersion }}.json`; the core's group is its version there. */
async function write(kind: string, group: string, version: string, schema: Json): Promise<void> {
  const name = `${kind.toLowerCase()}-${group === 'core' ? version : group}-${version}.json`;
  await writeFile(join(folder, name), `${JSON.stringify(schema)}\n`);
}

function sorted(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(mapValues(object, (value) => value)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
