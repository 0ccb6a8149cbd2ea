import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { ObjectStorageError } from './errors.js';
import type { PutOptions } from './object-storage.js';

export interface InspectedBody {
  /** The body's bytes; it throws where they break what was announced, before its end is reached. */
  readonly chunks: AsyncGenerator<Buffer, void, undefined>;
  /** Bytes so far. */
  readonly size: () => number;
  /** Hexadecimal; once `chunks` has ended. */
  readonly sha256: () => string;
}

/** Bounds, measures and hashes a body while it flows. The source is destroyed when the reading ends, well or badly. */
export function inspectBody(body: Readable | Uint8Array, options: PutOptions): InspectedBody {
  const { contentLength, maxBytes = Infinity } = options;
  const hash = createHash('sha256');
  let size = 0;
  let digest = '';

  const tooLarge = () => new ObjectStorageError('too_large', `The content is larger than ${maxBytes} bytes.`);

  async function* read(): AsyncGenerator<Buffer, void, undefined> {
    const source =
      body instanceof Readable ? body : Readable.from([Buffer.from(body.buffer, body.byteOffset, body.byteLength)]);
    try {
      if (contentLength !== undefined && contentLength > maxBytes) throw tooLarge();
      for await (const chunk of source as AsyncIterable<Uint8Array | string>) {
        const bytes =
          typeof chunk === 'string'
            ? Buffer.from(chunk)
            : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        size += bytes.length;
        if (size > maxBytes) throw tooLarge();
        hash.update(bytes);
        yield bytes;
      }
      digest = hash.digest('hex');
      assertAsAnnounced(size, digest, options);
    } finally {
      source.destroy();
    }
  }

  return { chunks: read(), size: () => size, sha256: () => digest };
}

function assertAsAnnounced(size: number, sha256: string, announced: PutOptions): void {
  if (announced.contentLength !== undefined && announced.contentLength !== size) {
    throw new ObjectStorageError(
      'content_mismatch',
      `${announced.contentLength} bytes were announced and ${size} came.`,
    );
  }
  if (announced.sha256 !== undefined && announced.sha256.toLowerCase() !== sha256) {
    throw new ObjectStorageError('content_mismatch', 'The content does not have the SHA-256 that was announced.');
  }
}
