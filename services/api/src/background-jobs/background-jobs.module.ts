import { JobProducer, QueueControl } from '@discover/queue';
import { Module } from '@nestjs/common';

import { BackgroundJobsController } from './background-jobs.controller.js';
import { BackgroundJobsService } from './background-jobs.service.js';
import { QueueControlController } from './queue-control.controller.js';
import { ReportsController } from './reports.controller.js';

@Module({
  controllers: [BackgroundJobsController, QueueControlController, ReportsController],
  providers: [
    BackgroundJobsService,
    {
      provide: QueueControl,
      useFactory: (producer: JobProducer) => new QueueControl(producer),
      inject: [JobProducer],
    },
  ],
  exports: [BackgroundJobsService, QueueControl],
})
export class BackgroundJobsModule {}
