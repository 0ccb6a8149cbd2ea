import { JOBS, type PayloadOf, type ResultOf } from '@discover/contracts';
import { HandlesJob } from '@discover/queue';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { PurgeService } from './purge.service.js';

@Controller()
export class PurgeController {
  constructor(private readonly purging: PurgeService) {}

  @HandlesJob(JOBS.purge)
  async purge(@Payload() { what }: PayloadOf<typeof JOBS.purge>): Promise<ResultOf<typeof JOBS.purge>> {
    return { removed: await this.purging.purge(what) };
  }
}
