import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort, ServerProcess, startRedis, type RedisServer } from '@discover/embedded';
import { apiUrl, readSettings, serviceEnvironment, Stack, type StackSettings } from '@discover/stack';

import { CacheProxy } from './cache-proxy.js';

/** One of the two instances of the API. */
export interface Api {
  readonly url: string;
  readonly metricsPort: number;
  /** Its line to the cache, if it has one of its own. */
  readonly proxy: CacheProxy | undefined;
}

export interface PlatformOptions {
  /** Each API reaches the cache by a proxy of its own. */
  readonly proxied: boolean;
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

/** What was started, the latest last. */
type Undo = (() => Promise<void> | void)[];

/** The whole platform with two instances of the API and a cache that nobody restarts, on ports and in a folder of its own. */
export class FaultPlatform {
  private constructor(
    readonly apis: readonly [Api, Api],
    readonly cache: RedisServer,
    readonly primaryUrl: string,
    readonly replicaUrl: string,
    private readonly undo: Undo,
  ) {}

  /** Undoes what it did if it fails. */
  static async start(options: PlatformOptions): Promise<FaultPlatform> {
    const undo: Undo = [];
    try {
      const { apis, cache, primaryUrl, replicaUrl } = await assemble(options, undo);
      return new FaultPlatform(apis, cache, primaryUrl, replicaUrl, undo);
    } catch (error) {
      await undoAll(undo);
      throw error;
    }
  }

  async stop(): Promise<void> {
    await undoAll(this.undo);
  }
}

async function assemble(
  { proxied, tell, signal }: PlatformOptions,
  undo: Undo,
): Promise<Pick<FaultPlatform, 'apis' | 'cache' | 'primaryUrl' | 'replicaUrl'>> {
  const dataFolder = await mkdtemp(join(tmpdir(), `discover-faults-${process.pid}-`));
  undo.push(() => rm(dataFolder, { recursive: true, force: true }));
  // Postgres, which does not run as root, must get through.
  await chmod(dataFolder, 0o711);
  const cache = await startRedis({ folder: join(dataFolder, 'redis-cache'), role: 'cache', port: await freePort() });
  undo.push(() => cache.stop());
  const lines = proxied ? [await CacheProxy.before(cache.port), await CacheProxy.before(cache.port)] : [];
  undo.push(() => lines.forEach((line) => line.stop()));
  const cacheUrls = [lines[0]?.url ?? cache.url, lines[1]?.url ?? cache.url] as const;
  const settings = await settingsOf(dataFolder, cacheUrls[0]);
  const stack = new Stack(settings, tell);
  undo.push(() => stack.stop());
  await stack.start(signal);
  const urlOf = (port: number) => `postgres://discover:discover@127.0.0.1:${port}/discover`;
  const databaseUrl = urlOf(settings.postgres.port);
  const databaseReplicaUrls = urlOf(settings.postgres.replicaPort);
  const second = await secondApi(settings, { databaseUrl, databaseReplicaUrls, redisCacheUrl: cacheUrls[1] });
  undo.push(() => second.server.stop());
  await second.server.start();
  const first = {
    url: apiUrl(settings),
    metricsPort: settings.services.find(({ name }) => name === 'api')!.metricsPort,
  };
  const apis = [
    { ...first, proxy: lines[0] },
    { ...second.api, proxy: lines[1] },
  ] as const;
  return { apis, cache, primaryUrl: databaseUrl, replicaUrl: databaseReplicaUrls };
}

async function settingsOf(dataFolder: string, redisCacheUrl: string): Promise<StackSettings> {
  // Nothing of the person's own environment.
  const defaults = readSettings({});
  const services: StackSettings['services'] = await Promise.all(
    defaults.services.map(async (service) => ({ ...service, metricsPort: await freePort() })),
  );
  return {
    ...defaults,
    dataFolder,
    services,
    apiPort: await freePort(),
    postgres: { port: await freePort(), replicaPort: await freePort() },
    redis: { queuePort: await freePort(), cachePort: 0 },
    given: { ...defaults.given, redisCacheUrl },
  };
}

async function secondApi(
  settings: StackSettings,
  databases: { databaseUrl: string; databaseReplicaUrls: string; redisCacheUrl: string },
): Promise<{ server: ServerProcess; api: Pick<Api, 'url' | 'metricsPort'> }> {
  const [apiPort, metricsPort] = [await freePort(), await freePort()];
  const redisUrl = `redis://127.0.0.1:${settings.redis.queuePort}`;
  const env = await serviceEnvironment(settings, { ...databases, redisUrl });
  const server = new ServerProcess({
    name: 'second api',
    command: process.execPath,
    args: ['--enable-source-maps', join(settings.root, 'services/api/dist/main.js')],
    cwd: settings.root,
    env: { ...env, API_PORT: String(apiPort), API_METRICS_PORT: String(metricsPort) },
    logFile: join(settings.dataFolder, 'logs', 'api-2.log'),
    stopSignal: 'SIGTERM',
    isReady: () =>
      fetch(`http://127.0.0.1:${metricsPort}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
        ({ ok }) => ok,
        () => false,
      ),
  });
  return { server, api: { url: `http://127.0.0.1:${apiPort}`, metricsPort } };
}

async function undoAll(undo: Undo): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
}
