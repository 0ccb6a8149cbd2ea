import { Cache } from '@discover/cache';
import { loadConfig } from '@discover/config';
import { Database, PostgresOutbox } from '@discover/database';
import { createObjectStorage, type ObjectStorage } from '@discover/object-storage';
import { DeadLetters, JobProducer, OutboxRelay } from '@discover/queue';
import { bootstrap, createHttpApp, Health, type Service } from '@discover/service-kit';
import type { Logger } from '@discover/telemetry';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { Redis } from 'ioredis';

import { AuthModule } from './auth/auth.module.js';
import { apiConfigShape, type ApiConfig } from './config.js';
import { CvsModule } from './cvs/cvs.module.js';
import { HealthController } from './health/health.controller.js';
import { prepareHttp } from './http.js';
import { ImportsModule } from './imports/imports.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { ParseModule } from './parse/parse.module.js';
import { QueuesController } from './queues/queues.controller.js';
import { RendersModule } from './renders/renders.module.js';
import { TemplatesController } from './templates/templates.controller.js';
import { API_CONFIG, CACHE_REDIS, LOGGER, OBJECT_STORAGE } from './tokens.js';

@Module({})
class PlatformModule {}

@Module({})
class AppModule {}

/** The adapters, for every feature to inject. */
function platform(providers: Provider[]): DynamicModule {
  return { module: PlatformModule, global: true, providers, exports: providers };
}

/** Runs the service until it is told to stop. */
export function start(logger: Logger): Promise<void> {
  return bootstrap(logger, compose);
}

/** Wires the API: the only place that picks adapters. */
async function compose(logger: Logger): Promise<Service> {
  const config: ApiConfig = loadConfig(apiConfigShape);
  const producer = new JobProducer({ url: config.queue.url, logger });
  const database = new Database(config.postgres, producer.client, logger);
  const cache = await Cache.connect({ url: config.cache.url, logger });
  const limits = new Redis(config.cache.url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 200,
  });
  // Its loss is met by the limiter's own memory, and told by the cache.
  limits.on('error', () => undefined);
  const storage: ObjectStorage = createObjectStorage(config.storage, { publicUrl: `${config.http.publicUrl}/files` });
  const relay = new OutboxRelay({ store: new PostgresOutbox(database), producer, logger });
  const health = new Health({
    readiness: { database: () => database.check(), queue: () => producer.check(), storage: () => storage.check() },
  });
  const app = await createHttpApp(
    {
      module: AppModule,
      imports: [
        platform([
          { provide: API_CONFIG, useValue: config },
          { provide: LOGGER, useValue: logger },
          { provide: OBJECT_STORAGE, useValue: storage },
          { provide: CACHE_REDIS, useValue: limits },
          { provide: Database, useValue: database },
          { provide: Cache, useValue: cache },
          { provide: JobProducer, useValue: producer },
          { provide: OutboxRelay, useValue: relay },
          { provide: DeadLetters, useValue: new DeadLetters(producer) },
          { provide: Health, useValue: health },
        ]),
        AuthModule,
        CvsModule,
        ImportsModule,
        JobsModule,
        ParseModule,
        RendersModule,
      ],
      controllers: [HealthController, QueuesController, TemplatesController],
    },
    { logger, bodyLimit: config.http.bodyLimitKb * 1024, trustedProxies: config.http.trustedProxies },
  );
  await prepareHttp(app, config);
  return {
    management: config.management,
    shutdown: config.shutdown,
    health,
    observe: () => database.observe(),
    start: async () => {
      await storage.prepare();
      await database.start();
      await app.listen(config.http.port, config.http.host);
    },
    stop: {
      drain: () => app.close(),
      queues: [() => producer.close()],
      pools: [
        () => cache.close(),
        () => database.close(),
        async () => limits.disconnect(),
        async () => storage.close(),
      ],
    },
  };
}
