import { JOBS, type PayloadOf } from '@discover/contracts';
import { HandlesJob, JobContext } from '@discover/queue';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { ImportsService } from './imports.service.js';

@Controller()
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @HandlesJob(JOBS.importCv)
  async import(@Payload() payload: PayloadOf<typeof JOBS.importCv>, @Ctx() job: JobContext): Promise<null> {
    await this.imports.run(payload, job);
    return null;
  }
}
