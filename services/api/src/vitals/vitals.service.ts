import { Database, insertWebVitals, type WebVitalEvent } from '@discover/database';
import { metrics, type Logger } from '@discover/telemetry';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';

import { WriteBuffer } from '../analytics/write-buffer.js';
import type { ApiConfig } from '../config.js';
import { apart } from '../idempotency/execution.js';
import { API_CONFIG, LOGGER } from '../tokens.js';
import { Pages } from './pages.js';
import { isVital, type WebVitalsBody } from './vitals.dto.js';

/** The longest that a measurement waits in memory, in milliseconds: what a crash may lose. */
const FLUSH_MS = 1_000;
const MOST_WAITING = 20_000;

/** Takes what browsers measured: into series at once, and into the database soon. */
@Injectable()
export class VitalsService implements OnApplicationShutdown {
  private readonly buffer: WriteBuffer<WebVitalEvent>;
  private readonly pages: Pages;

  constructor(
    private readonly database: Database,
    @Inject(API_CONFIG) config: ApiConfig,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.pages = new Pages(config.vitals.pages);
    this.buffer = new WriteBuffer({
      everyMs: FLUSH_MS,
      most: MOST_WAITING,
      // Not a part of the request that happened to bring the first one.
      write: (events) => apart(() => this.database.transaction(null, (handle) => insertWebVitals(handle, events))),
      onFailure: (error, dropped) => {
        metrics.webVitalsDropped.inc({ reason: 'not_written' }, dropped);
        logger.warn({ err: error, dropped }, 'web vitals could not be written');
      },
    });
    for (const reason of ['invalid', 'robot', 'not_written']) metrics.webVitalsDropped.inc({ reason }, 0);
  }

  record({ page: path, device, connection, values }: WebVitalsBody): void {
    const page = this.pages.patternOf(path);
    const at = new Date();
    for (const vital of values) {
      if (!isVital(vital)) {
        metrics.webVitalsDropped.inc({ reason: 'invalid' });
        continue;
      }
      const { name: metric, value } = vital;
      if (metric === 'CLS') metrics.webVitalShift.observe({ page, device }, value);
      else metrics.webVital.observe({ metric, page, device }, value / 1_000);
      this.buffer.add({ at, page, metric, value, device, connection });
    }
  }

  /** After the last request was answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.buffer.close();
  }
}
