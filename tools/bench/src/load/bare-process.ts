import type { AddressInfo } from 'node:net';

import fastify from 'fastify';

import type { BareAnswer, BareCommand } from './bare.js';

/** Entry of a process of its own: Fastify with nothing but one route for each of some bodies. */
const server = fastify();

process.on('message', (command: BareCommand) => {
  if (command.type === 'cpu') answer({ microseconds: microsecondsOfCpu() });
  else void serve(command.routes).then((port) => answer({ port }));
});

async function serve(routes: Extract<BareCommand, { type: 'serve' }>['routes']): Promise<number> {
  for (const { path, contentType, bytes } of routes) {
    const body = Buffer.from(bytes);
    server.get(path, (_request, reply) => reply.type(contentType).send(body));
  }
  await server.listen({ host: '127.0.0.1', port: 0 });
  return (server.server.address() as AddressInfo).port;
}

function microsecondsOfCpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function answer(message: BareAnswer): void {
  process.send?.(message);
}
