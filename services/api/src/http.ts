import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import type { ApiConfig } from './config.js';
import { serveOpenApi } from './openapi/openapi.js';
import { acceptUploads } from './uploads/upload.js';

/** Bodies below this many bytes are sent as they are: compressing them saves no packet. */
const COMPRESS_OVER_BYTES = 1_024;

/** What the public port does with every request beside routing it. */
export async function prepareHttp(app: NestFastifyApplication, config: ApiConfig): Promise<void> {
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
  await app.register(compress, {
    threshold: COMPRESS_OVER_BYTES,
    encodings: ['br', 'gzip', 'identity'],
    globalDecompression: false,
  });
  await app.register(helmet, {
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
  await acceptUploads(app.getHttpAdapter().getInstance(), config.http.uploadLimitMb * 1024 * 1024);
  serveOpenApi(app);
}
