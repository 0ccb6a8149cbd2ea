import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';

import type { Redis } from 'ioredis';

import type { ProcessFigures } from './figures.js';

/** A process that has told nothing for so long is gone, in seconds. */
const LIFE_SECONDS = 30;

const pack = promisify(deflateRaw);
const unpack = promisify(inflateRaw);

/** Where processes put up their figures and everybody can read those of all, in Redis; nothing of it lasts. */
export class FigureBoard {
  constructor(private readonly options: { redis: Redis; prefix: string }) {}

  async put(figures: ProcessFigures): Promise<void> {
    const packed = await pack(JSON.stringify(figures));
    const { redis } = this.options;
    const now = Date.now();
    await all(
      redis
        .pipeline()
        .set(this.keyOf(figures.instance), packed, 'EX', LIFE_SECONDS)
        .zadd(this.index, now + LIFE_SECONDS * 1_000, figures.instance)
        .zremrangebyscore(this.index, '-inf', now)
        .expire(this.index, LIFE_SECONDS),
    );
  }

  async remove(instance: string): Promise<void> {
    await all(this.options.redis.pipeline().del(this.keyOf(instance)).zrem(this.index, instance));
  }

  /** Those of all processes that live, by service and instance. @throws if Redis cannot be reached */
  async read(): Promise<ProcessFigures[]> {
    const { redis } = this.options;
    const instances = await redis.zrange(this.index, 0, -1);
    if (instances.length === 0) return [];
    const packed = await redis.mgetBuffer(instances.map((instance) => this.keyOf(instance)));
    const figures = await Promise.all(
      packed
        .filter((one) => one !== null)
        .map(async (one) => JSON.parse((await unpack(one)).toString()) as ProcessFigures),
    );
    return figures.sort((a, b) => a.service.localeCompare(b.service) || a.instance.localeCompare(b.instance));
  }

  private get index(): string {
    return `${this.options.prefix}:figures`;
  }

  private keyOf(instance: string): string {
    return `${this.index}:${instance}`;
  }
}

/** Runs a pipeline of which every command must work. */
async function all(pipeline: ReturnType<Redis['pipeline']>): Promise<void> {
  const failure = (await pipeline.exec())?.find(([error]) => error !== null)?.[0];
  if (failure) throw failure;
}
