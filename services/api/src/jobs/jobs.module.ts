import { Module } from '@nestjs/common';

import { RendersModule } from '../renders/renders.module.js';
import { AcceptedJobs } from './accepted-jobs.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';

@Module({
  imports: [RendersModule],
  controllers: [JobsController],
  providers: [JobsService, AcceptedJobs],
  exports: [AcceptedJobs, JobsService],
})
export class JobsModule {}
