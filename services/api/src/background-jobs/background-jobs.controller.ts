import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AllowAccess } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { JobRunsView, JobRunView, RunsQuery, ScheduleId, SchedulesView } from './background-jobs.dto.js';
import { BackgroundJobsService } from './background-jobs.service.js';

@ApiTags('Administration')
@Controller('admin/jobs')
@AllowAccess('admin')
export class BackgroundJobsController {
  constructor(private readonly jobs: BackgroundJobsService) {}

  @Get()
  @Header('cache-control', 'private, no-store')
  @Answers('List the schedules of the platform’s own jobs, and how they fare', { 200: SchedulesView }, ['forbidden'])
  schedules(): Promise<SchedulesView> {
    return this.jobs.schedules();
  }

  @Get('runs')
  @Header('cache-control', 'private, no-store')
  @Answers('List runs of background jobs of the last 90 days, the latest first', { 200: JobRunsView }, [
    'forbidden',
    'validation_failed',
  ])
  runs(@Query({ schema: RunsQuery }) query: RunsQuery): Promise<JobRunsView> {
    return this.jobs.runs(query);
  }

  @Post(':schedule/run')
  @HttpCode(202)
  @Answers('Run the job of a schedule now', { 202: JobRunView }, [
    'forbidden',
    'not_found',
    'too_many',
    'validation_failed',
  ])
  run(@Param('schedule', { schema: ScheduleId }) schedule: string): Promise<JobRunView> {
    return this.jobs.runNow(schedule);
  }
}
