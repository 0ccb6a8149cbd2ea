import { Readable } from 'node:stream';

import { AppError } from '@discover/contracts';
import { validated } from '@discover/service-kit';
import type { FastifyRequest } from 'fastify';

import { WebVitalsBody } from './vitals.dto.js';

/** Fifty values are 3 KB; what `sendBeacon` takes ends at 64 KiB. */
const MOST_BYTES = 16 * 1024;

/**
 * The body of a beacon. `navigator.sendBeacon` sends text as `text/plain`, which needs no question beforehand (CORS) and so
 * still arrives when the page is gone; what is in it is JSON all the same.
 *
 * @throws AppError `bad_request`, `too_large` or `validation_failed`
 */
export async function readBeacon({ body }: FastifyRequest): Promise<WebVitalsBody> {
  return validated(WebVitalsBody, body instanceof Readable ? parsed(await textOf(body)) : body);
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new AppError('too_large', `At most ${MOST_BYTES} bytes, please.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('bad_request', 'The body is not JSON.', { cause });
  }
}
