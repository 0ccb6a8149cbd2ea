import type { JobContract } from '@discover/contracts';
import { MessagePattern } from '@nestjs/microservices';

/** Keeps job handlers apart from those of other transports in the same application. */
export const BULLMQ_TRANSPORT = Symbol('bullmq');

/**
 * Marks the method of a controller that does a kind of job. Its parameters are `@Payload() payload: PayloadOf<C>` and
 * `@Ctx() context: JobContext` (without the decorators Nest hands over the payload alone); it answers `ResultOf<C>`.
 */
export function HandlesJob(contract: JobContract): MethodDecorator {
  return MessagePattern(contract.name, BULLMQ_TRANSPORT);
}
