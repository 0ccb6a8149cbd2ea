import { JOBS, type ResultOf } from '@discover/contracts';
import { HandlesJob, JobContext } from '@discover/queue';
import { Controller } from '@nestjs/common';
import { Ctx } from '@nestjs/microservices';

import { EventArchive } from './event-archive.js';

@Controller()
export class ArchiveController {
  constructor(private readonly archive: EventArchive) {}

  @HandlesJob(JOBS.archiveEvents)
  async run(@Ctx() job: JobContext): Promise<ResultOf<typeof JOBS.archiveEvents>> {
    const archived = await this.archive.archive(job.signal);
    await this.archive.removeOld();
    return archived;
  }
}
