import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  CHART,
  OPERATORS,
  find,
  helm,
  parseManifests,
  podOf,
  render,
  renderText,
  type RenderOptions,
} from '../src/index.js';

const run = promisify(execFile);
const ENVIRONMENTS = ['local', 'staging', 'production'];
const REGIONS = ['eu-central', 'eu-west', 'us-east', 'ap-southeast'];
const SCHEMAS = join(import.meta.dirname, '../schemas/{{ .ResourceKind }}-{{ .Group }}-{{ .ResourceAPIVersion }}.json');

const combinations: [string, RenderOptions][] = [
  ['defaults', {}],
  ...ENVIRONMENTS.map((name): [string, RenderOptions] => [name, { files: [name] }]),
  ...REGIONS.map((region): [string, RenderOptions] => [
    `production in ${region}`,
    { files: ['production', `regions/${region}`] },
  ]),
  ['an upgrade', { files: ['production', 'regions/eu-central'], upgrade: true }],
  [
    'a restore, PgBouncer beside it switched off',
    {
      files: ['production'],
      values: {
        'postgres.cluster.restore': { serverName: 'old', targetTime: '2026-11-20T12:00:00Z' },
        'postgres.cluster.backup.serverName': 'new',
      },
    },
  ],
  [
    'everything external, our PgBouncer, TLS at the edge behind a load balancer',
    {
      values: {
        'postgres.pgbouncer': { enabled: true, host: 'db.internal' },
        'edge.tlsSecretName': 'edge-tls',
        'edge.trustedProxies': [],
        'workloads.edge.ports.https': 8443,
        'workloads.edge.service': { type: 'LoadBalancer', externalTrafficPolicy: 'Local', sessionAffinity: 'ClientIP' },
        tracingEndpoint: 'http://collector.tracing:4318',
        'image.pullSecrets': ['registry'],
      },
    },
  ],
];

