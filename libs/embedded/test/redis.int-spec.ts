import { once } from 'node:events';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { freePort, startRedis, type RedisServer } from '../src/index.js';
import { scratch } from './support.js';

/** One command, and the reply as it stands on the wire. */
async function command(server: RedisServer, line: string): Promise<string> {
  const socket = connect({ port: server.port, host: '127.0.0.1' });
  socket.write(`${line}\r\n`);
  const [reply] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return reply.toString();
}

describe('embedded Redis', () => {
  let place: Awaited<ReturnType<typeof scratch>>;
  let queue: RedisServer;
  let cache: RedisServer;

  beforeAll(async () => {
    place = await scratch();
    queue = await startRedis({ folder: place.folder, role: 'queue', port: await freePort() });
    cache = await startRedis({ folder: place.folder, role: 'cache', port: await freePort() });
  }, 30_000);

  afterAll(async () => {
    await Promise.all([queue.stop(), cache.stop()]);
    await place.remove();
  });

  it('never evicts from the queue, and evicts from the cache', async () => {
    await expect(command(queue, 'CONFIG GET maxmemory-policy')).resolves.toContain('noeviction');
    await expect(command(cache, 'CONFIG GET maxmemory-policy')).resolves.toContain('allkeys-lru');
    await expect(command(cache, 'CONFIG GET maxmemory')).resolves.toContain(String(256 * 1024 * 1024));
  });

  it('keeps the queue over kill -9, and nothing of the cache', async () => {
    for (const server of [queue, cache]) {
      await command(server, 'SET job accepted');
      await server.kill();
      await server.start();
    }
    await expect(command(queue, 'GET job')).resolves.toBe('$8\r\naccepted\r\n');
    await expect(command(cache, 'GET job')).resolves.toBe('$-1\r\n');
  }, 30_000);

  it('tells when it ends unasked', async () => {
    const ended = new Promise((resolve) => cache.onExit(resolve));
    process.kill(cache.pid!, 'SIGKILL');
    await expect(ended).resolves.toEqual({ code: null, signal: 'SIGKILL', expected: false });
    await cache.start();
  });
});
