import {
  managementVariables,
  objectStorageVariables,
  queueRedisVariables,
  shutdownVariables,
  telemetryVariables,
  workerVariables,
  type ConfigOf,
} from '@discover/config';

/** The environment of the renderer. It needs no database: a job carries all that is to be rendered. */
export const renderConfigShape = {
  workers: workerVariables('render', 10_000, 6),
  queue: queueRedisVariables,
  storage: objectStorageVariables,
  telemetry: telemetryVariables,
  management: managementVariables('render', 9466),
  shutdown: shutdownVariables,
};

export type RenderConfig = ConfigOf<typeof renderConfigShape>;
