import cluster from 'node:cluster';

import { loadConfig } from '@discover/config';
import { startTelemetry } from '@discover/telemetry';

import { processVariables } from './config.js';

const logger = await startTelemetry('api');
const { processes } = loadConfig({ processes: processVariables });
// Loaded only now, so that tracing sees every module that it instruments; and only where it is run.
const { start } =
  processes.count > 1 && cluster.isPrimary ? await import('./processes.js') : await import('./app.module.js');
await start(logger);
