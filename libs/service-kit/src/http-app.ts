import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { AppError } from '@discover/contracts';
import { activity, metrics, withCorrelation, type Correlation, type Logger } from '@discover/telemetry';
import { StandardSchemaValidationPipe, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import findMyWay, { type HTTPMethod } from 'find-my-way';

import { NestLogger } from './nest-logger.js';
import { ProblemFilter } from './problem.filter.js';
import { validationError } from './validation.js';

/** Characters of one part of a path; the longest is the token of a presigned link. */
const MAX_PARAM_LENGTH = 1_500;

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
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH, ignoreTrailingSlash: true },
  });
  observe(adapter.getInstance(), options.logger);
  tellAllowedMethods(adapter.getInstance());
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
    const line = { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (isChange(request, reply)) logger.info({ ...activity, ...line }, 'changed');
    else logger.debug(line, 'request');
    done();
  });
}

/** Whether somebody with an account has changed something: who reads what is nobody's business, and far more. */
function isChange({ method, correlation }: FastifyRequest, { statusCode }: FastifyReply): boolean {
  return method !== 'GET' && method !== 'HEAD' && statusCode < 400 && correlation.userId !== undefined;
}

/** Tells a path that is known, but not for this method, from one that is not: 405 with `Allow`, not 404. */
function tellAllowedMethods(fastify: FastifyInstance): void {
  const paths = findMyWay({ ignoreTrailingSlash: true, maxParamLength: MAX_PARAM_LENGTH });
  const known = new Set<HTTPMethod>();
  fastify.addHook('onRoute', ({ method, url }) => {
    // A wildcard knows every path.
    if (url.includes('*')) return;
    for (const one of [method].flat() as HTTPMethod[]) {
      if (paths.hasRoute(one, url)) continue;
      known.add(one);
      paths.on(one, url, () => undefined);
    }
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) {
      done();
      return;
    }
    const [path = ''] = request.url.split('?');
    const allowed = [...known].filter((method) => paths.find(method, path) !== null);
    if (allowed.length === 0) {
      done();
      return;
    }
    void reply.header('allow', allowed.sort().join(', '));
    done(new AppError('method_not_allowed', `Use one of ${allowed.join(', ')} here.`));
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
