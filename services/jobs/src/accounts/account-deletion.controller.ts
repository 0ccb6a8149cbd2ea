import { JOBS, type PayloadOf, type ResultOf } from '@discover/contracts';
import { HandlesJob } from '@discover/queue';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { AccountDeletion } from './account-deletion.js';

@Controller()
export class AccountDeletionController {
  constructor(private readonly deletion: AccountDeletion) {}

  @HandlesJob(JOBS.deleteAccount)
  async delete(
    @Payload() { userId }: PayloadOf<typeof JOBS.deleteAccount>,
  ): Promise<ResultOf<typeof JOBS.deleteAccount>> {
    return { removed: await this.deletion.run(userId) };
  }
}
