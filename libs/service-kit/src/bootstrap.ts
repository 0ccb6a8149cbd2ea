import cluster from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';

import { stopTracing, type Logger } from '@discover/telemetry';

import { ownManagement } from './management/management.js';
import { ManagementServer } from './management/management-server.js';
import { ParentLink } from './processes/parent-link.js';
import type { Service } from './service.js';

/** Beyond the grace for work in hand, in milliseconds: time for queues and pools to close before the process is ended. */
export const CLOSING_MS = 5_000;

/**
 * Runs a service until it is told to stop, then stops it in order: not ready → the load balancer's delay → what is in
 * hand → queues → pools → telemetry. A service that cannot start says why and exits with 1; one whose stop takes longer
 * than its grace is ended, as the orchestrator would.
 *
 * @param compose wires the service without starting it
 */
export async function bootstrap(logger: Logger, compose: (logger: Logger) => Promise<Service>): Promise<void> {
  try {
    const service = await compose(logger);
    const { health } = service;
    const management = await openManagement(service);
    let stopping: Promise<void> | undefined;
    const stop = (reason: string) => (stopping ??= shutDown(service, management.close, logger, reason));
    process.on('SIGTERM', () => void stop('SIGTERM'));
    process.on('SIGINT', () => void stop('SIGINT'));
    dieOnBugs(logger);
    await service.start();
    health.markStarted();
    management.started();
    logger.info({ management: service.management.port }, 'started');
  } catch (error) {
    // A message for the operator; the stack is for what we did not foresee.
    logger.fatal({ err: error }, error instanceof Error ? error.message : 'the service could not start');
    logger.flush(() => process.exit(1));
  }
}

/** What operators see of the process: on a port of its own, or through the process that it was started by. */
async function openManagement(service: Service): Promise<{ started: () => void; close: () => Promise<void> }> {
  const { health, management, observe = () => undefined } = service;
  if (cluster.isWorker) {
    const link = new ParentLink(health, observe);
    return { started: () => link.started(), close: () => Promise.resolve() };
  }
  const server = new ManagementServer(ownManagement(health, observe));
  await server.listen(management.host, management.port);
  return { started: () => undefined, close: () => server.close() };
}

async function shutDown(
  service: Service,
  closeManagement: () => Promise<void>,
  logger: Logger,
  reason: string,
): Promise<void> {
  const { drainDelayMs, graceMs } = service.shutdown;
  logger.info({ reason }, 'stopping');
  const deadline = setTimeout(
    () => {
      logger.error('the stop took longer than its grace; ending the process');
      logger.flush(() => process.exit(1));
    },
    drainDelayMs + graceMs + CLOSING_MS,
  );
  deadline.unref();
  service.health.markStopping();
  await delay(drainDelayMs);
  await settle(logger, 'drain', [service.stop.drain]);
  await settle(logger, 'queues', service.stop.queues);
  await settle(logger, 'pools', service.stop.pools);
  await settle(logger, 'telemetry', [stopTracing, closeManagement]);
  logger.info('stopped');
  logger.flush(() => process.exit(0));
}

/** Closes everything of one stage; what fails to close is told and does not keep the next stage from closing. */
async function settle(logger: Logger, stage: string, closers: readonly (() => Promise<unknown>)[]): Promise<void> {
  const results = await Promise.allSettled(closers.map((close) => close()));
  for (const result of results) {
    if (result.status === 'rejected') logger.error({ err: result.reason as unknown, stage }, 'could not close');
  }
}

/** After an error that nobody caught the state of the process is unknown: it is told, and the orchestrator starts a new one. */
function dieOnBugs(logger: Logger): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ err: error, event }, 'an error that nobody caught');
      logger.flush(() => process.exit(1));
    });
  }
}
