import type { FastifyReply } from 'fastify';

/** Aborted when the client closes its connection before the answer was sent: nobody waits for it any more. */
export function clientGone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
