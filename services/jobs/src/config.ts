import {
  cacheRedisVariables,
  managementVariables,
  objectStorageVariables,
  postgresVariables,
  queueRedisVariables,
  schemas,
  shutdownVariables,
  telemetryVariables,
  variable,
  webhookTargetVariables,
  type ConfigOf,
} from '@discover/config';

/** The environment of the background jobs. */
export const jobsConfigShape = {
  workers: {
    concurrency: variable('JOBS_CONCURRENCY', schemas.positiveInteger, 'Background jobs in hand at once.', {
      fallback: '4',
    }),
  },
  webhooks: {
    ...webhookTargetVariables,
    concurrency: variable(
      'WEBHOOKS_CONCURRENCY',
      schemas.positiveInteger,
      'Webhooks in hand at once; each waits for its receiver for up to 10 s.',
      { fallback: '20' },
    ),
    pauseAfterDays: variable(
      'WEBHOOK_PAUSE_AFTER_DAYS',
      schemas.positiveInteger,
      'A webhook of which every try has failed for so many days is paused.',
      { fallback: '3' },
    ),
  },
  events: {
    months: variable(
      'EVENT_MONTHS',
      schemas.positiveInteger,
      'Full months of events (views of CVs and the like) that stay in Postgres besides the present one; older ones go to the archives.',
      { fallback: '13' },
    ),
    archiveMonths: variable(
      'ARCHIVE_MONTHS',
      schemas.positiveInteger,
      'Archives of events are removed so many months after their last event.',
      { fallback: '36' },
    ),
  },
  postgres: postgresVariables,
  queue: queueRedisVariables,
  cache: cacheRedisVariables,
  storage: objectStorageVariables,
  telemetry: telemetryVariables,
  management: managementVariables('jobs', 9467),
  shutdown: shutdownVariables,
};

export type JobsConfig = ConfigOf<typeof jobsConfigShape>;
