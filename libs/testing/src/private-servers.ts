import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  freePort,
  startPostgres,
  startRedis,
  type EmbeddedPostgres,
  type RedisRole,
  type RedisServer,
} from '@discover/embedded';

/** A folder that is removed at the end; its name lets a later run remove it if this one is killed. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `discover-test-${process.pid}-`));
  await chmod(path, 0o755); // Postgres runs as another user when we are root.
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export interface PrivatePostgres extends EmbeddedPostgres {
  /** Stops the servers and removes their data. */
  dispose(): Promise<void>;
}

/** A Postgres of its own for a suite that kills, freezes or restarts servers; data survive a kill -9 all the same. */
export async function startPrivatePostgres(options: { replicas?: number } = {}): Promise<PrivatePostgres> {
  const folder = await temporaryFolder();
  const port = await freePort();
  const replicas: number[] = [];
  while (replicas.length < (options.replicas ?? 1)) replicas.push(await freePort());
  const postgres = await startPostgres({ folder: folder.path, port, replicas, durable: false });
  return {
    ...postgres,
    dispose: async () => {
      await postgres.stop();
      await folder.remove();
    },
  };
}

export interface PrivateRedis {
  readonly server: RedisServer;
  readonly url: string;
  /** Stops the server and removes its data. */
  dispose(): Promise<void>;
}

/** A Redis of its own for a suite that kills, freezes or empties it. */
export async function startPrivateRedis(role: RedisRole = 'queue'): Promise<PrivateRedis> {
  const folder = await temporaryFolder();
  const server = await startRedis({ folder: folder.path, role, port: await freePort() });
  return {
    server,
    url: server.url,
    dispose: async () => {
      await server.stop();
      await folder.remove();
    },
  };
}
