import { Cache } from '@discover/cache';
import { loadConfig } from '@discover/config';
import { Database, PostgresOutbox, PostgresSearch } from '@discover/database';
import { FigurePublisher } from '@discover/figures';
import { createObjectStorage, type ObjectStorage } from '@discover/object-storage';
import { DeadLetters, Handovers, JobProducer, Levers, OutboxRelay } from '@discover/queue';
import { bootstrap, createHttpApp, Health, type Service } from '@discover/service-kit';
import type { Logger } from '@discover/telemetry';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { Redis } from 'ioredis';

import { CacheWarmer } from './caching/cache-warmer.js';
import { apiConfigShape, type ApiConfig } from './config.js';
import { FeaturesModule } from './features.module.js';
import { prepareHttp } from './http.js';
import { IdempotentDatabase, outsideOfRequests } from './idempotency/idempotent-database.js';
import { API_CONFIG, CACHE_REDIS, LOGGER, OBJECT_STORAGE, SEARCH_INDEX } from './tokens.js';

@Module({})
class AdaptersModule {}

/** The API with its adapters, which every feature may inject. */
export function withAdapters(providers: Provider[]): DynamicModule {
  return { module: AdaptersModule, global: true, imports: [FeaturesModule], providers, exports: providers };
}

/** Runs the service until it is told to stop. */
export function start(logger: Logger): Promise<void> {
  return bootstrap(logger, compose);
}

/** Wires the API: the only place that picks adapters. */
async function compose(logger: Logger): Promise<Service> {
  const config: ApiConfig = loadConfig(apiConfigShape);
  const producer = new JobProducer({ url: config.queue.url, logger });
  const handovers = new Handovers({ url: config.queue.url, prefix: producer.prefix, logger });
  const database = new IdempotentDatabase(config.postgres, producer.client, logger);
  const levers = new Levers({ producer, logger });
  const figures = new FigurePublisher({
    redis: producer.client,
    prefix: producer.prefix,
    logger,
    observe: () => database.observe(),
  });
  const cache = await Cache.connect({ url: config.cache.url, logger });
  levers.onChange(({ cacheTtlFactor }) => cache.setTtlFactor(cacheTtlFactor));
  const limits = new Redis(config.cache.url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 200,
  });
  // Its loss is met by the limiter's own memory, and told by the cache.
  limits.on('error', () => undefined);
  const storage: ObjectStorage = createObjectStorage(config.storage, { publicUrl: `${config.http.publicUrl}/files` });
  const relay = new OutboxRelay({ store: outsideOfRequests(new PostgresOutbox(database)), producer, logger });
  const health = new Health({
    readiness: { database: () => database.check(), queue: () => producer.check(), storage: () => storage.check() },
  });
  const app = await createHttpApp(
    withAdapters([
      { provide: API_CONFIG, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: OBJECT_STORAGE, useValue: storage },
      { provide: CACHE_REDIS, useValue: limits },
      { provide: Database, useValue: database },
      { provide: Cache, useValue: cache },
      { provide: SEARCH_INDEX, useValue: new PostgresSearch(database) },
      { provide: JobProducer, useValue: producer },
      { provide: Handovers, useValue: handovers },
      { provide: Levers, useValue: levers },
      { provide: OutboxRelay, useValue: relay },
      { provide: DeadLetters, useValue: new DeadLetters(producer) },
      { provide: Health, useValue: health },
    ]),
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
      await levers.start();
      figures.start();
      await app.get(CacheWarmer).start();
      await app.listen(config.http.port, config.http.host);
    },
    stop: {
      drain: () => app.close(),
      queues: [() => Promise.all([levers.stop(), figures.stop(), handovers.close()]).then(() => producer.close())],
      pools: [
        () => cache.close(),
        () => database.close(),
        async () => limits.disconnect(),
        async () => storage.close(),
      ],
    },
  };
}
