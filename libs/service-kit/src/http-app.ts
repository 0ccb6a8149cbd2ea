import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { metrics, withCorrelation, type Correlation, type Logger } from '@discover/telemetry';
import { StandardSchemaValidationPipe, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { NestLogger } from './nest-logger.js';
import { ProblemFilter } from './problem.filter.js';
import { validationError } from './validation.js';

export interface HttpOptions {
  logger: Logger;
  /** Largest body that is not a file, in bytes. */
  bodyLimit: number;
  /** Addresses or networks of proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    correlation: Correlation;
  }
}

/** A Nest application on Fastify with this platform's HTTP conventions: request ids, problem details, validation, timing, metrics. */
export async function createHttpApp(
  module: Type | DynamicModule,
  options: HttpOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    genReqId: requestId,
    bodyLimit: options.bodyLimit,
    trustProxy: options.trustedProxies.length > 0 ? options.trustedProxies : false,
    forceCloseConnections: 'idle',
    // While draining, requests on kept connections are still served; the closing header sends the next ones elsewhere.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  });
  observe(adapter.getInstance(), options.logger);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(options.logger),
    abortOnError: false,
  });
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: validationError }));
  app.useGlobalFilters(new ProblemFilter(options.logger));
  return app;
}

/** An id that the client sent is kept if it is harmless, so that its logs and ours meet. */
function requestId(request: IncomingMessage): string {
  const sent = request.headers['x-request-id'];
  return typeof sent === 'string' && /^[\w.-]{8,100}$/.test(sent) ? sent : randomUUID();
}

function observe(fastify: FastifyInstance, logger: Logger): void {
  fastify.decorateRequest('correlation');
  fastify.addHook('onRequest', (request, reply, done) => {
    request.correlation = { requestId: request.id };
    void reply.header('x-request-id', request.id);
    withCorrelation(request.correlation, done);
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.header('server-timing', `app;dur=${reply.elapsedTime.toFixed(1)}`);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request);
    durationOf(request.method, route, reply.statusCode).observe(reply.elapsedTime / 1000);
    logger.debug(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
}

type Duration = ReturnType<typeof metrics.httpRequestDuration.labels>;
const durations = new Map<string, Duration>();

/** The series of one route and status; found once, since prom-client sorts and hashes the labels at every look-up. */
function durationOf(method: string, route: string, status: number): Duration {
  const key = `${method} ${route} ${status}`;
  let duration = durations.get(key);
  if (!duration) durations.set(key, (duration = metrics.httpRequestDuration.labels({ method, route, status })));
  return duration;
}

/** The route's pattern: a label set that does not grow with what people ask for. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unmatched';
}
