import { identity, trackPerformance, type Logger } from '@discover/telemetry';

import type { DatabaseServer } from '../replication/database-server.js';
import { within } from '../within.js';
import type { QueryProfiler } from './query-profiler.js';
import { storeProfile } from './store-profile.js';

const FLUSH_EVERY_MS = 60_000;
/** A process that ends waits no longer for its last figures to be stored. */
const LAST_FLUSH_MS = 2_000;

/** Stores what the profiler saw, once a minute and at the end. What could not be stored is tried again with the next. */
export class ProfileWriter {
  private timer: NodeJS.Timeout | undefined;
  private flushing: Promise<void> | undefined;

  constructor(
    private readonly profiler: QueryProfiler,
    private readonly primary: DatabaseServer,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = undefined;
    const last = (this.flushing ?? Promise.resolve()).then(() => this.flush());
    await within(LAST_FLUSH_MS, last).catch(() => undefined);
  }

  /** Never rejects: the figures are worth no more than a line of the log. */
  flush(): Promise<void> {
    this.flushing ??= this.store().finally(() => (this.flushing = undefined));
    return this.flushing;
  }

  private async store(): Promise<void> {
    const figures = this.profiler.take();
    if (figures.length === 0) return;
    try {
      await trackPerformance('database.store_profile', () =>
        this.primary.transact(
          (handle) => storeProfile(handle, identity(), figures),
          () => Promise.resolve(),
        ),
      );
    } catch (error) {
      this.profiler.giveBack(figures);
      this.logger.warn({ err: error }, 'the profile of statements could not be stored');
    }
  }
}
