// `npm run test:cluster [-- names of cases]`: the chart and its autoscalers on a real control plane of Kubernetes, with a real
// Prometheus, prometheus-adapter and Redis. README.md says what is real and what cannot be without a kubelet.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { JobProducer, QueueMetrics } from '@discover/queue';
import { createLogger } from '@discover/telemetry';
import { freePort, startRedis, type RedisServer } from '@discover/embedded';

import { between, brief, held, lost, surge } from './cases/api-cases.js';
import { forecast, pastOfForecast, schedule } from './cases/floor-cases.js';
import { deployment, helmRelease, QUIET, type Lab, type Verdict } from './cases/lab.js';
import { queueCase } from './cases/queue-case.js';
import { ReplicaHistory } from './cases/replica-history.js';
import { acceptsValueFiles, makePriorityClasses, VALUE_FILES } from './cases/value-files.js';
import { startControlPlane } from './control-plane/control-plane.js';
import { installDefinitions } from './control-plane/definitions.js';
import { goTool, MissingToolError } from './control-plane/go-tools.js';
import { LoadExporter } from './control-plane/load.js';
import { startMonitoring } from './control-plane/monitoring.js';
import { StandInKubelet } from './control-plane/pods.js';

const folder = resolve(import.meta.dirname, '../../../.cache/cluster');
const only = process.argv.slice(2);

interface Row {
  readonly name: string;
  readonly wanted: string;
  readonly verdict: Verdict;
  readonly seconds: number;
}

const say = (text: string) => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  process.env.HELM = await goTool('helm');
  for (const name of ['etcd', 'kube-apiserver', 'kube-controller-manager', 'prometheus-adapter']) await goTool(name);
  const closers: (() => Promise<unknown>)[] = [];
  const rows: Row[] = [];
  try {
    const redis = await startRedis({ folder, role: 'queue', port: await freePort() });
    closers.push(() => redis.stop());
    await run(redis, closers, rows);
  } finally {
    for (const close of closers.toReversed())
      await close().catch((error: unknown) => say(`While stopping: ${String(error)}`));
  }
  const failed = rows.filter(({ verdict }) => !verdict.ok).length;
  const table = tableOf(rows);
  await writeFile(`${folder}/result.md`, table);
  say(`\n${table}\n${rows.length - failed} of ${rows.length} as wanted. Logs: ${folder}`);
  process.exitCode = failed === 0 && rows.length > 0 ? 0 : 1;
}

async function run(redis: RedisServer, closers: (() => Promise<unknown>)[], rows: Row[]): Promise<void> {
  const logger = createLogger('cluster-test', 'warn');
  const producer = new JobProducer({ url: redis.url, logger });
  closers.push(() => producer.close());
  const queues = new QueueMetrics({ producer, queues: ['parse', 'render', 'maintenance', 'webhooks'], logger });
  queues.start();

  say('Starting etcd, API server and controller manager …');
  const plane = await startControlPlane(`${folder}/control-plane`);
  closers.push(() => plane.stop());
  say(`${await installDefinitions(plane.api)} kinds of operators are known.`);
  await makePriorityClasses(plane);
  const kubelet = new StandInKubelet(plane.api);
  kubelet.start();
  closers.push(() => kubelet.stop());
  const history = new ReplicaHistory(plane.api);
  history.start();
  closers.push(() => history.stop());
  const exporter = new LoadExporter(kubelet);
  await exporter.start();
  closers.push(() => exporter.stop());

  const tell = (row: Row) => {
    rows.push(row);
    say(`${row.verdict.ok ? '✓' : '✗'} ${row.name}: ${row.verdict.seen} (${row.seconds} s)`);
  };
  const cases = [queueCase(producer), brief, held, surge, between, lost, schedule, forecast].filter(
    ({ namespace }) => only.length === 0 || only.includes(namespace),
  );
  if (cases.length > 0) {
    say(`Installing ${cases.length} releases …`);
    for (const { namespace, values } of cases) {
      await helmRelease(plane, namespace, 'install', { ...QUIET, ...values });
      exporter.load(namespace);
    }
    const monitoring = await startMonitoring({
      folder: `${folder}/monitoring`,
      plane,
      exporterPort: exporter.port,
      queueNamespace: 'queue',
      rules: (await plane.api.list('/apis/monitoring.coreos.com/v1/prometheusrules')).filter(
        ({ metadata }) => metadata.name === deployment('scaling'),
      ),
      adapter: await plane.api.get(
        `/api/v1/namespaces/${cases[0]!.namespace}/configmaps/${deployment('scaling-adapter')}`,
      ),
      past: pastOfForecast(Date.now()),
    });
    for (const server of monitoring.servers) closers.push(() => server.stop());
    say('Prometheus and its adapter answer. The cases run side by side.');
  }
  const lab: Lab = { plane, history, exporter };
  const running = cases.map(async (one) => tell(await timed(one.name, one.wanted, () => one.run(lab))));
  if (only.length === 0 || only.includes('files')) {
    for (const files of VALUE_FILES) {
      const name = `Value files: ${files.join(', ') || 'none'}`;
      tell(
        await timed(name, 'accepted strictly, installed, upgraded, rolled back', () => acceptsValueFiles(plane, files)),
      );
    }
    const keda = { 'scaling.provider': 'keda' };
    tell(
      await timed('Autoscalers by KEDA', 'accepted strictly, installed, upgraded, rolled back', () =>
        acceptsValueFiles(plane, [], keda),
      ),
    );
  }
  await Promise.all(running);
}

async function timed(name: string, wanted: string, judge: () => Promise<Verdict>): Promise<Row> {
  const startedAt = Date.now();
  const verdict = await judge().catch((error: unknown): Verdict => ({
    ok: false,
    seen: error instanceof Error ? error.message : String(error),
  }));
  return { name, wanted, verdict, seconds: Math.round((Date.now() - startedAt) / 1_000) };
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ name, wanted, verdict, seconds }) =>
      `| ${[name, wanted, verdict.seen.replaceAll('\n', ' '), verdict.ok ? 'yes' : 'NO', seconds].join(' | ')} |`,
  );
  return ['| case | wanted | seen | as wanted | seconds |', '|---|---|---|---|---:|', ...lines, ''].join('\n');
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof MissingToolError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 1;
});
