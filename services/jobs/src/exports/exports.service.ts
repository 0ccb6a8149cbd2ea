import type { JOBS, PayloadOf } from '@discover/contracts';
import { abandonJob, Database, failJob, FencedError, GIVEN_UP, startJob, succeedJob } from '@discover/database';
import type { ObjectStorage } from '@discover/object-storage';
import type { JobContext } from '@discover/queue';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { LOGGER, OBJECT_STORAGE } from '../tokens.js';
import { zipOf } from './archive.js';
import { PersonalData } from './personal-data.js';

/** Runs after which an export is taken for one that kills its worker. */
const MAX_RUNS = 12;
/** Entries between two words about the progress. */
const TELL_EVERY = 25;

/**
 * Gathers all that there is of a person into a ZIP. It may run several times for one job, even at once: every run writes the
 * same place, and only the newest may end the job.
 */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: Database,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async run({ jobId, userId }: PayloadOf<typeof JOBS.exportAccount>, job: JobContext): Promise<void> {
    const run = await this.database.transaction(null, (handle) => startJob(handle, 'account.export', jobId));
    // Finished by an earlier run, or cancelled.
    if (!run) return;
    try {
      if (run.fence > MAX_RUNS)
        await this.database.transaction(userId, (handle) => failJob(handle, jobId, run.fence, GIVEN_UP));
      else await this.write(jobId, userId, run.fence, job);
    } catch (error) {
      if (error instanceof FencedError) {
        this.logger.warn({ jobId, fence: run.fence }, 'overtaken by another run');
        return;
      }
      if (job.attempt >= job.maxAttempts)
        await this.database.transaction(userId, (handle) => abandonJob(handle, jobId));
      throw error;
    }
  }

  private async write(jobId: string, userId: string, fence: number, job: JobContext): Promise<void> {
    const key = `${userId}/${jobId}.zip`;
    const data = new PersonalData(this.database, this.storage, userId);
    let entries = 0;
    const onEntry = () => {
      // How many there will be is known when they have all been read: it comes ever closer to the end and never there.
      if (++entries % TELL_EVERY === 0) job.progress(Math.floor(99 * (1 - 1 / (1 + entries / 200))));
    };
    const zip = zipOf(data.entries(), job.signal, onEntry);
    const { size } = await this.storage.put('exports', key, zip, { contentType: 'application/zip' });
    await this.database.transaction(userId, (handle) =>
      succeedJob<'account.export'>(handle, jobId, fence, { key, size }),
    );
    this.logger.info({ jobId, entries, size }, 'exported');
  }
}
