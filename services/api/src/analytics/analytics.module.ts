import { Module } from '@nestjs/common';

import { CvsModule } from '../cvs/cvs.module.js';
import { AnalyticsController } from './analytics.controller.js';
import { AnalyticsService } from './analytics.service.js';
import { UseRecorder } from './use-recorder.js';
import { ViewRecorder } from './view-recorder.js';

@Module({
  imports: [CvsModule],
  controllers: [AnalyticsController],
  providers: [AnalyticsService, ViewRecorder, UseRecorder],
  exports: [ViewRecorder],
})
export class AnalyticsModule {}
