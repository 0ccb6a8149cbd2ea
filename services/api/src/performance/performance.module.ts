import { Module } from '@nestjs/common';

import { BackgroundJobsModule } from '../background-jobs/background-jobs.module.js';
import { PerformancePageController } from './performance-page.controller.js';
import { PerformanceController } from './performance.controller.js';
import { PerformanceService } from './performance.service.js';

@Module({
  imports: [BackgroundJobsModule],
  controllers: [PerformanceController, PerformancePageController],
  providers: [PerformanceService],
})
export class PerformanceModule {}
