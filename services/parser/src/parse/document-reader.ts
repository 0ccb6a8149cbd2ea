import { buffer } from 'node:stream/consumers';

import type { ObjectRef, Outcome } from '@discover/contracts';
import type { Reading } from '@discover/cv-model';
import { ParseError, ParserPool } from '@discover/cv-parser';
import type { ObjectStorage } from '@discover/object-storage';
import { metrics, type Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { LOGGER, OBJECT_STORAGE } from '../tokens.js';

export interface ReadOptions {
  fileName?: string | undefined;
  asOf?: string | undefined;
}

/** Reads a stored document in a worker thread. What is wrong with the document is an outcome; anything else is thrown. */
@Injectable()
export class DocumentReader {
  constructor(
    private readonly pool: ParserPool,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async read(source: ObjectRef, options: ReadOptions, signal: AbortSignal): Promise<Outcome<{ reading: Reading }>> {
    const content = await this.storage.get(source.bucket, source.key);
    if (!content)
      return {
        ok: false,
        code: 'internal_error',
        message: 'The uploaded file is not there any more. Upload it again.',
      };
    const bytes = await buffer(content.stream);
    try {
      const reading = await this.pool.parse(bytes, definedOnly(options), signal);
      metrics.documentsParsed.inc({ format: reading.format, outcome: 'ok' });
      return { ok: true, reading };
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      metrics.documentsParsed.inc({ format: 'unknown', outcome: error.code });
      // Perhaps the document is damaged, perhaps the parser has a defect: the place tells them apart.
      if (typeof error.cause === 'string')
        this.logger.warn({ size: bytes.length, defect: error.cause }, 'the parser failed');
      return { ok: false, code: error.code, message: error.message };
    }
  }
}

function definedOnly({ fileName, asOf }: ReadOptions): { fileName?: string; asOf?: string } {
  return { ...(fileName !== undefined && { fileName }), ...(asOf !== undefined && { asOf }) };
}
