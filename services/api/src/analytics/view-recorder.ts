import { Cache, tags } from '@discover/cache';
import { Database, insertViews, type ViewEvent, type ViewKind } from '@discover/database';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';

import type { ApiConfig } from '../config.js';
import { apart } from '../idempotency/execution.js';
import { API_CONFIG, CACHE_REDIS, LOGGER } from '../tokens.js';
import { dayOf } from './days.js';
import { isRobot, refererHost, visitorHash, Visitors, type VisitorTraits } from './visitors.js';
import { WriteBuffer } from './write-buffer.js';

/** A view as it waits to be written: its visitor is hashed just before, and never written otherwise. */
type Seen = Omit<ViewEvent, 'visitor'> & { traits: VisitorTraits };

/** The longest that a view waits in memory, in milliseconds: what a crash may lose. */
const FLUSH_MS = 500;
const MOST_WAITING = 20_000;

/** Counts who looks at CVs, without making them wait and without knowing them. */
@Injectable()
export class ViewRecorder implements OnApplicationShutdown {
  private readonly buffer: WriteBuffer<Seen>;
  private readonly visitors: Visitors;
  private readonly ownHost: string;

  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    @Inject(CACHE_REDIS) redis: Redis,
    @Inject(API_CONFIG) config: ApiConfig,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.visitors = new Visitors(redis);
    this.ownHost = new URL(config.http.publicUrl).host;
    this.buffer = new WriteBuffer({
      everyMs: FLUSH_MS,
      most: MOST_WAITING,
      // Not a part of the request that happened to add the first one.
      write: (views) => apart(() => this.write(views)),
      onFailure: (error, dropped) => logger.warn({ err: error, dropped }, 'views could not be written'),
    });
  }

  /** Robots are not counted. */
  record(cv: { ownerId: string; cvId: string }, kind: ViewKind, request: FastifyRequest): void {
    const userAgent = request.headers['user-agent'] ?? '';
    if (isRobot(userAgent)) return;
    this.buffer.add({
      at: new Date(),
      ownerId: cv.ownerId,
      cvId: cv.cvId,
      kind,
      source: refererHost(request.headers.referer, this.ownHost),
      traits: { address: request.ip, userAgent },
    });
  }

  /** After the last request was answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.buffer.close();
  }

  private async write(views: readonly Seen[]): Promise<void> {
    const events: ViewEvent[] = [];
    for (const { traits, ...view } of views) {
      const salt = await this.visitors.saltOf(dayOf(view.at));
      events.push({ ...view, visitor: visitorHash(salt, view.cvId, traits) });
    }
    await this.database.transaction(null, (handle) => insertViews(handle, events));
    const seen = new Set(events.map(({ ownerId, cvId }) => tags.views(ownerId, cvId)));
    await this.cache.invalidate([], [...seen]);
  }
}
