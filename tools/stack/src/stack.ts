import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import {
  assertPortFree,
  startPostgres,
  startRedis,
  untilOrphansEnd,
  type RedisRole,
  type ServerProcess,
} from '@discover/embedded';

import {
  createService,
  entryOf,
  logFileOf,
  migrate,
  rotateLog,
  serviceEnvironment,
  type Databases,
} from './services.js';
import { Lock } from './lock.js';
import { apiUrl, type StackSettings } from './settings.js';
import { Supervisor } from './supervisor.js';

/** Databases, migrations and services of one machine: started in this order, stopped in the opposite one. */
export class Stack {
  /** What to undo, the latest last. */
  private readonly undo: (() => Promise<void> | void)[] = [];
  private readonly servers = new Map<string, ServerProcess>();

  constructor(
    private readonly settings: StackSettings,
    private readonly tell: (line: string) => void,
  ) {}

  /**
   * Resolves when everything is ready. If it throws, and also while it runs, `stop()` undoes what was done.
   *
   * @param signal ends a start that is under way, at its next step
   * @throws StackError or EmbeddedError, in words for the person at the terminal
   */
  async start(signal: AbortSignal): Promise<void> {
    const { settings } = this;
    await mkdir(settings.dataFolder, { recursive: true });
    const lock = await Lock.acquire(join(settings.dataFolder, 'stack.lock'), apiUrl(settings));
    this.undo.push(() => lock.release());
    await this.assertServicePortsFree();
    const databases: Databases = {
      ...(await this.startPostgresServers(signal)),
      ...(await this.startRedisServers(signal)),
    };
    signal.throwIfAborted();
    const env = await serviceEnvironment(settings, databases);
    this.tell('Migrations: bringing the database up to date …');
    await migrate(settings, env, signal);
    signal.throwIfAborted();
    await this.startServices(env, signal);
  }

  /** Services first, then Redis and Postgres; the lock last. */
  async stop(): Promise<void> {
    for (let step = this.undo.pop(); step !== undefined; step = this.undo.pop()) await step();
  }

  /** One of its processes, for tests that make it fail: `parser`, `Redis queue`, `Postgres primary` … */
  server(name: string): ServerProcess {
    const server = this.servers.get(name);
    if (!server) throw new Error(`The stack runs no «${name}»; it runs ${[...this.servers.keys()].join(', ')}.`);
    return server;
  }

  private async assertServicePortsFree(): Promise<void> {
    // The services of a stack that was killed a moment ago still hold their ports.
    await Promise.all(this.settings.services.map(({ name }) => untilOrphansEnd(entryOf(this.settings, name))));
    await assertPortFree(this.settings.apiPort, 'the API', 'API_PORT');
    for (const { name, metricsPort, metricsPortSetting } of this.settings.services) {
      await assertPortFree(metricsPort, `the metrics and health of ${name}`, metricsPortSetting);
    }
  }

  private async startPostgresServers(
    signal: AbortSignal,
  ): Promise<Pick<Databases, 'databaseUrl' | 'databaseReplicaUrls'>> {
    const { given, postgres, dataFolder } = this.settings;
    if (given.databaseUrl !== undefined) {
      this.tell('Postgres: using DATABASE_URL');
      return { databaseUrl: given.databaseUrl, databaseReplicaUrls: given.databaseReplicaUrls ?? 'none' };
    }
    signal.throwIfAborted();
    this.tell('Postgres: starting the primary and its replica …');
    await Promise.all(
      ['postgres-primary', 'postgres-replica-1'].map((name) => rotateLog(logFileOf(this.settings, name))),
    );
    const servers = await startPostgres({
      folder: join(dataFolder, 'postgres'),
      port: postgres.port,
      replicas: [postgres.replicaPort],
      logFolder: join(dataFolder, 'logs'),
      portSetting: 'POSTGRES_PORT',
      replicaPortSetting: 'POSTGRES_REPLICA_PORT',
      onProgress: this.tell,
    });
    const supervisors = [servers.primary, ...servers.replicas].map((server) => this.supervise(server));
    this.undo.push(async () => {
      for (const supervisor of supervisors) await supervisor.stop();
    });
    return { databaseUrl: servers.primaryUrl, databaseReplicaUrls: servers.replicaUrls.join(',') };
  }

  private async startRedisServers(signal: AbortSignal): Promise<Pick<Databases, 'redisUrl' | 'redisCacheUrl'>> {
    const { given, redis } = this.settings;
    const redisUrl = given.redisUrl ?? (await this.startRedisServer('queue', redis.queuePort, 'REDIS_PORT', signal));
    const redisCacheUrl =
      given.redisCacheUrl ?? (await this.startRedisServer('cache', redis.cachePort, 'REDIS_CACHE_PORT', signal));
    return { redisUrl, redisCacheUrl };
  }

  private async startRedisServer(
    role: RedisRole,
    port: number,
    portSetting: string,
    signal: AbortSignal,
  ): Promise<string> {
    signal.throwIfAborted();
    const { dataFolder } = this.settings;
    await rotateLog(logFileOf(this.settings, `redis-${role}`));
    const server = await startRedis({
      folder: join(dataFolder, 'redis'),
      role,
      port,
      portSetting,
      logFolder: join(dataFolder, 'logs'),
      onProgress: this.tell,
    });
    const supervisor = this.supervise(server);
    this.undo.push(() => supervisor.stop());
    return server.url;
  }

  private async startServices(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
    const { settings } = this;
    this.tell(`Services: starting ${settings.services.map((service) => service.name).join(', ')} …`);
    await Promise.all(settings.services.map((service) => rotateLog(logFileOf(settings, service.name))));
    const supervisors = settings.services.map((service) => this.supervise(createService(settings, service, env)));
    const stopAll = () => Promise.all(supervisors.map((supervisor) => supervisor.stop()));
    this.undo.push(async () => {
      await stopAll();
    });
    // The first failure is the one to tell; the others end because of it.
    const stopStarting = () => void stopAll();
    signal.addEventListener('abort', stopStarting);
    try {
      await Promise.all(
        supervisors.map(async (supervisor) => {
          await supervisor.start();
          this.tell(`Services: ${supervisor.name} is ready`);
        }),
      );
    } finally {
      signal.removeEventListener('abort', stopStarting);
    }
  }

  private supervise(server: ServerProcess): Supervisor {
    this.servers.set(server.name, server);
    return new Supervisor(server, this.tell);
  }
}
