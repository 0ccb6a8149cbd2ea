import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { ServerProcess } from '@discover/embedded';

import { apiUrl, type ServiceSettings, type StackSettings } from './settings.js';
import { StackError } from './stack-error.js';

/** Where the databases are, embedded or given. */
export interface Databases {
  readonly databaseUrl: string;
  readonly databaseReplicaUrls: string;
  readonly redisUrl: string;
  readonly redisCacheUrl: string;
}

/** Longer than SHUTDOWN_GRACE_MS, so that a service that drains to its limit still ends by itself. */
const GRACE_MS = 25_000;
const READY_TIMEOUT_MS = 60_000;
const HEALTH_TIMEOUT_MS = 2_000;
const LOG_TAIL_LINES = 15;

export function logFileOf(settings: StackSettings, name: string): string {
  return join(settings.dataFolder, 'logs', `${name}.log`);
}

/** The environment that all services share; what the caller's environment says of anything else is kept. */
export async function serviceEnvironment(settings: StackSettings, databases: Databases): Promise<NodeJS.ProcessEnv> {
  return {
    OBJECT_STORAGE_FOLDER: join(settings.dataFolder, 'objects'),
    PUBLIC_URL: apiUrl(settings),
    JWT_SECRET: await jwtSecret(join(settings.dataFolder, 'secrets.json')),
    // On one's own machine receivers are on it too.
    WEBHOOK_TARGETS: 'any',
    ...process.env,
    NODE_ENV: 'production',
    API_PORT: String(settings.apiPort),
    ...Object.fromEntries(
      settings.services.map((service) => [service.metricsPortSetting, String(service.metricsPort)]),
    ),
    DATABASE_URL: databases.databaseUrl,
    DATABASE_REPLICA_URLS: databases.databaseReplicaUrls,
    REDIS_URL: databases.redisUrl,
    REDIS_CACHE_URL: databases.redisCacheUrl,
  };
}

export function createService(
  settings: StackSettings,
  service: ServiceSettings,
  env: NodeJS.ProcessEnv,
): ServerProcess {
  const health = `http://127.0.0.1:${service.metricsPort}/health/ready`;
  return new ServerProcess({
    name: service.name,
    command: process.execPath,
    args: ['--enable-source-maps', entryOf(settings, service.name)],
    cwd: settings.root,
    env,
    logFile: logFileOf(settings, service.name),
    stopSignal: 'SIGTERM',
    graceMs: GRACE_MS,
    readyTimeoutMs: READY_TIMEOUT_MS,
    isReady: () =>
      fetch(health, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) }).then(
        (response) => response.ok,
        () => false,
      ),
  });
}

/**
 * Runs the migrations to their end.
 *
 * @throws StackError with the end of their log
 */
export async function migrate(settings: StackSettings, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const logFile = logFileOf(settings, 'migrator');
  await mkdir(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  const args = ['--enable-source-maps', entryOf(settings, 'migrator')];
  const migrator = spawn(process.execPath, args, { cwd: settings.root, env, stdio: ['ignore', log, log], signal });
  const [code] = (await once(migrator, 'exit')) as [number | null];
  if (code === 0) return;
  const tail = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
  throw new StackError(`The migrations failed. The end of ${logFile}:\n${tail}`);
}

/** Keeps the log of the last run beside the new one. */
export async function rotateLog(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await rename(file, `${file}.1`).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
}

/** @throws StackError if it was not built */
export function entryOf(settings: StackSettings, name: string): string {
  const entry = join(settings.root, 'services', name, 'dist', 'main.js');
  if (!existsSync(entry)) throw new StackError(`${entry} is missing: build the services with \`npm run build\`.`);
  return entry;
}

/** Made once, so that sessions outlive a restart. */
async function jwtSecret(file: string): Promise<string> {
  if (existsSync(file)) {
    const { jwtSecret: secret } = JSON.parse(await readFile(file, 'utf8')) as { jwtSecret?: string };
    if (secret !== undefined) return secret;
  }
  const secret = randomBytes(48).toString('base64url');
  await writeFile(file, `${JSON.stringify({ jwtSecret: secret }, null, 2)}\n`, { mode: 0o600 });
  return secret;
}
