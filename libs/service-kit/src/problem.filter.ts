import type { AppError } from '@discover/contracts';
import type { Logger } from '@discover/telemetry';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { toAppError, toProblem } from './problem.js';

/** Answers every error of a request as problem details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.logger);
  }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const appError = toAppError(error);
  const problem = toProblem(appError, request.id);
  if (problem.status >= 500)
    logger.error({ err: appError.cause ?? appError, route: request.routeOptions.url }, 'request failed');
  // A stream that has begun cannot change its mind; the connection is cut so that nobody takes the part for the whole.
  if (reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  describe(appError, reply);
  void reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

function describe(error: AppError, reply: FastifyReply): void {
  if (error.retryAfterSeconds !== undefined) void reply.header('retry-after', String(error.retryAfterSeconds));
  if (error.code === 'unauthenticated' || error.code.startsWith('token_') || error.code === 'invalid_token') {
    void reply.header('www-authenticate', `Bearer realm="discover", error="${error.code}"`);
  }
}
