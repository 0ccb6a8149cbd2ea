import { announcePopular } from '@discover/cache';
import { JOBS, type ResultOf } from '@discover/contracts';
import { Database, findPopularCvs } from '@discover/database';
import { HandlesJob } from '@discover/queue';
import { metrics } from '@discover/telemetry';
import { Controller, Inject } from '@nestjs/common';
import type { Redis } from 'ioredis';

import { CACHE_REDIS } from '../tokens.js';

/** Whose views count. */
const DAYS = 7;
/** Half a megabyte of CVs: small beside what an instance has room for. */
const MOST = 200;

/** Works out what is popular, and tells the API’s instances, which then have it in their caches. */
@Controller()
export class WarmingController {
  constructor(
    private readonly database: Database,
    @Inject(CACHE_REDIS) private readonly redis: Redis,
  ) {}

  @HandlesJob(JOBS.refreshCache)
  async refresh(): Promise<ResultOf<typeof JOBS.refreshCache>> {
    const cvs = await this.database.readPrimary('popular', (handle) =>
      findPopularCvs(handle, { days: DAYS, limit: MOST }),
    );
    await announcePopular(this.redis, { cvs });
    const profiles = cvs.filter(({ slug }) => slug !== null).length;
    metrics.cachePopular.set({ type: 'cv' }, cvs.length);
    metrics.cachePopular.set({ type: 'profile' }, profiles);
    return { cvs: cvs.length, profiles };
  }
}
