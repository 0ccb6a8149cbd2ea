import { Database, touchApiKeys } from '@discover/database';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import { apart } from '../idempotency/execution.js';
import { LOGGER } from '../tokens.js';

/** A key's last use is told to the minute. */
const GRAIN_MS = 60_000;
/** How long a use waits for others, in milliseconds, to be written with them in one statement. */
const GATHER_MS = 2_000;
const REMEMBERED = 20_000;

/** Notes when keys were last used, behind the requests that use them. */
@Injectable()
export class KeyUsage implements OnModuleDestroy {
  /** By key, when its use was last noted here; in milliseconds since 1970. */
  private readonly noted = new LRUCache<string, number>({ max: REMEMBERED });
  private readonly waiting = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  note(keyId: string): void {
    const now = Date.now();
    if (now - (this.noted.get(keyId) ?? 0) < GRAIN_MS) return;
    this.noted.set(keyId, now);
    this.waiting.add(keyId);
    this.timer ??= setTimeout(() => void this.write(), GATHER_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    await this.write();
  }

  private async write(): Promise<void> {
    this.timer = undefined;
    const ids = [...this.waiting];
    this.waiting.clear();
    if (ids.length === 0) return;
    try {
      // Its timer may have been set in a request with an idempotency key, of which this is no part.
      await apart(() => this.database.transaction(null, (handle) => touchApiKeys(handle, ids)));
    } catch (error) {
      // For information only: the next use, a minute on, is noted again.
      this.logger.warn({ err: error, keys: ids.length }, 'the use of API keys could not be noted');
    }
  }
}
