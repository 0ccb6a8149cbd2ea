import { QUEUE_NAMES, type QueueName } from '@discover/contracts';
import { QueueControl } from '@discover/queue';
import { security, type Logger } from '@discover/telemetry';
import { Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { LOGGER } from '../tokens.js';

const QueueParam = z.enum(QUEUE_NAMES);
const count = z.number().int();

const QueueView = z
  .object({
    name: QueueParam,
    paused: z.boolean().describe('No worker takes a job until it is resumed.'),
    jobs: z.object({
      pending: count,
      active: count,
      delayed: count.describe('Tried again later, or due later.'),
      failed: count.describe('Dead letters.'),
      completed: count.describe('Of the last minute; a day for `maintenance`.'),
    }),
    oldestSeconds: z.number().describe('Age of the job that has been pending longest.'),
    meanRunMs: z.number().nullable().describe('Of the last 20 jobs; null if none has ended lately.'),
  })
  .meta({ id: 'Queue' });
const QueuesView = z.object({ items: z.array(QueueView) }).meta({ id: 'Queues' });
type QueuesView = z.infer<typeof QueuesView>;

@ApiTags('Administration')
@Controller('admin/queues')
@AllowAccess('admin')
export class QueueControlController {
  constructor(
    private readonly queues: QueueControl,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get()
  @Header('cache-control', 'private, no-store')
  @Answers('List the queues, and how they are', { 200: QueuesView }, ['forbidden'])
  async list(): Promise<QueuesView> {
    const queues = await this.queues.list();
    return {
      items: queues.map(({ name, paused, jobs, oldestSeconds, meanRunMs }) => ({
        name,
        paused,
        jobs,
        oldestSeconds,
        meanRunMs,
      })),
    };
  }

  @Post(':queue/pause')
  @HttpCode(204)
  @Answers('Let no job of a queue be begun', { 204: null }, ['forbidden', 'validation_failed'])
  async pause(
    @CurrentCaller() { userId }: Caller,
    @Param('queue', { schema: QueueParam }) queue: QueueName,
  ): Promise<void> {
    await this.queues.pause(queue);
    this.logger.warn({ ...security, queue, userId }, 'a queue was paused');
  }

  @Post(':queue/resume')
  @HttpCode(204)
  @Answers('Let the jobs of a queue be begun again', { 204: null }, ['forbidden', 'validation_failed'])
  async resume(
    @CurrentCaller() { userId }: Caller,
    @Param('queue', { schema: QueueParam }) queue: QueueName,
  ): Promise<void> {
    await this.queues.resume(queue);
    this.logger.warn({ ...security, queue, userId }, 'a queue was resumed');
  }
}
