import { setTimeout as delay } from 'node:timers/promises';

import { DataSource } from 'typeorm';

import { MIGRATIONS } from './migrations/index.js';

/** Of the advisory lock that keeps two deployments from migrating at once; any number, the same everywhere. */
const LOCK = 7_246_011;
/** How often a waiting service looks whether the schema is there, in milliseconds. */
const LOOK_EVERY_MS = 1_000;
/** A server that is unreachable is told by an error and not by silence. */
const CONNECT_TIMEOUT_MS = 10_000;

/** The database was migrated by a newer release than this one. */
export class NewerSchemaError extends Error {
  constructor(readonly unknownMigrations: readonly string[]) {
    super(
      `The database has migrations that this release does not know (${unknownMigrations.join(', ')}). ` +
        'Deploy the release that made them, or take them back with that release: migrator down.',
    );
    this.name = 'NewerSchemaError';
  }
}

/**
 * Brings the schema to this release (`up`) or takes the last migration back (`down`), each migration in a transaction of
 * its own. A second migrator waits for the first and then finds nothing to do.
 *
 * @returns the names of the migrations that were run or taken back
 * @throws NewerSchemaError
 */
export async function migrate(url: string, direction: 'up' | 'down' = 'up'): Promise<string[]> {
  const dataSource = await connect(url);
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const before = await appliedMigrations(dataSource);
    const unknown = before.filter((name) => !MIGRATIONS.some((migration) => migration.name === name));
    if (unknown.length > 0) throw new NewerSchemaError(unknown);
    if (direction === 'down') {
      if (before.length > 0) await dataSource.undoLastMigration({ transaction: 'each' });
      return before.slice(-1);
    }
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [LOCK]).finally(() => lock.release());
    await dataSource.destroy();
  }
}

/**
 * Waits until the database has every migration of this release. What a newer release added is no matter: migrations only
 * add until every instance of the older one is gone. A server that is not there yet is waited for too. Through a pooler is
 * well.
 *
 * @param onWait told why it waits, each time that the reason changed
 */
export async function awaitSchema(url: string, onWait: (reason: string) => void): Promise<void> {
  for (let told = ''; ;) {
    const reason = await whatIsMissing(url);
    if (reason === null) return;
    if (reason !== told) onWait(reason);
    told = reason;
    await delay(LOOK_EVERY_MS);
  }
}

async function whatIsMissing(url: string): Promise<string | null> {
  let dataSource: DataSource | undefined;
  try {
    dataSource = await connect(url);
    const applied = await appliedMigrations(dataSource);
    const missing = MIGRATIONS.filter((migration) => !applied.includes(migration.name));
    return missing.length === 0 ? null : `${missing.length} migrations are missing`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await dataSource?.destroy();
  }
}

function connect(url: string): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    applicationName: 'migrator',
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
  }).initialize();
}

async function appliedMigrations(dataSource: DataSource): Promise<string[]> {
  const [table] = await dataSource.query<{ exists: boolean }[]>(
    `SELECT to_regclass('migrations') IS NOT NULL AS exists`,
  );
  if (!table?.exists) return [];
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  return rows.map((row) => row.name);
}
