import type { LeverValues } from '@discover/contracts';
import type { DatabaseHealth, QueryStatistics, Regression, SlowQuery, VitalSummary } from '@discover/database';
import type { QueueOverview } from '@discover/queue';

import type { SchedulesView } from '../background-jobs/background-jobs.dto.js';
import type { LiveFigures } from './live-figures.js';

/** All that is known of how the platform is: what alerts and recommendations follow from. Null: not known (yet). */
export interface Situation {
  live: LiveFigures;
  queues: readonly QueueOverview[] | null;
  schedules: SchedulesView | null;
  slowQueries: readonly SlowQuery[] | null;
  regressions: readonly Regression[] | null;
  /** Of the last hours, from the database. */
  statements: readonly QueryStatistics[] | null;
  health: DatabaseHealth | null;
  vitals: readonly VitalSummary[] | null;
  levers: LeverValues;
}
