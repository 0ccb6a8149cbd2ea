import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';

import { assertPortFree } from './ports.js';
import { untilNobodyRunsOn } from './previous-run.js';
import { locateRedis } from './redis-binary.js';
import { ServerProcess } from './server-process.js';

/** `queue` never evicts and keeps an append-only file; `cache` evicts and keeps nothing. */
export type RedisRole = 'queue' | 'cache';

export interface RedisOptions {
  /** Holds a folder for the role; made if missing. */
  readonly folder: string;
  readonly role: RedisRole;
  readonly port: number;
  /** Where a fetched Redis is kept; the checkout's `.cache` unless told. */
  readonly cacheFolder?: string;
  /** Further directives, as in redis.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly logFolder?: string;
  readonly portSetting?: string;
  readonly onProgress?: (line: string) => void;
}

export class RedisServer extends ServerProcess {
  constructor(
    options: ConstructorParameters<typeof ServerProcess>[0],
    readonly url: string,
    readonly port: number,
  ) {
    super(options);
  }
}

const directives: Readonly<Record<RedisRole, Readonly<Record<string, string>>>> = {
  queue: { 'maxmemory-policy': 'noeviction', appendonly: 'yes', appendfsync: 'everysec', save: '' },
  cache: { 'maxmemory-policy': 'allkeys-lru', maxmemory: '256mb', appendonly: 'no', save: '' },
};

/** This file is libs/embedded/{src,dist}/redis.*: the checkout is three folders up. */
const defaultCacheFolder = resolve(import.meta.dirname, '../../../.cache');

/**
 * Starts one Redis (or Valkey) and resolves when it answers and has read its data.
 *
 * @throws EmbeddedError; nothing is left running then
 */
export async function startRedis(options: RedisOptions): Promise<RedisServer> {
  const { role, port } = options;
  const progress = options.onProgress ?? (() => undefined);
  const data = resolve(options.folder, role);
  const { command, env } = await locateRedis(options.cacheFolder ?? defaultCacheFolder, progress);
  await mkdir(data, { recursive: true });
  await untilNobodyRunsOn(data);
  await assertPortFree(port, `the ${role}’s Redis`, options.portSetting ?? '`port`');
  const settings = {
    bind: '127.0.0.1',
    port: String(port),
    dir: data,
    // The title would hide the arguments, by which the next start finds who runs on the data.
    'set-proc-title': 'no',
    ...directives[role],
    ...options.settings,
  };
  const server = new RedisServer(
    {
      name: `Redis ${role}`,
      command,
      args: Object.entries(settings).flatMap(([key, value]) => [`--${key}`, value]),
      env,
      logFile: join(options.logFolder ?? resolve(options.folder), `redis-${role}.log`),
      stopSignal: 'SIGTERM',
      isReady: () => answers(port),
    },
    `redis://127.0.0.1:${port}`,
    port,
  );
  await server.start();
  progress(`Redis: the ${role}’s is ready`);
  return server;
}

/** True once PING is answered with PONG; while it reads its data it answers with an error instead. */
async function answers(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.setTimeout(1_000, () => socket.destroy(new Error('No answer within a second.')));
  try {
    socket.write('PING\r\n');
    const [reply] = (await once(socket, 'data')) as [Buffer];
    return reply.toString('latin1').startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
