import { JOBS, type PayloadOf, type ResultOf } from '@discover/contracts';
import { HandlesJob, JobContext } from '@discover/queue';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { RendersService } from './renders.service.js';

@Controller()
export class RendersController {
  constructor(private readonly renders: RendersService) {}

  @HandlesJob(JOBS.renderCv)
  async render(
    @Payload() payload: PayloadOf<typeof JOBS.renderCv>,
    @Ctx() job: JobContext,
  ): Promise<ResultOf<typeof JOBS.renderCv>> {
    return this.renders.render(payload, job.signal);
  }
}
