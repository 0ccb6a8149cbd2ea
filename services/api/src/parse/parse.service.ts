import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';

import { AppError, JOBS, PLAN_PRIORITY, type ObjectRef } from '@discover/contracts';
import type { ObjectStorage } from '@discover/object-storage';
import { JobProducer } from '@discover/queue';
import { Inject, Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';
import { endingOf } from '../jobs/ending.js';
import { OBJECT_STORAGE } from '../tokens.js';
import { storeUpload } from '../uploads/store-upload.js';
import type { Upload } from '../uploads/upload.js';

/** The longest that an answer is waited for, in milliseconds: twice the promise of p99 for five pages. */
const WAIT_MS = 30_000;

/** Reads documents and keeps nothing of them: the bytes pass through scratch storage, which is emptied when the answer is there. */
@Injectable()
export class ParseService {
  constructor(
    private readonly producer: JobProducer,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
  ) {}

  /** The reading as the parser wrote it, JSON. */
  async parse(
    caller: Caller,
    upload: Upload,
    asOf: string | undefined,
    maxBytes: number,
    signal: AbortSignal,
  ): Promise<Buffer> {
    const id = randomUUID();
    const source: ObjectRef = { bucket: 'scratch', key: `parse/${id}` };
    const target: ObjectRef = { bucket: 'scratch', key: `parse/${id}.json` };
    await storeUpload(this.storage, source.bucket, source.key, upload, maxBytes, 'parse');
    try {
      const payload = {
        source,
        target,
        ...(upload.fileName !== null && { fileName: upload.fileName }),
        ...(asOf !== undefined && { asOf }),
      };
      await this.producer.add(JOBS.parseDocument, payload, { id, priority: PLAN_PRIORITY[caller.plan] });
      const outcome = endingOf(await this.producer.wait(JOBS.parseDocument, id, { timeoutMs: WAIT_MS, signal }));
      if (!outcome.ok) throw new AppError(outcome.code, outcome.message);
      const content = await this.storage.get(target.bucket, target.key);
      if (!content)
        throw new AppError('unavailable', 'The answer was lost on its way. Try again.', { retryAfterSeconds: 1 });
      return await buffer(content.stream);
    } catch (error) {
      // Nobody waits for it any more: a worker that has not begun need not, and one that has is told to stop.
      await this.producer.cancel(JOBS.parseDocument.queue, id).catch(() => undefined);
      throw error;
    } finally {
      await Promise.all([source, target].map(({ bucket, key }) => this.storage.delete(bucket, key)));
      await this.producer.forget(JOBS.parseDocument.queue, id).catch(() => undefined);
    }
  }
}
