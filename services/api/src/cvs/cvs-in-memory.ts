import { brotliCompress, constants, gzip, type InputType } from 'node:zlib';

import { Negotiator } from '@fastify/accept-negotiator';
import { Levers } from '@discover/queue';
import { metrics } from '@discover/telemetry';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { authorize } from '../auth/auth.guard.js';
import { Callers } from '../auth/callers.js';
import { RateLimits, standingHeaders } from '../limits/rate-limits.js';
import { CvAccess } from './cv-access.js';
import { CvBody } from './cv-body.js';
import { CvsService } from './cvs.service.js';
import { matchesTag } from './entity-tags.js';
import { REVALIDATED } from './send.js';

const PREFIX = '/api/v1/cvs/';
const URL_LENGTH = PREFIX.length + '00000000-0000-0000-0000-000000000000'.length;

type Encoding = 'br' | 'gzip' | 'identity';

const COMPRESS: Record<Exclude<Encoding, 'identity'>, (bytes: InputType, done: (bytes?: Buffer) => void) => void> = {
  br: (bytes, done) =>
    brotliCompress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }, (_error, result) => done(result)),
  gzip: (bytes, done) => gzip(bytes, (_error, result) => done(result)),
};

/** A CV in this process's memory with what its answers are made of; it lives as long as its entry in the cache. */
interface Known {
  readonly etag: string;
  /** In each encoding that was asked for; null while it is being made. */
  readonly encoded: Map<Encoding, Buffer | null>;
}

/**
 * The platform’s most frequent request, answered before the framework begins: a CV read whole, by somebody whom this
 * process knows, may have it as it knows, and lies in its memory. Nothing of it waits, so it needs no promise; all it asks are
 * the parts that the ordinary way asks too, and whatever is not at hand is left to that way. An answer is the same on both.
 */
@Injectable()
export class CvsInMemory {
  private readonly known = new WeakMap<Buffer, Known>();
  private readonly negotiator = new Negotiator<Encoding>({ supportedValues: ['br', 'gzip', 'identity'] });

  constructor(
    private readonly callers: Callers,
    private readonly limits: RateLimits,
    private readonly access: CvAccess,
    private readonly cvs: CvsService,
    private readonly levers: Levers,
  ) {}

  /**
   * @param standing headers of every answer of the API
   * @returns whether it has answered
   */
  answer(request: FastifyRequest, reply: FastifyReply, standing: Readonly<Record<string, string>>): boolean {
    // Who may still read then is decided on the ordinary way.
    if (this.levers.current.maintenance.mode === 'closed') return false;
    const id = request.raw.url!.slice(PREFIX.length);
    try {
      const caller = this.callers.known(request);
      if (!caller) return false;
      authorize(caller, 'cv:read');
      const ownerId = this.access.knownOwner(caller, id);
      const stored = ownerId === undefined ? undefined : this.cvs.known(ownerId, id);
      if (!stored) return false;
      const known = this.knownOf(stored);
      const encoding = this.encodingFor(request);
      const body = bodyIn(known, encoding);
      if (!body) return false;
      const limit = this.limits.count(caller, request);
      if (!limit.admitted) return false;
      request.caller = caller;
      request.correlation.userId = caller.userId;
      this.callers.countUse(caller);
      metrics.httpFromMemory.inc();
      send(request, reply, known.etag, body, encoding, { ...standing, ...standingHeaders(limit) });
      return true;
    } catch {
      // Whoever may not is told so on the ordinary way.
      return false;
    }
  }

  private knownOf(stored: Buffer): Known {
    let known = this.known.get(stored);
    if (!known) {
      const { etag, bytes } = CvBody.fromStored(stored);
      this.known.set(stored, (known = { etag, encoded: new Map([['identity', bytes]]) }));
    }
    return known;
  }

  private encodingFor({ headers }: FastifyRequest): Encoding {
    const accepted = headers['accept-encoding'];
    if (accepted === undefined) return 'identity';
    return this.negotiator.negotiate(typeof accepted === 'string' ? accepted : accepted[0]) ?? 'identity';
  }
}

/** Has those for which it is asked made, for the next time: compressing would keep everybody else waiting. */
function bodyIn({ encoded }: Known, encoding: Encoding): Buffer | null | undefined {
  const body = encoded.get(encoding);
  if (body !== undefined || encoding === 'identity') return body;
  encoded.set(encoding, null);
  COMPRESS[encoding](encoded.get('identity')!, (bytes) => {
    if (bytes) encoded.set(encoding, bytes);
    else encoded.delete(encoding);
  });
  return null;
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  etag: string,
  body: Buffer,
  encoding: Encoding,
  headers: Record<string, string | number>,
): void {
  headers['x-request-id'] = request.id;
  headers['server-timing'] = `app;dur=${reply.elapsedTime.toFixed(1)}`;
  headers['x-cache-status'] = 'l1';
  headers.etag = etag;
  headers['cache-control'] = REVALIDATED;
  reply.hijack();
  if (matchesTag(request.headers['if-none-match'], etag)) {
    writeTogether(() => reply.raw.writeHead(304, headers).end());
    return;
  }
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  headers['content-type'] = 'application/json; charset=utf-8';
  headers['content-length'] = body.length;
  writeTogether(() => reply.raw.writeHead(200, headers).end(body));
}

const ready: (() => void)[] = [];

/**
 * Writes the answers to all that one turn of the event loop has read, one right after the other. Where whoever reads them is on
 * this machine, as a proxy beside us is, each write to a reader that has gone to sleep costs as much as all else that an answer
 * takes; a reader that is kept busy is woken once (from 54 to 34 µs of CPU for each read, `npm run bench -- --only reads`).
 */
function writeTogether(write: () => void): void {
  if (ready.push(write) > 1) return;
  setImmediate(() => {
    for (const each of ready.splice(0)) each();
  });
}

/** Puts it before whatever else is to be done with a request. */
export function answerFromMemory(
  fastify: FastifyInstance,
  standing: Readonly<Record<string, string>>,
  reads: CvsInMemory,
): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { url, method, headers } = request.raw;
    // Pages of other origins need the headers of CORS.
    const concerned =
      method === 'GET' && url!.length === URL_LENGTH && url!.startsWith(PREFIX) && headers.origin === undefined;
    if (!concerned || !reads.answer(request, reply, standing)) done();
  });
}
