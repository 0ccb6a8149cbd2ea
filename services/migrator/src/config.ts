import { postgresVariables, telemetryVariables, type ConfigOf } from '@discover/config';

/** The environment of the migrator. It needs the primary itself: its lock does not survive a pooler in transaction mode. */
export const migratorConfigShape = {
  postgres: { primaryUrl: postgresVariables.primaryUrl },
  telemetry: telemetryVariables,
};

export type MigratorConfig = ConfigOf<typeof migratorConfigShape>;
