import { JOBS, type PayloadOf, type ResultOf } from '@discover/contracts';
import { HandlesJob, JobContext } from '@discover/queue';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { PhotosService } from './photos.service.js';

@Controller()
export class PhotosController {
  constructor(private readonly photos: PhotosService) {}

  @HandlesJob(JOBS.preparePhoto)
  async prepare(
    @Payload() payload: PayloadOf<typeof JOBS.preparePhoto>,
    @Ctx() job: JobContext,
  ): Promise<ResultOf<typeof JOBS.preparePhoto>> {
    return this.photos.prepare(payload, job.signal);
  }
}
