import { startTelemetry } from '@discover/telemetry';

const logger = await startTelemetry('jobs');
// Loaded only now, so that tracing sees every module that it instruments.
const [{ bootstrap }, { composeJobs }] = await Promise.all([
  import('@discover/service-kit'),
  import('./app.module.js'),
]);
await bootstrap(logger, composeJobs);
