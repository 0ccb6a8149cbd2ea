import { AppError, QUEUE_NAMES, type QueueName } from '@discover/contracts';
import { DeadLetters } from '@discover/queue';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { AllowAccess } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { RetriesService } from './retries.service.js';

const QueueParam = z.enum(QUEUE_NAMES);
const PageQuery = z.strictObject({ cursor: z.string().max(200).optional() });

const DeadLetterView = z.object({
  id: z.string(),
  name: z.string(),
  attempts: z.number().int(),
  failedAt: z.iso.datetime().nullable(),
  code: z.string(),
  message: z.string(),
});
const DeadLettersView = z
  .object({ total: z.number().int(), items: z.array(DeadLetterView), nextCursor: z.string().nullable() })
  .meta({ id: 'DeadLetters' });
type DeadLettersView = z.infer<typeof DeadLettersView>;

const RetriedView = z
  .object({
    retried: z.number().int().meta({ description: 'Put back on the queue, the oldest first; at most 1,000 at once.' }),
    remaining: z.number().int(),
  })
  .meta({ id: 'RetriedDeadLetters' });

/** For operators: jobs that were given up, to be looked at and tried again. Their payloads are people's data and not shown. */
@ApiTags('Administration')
@Controller('admin/queues/:queue/dead-letters')
@AllowAccess('admin')
export class QueuesController {
  constructor(
    private readonly deadLetters: DeadLetters,
    private readonly retries: RetriesService,
  ) {}

  @Get()
  @Answers('List the dead letters of a queue', { 200: DeadLettersView }, ['forbidden', 'validation_failed'])
  async list(
    @Param('queue', { schema: QueueParam }) queue: QueueName,
    @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>,
  ): Promise<DeadLettersView> {
    const [total, page] = await Promise.all([
      this.deadLetters.count(queue),
      this.deadLetters.list(queue, query.cursor),
    ]);
    return {
      total,
      nextCursor: page.nextCursor,
      items: page.items.map((item) => ({
        id: item.id,
        name: item.name,
        attempts: item.attempts,
        failedAt: item.endedAt?.toISOString() ?? null,
        code: item.failure?.code ?? 'internal_error',
        message: item.failure?.message ?? '',
      })),
    };
  }

  @Post('retry')
  @HttpCode(200)
  @Answers('Try all dead letters of a queue again', { 200: RetriedView }, ['forbidden', 'validation_failed'])
  async retryAll(@Param('queue', { schema: QueueParam }) queue: QueueName): Promise<z.infer<typeof RetriedView>> {
    const retried = await this.retries.retryAll(queue);
    return { retried, remaining: await this.deadLetters.count(queue) };
  }

  @Post(':id/retry')
  @HttpCode(204)
  @Answers('Try a dead letter again', { 204: null }, ['forbidden', 'not_found', 'validation_failed'])
  async retry(@Param('queue', { schema: QueueParam }) queue: QueueName, @Param('id') id: string): Promise<void> {
    if (!(await this.retries.retry(queue, id)))
      throw new AppError('not_found', 'There is no such dead letter (any more).');
  }
}
