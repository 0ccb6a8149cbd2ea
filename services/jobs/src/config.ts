import {
  managementVariables,
  objectStorageVariables,
  postgresVariables,
  queueRedisVariables,
  schemas,
  shutdownVariables,
  telemetryVariables,
  variable,
  type ConfigOf,
} from '@discover/config';

/** The environment of the background jobs. */
export const jobsConfigShape = {
  workers: {
    concurrency: variable('JOBS_CONCURRENCY', schemas.positiveInteger, 'Background jobs in hand at once.', {
      fallback: '4',
    }),
  },
  postgres: postgresVariables,
  queue: queueRedisVariables,
  storage: objectStorageVariables,
  telemetry: telemetryVariables,
  management: managementVariables('jobs', 9467),
  shutdown: shutdownVariables,
};

export type JobsConfig = ConfigOf<typeof jobsConfigShape>;
