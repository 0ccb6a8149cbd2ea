import { Cache, type PopularCv } from '@discover/cache';
import { AppError } from '@discover/contracts';
import { metrics, type Logger } from '@discover/telemetry';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';

import { CvsService } from '../cvs/cvs.service.js';
import { ProfilesService } from '../publications/profiles.service.js';
import { LOGGER } from '../tokens.js';

/** The longest that an instance which starts waits for its cache to be warm, in milliseconds. */
const START_MS = 2_000;
/** The longest that a page may take which has to be made first, in milliseconds. */
const PAGE_MS = 10_000;
/** Warmed at once: so few that people who wait are served first. */
const AT_ONCE = 4;

/**
 * Has what is popular in this process's cache before anybody asks for it: at the start, and whenever `cache.refresh` has
 * worked out what is popular now. What one instance had to read from the database the others find in the shared cache.
 */
@Injectable()
export class CacheWarmer implements OnApplicationShutdown {
  private readonly stop = new AbortController();
  private running: Promise<void> | undefined;
  private forget: () => void = () => undefined;

  constructor(
    private readonly cache: Cache,
    private readonly cvs: CvsService,
    private readonly profiles: ProfilesService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Resolves when the cache is warm, or after two seconds; then it becomes warm behind the first requests. */
  async start(): Promise<void> {
    this.forget = this.cache.onPopular(() => void this.warm());
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, START_MS)));
    await Promise.race([this.warm(), late]);
    clearTimeout(timer);
  }

  async onApplicationShutdown(): Promise<void> {
    this.forget();
    this.stop.abort();
    await this.running;
  }

  /** Once at a time: who comes meanwhile waits for the same. */
  private warm(): Promise<void> {
    return (this.running ??= this.warmAll().finally(() => (this.running = undefined)));
  }

  private async warmAll(): Promise<void> {
    const began = performance.now();
    const cvs = (await this.cache.popular())?.cvs ?? [];
    if (cvs.length === 0) return;
    // All take from one iterator, so each CV is taken once.
    const rest = cvs.values();
    const worker = async () => {
      for (const cv of rest) {
        if (this.stop.signal.aborted) return;
        await this.warmOne(cv);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    this.logger.info({ cvs: cvs.length, ms: Math.round(performance.now() - began) }, 'cache warmed');
  }

  private async warmOne({ ownerId, cvId, slug }: PopularCv): Promise<void> {
    await this.counted('cv', () => this.cvs.read(ownerId, cvId));
    if (slug === null) return;
    await this.counted('profile', async () => {
      const profile = await this.profiles.find(slug);
      await this.profiles.json(profile);
      const signal = AbortSignal.any([this.stop.signal, AbortSignal.timeout(PAGE_MS)]);
      await this.profiles.page(profile, signal);
    });
  }

  private async counted(type: 'cv' | 'profile', read: () => Promise<unknown>): Promise<void> {
    metrics.cacheWarmed.inc({ type, outcome: await read().then(() => 'done' as const, outcomeOf) });
  }
}

/** What was popular may have been deleted or hidden since. Whoever asks for what failed is told why. */
function outcomeOf(error: unknown): 'gone' | 'failed' {
  return error instanceof AppError && error.code === 'not_found' ? 'gone' : 'failed';
}
