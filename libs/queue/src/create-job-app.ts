import type { DynamicModule, INestMicroservice, LoggerService, LogLevel, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';

import type { BullmqServer } from './bullmq-server.js';

type CreateOptions = Parameters<typeof NestFactory.createMicroservice<MicroserviceOptions>>[1];

/** A Nest application whose controllers do the jobs that `server` takes off its queues. `listen()` starts it. */
export async function createJobApp(
  module: Type | DynamicModule,
  server: BullmqServer,
  options: { logger?: LoggerService | LogLevel[] | false } = {},
): Promise<INestMicroservice> {
  // Nest declares its options as a class that it does not export: a literal is what it means.
  const all: unknown = { ...options, strategy: server };
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(module, all as CreateOptions);
  server.keepErrorsOf(app);
  return app;
}
