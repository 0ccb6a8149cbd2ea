import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

import compress from '@fastify/compress';
import { RequestMethod } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';

import type { ApiConfig } from './config.js';
import { answerFromMemory, CvsInMemory } from './cvs/cvs-in-memory.js';
import { acceptMergePatches } from './cvs/merge-patch-body.js';
import { stateCacheability } from './http-caching/http-caching.js';
import { acceptIdempotencyKeys } from './idempotency/idempotency-hooks.js';
import { IdempotencyService } from './idempotency/idempotency.service.js';
import { AnsweredBeforeFilter } from './idempotency/stored-answer.js';
import { serveOpenApi } from './openapi/openapi.js';
import { acceptUploads } from './uploads/upload.js';

/** Bodies below this many bytes are sent as they are: compressing them saves no packet. */
const COMPRESS_OVER_BYTES = 1_024;

/** What an answer depends on beside its address; CORS adds its own. Compression adds `accept-encoding` if it is not there, in lower case. */
const VARY = 'Authorization, X-Api-Key, accept-encoding';

/** How long a browser remembers what it may send, in seconds: the longest that any of them keeps to. */
const PREFLIGHT_SECONDS = 7_200;
/** Headers that pages of other origins may read, beside the few that they always may. */
const EXPOSED_HEADERS = [
  'Content-Disposition',
  'ETag',
  'Idempotency-Replayed',
  'Link',
  'Location',
  'Preference-Applied',
  'RateLimit',
  'RateLimit-Limit',
  'RateLimit-Policy',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Retry-After',
  'Server-Timing',
  'X-Cache-Status',
  'X-Request-ID',
];

/** What the public port does with every request beside routing it. */
export async function prepareHttp(app: NestFastifyApplication, config: ApiConfig): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const standing = securityHeaders();
  answerFromMemory(fastify, { ...standing, vary: VARY }, app.get(CvsInMemory, { strict: false }));
  app.setGlobalPrefix('api/v1', {
    exclude: [
      'health/live',
      'health/ready',
      'files/:token',
      'u/:slug',
      'u/:slug/og.png',
      'u/:slug/photo',
      { path: 'performance', method: RequestMethod.GET },
      'performance/assets/:file',
    ],
  });
  app.useGlobalFilters(new AnsweredBeforeFilter());
  // Before the compression: an answer is kept as it is, for clients that read other encodings.
  acceptIdempotencyKeys(fastify, () => app.get(IdempotencyService, { strict: false }));
  allowOrigins(app, config.http.corsOrigins);
  await app.register(compress, {
    threshold: COMPRESS_OVER_BYTES,
    encodings: ['br', 'gzip', 'identity'],
    globalDecompression: false,
  });
  fastify.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of Object.entries(standing)) reply.raw.setHeader(name, value);
    // CORS has had its say before.
    reply.header('vary', reply.hasHeader('vary') ? `${VARY}, ${String(reply.getHeader('vary'))}` : VARY);
    done();
  });
  stateCacheability(fastify);
  await acceptUploads(fastify, config.http.uploadLimitMb * 1024 * 1024);
  acceptMergePatches(fastify);
  serveOpenApi(app);
}

/** Lets pages of these origins call the API. Without credentials: callers name themselves by a header, never by a cookie. */
function allowOrigins(app: NestFastifyApplication, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.enableCors({
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: PREFLIGHT_SECONDS,
  });
}

/**
 * What helmet would set. It is asked once and not for every request: nothing in it depends on the request, and working the
 * policy out anew took a third of the time of a cached read.
 */
function securityHeaders(): Record<string, string> {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const setHeaders = helmet({
    // The documentation's pages bring their own script and styles; everything else sends no page.
    contentSecurityPolicy: {
      directives: {
        'script-src': ["'self'", "'unsafe-inline'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        // TLS is the ingress's; where there is none, on one's own machine, the pages must work all the same.
        'upgrade-insecure-requests': null,
      },
    },
    crossOriginResourcePolicy: { policy: 'same-site' },
  });
  setHeaders(response.req, response, (error?: unknown) => {
    if (error instanceof Error) throw error;
  });
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]));
}
