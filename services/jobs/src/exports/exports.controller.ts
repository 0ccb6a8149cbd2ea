import { JOBS, type PayloadOf } from '@discover/contracts';
import { HandlesJob, JobContext } from '@discover/queue';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { ExportsService } from './exports.service.js';

@Controller()
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @HandlesJob(JOBS.exportAccount)
  async export(@Payload() payload: PayloadOf<typeof JOBS.exportAccount>, @Ctx() job: JobContext): Promise<null> {
    await this.exports.run(payload, job);
    return null;
  }
}
