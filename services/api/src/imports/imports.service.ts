import { randomUUID } from 'node:crypto';

import { AppError, importKey, JOBS, PLAN_PRIORITY } from '@discover/contracts';
import { Database, insertFile, insertJob } from '@discover/database';
import type { ObjectStorage } from '@discover/object-storage';
import { OutboxRelay } from '@discover/queue';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';
import { LOGGER, OBJECT_STORAGE } from '../tokens.js';
import { storeUpload } from '../uploads/store-upload.js';
import type { Upload } from '../uploads/upload.js';
import type { ImportQuery } from './imports.dto.js';
import { storableName } from './incoming.js';

/** Takes files in: what it has accepted is in storage and in Postgres, and will be read whatever happens to Redis. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
    private readonly relay: OutboxRelay,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Answers the id of the job that reads the file. Nothing is kept of a file that is refused. */
  async accept(caller: Caller, upload: Upload, query: ImportQuery, maxBytes: number): Promise<string> {
    const key = importKey(caller.userId, randomUUID());
    const { mediaType, size, sha256 } = await storeUpload(this.storage, 'originals', key, upload, maxBytes, 'import');
    try {
      const jobId = await this.database.transaction(caller.userId, async (handle) => {
        const fileName = storableName(upload.fileName ?? 'upload');
        const file = { userId: caller.userId, key, name: fileName, mediaType, size, sha256 };
        const fileId = await insertFile(handle, file);
        const job = await insertJob(handle, {
          userId: caller.userId,
          kind: JOBS.importCv.name,
          queue: JOBS.importCv.queue,
          priority: PLAN_PRIORITY[caller.plan],
          input: { fileId, fileName, title: query.title ?? null, asOf: query.asOf ?? null },
        });
        return job.id;
      });
      this.logger.info({ jobId, size, mediaType }, 'import accepted');
      await this.dispatch(jobId);
      return jobId;
    } catch (error) {
      // Where the database's answer was lost the work may be accepted: the purge tells, later, whether a row names the file.
      if (!(error instanceof AppError && error.code === 'unavailable')) await this.storage.delete('originals', key);
      throw error;
    }
  }

  /** Puts the job on the queue at once. If that fails the relay does it soon: the job is accepted either way. */
  private async dispatch(jobId: string): Promise<void> {
    await this.relay
      .flush([jobId])
      .catch((error: unknown) => this.logger.warn({ err: error, jobId }, 'left to the relay'));
  }
}
