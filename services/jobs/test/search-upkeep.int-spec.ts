import { Database, migrate, PostgresSearch } from '@discover/database';
import { createLogger } from '@discover/telemetry';
import { createTestDatabase, type TestDatabase } from '@discover/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SearchUpkeep } from '../src/search/search-upkeep.js';

const logger = createLogger('test', 'silent');

describe('upkeep of search', () => {
  let servers: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    servers = await createTestDatabase();
    await migrate(servers.primaryUrl);
    const settings = {
      replicaUrls: [],
      poolSize: 3,
      maxReplicaLagMs: 10_000,
      statementTimeoutMs: 10_000,
      slowQueryMs: 1_000,
    };
    const tokens = { get: () => Promise.resolve(null), set: () => Promise.resolve() };
    database = new Database({ primaryUrl: servers.primaryUrl, ...settings }, tokens, logger);
    await database.start();
  });
  afterAll(async () => {
    await database.close();
    await servers.drop();
  });

  /** As a release writes that knows nothing of search. */
  const publishAsBefore = (count: number, summary: string) =>
    database.transaction(null, (handle) =>
      handle.query(
        'test_publish',
        `WITH person AS (
           INSERT INTO users (email, name, password_hash, home_region) VALUES ($2 || '@example.org', 'P', 'none', 'eu-central') RETURNING id
         ), made AS (
           INSERT INTO cvs (user_id, title, document)
           SELECT id, 'CV', json_build_object('basics', json_build_object('summary', $2::text)) FROM person, generate_series(1, $1)
           RETURNING user_id, id
         )
         INSERT INTO publications (owner_id, cv_id, slug, visibility, template)
         SELECT user_id, id, 'slug-' || id, 'public', 'classic' FROM made`,
        [count, summary],
      ),
    );
  const found = async (words: string) => {
    const request = { userId: null, words, filters: {}, cursor: null, limit: 1 };
    return (await new PostgresSearch(database).search(request)).overview!.total.count;
  };

  it('puts all that waits into search, in several batches by two instances at once, and then has nothing to do', async () => {
    await publishAsBefore(250, 'xylophone');
    expect(await found('xylophone')).toBe(0);
    const [one, other] = [new SearchUpkeep(database, logger), new SearchUpkeep(database, logger)];
    const indexed = await Promise.all([one.indexBacklog(), other.indexBacklog()]);
    expect(indexed[0] + indexed[1]).toBe(250);
    expect(await found('xylophone')).toBe(250);
    expect(await one.indexBacklog()).toBe(0);
  });

  it('forgets the words that nobody shows any more, and only those', async () => {
    await publishAsBefore(1, 'theremin');
    const upkeep = new SearchUpkeep(database, logger);
    await upkeep.indexBacklog();
    expect(await upkeep.forgetWords()).toBe(0);
    await database.transaction(null, (handle) =>
      handle.query(
        'test_withdraw',
        `DELETE FROM publications p USING users u WHERE u.id = p.owner_id AND u.email LIKE 'theremin%'`,
      ),
    );
    expect(await upkeep.forgetWords()).toBe(1);
    expect(await upkeep.forgetWords()).toBe(0);
  });
});
