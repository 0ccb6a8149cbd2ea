import { afterEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import { createTestDatabase, testRedis, type TestDatabase } from '../src/index.js';

describe('createTestDatabase', () => {
  const databases: TestDatabase[] = [];
  const clients: Client[] = [];
  const connect = async (url: string) => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined); // drop() ends connections that are left.
    await client.connect();
    clients.push(client);
    return client;
  };
  const create = async () => {
    const database = await createTestDatabase();
    databases.push(database);
    return database;
  };

  afterEach(async () => {
    await Promise.all(databases.splice(0).map((database) => database.drop()));
    await Promise.allSettled(clients.splice(0).map((client) => client.end()));
  });

  it('is empty, its own, and there on primary and replica', async () => {
    const [mine, other] = [await create(), await create()];
    await (await connect(mine.primaryUrl)).query('CREATE TABLE notes AS SELECT 42 AS answer');
    await mine.replicaCaughtUp();
    const replica = await connect(mine.replicaUrl);
    await expect(replica.query('SELECT * FROM notes')).resolves.toMatchObject({ rows: [{ answer: 42 }] });
    await expect((await connect(other.primaryUrl)).query('SELECT * FROM notes')).rejects.toMatchObject({
      code: '42P01',
    });
  });

  it('is removed even while connections are open', async () => {
    const database = await create();
    await connect(database.primaryUrl);
    await database.drop();
    await expect(connect(database.primaryUrl)).rejects.toMatchObject({ code: '3D000' });
  });

  it('goes with Redis key prefixes that nobody else has', () => {
    expect(testRedis('bull').prefix).toMatch(/^bull_/);
    expect(testRedis('bull').prefix).not.toBe(testRedis('bull').prefix);
  });
});
