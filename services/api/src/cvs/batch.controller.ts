import { Body, Controller, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { BatchRequest, BatchView } from './batch.dto.js';
import { BatchService } from './batch.service.js';

@ApiTags('CVs')
@Controller('cvs')
@AllowAccess('cv:write')
export class BatchController {
  constructor(private readonly batches: BatchService) {}

  @Patch()
  @Answers('Change up to 100 CVs of one person at once: all of them, or none', { 200: BatchView }, [
    'not_found',
    'forbidden',
    'validation_failed',
    'precondition_failed',
  ])
  async update(
    @CurrentCaller() caller: Caller,
    @Body({ schema: BatchRequest }) body: BatchRequest,
  ): Promise<BatchView> {
    return this.batches.update(caller, body);
  }
}