describe('value files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'discover-chart-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are those that are tested here', async () => {
    const names = async (path: string) =>
      (await readdir(join(CHART, path))).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -5));
    expect((await names('values')).toSorted()).toEqual(ENVIRONMENTS.toSorted());
    expect((await names('values/regions')).toSorted()).toEqual(REGIONS.toSorted());
  });

  it.each(combinations)('%s: every object is as its kind wants it', async (name, options) => {
    const text = await renderText(options);
    expect(parseManifests(text).length).toBeGreaterThan(20);
    const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.yaml`);
    await writeFile(file, text);
    const { stdout } = await kubeconform(file);
    expect(stdout).toMatch(/Invalid: 0, Errors: 0, Skipped: 0/);
  });

  it('k8s/ is as its kinds want it too', async () => {
    const { stdout } = await kubeconform('-ignore-filename-pattern', 'kustomization|/files/', join(CHART, '../../k8s'));
    expect(stdout).toMatch(/Invalid: 0, Errors: 0, Skipped: 0/);
  });

  it('kubeconform would see a typo, a wrong type and an unknown kind', async () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { prots: [{ port: '80' }] } };
    const cluster = {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: { name: 'b' },
      spec: { instances: 'three', storage: { siez: '1Gi' } },
    };
    const file = join(folder, 'broken.json');
    for (const [object, words] of [
      [service, 'prots'],
      [cluster, 'siez'],
      [{ ...service, kind: 'Servise' }, 'could not find schema'],
    ] as const) {
      await writeFile(file, JSON.stringify(object));
      await expect(kubeconform(file)).rejects.toMatchObject({ stdout: expect.stringContaining(words) as unknown });
    }
  });

  it.each([
    ['the chart alone', []],
    ...ENVIRONMENTS.map((name): [string, string[]] => [name, ['--values', join(CHART, `values/${name}.yaml`)]]),
  ])('helm lint --strict passes: %s', async (_, args) => {
    expect(await helm(['lint', CHART, '--strict', ...args])).toContain('0 chart(s) failed');
  });

  it('production has the sizes that were asked for, and a region changes where things are and nothing else', async () => {
    const regions = await Promise.all(REGIONS.map((region) => render({ files: ['production', `regions/${region}`] })));
    const shapes = regions.map((manifests) =>
      // Rules follow the clock of the region: tools/cluster tests those of scaling.
      JSON.stringify(manifests.filter(({ kind }) => kind !== 'PrometheusRule'))
        .replaceAll(/(eu-central-2|eu-west-1|us-east-1|ap-southeast-1)/g, '<storage region>')
        .replaceAll(/(eu-central|eu-west|us-east|ap-southeast)/g, '<region>')
        .replaceAll(/(Europe\/Zurich|Europe\/Dublin|America\/New_York|Asia\/Singapore)/g, '<time zone>'),
    );
    const resources = Object.fromEntries(
      ['api', 'parser', 'render'].map((name) => [
        name,
        podOf(find(regions[0]!, 'Deployment', `cv-discover-${name}`))!.containers[0]!.resources,
      ]),
    );
    expect(resources).toEqual({
      api: { requests: { cpu: '2', memory: '8Gi' }, limits: { cpu: '8', memory: '32Gi' } },
      parser: { requests: { cpu: '4', memory: '16Gi' }, limits: { cpu: '16', memory: '64Gi' } },
      render: { requests: { cpu: '2', memory: '8Gi' }, limits: { cpu: '8', memory: '32Gi' } },
    });
    expect(new Set(shapes).size).toBe(1);
    expect(shapes[0]).toContain('"HOME_REGION","value":"<region>"');
  });
});

describe('the schema of values refuses, and says what', () => {
  it.each([
    [
      'a typo in a workload',
      { 'workloads.api.replcas': 3 },
      "at '/workloads/api': additional properties 'replcas' not allowed",
    ],
    ['an unknown workload', { 'workloads.apis': {} }, "additional properties 'apis' not allowed"],
    ['a typo at the top', { postgress: {} }, "additional properties 'postgress' not allowed"],
    ['a typo deep inside', { 'postgres.cluster.backup.shedule': '' }, "additional properties 'shedule' not allowed"],
    ['a wrong word', { 'postgres.mode': 'extern' }, "value must be one of 'cluster', 'external'"],
    ['a wrong type', { 'workloads.api.replicas': 'three' }, "at '/workloads/api/replicas': got string, want"],
    [
      'a request that autoscalers count in left out',
      { 'workloads.api.resources.requests.cpu': null },
      "missing property 'cpu'",
    ],
    ['a quantity that is none', { 'workloads.api.resources.limits.memory': '8 GB' }, "'8 GB' does not match"],
    ['a variable that is none', { 'workloads.api.env.log-level': 'debug' }, "'log-level' does not match"],
    ['a budget with both bounds', { 'defaults.pdb.minAvailable': 1 }, 'maxProperties'],
    ['a time zone that is none', { 'region.timeZone': 'Zurich' }, "'Zurich' does not match"],
    ['a schedule with five fields', { 'postgres.cluster.backup.schedule': '0 2 * * *' }, 'does not match pattern'],
    ['an address that is none', { 'edge.blockedAddresses': ['example.org'] }, "'example.org' does not match"],
    ['a policy without a name server', { 'networkPolicy.dnsTo': [] }, 'minItems'],
  ])('%s', async (_, values, message) => {
    await expect(render({ values })).rejects.toThrow(message);
  });
});

describe('kinds that a cluster does not know', () => {
  it.each([
    ['postgresql.cnpg.io/v1/Cluster', { files: ['local'] }, 'postgres.mode is «cluster»'],
    ['barmancloud.cnpg.io/v1/ObjectStore', { files: ['production'] }, 'postgres.cluster.backup'],
    [
      'monitoring.coreos.com/v1/ServiceMonitor',
      { values: { 'monitoring.serviceMonitors.enabled': true } },
      'monitoring.serviceMonitors.enabled is true',
    ],
    [
      'monitoring.coreos.com/v1/PrometheusRule',
      { values: { 'monitoring.rules.enabled': true } },
      'monitoring.rules.enabled is true',
    ],
  ])('%s is asked for and missing: told, with what to do', async (kind, options, message) => {
    const others = OPERATORS.filter((known) => known !== kind);
    const rendering = render({ ...options, operators: others });
    await expect(rendering).rejects.toThrow(message);
    await expect(rendering).rejects.toThrow(`this cluster does not know ${kind}`);
  });

  it('nothing of operators is needed where nothing of them is asked for', async () => {
    const manifests = await render({ operators: [] });
    expect(new Set(manifests.map(({ apiVersion }) => apiVersion.split('/')[0]))).not.toContain('postgresql.cnpg.io');
  });
});

function kubeconform(...args: readonly string[]) {
  return run(process.env.KUBECONFORM!, ['-strict', '-summary', '-schema-location', SCHEMAS, ...args], {
    maxBuffer: 1 << 24,
  });
}
