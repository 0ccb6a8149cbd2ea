import { loadConfig, telemetryVariables } from '@discover/config';

import { identify } from './identity.js';
import { createLogger, type Logger } from './logger.js';
import { startMetrics } from './metrics.js';
import { startTracing } from './tracing.js';

/** The first thing a service does, before any other module is loaded: tracing, metrics, the logger. */
export async function startTelemetry(service: string): Promise<Logger> {
  const { telemetry } = loadConfig({ telemetry: telemetryVariables });
  await startTracing(service, telemetry.otlpEndpoint);
  identify({ service, release: telemetry.release });
  startMetrics(service, telemetry.release);
  return createLogger(service, telemetry.logLevel);
}
