import type { Failure, JOBS, Outcome, PayloadOf } from '@discover/contracts';
import type { Reading } from '@discover/cv-model';
import {
  abandonJob,
  Database,
  deleteFile,
  failJob,
  FencedError,
  findFile,
  GIVEN_UP,
  insertCv,
  insertReading,
  recordEvent,
  startJob,
  succeedJob,
  type ImportInput,
  type StoredFile,
} from '@discover/database';
import type { ObjectStorage } from '@discover/object-storage';
import type { JobContext } from '@discover/queue';
import { metrics, type Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { DocumentReader } from '../parse/document-reader.js';
import { LOGGER, OBJECT_STORAGE } from '../tokens.js';

/** Runs after which a document is taken for one that kills its reader, and left alone. */
const MAX_RUNS = 12;

interface Run {
  jobId: string;
  userId: string;
  fence: number;
  input: ImportInput;
  /** Of this run. */
  job: JobContext;
}

/** How far an import is once so much is done, in percent; the rest is for storing what was read. */
const PROGRESS = { fetched: 10, read: 85 };

/**
 * Reads an uploaded document into a new CV. It may run several times for one job, even at once: each run takes a fencing
 * token, and the database lets only the newest store anything.
 */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentReader,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async run({ jobId, userId }: PayloadOf<typeof JOBS.importCv>, job: JobContext): Promise<void> {
    const started = await this.database.transaction(null, (handle) => startJob(handle, 'cv.import', jobId));
    // Finished by an earlier run, or cancelled: that the queue still had it is no news.
    if (!started) return;
    try {
      await this.finish({ jobId, userId, job, ...started });
    } catch (error) {
      if (error instanceof FencedError) {
        this.logger.warn({ jobId, fence: started.fence }, 'overtaken by another run');
        return;
      }
      if (job.attempt >= job.maxAttempts)
        await this.database.transaction(userId, (handle) => abandonJob(handle, jobId));
      throw error;
    }
  }

  private async finish(run: Run): Promise<void> {
    const fileId = run.input.fileId ?? '';
    const file = await this.database.readPrimary('import_file', (handle) => findFile(handle, fileId));
    // A job that is cancelled loses its file; this run then learns that it is fenced off.
    if (!file) throw new FencedError(run.jobId);
    run.job.progress(PROGRESS.fetched);
    const outcome =
      run.fence > MAX_RUNS ? { ok: false as const, ...GIVEN_UP } : await this.read(file, run.input, run.job.signal);
    run.job.progress(PROGRESS.read);
    if (outcome.ok) await this.store(run, file, outcome.reading);
    else await this.refuse(run, file, outcome);
  }

  private async read(
    file: StoredFile,
    input: ImportInput,
    signal: AbortSignal,
  ): Promise<Outcome<{ reading: Reading }>> {
    return this.documents.read(
      { bucket: 'originals', key: file.key },
      { fileName: file.name, asOf: input.asOf ?? undefined },
      signal,
    );
  }

  /** CV, version, provenance and the job's end: all or nothing. */
  private async store(
    { jobId, userId, fence, input }: Run,
    file: StoredFile,
    { document, ...reading }: Reading,
  ): Promise<void> {
    const cvId = await this.database.transaction(userId, async (handle) => {
      const title = input.title ?? document.basics?.name ?? file.name;
      const cv = await insertCv(handle, { userId, title, language: reading.language, document, cause: 'imported' });
      // Before the reading: that names a file which a cancelled job has no more.
      await succeedJob<'cv.import'>(handle, jobId, fence, { cvId: cv.id });
      await insertReading(handle, { userId, cvId: cv.id, version: cv.version, fileId: file.id, reading });
      const subject = { userId, subjectId: cv.id };
      if (cv.isHeard !== false)
        await recordEvent(handle, { ...subject, type: 'cv.created', data: { version: cv.version, cause: 'imported' } });
      await recordEvent(handle, { ...subject, type: 'cv.parsed', data: { jobId, format: reading.format } });
      return cv.id;
    });
    metrics.cvsCreated.inc({ cause: 'imported' });
    this.logger.info(
      { jobId, cvId, format: reading.format, pages: reading.pages, coverage: reading.coverage },
      'imported',
    );
  }

  /** Nothing is kept of a document that cannot be read: neither its row nor its bytes. */
  private async refuse({ jobId, userId, fence }: Run, file: StoredFile, failure: Failure): Promise<void> {
    await this.database.transaction(userId, async (handle) => {
      await failJob(handle, jobId, fence, failure);
      await deleteFile(handle, file.id);
    });
    await this.storage.delete('originals', file.key);
    this.logger.info({ jobId, code: failure.code, size: file.size }, 'not imported');
  }
}
