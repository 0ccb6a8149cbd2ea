import { startTelemetry } from '@discover/telemetry';

const logger = await startTelemetry('render');
// Loaded only now, so that tracing sees every module that it instruments.
const [{ bootstrap }, { composeRender }] = await Promise.all([
  import('@discover/service-kit'),
  import('./app.module.js'),
]);
await bootstrap(logger, composeRender);
