import { Module } from '@nestjs/common';

import { CvsModule } from '../cvs/cvs.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { BatchesController } from './batches.controller.js';
import { BatchesService } from './batches.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';

@Module({
  imports: [CvsModule, JobsModule],
  controllers: [ImportsController, BatchesController],
  providers: [ImportsService, BatchesService],
})
export class ImportsModule {}
