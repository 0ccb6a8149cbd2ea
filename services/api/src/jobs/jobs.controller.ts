import { Readable } from 'node:stream';

import { Controller, Delete, Get, Headers, HttpCode, Param, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { clientGone } from '../uploads/client-gone.js';
import { JobId, JobView } from './jobs.dto.js';
import { JobsService } from './jobs.service.js';

@ApiTags('Jobs')
@Controller('jobs')
@AllowAccess('cv:read')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Get(':id')
  @Answers('Read a job', { 200: JobView }, ['not_found', 'validation_failed'])
  async read(@CurrentCaller() caller: Caller, @Param('id', { schema: JobId }) id: string): Promise<JobView> {
    return this.jobs.read(caller.userId, id);
  }

  @Delete(':id')
  @AllowAccess('cv:write')
  @HttpCode(204)
  @Answers('Cancel a job', { 204: null }, ['not_found', 'job_finished', 'validation_failed'])
  async cancel(@CurrentCaller() caller: Caller, @Param('id', { schema: JobId }) id: string): Promise<void> {
    await this.jobs.cancel(caller.userId, id);
  }

  @Get(':id/events')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The last event that was seen: it is not sent again. After the end there is nothing more: 204.',
  })
  @Answers(
    'Watch a job: Server-Sent Events named `state`, each with the job, up to its end',
    { 200: { content: ['text/event-stream'], description: 'The events.' }, 204: null },
    ['not_found', 'validation_failed'],
  )
  async events(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: JobId }) id: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const events = await this.jobs.events(caller.userId, id, lastEventId, clientGone(reply));
    if (events === null) {
      void reply.code(204).send();
      return;
    }
    void reply
      .header('content-type', 'text/event-stream')
      .header('cache-control', 'no-store')
      // Nginx would hold events back until its buffer is full.
      .header('x-accel-buffering', 'no')
      .send(Readable.from(events));
  }
}
