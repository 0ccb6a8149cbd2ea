import { buffer } from 'node:stream/consumers';

import {
  fitObject,
  type JOBS,
  type ObjectRef,
  type Outcome,
  type PayloadOf,
  type RenderResult,
} from '@discover/contracts';
import type { Resume } from '@discover/cv-model';
import { RenderError, RenderPool, type RenderFormat } from '@discover/cv-render';
import type { ObjectStorage } from '@discover/object-storage';
import { ClosedAccounts, handOver, JobProducer } from '@discover/queue';
import { metrics } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { OBJECT_STORAGE } from '../tokens.js';

const ACCOUNT_CLOSED = { ok: false, code: 'not_found', message: 'The account was closed.' } as const;

/** Renders a document into object storage, or into the hands of who waits. Doing it twice makes the same bytes at the same place. */
@Injectable()
export class RendersService {
  constructor(
    private readonly pool: RenderPool,
    private readonly closed: ClosedAccounts,
    private readonly producer: JobProducer,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
  ) {}

  async render(payload: PayloadOf<typeof JOBS.renderCv>, signal: AbortSignal): Promise<Outcome<RenderResult>> {
    const { template, format, options, source, target, userId } = payload;
    const document = payload.document as Resume;
    const photo = payload.photo && (await this.read(payload.photo));
    try {
      const { bytes, mediaType, pages, fit } = await this.pool.render(
        {
          document,
          template,
          format: format as RenderFormat,
          options,
          ...(source !== undefined && { source }),
          ...(photo && { photo }),
        },
        signal,
      );
      const handedOver = payload.handover !== undefined && (await handOver(this.producer, payload.handover, bytes));
      if (!handedOver) {
        // First, so that it is there whenever the bytes are.
        if (fit) await this.put(fitObject(target), Buffer.from(JSON.stringify(fit)), 'application/json');
        await this.put(target, bytes, mediaType);
        if (await this.closed.isClosed(userId)) return await this.takeBack(target);
      }
      // One's own templates are many: they share a series.
      metrics.documentsRendered.inc({ template: source === undefined ? template : 'own', format, outcome: 'ok' });
      const result = { object: target, mediaType, size: bytes.length, pages };
      return { ok: true, ...result, ...(fit && { fit }), ...(handedOver && { handedOver }) };
    } catch (error) {
      if (!(error instanceof RenderError)) throw error;
      // Names that do not exist come from outside and must not become label values.
      metrics.documentsRendered.inc({ template: 'any', format: 'any', outcome: error.code });
      const { code, message, problems } = error;
      return { ok: false, code, message, ...(problems.length > 0 && { problems }) };
    }
  }

  /** Undefined if it was removed meanwhile: the document is shown without it then. */
  private async read({ bucket, key }: ObjectRef): Promise<Uint8Array | undefined> {
    const found = await this.storage.get(bucket, key);
    return found ? buffer(found.stream) : undefined;
  }

  private async takeBack(target: ObjectRef): Promise<Outcome<RenderResult>> {
    for (const { bucket, key } of [target, fitObject(target)]) await this.storage.delete(bucket, key);
    return ACCOUNT_CLOSED;
  }

  private async put({ bucket, key }: ObjectRef, bytes: Uint8Array, contentType: string): Promise<void> {
    await this.storage.put(bucket, key, bytes, { contentType, contentLength: bytes.length });
  }
}
