import type { FastifyRequest } from 'fastify';

/** Aborted when the client closes its connection: nobody waits for the answer any more. */
export function clientGone(request: FastifyRequest): AbortSignal {
  const controller = new AbortController();
  request.raw.socket.once('close', () => controller.abort());
  return controller.signal;
}
