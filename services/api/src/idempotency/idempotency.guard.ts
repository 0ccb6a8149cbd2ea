import { AppError } from '@discover/contracts';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { clientNetwork } from '../limits/client-address.js';
import { currentSlot, type ExecutionSlot } from './execution.js';
import { IdempotencyService, type KeyedRequest } from './idempotency.service.js';
import { keyReused, RequestContent } from './request-content.js';
import { AnsweredBefore } from './stored-answer.js';

/** A token of visible characters, as a structured string (RFC 9651) or bare, as most clients send it. */
const KEY = /^(?:"([\x21\x23-\x5b\x5d-\x7e]{1,255})"|([\x21\x23-\x7e]{1,255}))$/;

/** After the guard that knows who calls: takes the request's idempotency key, or ends the request with the answer of then. */
@Injectable()
export class IdempotencyGuard implements CanActivate {
  constructor(private readonly idempotency: IdempotencyService) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const slot = currentSlot();
    return slot === undefined || this.begin(context.switchToHttp().getRequest<FastifyRequest>(), slot);
  }

  private async begin(request: FastifyRequest, slot: ExecutionSlot): Promise<boolean> {
    const keyed = keyedRequest(request);
    const seal = this.idempotency.sealOf(keyed);
    const content = RequestContent.watch(request, seal);
    const begun = await this.idempotency.begin(keyed, seal, content);
    if (!('answer' in begun)) {
      slot.execution = begun;
      return true;
    }
    await content?.readAll(request);
    if (content?.differs()) throw keyReused();
    throw new AnsweredBefore(begun.answer);
  }
}

function keyedRequest(request: FastifyRequest): KeyedRequest {
  const userId = request.caller?.userId ?? null;
  const body: unknown = request.body;
  return {
    key: readKey(request.headers['idempotency-key']),
    userId,
    scope: userId === null ? `address ${clientNetwork(request.ip)}` : `user ${userId}`,
    fingerprint: [request.method, request.url, isData(body) ? JSON.stringify(body) : ''],
  };
}

/** A stream is hashed while it is read. */
function isData(body: unknown): boolean {
  return body !== undefined && body !== null && !(typeof body === 'object' && 'pipe' in body);
}

/** @throws AppError `bad_request` */
function readKey(header: string | string[] | undefined): string {
  const [, quoted, bare] = KEY.exec(String(header)) ?? [];
  const key = quoted ?? bare;
  if (key !== undefined) return key;
  throw new AppError(
    'bad_request',
    'An `Idempotency-Key` has 1 to 255 visible ASCII characters, for example a random UUID.',
  );
}
