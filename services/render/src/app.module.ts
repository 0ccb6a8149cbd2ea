import { loadConfig } from '@discover/config';
import { PhotoPool, RenderPool } from '@discover/cv-render';
import { FigurePublisher } from '@discover/figures';
import { createObjectStorage, type ObjectStorage } from '@discover/object-storage';
import { BullmqServer, ClosedAccounts, createJobApp, JobProducer, Levers, QueueMetrics } from '@discover/queue';
import { bootstrap, Health, NestLogger, type Service } from '@discover/service-kit';
import { metrics, type Logger } from '@discover/telemetry';
import { Module } from '@nestjs/common';

import { renderConfigShape, type RenderConfig } from './config.js';
import { PhotosController } from './photos/photos.controller.js';
import { PhotosService } from './photos/photos.service.js';
import { RendersController } from './renders/renders.controller.js';
import { RendersService } from './renders/renders.service.js';
import { OBJECT_STORAGE } from './tokens.js';

@Module({})
class AppModule {}

/** Runs the service until it is told to stop. */
export function start(logger: Logger): Promise<void> {
  return bootstrap(logger, compose);
}

/** Wires the renderer: the only place that picks adapters. */
async function compose(logger: Logger): Promise<Service> {
  const config: RenderConfig = loadConfig(renderConfigShape);
  const producer = new JobProducer({ url: config.queue.url, logger });
  const storage: ObjectStorage = createObjectStorage(config.storage);
  const { threads, concurrency, timeoutMs, memoryMb } = config.workers;
  const pool = new RenderPool({ threads, timeoutMs, memoryMb });
  const photos = new PhotoPool();
  const levers = new Levers({ producer, logger });
  const figures = new FigurePublisher({ redis: producer.client, prefix: producer.prefix, logger });
  const queueMetrics = new QueueMetrics({ producer, queues: ['render'], logger });
  const server = new BullmqServer({
    url: config.queue.url,
    queues: [{ name: 'render', concurrency }],
    logger,
    graceMs: config.shutdown.graceMs,
    levers,
  });
  const app = await createJobApp(
    {
      module: AppModule,
      controllers: [RendersController, PhotosController],
      providers: [
        RendersService,
        PhotosService,
        { provide: RenderPool, useValue: pool },
        { provide: PhotoPool, useValue: photos },
        { provide: ClosedAccounts, useValue: new ClosedAccounts(producer) },
        { provide: JobProducer, useValue: producer },
        { provide: OBJECT_STORAGE, useValue: storage },
      ],
    },
    server,
    { logger: new NestLogger(logger) },
  );
  return {
    management: config.management,
    shutdown: config.shutdown,
    health: new Health({
      readiness: { queue: () => producer.check(), storage: () => storage.check() },
      alive: () => !server.isStuck(),
    }),
    observe: () => {
      metrics.workerThreads.set({ pool: 'render', state: 'busy' }, pool.stats.running);
      metrics.workerThreads.set({ pool: 'render', state: 'idle' }, threads - pool.stats.running);
    },
    start: async () => {
      await storage.prepare();
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
      pools: [() => pool.close(), () => photos.close(), async () => storage.close()],
    },
  };
}
