import { loadConfig } from '@discover/config';
import { QUEUE_NAMES, SCHEDULES } from '@discover/contracts';
import { Database, PostgresOutbox } from '@discover/database';
import { FigurePublisher } from '@discover/figures';
import { createObjectStorage, type ObjectStorage } from '@discover/object-storage';
import {
  BullmqServer,
  ClosedAccounts,
  createJobApp,
  JobProducer,
  Levers,
  OutboxRelay,
  QueueMetrics,
  Schedules,
} from '@discover/queue';
import { bootstrap, Health, NestLogger, type Service } from '@discover/service-kit';
import type { Logger } from '@discover/telemetry';
import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Redis } from 'ioredis';

import { AccountDeletion } from './accounts/account-deletion.js';
import { AccountDeletionController } from './accounts/account-deletion.controller.js';
import { ArchiveController } from './archive/archive.controller.js';
import { EventArchive } from './archive/event-archive.js';
import { AnalysisController } from './analysis/analysis.controller.js';
import { FindingsService } from './analysis/findings.service.js';
import { PlansService } from './analysis/plans.service.js';
import { jobsConfigShape, type JobsConfig } from './config.js';
import { LeverKeeper } from './levers/lever-keeper.js';
import { PartitionsController } from './partitions/partitions.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { ExportsService } from './exports/exports.service.js';
import { ObjectPurge } from './purge/object-purge.js';
import { PurgeController } from './purge/purge.controller.js';
import { PurgeService } from './purge/purge.service.js';
import { ReportsController } from './reports/reports.controller.js';
import { RunHistory } from './runs/run-history.js';
import { RunWatch } from './runs/run-watch.js';
import { SearchController } from './search/search.controller.js';
import { SearchUpkeep } from './search/search-upkeep.js';
import { postgresMetrics } from './servers/postgres-metrics.js';
import { redisMetrics } from './servers/redis-metrics.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { CACHE_REDIS, JOBS_CONFIG, LOGGER, OBJECT_STORAGE } from './tokens.js';
import { WarmingController } from './warming/warming.controller.js';
import { AnnouncementsService } from './webhooks/announcements.service.js';
import { DeliveriesService } from './webhooks/deliveries.service.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

@Module({})
class AppModule {}

/** Runs the service until it is told to stop. */
export function start(logger: Logger): Promise<void> {
  return bootstrap(logger, compose);
}

/** Wires the background jobs, the outbox relay and the schedules: the only place that picks adapters. */
async function compose(logger: Logger): Promise<Service> {
  const config: JobsConfig = loadConfig(jobsConfigShape);
  const producer = new JobProducer({ url: config.queue.url, logger });
  const database = new Database(config.postgres, producer.client, logger);
  const storage: ObjectStorage = createObjectStorage(config.storage);
  const levers = new Levers({ producer, logger });
  const figures = new FigurePublisher({
    redis: producer.client,
    prefix: producer.prefix,
    logger,
    observe: () => database.observe(),
  });
  const leverKeeper = new LeverKeeper({ database, levers, logger });
  const relay = new OutboxRelay({
    store: new PostgresOutbox(database),
    producer,
    logger,
    batchSize: () => levers.current.batchSize.outbox,
  });
  const schedules = new Schedules({ producer, schedules: SCHEDULES, logger });
  const runWatch = new RunWatch({ database, producer, schedules: SCHEDULES, logger });
  const queueMetrics = new QueueMetrics({ producer, queues: QUEUE_NAMES, logger });
  // Asked how it is, and told what is popular: its loss is told as a series, and the cache's users tell of it too.
  const cache = new Redis(config.cache.url, { enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  cache.on('error', () => undefined);
  const serverMetrics = [postgresMetrics(database, logger), redisMetrics({ queue: producer.client, cache }, logger)];
  const queues = [
    { name: 'maintenance' as const, concurrency: config.workers.concurrency },
    { name: 'webhooks' as const, concurrency: config.webhooks.concurrency },
  ];
  const server = new BullmqServer({ url: config.queue.url, queues, logger, graceMs: config.shutdown.graceMs, levers });
  const app = await createJobApp(
    {
      module: AppModule,
      controllers: [
        AccountDeletionController,
        AnalysisController,
        PartitionsController,
        PurgeController,
        ExportsController,
        SearchController,
        WarmingController,
        WebhooksController,
        StatisticsController,
        ReportsController,
        ArchiveController,
      ],
      providers: [
        AccountDeletion,
        PlansService,
        FindingsService,
        PurgeService,
        ObjectPurge,
        ExportsService,
        SearchUpkeep,
        DeliveriesService,
        AnnouncementsService,
        EventArchive,
        { provide: APP_INTERCEPTOR, useClass: RunHistory },
        { provide: JOBS_CONFIG, useValue: config },
        { provide: CACHE_REDIS, useValue: cache },
        { provide: JobProducer, useValue: producer },
        { provide: Levers, useValue: levers },
        { provide: ClosedAccounts, useValue: new ClosedAccounts(producer) },
        { provide: Database, useValue: database },
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
    observe: () => database.observe(),
    start: async () => {
      await storage.prepare();
      await database.start();
      queueMetrics.start();
      for (const server of serverMetrics) server.start();
      schedules.start();
      await levers.start();
      figures.start();
      leverKeeper.start();
      runWatch.start();
      relay.start();
      await app.listen();
    },
    stop: {
      drain: () => app.close(),
      queues: [
        () => relay.stop(),
        () => schedules.stop(),
        () => leverKeeper.stop(),
        () => levers.stop(),
        () => figures.stop(),
        () => runWatch.stop(),
        async () => queueMetrics.stop(),
        ...serverMetrics.map((server) => async () => server.stop()),
      ],
      pools: [
        () => producer.close(),
        () => database.close(),
        async () => storage.close(),
        async () => cache.disconnect(),
      ],
    },
  };
}
