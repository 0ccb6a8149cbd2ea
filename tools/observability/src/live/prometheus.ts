import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { freePort, ServerProcess } from '@discover/embedded';
import { parse, stringify } from 'yaml';

/** This file is tools/observability/{src,dist}/live/prometheus.*: the checkout is four folders up. */
const root = resolve(import.meta.dirname, '../../../..');
const NAMESPACE = 'discover';
const WEEK_SECONDS = 7 * 24 * 3600;

interface Programs {
  readonly prometheus: string;
  readonly promtool: string;
}

interface ScrapeConfig {
  job_name: string;
  dns_sd_configs?: unknown;
  static_configs?: { targets: string[] }[];
  relabel_configs?: object[];
}

export interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface RuleState {
  readonly name: string;
  readonly health: string;
  readonly lastError?: string;
}

/** A real Prometheus with the configuration of docker-compose.yml, and addresses of here. */
export class Prometheus {
  private constructor(
    private readonly server: ServerProcess,
    private readonly url: string,
  ) {}

  /**
   * @param folder of its own, for configuration and data
   * @param targets addresses by service; `others` are scraped too
   */
  static async start(
    programs: Programs,
    folder: string,
    targets: Readonly<Record<string, string>>,
    others: string,
  ): Promise<Prometheus> {
    await mkdir(folder, { recursive: true });
    const port = await freePort();
    const data = join(folder, 'data');
    const config = join(folder, 'prometheus.yml');
    writeFileSync(config, stringify(configuration(folder, targets, others)));
    rememberLastWeek(programs.promtool, folder, data);
    const server = new ServerProcess({
      name: 'Prometheus',
      command: programs.prometheus,
      args: [
        `--config.file=${config}`,
        `--storage.tsdb.path=${data}`,
        '--storage.tsdb.retention.time=30d',
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      logFile: join(folder, 'prometheus.log'),
      stopSignal: 'SIGTERM',
      isReady: () =>
        fetch(`http://127.0.0.1:${port}/-/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
    });
    await server.start();
    return new Prometheus(server, `http://127.0.0.1:${port}`);
  }

  /** The values of now. @throws Error with what Prometheus says against the query */
  async query(expr: string): Promise<Sample[]> {
    const { result } = await this.get<{ result: { metric: Record<string, string>; value: [number, string] }[] }>(
      `query?query=${encodeURIComponent(expr)}`,
    );
    return result.map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
  }

  async rules(): Promise<RuleState[]> {
    const { groups } = await this.get<{ groups: { rules: RuleState[] }[] }>('rules');
    return groups.flatMap(({ rules }) => rules);
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  private async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}/api/v1/${path}`);
    const body = (await response.json()) as { data: T; error?: string };
    if (!response.ok) throw new Error(body.error ?? `Prometheus answered ${response.status}`);
    return body.data;
  }
}

/** docker/prometheus/prometheus.yml, quicker, with addresses instead of names, and the chart's scaling rules. */
function configuration(folder: string, targets: Readonly<Record<string, string>>, others: string): object {
  const config = parse(readFileSync(join(root, 'docker/prometheus/prometheus.yml'), 'utf8')) as {
    scrape_configs: ScrapeConfig[];
  };
  const scaling = scalingRules(folder);
  return {
    ...config,
    global: { scrape_interval: '2s', scrape_timeout: '2s', evaluation_interval: '2s' },
    alerting: undefined,
    rule_files: [
      ...['alerts', 'recording'].map((kind) => join(root, 'charts/discover/rules', kind, '*.yaml')),
      ...(scaling === undefined ? [] : [scaling]),
    ],
    scrape_configs: [
      ...config.scrape_configs
        .filter(({ job_name }) => job_name in targets)
        .map(({ dns_sd_configs: _, relabel_configs: relabel = [], ...rest }) => ({
          ...rest,
          static_configs: [{ targets: [targets[rest.job_name]] }],
          relabel_configs: [...relabel, { target_label: 'namespace', replacement: NAMESPACE }],
        })),
      { job_name: 'cluster', static_configs: [{ targets: [others] }] },
    ],
  };
}

/** Where Helm is (tools/go builds it), what the chart records for scaling; undefined elsewhere. */
function scalingRules(folder: string): string | undefined {
  const helm = join(root, '.cache/bin/helm');
  const template = 'templates/scaling/rules.yaml';
  if (!existsSync(helm) || !existsSync(join(root, 'charts/discover', template))) return undefined;
  const kinds = ['postgresql.cnpg.io/v1/Cluster', 'monitoring.coreos.com/v1/ServiceMonitor'];
  const rendered = execFileSync(
    helm,
    [
      ...['template', 'discover', 'charts/discover', '--namespace', NAMESPACE, '--show-only', template],
      ...[
        '--values',
        'charts/discover/values/local.yaml',
        '--set',
        'scaling.enabled=true,monitoring.rules.enabled=false',
      ],
      ...kinds.flatMap((kind) => ['--api-versions', kind]),
    ],
    { cwd: root, encoding: 'utf8' },
  );
  const { data } = parse(rendered) as { data: Record<string, string> };
  const file = join(folder, 'scaling.yaml');
  writeFileSync(file, data['scaling.yaml']!);
  return file;
}

/** The forecast goes by earlier weeks, of which a new Prometheus has none: it is given what two of them wanted. */
function rememberLastWeek(promtool: string, folder: string, data: string): void {
  const now = Math.floor(Date.now() / 1_000);
  const lines = [2, 1].flatMap((weeks) =>
    Array.from({ length: 240 }, (_, index) => now - weeks * WEEK_SECONDS + (index - 60) * 15).flatMap((at) => [
      `discover:scaling_demand_replicas{namespace="${NAMESPACE}",service="api"} 4 ${at}`,
    ]),
  );
  const file = join(folder, 'weeks.txt');
  writeFileSync(file, ['# TYPE discover:scaling_demand_replicas gauge', ...lines, '# EOF', ''].join('\n'));
  execFileSync(promtool, ['tsdb', 'create-blocks-from', 'openmetrics', file, data], { stdio: 'pipe' });
}
