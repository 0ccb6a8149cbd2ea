import { Readable } from 'node:stream';

import { ERROR_CODES } from '@discover/contracts';
import { toProblem } from '@discover/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { withSlot, type Execution, type ExecutionSlot } from './execution.js';
import type { IdempotencyService } from './idempotency.service.js';
import { type Ending } from './idempotency.service.js';
import { keyReused } from './request-content.js';
import { StoredAnswer } from './stored-answer.js';

/** Routes that keep nothing of what they are sent (spec A20), so neither does their key: they are run again. */
const KEEPS_NOTHING = new Set(['/api/v1/parse', '/api/v1/render']);

declare module 'fastify' {
  interface FastifyRequest {
    idempotency?: ExecutionSlot;
  }
}

/**
 * Opens the context of a request with an idempotency key before it is handled, and settles the key before its answer is
 * sent. Requests without a key pass by.
 */
export function acceptIdempotencyKeys(fastify: FastifyInstance, service: () => IdempotencyService): void {
  fastify.decorateRequest('idempotency');
  // After the body was read: what reads it would lose the context.
  fastify.addHook('preHandler', (request, _reply, done) => {
    if (request.method !== 'POST' || request.headers['idempotency-key'] === undefined) {
      done();
      return;
    }
    const slot: ExecutionSlot = { execution: null };
    request.idempotency = slot;
    withSlot(slot, done);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const slot = request.idempotency;
    if (!slot?.execution) {
      done(null, payload);
      return;
    }
    const { execution } = slot;
    slot.execution = null;
    settle(service(), execution, request, reply, payload).then(
      (body) => done(null, body),
      (error: unknown) => done(error as Error),
    );
  });
}

async function settle(
  service: IdempotencyService,
  execution: Execution,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (execution.content?.differs()) {
    if (payload instanceof Readable) payload.destroy();
    await service.end(execution, { type: 'released' });
    return problemOfReuse(request, reply);
  }
  await service.end(execution, endingOf(execution, request, reply, payload));
  return payload;
}

function endingOf(execution: Execution, request: FastifyRequest, reply: FastifyReply, payload: unknown): Ending {
  const { statusCode } = reply;
  if (statusCode >= 500) return { type: 'released' };
  if (statusCode >= 400 && !execution.hasEffects) return { type: 'untouched' };
  if (KEEPS_NOTHING.has(request.routeOptions.url ?? '')) return { type: 'released' };
  if (payload === null || payload === undefined) return { type: 'answered', answer: StoredAnswer.of(reply, null) };
  if (typeof payload === 'string' || Buffer.isBuffer(payload))
    return { type: 'answered', answer: StoredAnswer.of(reply, payload) };
  // A stream is made anew.
  return { type: 'released' };
}

function problemOfReuse(request: FastifyRequest, reply: FastifyReply): string {
  const error = keyReused();
  void reply
    .code(ERROR_CODES[error.code][0])
    .removeHeader('content-length')
    .removeHeader('location')
    .removeHeader('content-disposition')
    .type('application/problem+json');
  return JSON.stringify(toProblem(error, request.id));
}
