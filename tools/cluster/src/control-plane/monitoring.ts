import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { freePort, type ServerProcess } from '@discover/embedded';
import { parse, stringify } from 'yaml';

import type { KubeObject } from './api-client.js';
import { answers, server, type ControlPlane } from './control-plane.js';
import { goTool, MissingToolError } from './go-tools.js';

const run = promisify(execFile);

export interface Monitoring {
  readonly url: string;
  readonly servers: readonly ServerProcess[];
  /** What Prometheus answers to an instant query: values by their labels. */
  query(expression: string): Promise<{ labels: Readonly<Record<string, string>>; value: number }[]>;
}

export interface MonitoringOptions {
  readonly folder: string;
  readonly plane: ControlPlane;
  readonly exporterPort: number;
  /** Namespace whose queues the exporter tells. */
  readonly queueNamespace: string;
  /** Rule groups of the chart's PrometheusRules, as the operator would hand them over. */
  readonly rules: readonly KubeObject[];
  /** The ConfigMap with the chart's rules for the adapter. */
  readonly adapter: KubeObject;
  /** Samples of the past in OpenMetrics' text form. */
  readonly past: string;
}

/** A real Prometheus and a real prometheus-adapter behind the API server's aggregated APIs. */
export async function startMonitoring(options: MonitoringOptions): Promise<Monitoring> {
  await mkdir(options.folder, { recursive: true });
  const prometheus = await startPrometheus(options);
  const adapter = await startAdapter(options, prometheus.url);
  return {
    url: prometheus.url,
    servers: [prometheus.server, adapter],
    query: async (expression) => {
      const answer = await fetch(`${prometheus.url}/api/v1/query?query=${encodeURIComponent(expression)}`);
      const { data } = (await answer.json()) as {
        data: { result: { metric: Record<string, string>; value: [number, string] }[] };
      };
      return data.result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
    },
  };
}

async function startPrometheus(options: MonitoringOptions): Promise<{ url: string; server: ServerProcess }> {
  const { folder } = options;
  const port = await freePort();
  const exporter = `127.0.0.1:${options.exporterPort}`;
  const rules = options.rules.flatMap(({ metadata, spec }) =>
    (spec?.groups as { name: string }[]).map((group) => ({ ...group, name: `${metadata.namespace}/${group.name}` })),
  );
  await writeFile(join(folder, 'rules.yaml'), stringify({ groups: rules }));
  const scrapes = [
    { job_name: 'processes', http_sd_configs: [{ url: `http://${exporter}/targets`, refresh_interval: '5s' }] },
    { job_name: 'kubelet', metrics_path: '/kubelet', static_configs: [{ targets: [exporter] }] },
    {
      job_name: 'queues',
      metrics_path: '/queues',
      static_configs: [{ targets: [exporter], labels: { namespace: options.queueNamespace } }],
    },
  ].map((scrape) => ({ ...scrape, honor_labels: true }));
  const configuration = {
    global: { scrape_interval: '5s', evaluation_interval: '5s' },
    rule_files: ['rules.yaml'],
    scrape_configs: scrapes,
  };
  await writeFile(join(folder, 'prometheus.yaml'), stringify(configuration));
  await writeFile(join(folder, 'past.txt'), options.past);
  try {
    await run('promtool', [
      'tsdb',
      'create-blocks-from',
      'openmetrics',
      join(folder, 'past.txt'),
      join(folder, 'data'),
    ]);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    throw new MissingToolError('Prometheus is needed on the PATH (Debian: apt-get install prometheus).');
  }
  const prometheus = server('prometheus', 'prometheus', folder, () => answers(`http://127.0.0.1:${port}/-/ready`), {
    'config.file': join(folder, 'prometheus.yaml'),
    'storage.tsdb.path': join(folder, 'data'),
    'storage.tsdb.retention.time': '40d',
    'web.listen-address': `127.0.0.1:${port}`,
  });
  await prometheus.start();
  return { url: `http://127.0.0.1:${port}`, server: prometheus };
}

/** CPU and memory of pods by the kubelet's series: what metrics-server tells in a cluster with kubelets. */
const RESOURCE_RULES = {
  cpu: {
    containerQuery: 'sum(rate(container_cpu_usage_seconds_total{<<.LabelMatchers>>}[1m])) by (<<.GroupBy>>)',
    nodeQuery: 'sum(rate(container_cpu_usage_seconds_total{<<.LabelMatchers>>}[1m])) by (<<.GroupBy>>)',
    resources: {
      overrides: { node: { resource: 'node' }, namespace: { resource: 'namespace' }, pod: { resource: 'pod' } },
    },
    containerLabel: 'container',
  },
  memory: {
    containerQuery: 'sum(container_memory_working_set_bytes{<<.LabelMatchers>>}) by (<<.GroupBy>>)',
    nodeQuery: 'sum(container_memory_working_set_bytes{<<.LabelMatchers>>}) by (<<.GroupBy>>)',
    resources: {
      overrides: { node: { resource: 'node' }, namespace: { resource: 'namespace' }, pod: { resource: 'pod' } },
    },
    containerLabel: 'container',
  },
  window: '1m',
};

async function startAdapter({ folder, plane, adapter }: MonitoringOptions, url: string): Promise<ServerProcess> {
  const port = await freePort();
  const ours = parse(adapter.data?.['config.yaml'] ?? '') as object;
  await writeFile(join(folder, 'adapter.yaml'), stringify({ ...ours, resourceRules: RESOURCE_RULES }));
  const apis = [
    { name: 'external.metrics.k8s.io', version: 'v1beta1' },
    { name: 'metrics.k8s.io', version: 'v1beta1' },
  ];
  const ready = async () => {
    for (const { name, version } of apis) await plane.api.get(`/apis/${name}/${version}`);
    return true;
  };
  const process = server('prometheus-adapter', await goTool('prometheus-adapter'), folder, ready, {
    config: join(folder, 'adapter.yaml'),
    'prometheus-url': url,
    'lister-kubeconfig': plane.kubeconfig,
    'authentication-kubeconfig': plane.kubeconfig,
    'authorization-kubeconfig': plane.kubeconfig,
    'bind-address': '127.0.0.1',
    'secure-port': String(port),
    'cert-dir': join(folder, 'adapter-certificates'),
    'metrics-relist-interval': '10s',
    'metrics-max-age': '1m',
  });
  // A Service by name leads the API server to a port of this machine.
  await plane.api.apply({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'prometheus-adapter', namespace: 'kube-system' },
    spec: { type: 'ExternalName', externalName: 'localhost', ports: [{ port }] },
  });
  for (const { name, version } of apis) {
    await plane.api.apply({
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: `${version}.${name}` },
      spec: {
        group: name,
        version,
        groupPriorityMinimum: 100,
        versionPriority: 100,
        insecureSkipTLSVerify: true,
        service: { name: 'prometheus-adapter', namespace: 'kube-system', port },
      },
    });
  }
  await process.start();
  return process;
}
