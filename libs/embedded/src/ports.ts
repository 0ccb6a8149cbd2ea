import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

import { EmbeddedError } from './errors.js';
import { listenerOf } from './processes.js';

/** A TCP port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * @param purpose what the port is for, as in «the Postgres primary»
 * @param setting the name of the setting that moves it
 * @throws EmbeddedError `port_taken`, naming the port, whoever listens there, and the setting.
 */
export async function assertPortFree(port: number, purpose: string, setting: string): Promise<void> {
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new EmbeddedError(
      'port_taken',
      `Port ${port}, meant for ${purpose}, is taken by ${listenerOf(port) ?? 'another process'}. ` +
        `Stop that process, or choose another port with ${setting}.`,
    );
  }
  server.close();
  await once(server, 'close');
}
