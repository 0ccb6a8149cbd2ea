import { startTelemetry } from '@discover/telemetry';

const logger = await startTelemetry('parser');
// Loaded only now, so that tracing sees every module that it instruments.
const { start } = await import('./app.module.js');
await start(logger);
