import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadEnvFile } from 'node:process';

import { StackError } from './stack-error.js';

/** The services in the order of their metrics ports; all start together, once the migrations have run. */
export const SERVICES = [
  { name: 'api', metricsPort: 9464 },
  { name: 'parser', metricsPort: 9465 },
  { name: 'render', metricsPort: 9466 },
  { name: 'jobs', metricsPort: 9467 },
] as const;

export interface ServiceSettings {
  readonly name: string;
  readonly metricsPort: number;
  readonly metricsPortSetting: string;
}

export interface StackSettings {
  /** The checkout. */
  readonly root: string;
  /** Everything that the stack keeps: databases, objects, logs, secrets. */
  readonly dataFolder: string;
  readonly apiPort: number;
  readonly services: readonly ServiceSettings[];
  readonly postgres: { readonly port: number; readonly replicaPort: number };
  readonly redis: { readonly queuePort: number; readonly cachePort: number };
  /** What is given is used instead of an embedded server. */
  readonly given: {
    readonly databaseUrl: string | undefined;
    readonly databaseReplicaUrls: string | undefined;
    readonly redisUrl: string | undefined;
    readonly redisCacheUrl: string | undefined;
  };
}

/** This file is tools/stack/{src,dist}/settings.*: the checkout is three folders up. */
const checkout = resolve(import.meta.dirname, '../../..');

/** Reads the environment, and `.env` in the checkout for what the environment leaves open. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): StackSettings {
  // STACK_ROOT lets the tests put services of their own in the place of ours.
  const root = env.STACK_ROOT ?? checkout;
  if (env === process.env && existsSync(join(root, '.env'))) loadEnvFile(join(root, '.env'));
  const port = (name: string, fallback: number) => readPort(env, name, fallback);
  return {
    root,
    dataFolder: resolve(root, env.DATA_DIR ?? '.data'),
    apiPort: port('API_PORT', 3000),
    services: SERVICES.map(({ name, metricsPort }) => {
      const metricsPortSetting = `${name.toUpperCase()}_METRICS_PORT`;
      return { name, metricsPort: port(metricsPortSetting, metricsPort), metricsPortSetting };
    }),
    postgres: { port: port('POSTGRES_PORT', 54320), replicaPort: port('POSTGRES_REPLICA_PORT', 54321) },
    redis: { queuePort: port('REDIS_PORT', 63790), cachePort: port('REDIS_CACHE_PORT', 63791) },
    given: {
      databaseUrl: nonEmpty(env.DATABASE_URL),
      databaseReplicaUrls: nonEmpty(env.DATABASE_REPLICA_URLS),
      redisUrl: nonEmpty(env.REDIS_URL),
      redisCacheUrl: nonEmpty(env.REDIS_CACHE_URL),
    },
  };
}

export function apiUrl(settings: StackSettings): string {
  return `http://127.0.0.1:${settings.apiPort}`;
}

function readPort(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = nonEmpty(env[name]) ?? String(fallback);
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StackError(`${name} is ${JSON.stringify(text)}, which is not a port (1 to 65535).`);
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
