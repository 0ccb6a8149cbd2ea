import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import { startPrivatePostgres, type PrivatePostgres } from '../src/index.js';

describe('startPrivatePostgres', () => {
  let postgres: PrivatePostgres;

  beforeAll(async () => {
    postgres = await startPrivatePostgres({ replicas: 2 });
  }, 60_000);

  afterAll(() => postgres.dispose());

  it('gives a primary that two replicas follow', async () => {
    const client = new Client({ connectionString: postgres.primaryUrl });
    await client.connect();
    const { rows } = await client.query(
      `SELECT application_name FROM pg_stat_replication WHERE state = 'streaming' ORDER BY 1`,
    );
    await client.end();
    expect(rows).toEqual([{ application_name: 'replica_1' }, { application_name: 'replica_2' }]);
  });
});
