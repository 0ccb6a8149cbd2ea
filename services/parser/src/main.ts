import { startTelemetry } from '@discover/telemetry';

const logger = await startTelemetry('parser');
// Loaded only now, so that tracing sees every module that it instruments.
const [{ bootstrap }, { composeParser }] = await Promise.all([
  import('@discover/service-kit'),
  import('./app.module.js'),
]);
await bootstrap(logger, composeParser);
