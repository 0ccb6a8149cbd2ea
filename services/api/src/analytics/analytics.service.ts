import { Cache, Cached, keys, policies, tags } from '@discover/cache';
import { Database, findDailyKpis, findKpis, viewsByDay, type DayOfViews, type DayRange } from '@discover/database';
import { Injectable } from '@nestjs/common';

import type { CvAnalyticsView, DaysQuery, KpisView } from './analytics.dto.js';
import { dayRange } from './days.js';

/** How CVs are seen, and how the platform is used. */
@Injectable()
export class AnalyticsService {
  constructor(
    readonly cache: Cache,
    private readonly database: Database,
  ) {}

  async ofCv(ownerId: string, cvId: string, query: DaysQuery): Promise<CvAnalyticsView> {
    return this.viewsOf(ownerId, cvId, dayRange(query));
  }

  /** From the primary: views are written by whoever looks. */
  @Cached(
    policies.statistics,
    (ownerId: string, cvId: string, { from, to }: DayRange) => keys.statistics(ownerId, cvId, `${from}-${to}`),
    (ownerId, cvId) => [tags.views(ownerId, cvId)],
  )
  private async viewsOf(ownerId: string, cvId: string, range: DayRange): Promise<CvAnalyticsView> {
    const days = await this.database.readPrimary('analytics', (handle) => viewsByDay(handle, ownerId, cvId, range));
    return { ...range, totals: totalsOf(days), days };
  }

  /** @param userId of the administrator who asks */
  async kpis(userId: string, query: DaysQuery): Promise<KpisView> {
    const range = dayRange(query);
    return this.database.read(userId, async (handle) => ({
      ...range,
      totals: await findKpis(handle, range),
      days: await findDailyKpis(handle, range),
    }));
  }
}

/** Visitors cannot be summed up: one of two days is two. */
function totalsOf(days: readonly DayOfViews[]): CvAnalyticsView['totals'] {
  const sources: Record<string, number> = {};
  for (const [source, times] of days.flatMap((day) => Object.entries(day.sources)))
    sources[source] = (sources[source] ?? 0) + times;
  return {
    views: days.reduce((sum, day) => sum + day.views, 0),
    downloads: days.reduce((sum, day) => sum + day.downloads, 0),
    sources,
  };
}
