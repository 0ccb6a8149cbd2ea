import { loadConfig } from '@discover/config';
import { runFamily } from '@discover/service-kit/processes';
import type { Logger } from '@discover/telemetry';

import { apiConfigShape } from './config.js';

/** Runs the API in several processes until it is told to stop. */
export function start(logger: Logger): Promise<void> {
  const { processes, management, shutdown } = loadConfig(apiConfigShape);
  return runFamily({ count: processes.count, management, shutdown, logger });
}
