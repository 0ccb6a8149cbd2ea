import { loadConfig } from '@discover/config';
import { awaitSchema, migrate } from '@discover/database';
import { createLogger } from '@discover/telemetry';

import { migratorConfigShape } from './config.js';

/**
 * Runs once per deploy, before the services, and exits: `migrator [up|down]`. `migrator wait` changes nothing and exits once
 * the schema of this release is there: what a service that is deployed together with its database begins with.
 */
const { postgres, telemetry } = loadConfig(migratorConfigShape);
const logger = createLogger('migrator', telemetry.logLevel);
const command = process.argv[2];
try {
  if (command === 'wait') {
    await awaitSchema(postgres.primaryUrl, (reason) => logger.info({ reason }, 'waiting for the schema'));
    logger.info('the schema is there');
  } else {
    const direction = command === 'down' ? 'down' : 'up';
    const done = await migrate(postgres.primaryUrl, direction);
    logger.info({ direction, migrations: done }, done.length > 0 ? 'migrated' : 'nothing to do');
  }
  logger.flush();
} catch (error) {
  logger.fatal({ err: error }, error instanceof Error ? error.message : 'the migration failed');
  logger.flush(() => process.exit(1));
}
