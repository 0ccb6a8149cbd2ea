import { templates } from '@discover/cv-render';
import { Database, recordUse } from '@discover/database';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

import { apart } from '../idempotency/execution.js';
import { LOGGER } from '../tokens.js';
import { DAY_MS, dayOf } from './days.js';
import { WriteBuffer } from './write-buffer.js';

type Use = { day: string } & ({ userId: string } | { template: string });

const FLUSH_MS = 5_000;
const MOST_WAITING = 20_000;
/** People of whom a process remembers that they were counted today; one who is forgotten is counted once all the same. */
const REMEMBERED = 100_000;

/** Routes that render, and where the template's name is. */
const RENDERS: Record<string, (request: FastifyRequest) => unknown> = {
  '/api/v1/cvs/:id/render.:format': ({ query }) => query,
  '/api/v1/shared/:token/render.pdf': ({ query }) => query,
  '/api/v1/cvs/:id/renders': ({ body }) => body,
  '/api/v1/render': ({ body }) => body,
};
const DEFAULT_TEMPLATE = 'classic';
const TEMPLATES = new Set(templates.map(({ id }) => id));

/** Gathers what the business wants to know of requests: who was active on a day, and which templates were used. */
@Injectable()
export class UseRecorder implements OnModuleInit, OnApplicationShutdown {
  private readonly counted = new LRUCache<string, true>({ max: REMEMBERED });
  private readonly buffer: WriteBuffer<Use>;

  constructor(
    private readonly database: Database,
    private readonly host: HttpAdapterHost,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.buffer = new WriteBuffer({
      everyMs: FLUSH_MS,
      most: MOST_WAITING,
      // Not a part of the request that happened to add the first one.
      write: (uses) => apart(() => this.write(uses)),
      onFailure: (error, dropped) => logger.warn({ err: error, dropped }, 'uses could not be written'),
    });
  }

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onResponse', (request, reply, done) => {
      if (reply.statusCode < 400) this.note(request);
      done();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.buffer.close();
  }

  private note(request: FastifyRequest): void {
    const now = Date.now();
    const { caller } = request;
    if (caller) {
      const key = `${Math.floor(now / DAY_MS)} ${caller.userId}`;
      if (!this.counted.has(key)) {
        this.counted.set(key, true);
        this.buffer.add({ day: dayOf(new Date(now)), userId: caller.userId });
      }
    }
    const from = RENDERS[request.routeOptions.url ?? ''];
    if (!from) return;
    const template = (from(request) as { template?: unknown } | null | undefined)?.template ?? DEFAULT_TEMPLATE;
    if (typeof template === 'string' && TEMPLATES.has(template))
      this.buffer.add({ day: dayOf(new Date(now)), template });
  }

  private async write(uses: readonly Use[]): Promise<void> {
    for (const [day, ofDay] of Map.groupBy(uses, (use) => use.day)) {
      const userIds = new Set(ofDay.flatMap((use) => ('userId' in use ? [use.userId] : [])));
      const counts = new Map<string, number>();
      for (const use of ofDay) if ('template' in use) counts.set(use.template, (counts.get(use.template) ?? 0) + 1);
      await this.database.transaction(null, (handle) =>
        recordUse(handle, { day, userIds: [...userIds], templates: counts }),
      );
    }
  }
}
