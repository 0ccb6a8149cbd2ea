// `npm run test:pods`: what the chart renders, run. The pods of values/local.yaml start as containers of Docker with their own
// variables, commands, users and limits, in the order of a first install; `helm test` asks them; then an upgrade replaces
// every pod of API, parser, renderer and jobs under load, in the order and with the delays of a cluster, and no request may fail.
// Needs Docker and the images of docker/Dockerfile as discover/<service>:dev (or IMAGE_TAG); docker/local has stand-ins for the others.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { goTools } from '../go-tools.js';
import { CHART, find, render } from '../helm.js';
import { podOf, type Manifest } from '../manifest.js';
import { docker, keepLogs, MARK, removeAll } from './docker.js';
import { Load } from './load.js';
import { NameServer } from './name-server.js';
import { IMAGES, SECRETS, startSurroundings, untilReady } from './stage.js';
import { StandInKubelet, type RunningPod } from './stand-in-kubelet.js';

const API_NAME = 'cv-discover-api.discover.svc.cluster.local';
const REPLICAS = { api: 2, parser: 2, render: 1, jobs: 1 };
type Worker = keyof typeof REPLICAS;
const WORKERS = Object.keys(REPLICAS) as Worker[];

/** Fewer say nothing. */
const FEWEST_REQUESTS = 500;
const LOGS = join(CHART, '../../.cache/pods');

const say = (text: string) => process.stdout.write(`${text}\n`);
const names = new NameServer();
const pods: Record<Worker, RunningPod[]> = { api: [], parser: [], render: [], jobs: [] };
let serial = 0;

const folder = await mkdtemp(join(tmpdir(), `${MARK}-`));
process.env.HELM = await goTools('helm');
await removeAll();
try {
  await docker('network', 'create', '--label', MARK, MARK);
  await run();
} finally {
  await removeAll();
  names.close();
  await rm(folder, { recursive: true });
}

async function run(): Promise<void> {
  const gateway = await docker('network', 'inspect', '--format', '{{(index .IPAM.Config 0).Gateway}}', MARK);
  const manifests = await render({
    files: ['local'],
    values: {
      'image.tag': process.env.IMAGE_TAG ?? 'dev',
      'redis.image': IMAGES.redis,
      'workloads.edge.imageOverride': IMAGES.edge,
      'workloads.edge.env.EDGE_RESOLVERS': `${gateway}:${await names.listen()}`,
      'edge.requestsPerMinute': 1_000_000,
    },
  });
  const kubelet = new StandInKubelet(manifests, SECRETS, folder);

  await startSurroundings(join(CHART, '../..'));
  for (const role of ['queue', 'cache']) {
    const name = `cv-discover-redis-${role}`;
    await kubelet.start(find(manifests, 'StatefulSet', name), name, [name]);
  }
  await install(kubelet, manifests);
  await upgrade(kubelet, manifests);
}

/** The pods wait for the schema while the migration runs; nobody is told to wait by us. */
async function install(kubelet: StandInKubelet, manifests: readonly Manifest[]): Promise<void> {
  const api = find(manifests, 'Deployment', 'cv-discover-api');
  const waiting = kubelet.finish(api, podOf(api)!.initContainers![0]!, 'schema');
  await migrate(kubelet, manifests);
  const waited = await waiting;
  if (!waited.includes('the schema is there')) throw new Error(`The pods did not wait for the schema:\n${waited}`);
  await Promise.all(
    WORKERS.flatMap((name) => Array.from({ length: REPLICAS[name] }, () => add(kubelet, manifests, name))),
  );
  names.set(
    API_NAME,
    pods.api.map(({ address }) => address),
    0,
  );
  const edge = await kubelet.start(find(manifests, 'Deployment', 'cv-discover-edge'), 'edge', ['cv-discover-edge']);
  await untilReady(`http://${edge.address}:8080/edge/health`);
  const test = manifests.find(({ kind }) => kind === 'Pod')!;
  say(await kubelet.finish(test, podOf(test)!.containers[0]!, 'test'));
}

async function upgrade(kubelet: StandInKubelet, manifests: readonly Manifest[]): Promise<void> {
  const address = await docker(
    'inspect',
    '--format',
    `{{(index .NetworkSettings.Networks "${MARK}").IPAddress}}`,
    `${MARK}-edge`,
  );
  const load = new Load();
  await load.start(`http://${address}:8080`);
  await migrate(kubelet, manifests);
  for (const name of WORKERS) {
    // maxSurge 1, maxUnavailable 0: a new one, and when it is ready, an old one goes.
    for (const old of pods[name].slice()) {
      await add(kubelet, manifests, name);
      pods[name] = pods[name].filter((pod) => pod !== old);
      announce(name);
      const { code, seconds } = await kubelet.stop(old);
      say(
        `${old.name} went after ${seconds.toFixed(1)} s of ${old.spec.terminationGracePeriodSeconds ?? 30} with ${code}`,
      );
      if (code !== 0) throw new Error(`${old.name} did not end by itself.`);
    }
  }
  const { asked, failures } = await load.stop();
  say(`${asked} requests while every pod was replaced, ${failures.length} failed`);
  if (failures.length === 0 && asked >= FEWEST_REQUESTS) return;
  process.exitCode = 1;
  for (const failure of failures.slice(0, 10)) say(`  ${failure}`);
  await keepLogs(LOGS);
  say(`What everybody said meanwhile: ${LOGS}`);
}

async function migrate(kubelet: StandInKubelet, manifests: readonly Manifest[]): Promise<void> {
  const job = manifests.find(({ kind }) => kind === 'Job')!;
  // The Job's `backoffLimit`: Postgres may still be starting.
  for (let tries = 1; ; tries++) {
    try {
      await kubelet.finish(job, podOf(job)!.containers[0]!, `migrate-${++serial}`);
      return;
    } catch (error) {
      if (tries === 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  }
}

async function add(kubelet: StandInKubelet, manifests: readonly Manifest[], name: Worker): Promise<void> {
  const manifest = find(manifests, 'Deployment', `cv-discover-${name}`);
  const pod = await kubelet.start(manifest, `${name}-${++serial}`, [`cv-discover-${name}`]);
  const { containerPort } = pod.spec.containers[0]!.ports!.find((port) => port.name === 'management')!;
  await untilReady(`http://${pod.address}:${containerPort}/health/ready`);
  pods[name].push(pod);
  announce(name);
}

function announce(name: Worker): void {
  if (name === 'api')
    names.set(
      API_NAME,
      pods.api.map(({ address }) => address),
    );
}
