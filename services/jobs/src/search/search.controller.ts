import { JOBS, type PayloadOf, type ResultOf } from '@discover/contracts';
import { HandlesJob } from '@discover/queue';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { SearchUpkeep } from './search-upkeep.js';

@Controller()
export class SearchController {
  constructor(private readonly upkeep: SearchUpkeep) {}

  @HandlesJob(JOBS.reindex)
  async reindex(@Payload() { what }: PayloadOf<typeof JOBS.reindex>): Promise<ResultOf<typeof JOBS.reindex>> {
    return { changed: what === 'backlog' ? await this.upkeep.indexBacklog() : await this.upkeep.forgetWords() };
  }
}
