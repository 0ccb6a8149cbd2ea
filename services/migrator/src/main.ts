import { loadConfig } from '@discover/config';
import { migrate } from '@discover/database';
import { createLogger } from '@discover/telemetry';

import { migratorConfigShape } from './config.js';

/** Runs once per deploy, before the services, and exits: `migrator [up|down]`. */
const { postgres, telemetry } = loadConfig(migratorConfigShape);
const logger = createLogger('migrator', telemetry.logLevel);
const direction = process.argv[2] === 'down' ? 'down' : 'up';
try {
  const done = await migrate(postgres.primaryUrl, direction);
  logger.info({ direction, migrations: done }, done.length > 0 ? 'migrated' : 'nothing to do');
  logger.flush();
} catch (error) {
  logger.fatal({ err: error }, error instanceof Error ? error.message : 'the migration failed');
  logger.flush(() => process.exit(1));
}
