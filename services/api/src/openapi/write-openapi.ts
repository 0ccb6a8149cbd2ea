import { writeFile } from 'node:fs/promises';

import { Cache } from '@discover/cache';
import { loadConfig } from '@discover/config';
import { INITIAL_LEVERS } from '@discover/contracts';
import { Database } from '@discover/database';
import { DeadLetters, Handovers, JobProducer, Levers, OutboxRelay } from '@discover/queue';
import { createHttpApp, Health } from '@discover/service-kit';
import { createLogger } from '@discover/telemetry';
import { Redis } from 'ioredis';

import { withAdapters } from '../app.module.js';
import { apiConfigShape } from '../config.js';
import { describeApi } from './openapi.js';
import { API_CONFIG, CACHE_REDIS, LOGGER, OBJECT_STORAGE, SEARCH_INDEX } from '../tokens.js';

/**
 * Writes the description of the API to the file that is named: `write-openapi.js <file>`. The features are wired as ever, but
 * to nothing: describing them asks no adapter.
 */
const [, , file] = process.argv;
if (file === undefined) throw new Error('Name the file to write.');

const nothing = {};
const logger = createLogger('openapi', 'error');
const config = loadConfig(apiConfigShape, { JWT_SECRET: 'not used: nothing is signed while describing' });
const providers = [
  Database,
  Cache,
  JobProducer,
  Handovers,
  OutboxRelay,
  DeadLetters,
  Health,
  OBJECT_STORAGE,
  SEARCH_INDEX,
].map((provide) => ({
  provide,
  useValue: nothing,
}));
const app = await createHttpApp(
  withAdapters([
    ...providers,
    { provide: API_CONFIG, useValue: config },
    { provide: LOGGER, useValue: logger },
    { provide: Levers, useValue: { onChange: () => undefined, current: INITIAL_LEVERS } },
    { provide: CACHE_REDIS, useValue: new Redis({ lazyConnect: true }) },
  ]),
  { logger, bodyLimit: 1, trustedProxies: [] },
);
app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready'] });
await writeFile(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
process.exit(0);
