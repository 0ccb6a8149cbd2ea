import {
  managementVariables,
  objectStorageVariables,
  postgresVariables,
  queueRedisVariables,
  shutdownVariables,
  telemetryVariables,
  workerVariables,
  type ConfigOf,
} from '@discover/config';

/** The environment of the parser. */
export const parserConfigShape = {
  workers: workerVariables('parser', 30_000, 4),
  postgres: postgresVariables,
  queue: queueRedisVariables,
  storage: objectStorageVariables,
  telemetry: telemetryVariables,
  management: managementVariables('parser', 9465),
  shutdown: shutdownVariables,
};

export type ParserConfig = ConfigOf<typeof parserConfigShape>;
