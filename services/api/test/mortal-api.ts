import { Cache } from '@discover/cache';
import { loadConfig } from '@discover/config';
import { Database, PostgresOutbox, PostgresSearch } from '@discover/database';
import { createObjectStorage } from '@discover/object-storage';
import { DeadLetters, Handovers, JobProducer, Levers, OutboxRelay } from '@discover/queue';
import { createHttpApp, Health } from '@discover/service-kit';
import { createLogger } from '@discover/telemetry';
import { testRedis } from '@discover/testing';
import { Redis } from 'ioredis';
import pg from 'pg';

import { withAdapters } from '../src/app.module.js';
import { apiConfigShape } from '../src/config.js';
import { prepareHttp } from '../src/http.js';
import { IdempotentDatabase, outsideOfRequests } from '../src/idempotency/idempotent-database.js';
import { API_CONFIG, CACHE_REDIS, LOGGER, OBJECT_STORAGE, SEARCH_INDEX } from '../src/tokens.js';

const SECRET = 'a secret of at least thirty-two characters';
const redis = testRedis('api');

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Sees every statement that the API sends to Postgres, and can let it die between two of them. */
export class Fate {
  private readonly original = Reflect.get(pg.Client.prototype, 'query') as Query;
  private readonly clients = new Set<pg.Client>();
  /** Statements so far, by name or text. */
  statements: string[] = [];
  private diesAfter = Infinity;
  dead = false;

  constructor() {
    const { original } = this;
    const meet = (client: pg.Client, query: unknown) => {
      if (isOfApi(client)) this.meet(client, query);
    };
    Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...args: unknown[]) {
      meet(this, args[0]);
      return original.apply(this, args);
    });
  }

  /** A new process: it lives, until it has sent so many statements. */
  begin(diesAfter = Infinity): void {
    this.statements = [];
    this.diesAfter = diesAfter;
    this.dead = false;
  }

  end(): void {
    Reflect.set(pg.Client.prototype, 'query', this.original);
  }

  private meet(client: pg.Client, query: unknown): void {
    this.clients.add(client);
    if (!this.dead && this.statements.length >= this.diesAfter) this.die();
    if (this.dead) throw Object.assign(new Error('the process is dead'), { code: 'ECONNRESET' });
    this.statements.push(typeof query === 'string' ? query : ((query as { name?: string }).name ?? 'unnamed'));
  }

  /** As kill -9 does: every connection is gone, and the server takes back what was not committed. */
  private die(): void {
    this.dead = true;
    for (const client of this.clients) connectionOf(client).stream.destroy();
    this.clients.clear();
  }
}

function isOfApi(client: pg.Client): boolean {
  return connectionOf(client).applicationName?.startsWith('discover-') ?? false;
}

/** What the types of `pg` do not show. */
function connectionOf(client: pg.Client): { stream: { destroy(): void }; applicationName: string | undefined } {
  const { connection, connectionParameters } = client as unknown as {
    connection: { stream: { destroy(): void } };
    connectionParameters: { application_name?: string };
  };
  return { stream: connection.stream, applicationName: connectionParameters.application_name };
}

export interface RunningApi {
  inject: Awaited<ReturnType<typeof createHttpApp>>['inject'];
  close(): Promise<void>;
}

/** The API as it runs, without a port: its memory is its own, its servers are the given ones. */
export async function startApi(databaseUrl: string, folder: string): Promise<RunningApi> {
  const config = loadConfig(apiConfigShape, {
    JWT_SECRET: SECRET,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redis.url,
    REDIS_CACHE_URL: redis.cacheUrl,
    OBJECT_STORAGE_FOLDER: folder,
  });
  const logger = createLogger('api', 'silent');
  const producer = new JobProducer({ url: config.queue.url, logger, prefix: redis.prefix });
  const database = new IdempotentDatabase(config.postgres, producer.client, logger);
  const cache = await Cache.connect({ url: config.cache.url, logger });
  const limits = new Redis(config.cache.url);
  const storage = createObjectStorage(config.storage);
  await storage.prepare();
  const relay = new OutboxRelay({ store: outsideOfRequests(new PostgresOutbox(database)), producer, logger });
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
      { provide: Handovers, useValue: new Handovers({ url: config.queue.url, prefix: producer.prefix, logger }) },
      { provide: Levers, useValue: new Levers({ producer, logger }) },
      { provide: OutboxRelay, useValue: relay },
      { provide: DeadLetters, useValue: new DeadLetters(producer) },
      { provide: Health, useValue: new Health({ readiness: {} }) },
    ]),
    { logger, bodyLimit: 1_048_576, trustedProxies: [] },
  );
  await prepareHttp(app, config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    inject: app.inject.bind(app),
    close: async () => {
      await app.close();
      await Promise.allSettled([producer.close(), database.close(), cache.close()]);
      limits.disconnect();
      storage.close();
    },
  };
}
