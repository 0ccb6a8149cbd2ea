import { createLogger } from '@discover/telemetry';
import { createTestDatabase, type TestDatabase } from '@discover/testing';

import { Database, migrate, type TokenStore } from '../src/index.js';

/** Tokens in memory: what Redis is to the database, as one process sees it. Can be made to fail like it. */
export class MemoryTokens implements TokenStore {
  private readonly values = new Map<string, string>();
  broken = false;

  async get(key: string): Promise<string | null> {
    if (this.broken) throw new Error('away');
    return this.values.get(key) ?? null;
  }

  async set(key: string, value: string): Promise<void> {
    if (this.broken) throw new Error('away');
    this.values.set(key, value);
  }
}

export const silent = createLogger('test', 'silent');

export const POSTGRES = { poolSize: 5, maxReplicaLagMs: 10_000, statementTimeoutMs: 10_000, slowQueryMs: 100 };

export async function migratedDatabase(): Promise<{
  servers: TestDatabase;
  database: Database;
  tokens: MemoryTokens;
  end: () => Promise<void>;
}> {
  const servers = await createTestDatabase();
  await migrate(servers.primaryUrl);
  await servers.replicaCaughtUp();
  const tokens = new MemoryTokens();
  const database = new Database(
    { ...POSTGRES, primaryUrl: servers.primaryUrl, replicaUrls: [servers.replicaUrl] },
    tokens,
    silent,
  );
  await database.start();
  const end = async () => {
    await database.close();
    await servers.drop();
  };
  return { servers, database, tokens, end };
}

let accounts = 0;

/** An account to hang things on; answers its id. */
export async function anAccount(database: Database): Promise<string> {
  const [row] = await database.transaction(null, (handle) =>
    handle.query<{ id: string }>(
      'test_account',
      `INSERT INTO users (email, name, password_hash, home_region) VALUES ($1, 'Test', 'none', 'eu-central') RETURNING id`,
      [`person-${process.pid}-${++accounts}@example.org`],
    ),
  );
  return row!.id;
}
