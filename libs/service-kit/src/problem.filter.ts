import type { AppError, ErrorCode } from '@discover/contracts';
import { security, type Logger } from '@discover/telemetry';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { toAppError, toProblem } from './problem.js';

/**
 * Refusals that bear on who may do what. Not those that happen to everybody: a token that has expired, a request without one.
 */
const SECURITY_CODES = new Set<ErrorCode>([
  'invalid_credentials',
  'invalid_token',
  'token_revoked',
  'refresh_token_reused',
  'share_password_wrong',
  'forbidden',
]);

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
  if (SECURITY_CODES.has(appError.code))
    logger.info(
      { ...security, code: appError.code, method: request.method, route: request.routeOptions.url },
      'refused',
    );
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
