import { loadConfig } from '@discover/config';
import { ParserPool } from '@discover/cv-parser';
import { Database } from '@discover/database';
import { FigurePublisher } from '@discover/figures';
import { createObjectStorage, type ObjectStorage } from '@discover/object-storage';
import { BullmqServer, createJobApp, JobProducer, Levers, QueueMetrics } from '@discover/queue';
import { bootstrap, Health, NestLogger, type Service } from '@discover/service-kit';
import { metrics, type Logger } from '@discover/telemetry';
import { Module } from '@nestjs/common';

import { parserConfigShape, type ParserConfig } from './config.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsService } from './imports/imports.service.js';
import { ParseController } from './parse/parse.controller.js';
import { DocumentReader } from './parse/document-reader.js';
import { LOGGER, OBJECT_STORAGE } from './tokens.js';

@Module({})
class AppModule {}

/** Runs the service until it is told to stop. */
export function start(logger: Logger): Promise<void> {
  return bootstrap(logger, compose);
}

/** Wires the parser: the only place that picks adapters. */
async function compose(logger: Logger): Promise<Service> {
  const config: ParserConfig = loadConfig(parserConfigShape);
  const producer = new JobProducer({ url: config.queue.url, logger });
  const database = new Database(config.postgres, producer.client, logger);
  const storage: ObjectStorage = createObjectStorage(config.storage);
  const { threads, concurrency, timeoutMs, memoryMb } = config.workers;
  const pool = new ParserPool({ threads, timeoutMs, memoryMb });
  const levers = new Levers({ producer, logger });
  const figures = new FigurePublisher({
    redis: producer.client,
    prefix: producer.prefix,
    logger,
    observe: () => database.observe(),
  });
  const queueMetrics = new QueueMetrics({ producer, queues: ['parse'], logger });
  const server = new BullmqServer({
    url: config.queue.url,
    queues: [{ name: 'parse', concurrency }],
    logger,
    graceMs: config.shutdown.graceMs,
    levers,
  });
  const app = await createJobApp(
    {
      module: AppModule,
      controllers: [ImportsController, ParseController],
      providers: [
        ImportsService,
        DocumentReader,
        { provide: Database, useValue: database },
        { provide: ParserPool, useValue: pool },
        { provide: OBJECT_STORAGE, useValue: storage },
        { provide: LOGGER, useValue: logger },
      ],
    },
    server,
    { logger: new NestLogger(logger) },
  );
  return {
    management: config.management,
    shutdown: config.shutdown,
    health: new Health({
      readiness: { queue: () => producer.check(), database: () => database.check(), storage: () => storage.check() },
      alive: () => !server.isStuck(),
    }),
    observe: () => {
      database.observe();
      metrics.workerThreads.set({ pool: 'parser', state: 'busy' }, pool.stats.busy);
      metrics.workerThreads.set({ pool: 'parser', state: 'idle' }, threads - pool.stats.busy);
    },
    start: async () => {
      await storage.prepare();
      await database.start();
      queueMetrics.start();
      await levers.start();
      figures.start();
      await app.listen();
    },
    stop: {
      drain: () => app.close(),
      queues: [
        async () => queueMetrics.stop(),
        () => Promise.all([levers.stop(), figures.stop()]).then(() => producer.close()),
      ],
      pools: [() => pool.close(), () => database.close(), async () => storage.close()],
    },
  };
}
