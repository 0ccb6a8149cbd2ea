import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

import compress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';

import type { ApiConfig } from './config.js';
import { serveOpenApi } from './openapi/openapi.js';
import { acceptUploads } from './uploads/upload.js';

/** Bodies below this many bytes are sent as they are: compressing them saves no packet. */
const COMPRESS_OVER_BYTES = 1_024;

/** What the public port does with every request beside routing it. */
export async function prepareHttp(app: NestFastifyApplication, config: ApiConfig): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  await app.register(compress, {
    threshold: COMPRESS_OVER_BYTES,
    encodings: ['br', 'gzip', 'identity'],
    globalDecompression: false,
  });
  const security = Object.entries(securityHeaders());
  fastify.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of security) reply.raw.setHeader(name, value);
    done();
  });
  await acceptUploads(fastify, config.http.uploadLimitMb * 1024 * 1024);
  serveOpenApi(app);
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
