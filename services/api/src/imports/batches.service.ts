import { AppError, batchPrefix, batchPriority, ERROR_CODES, type ErrorCode } from '@discover/contracts';
import {
  acceptBatch,
  beginBatch,
  Database,
  findJob,
  giveUpBatches,
  listBatchResults,
  type BatchDocument,
  type BatchResult,
  type SkippedFile,
} from '@discover/database';
import type { ObjectStorage } from '@discover/object-storage';
import { OutboxRelay } from '@discover/queue';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';
import { apart } from '../idempotency/execution.js';
import { LOGGER, OBJECT_STORAGE } from '../tokens.js';
import { storeUpload } from '../uploads/store-upload.js';
import type { ArchiveLimits } from './archive.js';
import { storableName, type Incoming } from './incoming.js';

/** Documents of which the results are read at once. */
const PAGE = 100;

interface Received {
  documents: BatchDocument[];
  skipped: SkippedFile[];
}

/**
 * Takes many documents in as one batch. Until all are in storage only a row «receiving» says so, under whose id they lie; then
 * one transaction accepts them all. What is not accepted, because of an error or a crash, is removed by that id.
 */
@Injectable()
export class BatchesService {
  constructor(
    private readonly database: Database,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
    private readonly relay: OutboxRelay,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Answers the id of the batch.
   *
   * @param asOf asked once all files have come: it may be a field after them
   */
  async accept(
    caller: Caller,
    files: AsyncIterable<Incoming>,
    asOf: () => string | undefined,
    limits: ArchiveLimits,
  ): Promise<string> {
    const { userId } = caller;
    // Not a step of a request that brought an idempotency key: one that is run again has to take its files in again.
    const id = await apart(() => this.database.transaction(userId, (handle) => beginBatch(handle, userId)));
    try {
      const received = await this.receive(caller, id, files, limits);
      const batch = { id, userId, ...received, asOf: asOf() ?? null };
      const accepted = await this.database.transaction(userId, async (handle) => ({
        id,
        jobs: await acceptBatch(handle, batch),
      }));
      const { jobs } = accepted;
      if (jobs === null) throw new AppError('timeout', 'It took longer than an hour to come in. Send it in parts.');
      this.logger.info({ batchId: id, documents: batch.documents.length, jobs: jobs.length }, 'batch accepted');
      await this.relay.flush(jobs);
      // An earlier run of the request was accepted already, and died before it could say so.
      if (accepted.id !== id) await this.discard(id);
      return accepted.id;
    } catch (error) {
      await this.discard(id);
      throw error;
    }
  }

  /** What became of each document, in the order in which they came. @throws AppError `not_found` */
  async results(userId: string, id: string): Promise<AsyncIterable<BatchResult>> {
    const batch = await this.database.readPrimary('batch', (handle) => findJob(handle, userId, id));
    if (batch?.kind !== 'cv.import-batch')
      throw new AppError('not_found', 'There is no such batch of yours, or it ended long ago.');
    return this.pages(userId, id);
  }

  private async *pages(userId: string, batchId: string): AsyncGenerator<BatchResult> {
    for (let after: string | null = null; ;) {
      const from: string | null = after;
      const page: BatchResult[] = await this.database.readPrimary('batch_results', (handle) =>
        listBatchResults(handle, { userId, batchId, after: from, limit: PAGE }),
      );
      yield* page;
      if (page.length < PAGE) return;
      after = page.at(-1)!.jobId;
    }
  }

  private async receive(
    caller: Caller,
    batchId: string,
    files: AsyncIterable<Incoming>,
    limits: ArchiveLimits,
  ): Promise<Received> {
    const documents: BatchDocument[] = [];
    const skipped: SkippedFile[] = [];
    for await (const received of files) {
      const file = { ...received, name: storableName(received.name) };
      if (file.kind === 'skipped') {
        skipped.push({ name: file.name, reason: file.reason });
        continue;
      }
      if (documents.length === limits.maxDocuments)
        throw new AppError('too_large', `A batch may have at most ${limits.maxDocuments} documents. Send it in parts.`);
      if (file.kind === 'refused') documents.push({ name: file.name, failure: file.failure });
      else documents.push(await this.store(caller, batchId, documents.length, file, limits.maxDocumentBytes));
    }
    if (documents.length === 0)
      throw new AppError('empty_document', 'There is no document in it. Put documents into the ZIP or the form.');
    return { documents, skipped };
  }

  /** A document that is none is a result of its own, and holds up no other. */
  private async store(
    caller: Caller,
    batchId: string,
    index: number,
    { name, open }: Extract<Incoming, { kind: 'document' }>,
    maxBytes: number,
  ): Promise<BatchDocument> {
    const key = batchPrefix(caller.userId, batchId) + String(index);
    try {
      const upload = { stream: await open(), fileName: name, fields: {} };
      const stored = await storeUpload(this.storage, 'originals', key, upload, maxBytes, 'batch');
      return { name, key, priority: batchPriority(caller.plan, index), ...stored };
    } catch (error) {
      if (error instanceof AppError && isFaultOf(error.code))
        return { name, failure: { code: error.code, message: error.message } };
      throw error;
    }
  }

  /** Only of a batch that is still coming in: of one that was accepted after all nothing may be removed. */
  private async discard(id: string): Promise<void> {
    try {
      const given = await apart(() => this.database.transaction(null, (handle) => giveUpBatches(handle, id)));
      for (const { userId } of given) await this.storage.deletePrefix('originals', batchPrefix(userId, id));
    } catch (error) {
      this.logger.warn({ err: error, batchId: id }, 'left to the purge');
    }
  }
}

/** Whether an error is the document's own: of the input, and not of us or of the request. */
function isFaultOf(code: ErrorCode): boolean {
  return ['too_large', 'unsupported_media_type'].includes(code) || ERROR_CODES[code][0] === 422;
}
