import { freePort, type ServerProcess } from '@discover/embedded';
import { readSettings, Stack } from '@discover/stack';
import { temporaryFolder } from '@discover/testing';

/** The whole platform as `npm start` runs it, on free ports and in a folder of its own. */
export interface Platform {
  readonly url: string;
  /** Of the primary: for what no route can do, such as making somebody an administrator. */
  readonly databaseUrl: string;
  /** Of the queue, and of the cache. */
  readonly redisUrls: { readonly queue: string; readonly cache: string };
  /** Management ports by service. */
  readonly managementPorts: Readonly<Record<string, number>>;
  readonly folder: string;
  /** A server or service by name: `parser`, `Redis queue`, `Postgres primary` … */
  server(name: string): ServerProcess;
  stop(): Promise<void>;
}

const PORTS = ['API_PORT', 'POSTGRES_PORT', 'POSTGRES_REPLICA_PORT', 'REDIS_PORT', 'REDIS_CACHE_PORT'];
const SERVICES = ['api', 'parser', 'render', 'jobs'];

export async function startPlatform(): Promise<Platform> {
  const folder = await temporaryFolder();
  const ports: Record<string, string> = {};
  for (const name of [...PORTS, ...SERVICES.map((service) => `${service.toUpperCase()}_METRICS_PORT`)])
    ports[name] = String(await freePort());
  const settings = readSettings({ ...ports, DATA_DIR: folder.path });
  const stack = new Stack(settings, () => undefined);
  try {
    await stack.start(new AbortController().signal);
  } catch (error) {
    await stack.stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${ports.API_PORT}`,
    databaseUrl: `postgres://discover:discover@127.0.0.1:${ports.POSTGRES_PORT}/discover`,
    redisUrls: {
      queue: `redis://127.0.0.1:${ports.REDIS_PORT}`,
      cache: `redis://127.0.0.1:${ports.REDIS_CACHE_PORT}`,
    },
    managementPorts: Object.fromEntries(settings.services.map(({ name, metricsPort }) => [name, metricsPort])),
    folder: folder.path,
    server: (name) => stack.server(name),
    stop: async () => {
      await stack.stop();
      await folder.remove();
    },
  };
}
