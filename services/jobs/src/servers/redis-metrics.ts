import { metrics, type Logger } from '@discover/telemetry';
import type { Redis } from 'ioredis';

import { redisFigures, type RedisFigures } from './redis-figures.js';
import { ServerMetrics } from './server-metrics.js';

/** The longest that one server may take, in milliseconds: the scrape waits for it. */
const TIMEOUT_MS = 2_000;

type Name = 'queue' | 'cache';

/** Figures of both Redis. */
export function redisMetrics(clients: Readonly<Record<Name, Redis>>, logger: Logger): ServerMetrics {
  return new ServerMetrics('redis', async () => {
    const readings = await Promise.all(
      Object.entries(clients).map(async ([redis, client]) => ({ redis, figures: await read(redis, client, logger) })),
    );
    return () => {
      for (const { redis, figures } of readings) {
        metrics.redisUp.set({ redis }, figures === null ? 0 : 1);
        if (figures !== null) show(redis, figures);
      }
    };
  });
}

async function read(redis: string, client: Redis, logger: Logger): Promise<RedisFigures | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
  });
  try {
    return redisFigures(await Promise.race([client.info(), late]), Date.now() / 1_000);
  } catch (error) {
    logger.debug({ redis, reason: error instanceof Error ? error.message : 'unknown' }, 'no figures of a Redis');
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function show(redis: string, figures: RedisFigures): void {
  metrics.redisStart.set({ redis }, figures.startedAt);
  metrics.redisMemoryUsed.set({ redis }, figures.memoryUsed);
  metrics.redisMemoryMax.set({ redis }, figures.memoryMax);
  metrics.redisClients.set({ redis, state: 'connected' }, figures.connected);
  metrics.redisClients.set({ redis, state: 'blocked' }, figures.blocked);
  metrics.redisMaxClients.set({ redis }, figures.maxClients);
  metrics.redisKeys.set({ redis }, figures.keys);
  metrics.redisNoEviction.set({ redis }, Number(figures.noEviction));
  metrics.redisAofEnabled.set({ redis }, Number(figures.aofEnabled));
  metrics.redisAofOk.set({ redis }, Number(figures.aofOk));
  metrics.redisHits.inc({ redis }, figures.hits);
  metrics.redisMisses.inc({ redis }, figures.misses);
  metrics.redisEvicted.inc({ redis }, figures.evicted);
  metrics.redisExpired.inc({ redis }, figures.expired);
  metrics.redisCommands.inc({ redis }, figures.commands);
  metrics.redisRejected.inc({ redis }, figures.rejected);
}
