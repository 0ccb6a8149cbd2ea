import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPrivatePostgres, waitFor, type PrivatePostgres } from '@discover/testing';
import { Client } from 'pg';

import { Database, findCv, findUser, insertCv, insertUser, migrate, updateCv, type Handle } from '../src/index.js';
import { anAccount, MemoryTokens, POSTGRES, silent } from './suite.js';

const isReplica = async (handle: Handle) =>
  (await handle.query<{ replica: boolean }>('test_role', 'SELECT pg_is_in_recovery() AS replica'))[0]!.replica;

describe('reads and the replica', () => {
  let postgres: PrivatePostgres;
  let replica: Client;
  let database: Database;
  const tokens = new MemoryTokens();
  const connect = () =>
    new Database(
      { ...POSTGRES, primaryUrl: postgres.primaryUrl, replicaUrls: [...postgres.replicaUrls] },
      tokens,
      silent,
    );

  beforeAll(async () => {
    postgres = await startPrivatePostgres({ replicas: 1 });
    await migrate(postgres.primaryUrl);
    replica = new Client({ connectionString: postgres.replicaUrls[0] });
    await replica.connect();
    database = connect();
    await database.start();
  }, 60_000);
  afterAll(async () => {
    await replica.end().catch(() => undefined);
    await database.close();
    await postgres.dispose();
  });

  const hold = () => replica.query('SELECT pg_wal_replay_pause()');
  const release = () => replica.query('SELECT pg_wal_replay_resume()');

  it('sends the reads of somebody who wrote nothing to the replica', async () => {
    const userId = await anAccount(database);
    await waitFor(() => database.read(userId, isReplica), { what: 'the replica to be used' });
  });

  it('lets a person read their own writes while the replica is held back, and others go on reading from it', async () => {
    const userId = await anAccount(database);
    const stranger = await anAccount(database);
    const cv = await database.transaction(userId, (handle) =>
      insertCv(handle, { userId, title: 'v0', language: null, document: {}, cause: 'created' }),
    );
    await waitFor(() => database.read(userId, isReplica), { what: 'the replica to have the CV' });
    await hold();
    try {
      let stale = 0;
      for (let round = 1; round <= 300; round++) {
        await database.transaction(userId, (handle) => updateCv(handle, cv, { title: `v${round}`, cause: 'replaced' }));
        const seen = await database.read(userId, (handle) => findCv(handle, userId, cv.id));
        if (seen?.title !== `v${round}`) stale++;
      }
      expect(stale).toBe(0);
      expect(await database.read(userId, isReplica)).toBe(false);
      expect(await database.read(stranger, isReplica)).toBe(true);
    } finally {
      await release();
    }
    await waitFor(() => database.read(userId, isReplica), { what: 'the replica to catch up' });
  });

  it('lets somebody whose account was opened just now read it while the replica is held back', async () => {
    await hold();
    try {
      const person = { email: 'just-now@example.org', name: 'Ada', passwordHash: 'none', homeRegion: 'eu-central' };
      const { id } = await database.transaction(
        (user: { id: string }) => user.id,
        async (handle) => (await insertUser(handle, person))!,
      );
      expect((await database.read(id, (handle) => findUser(handle, id)))?.email).toBe(person.email);
    } finally {
      await release();
    }
  });

  it('answers 10,000 reads that follow a write of the same person with what was written, from a replica seconds behind', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => anAccount(database)));
    const cvs = await Promise.all(
      people.map((userId) =>
        database.transaction(userId, (handle) =>
          insertCv(handle, { userId, title: '0', language: null, document: {}, cause: 'created' }),
        ),
      ),
    );
    const delayBy = async (seconds: number) => {
      await replica.query(`ALTER SYSTEM SET recovery_min_apply_delay = '${seconds}s'`);
      await replica.query('SELECT pg_reload_conf()');
    };
    await delayBy(3);
    let stale = 0;
    try {
      await Promise.all(
        cvs.map(async (cv) => {
          for (let round = 1; round <= 500; round++) {
            await database.transaction(cv.userId, (handle) =>
              updateCv(handle, cv, { title: String(round), cause: 'patched' }),
            );
            const seen = await database.read(cv.userId, (handle) => findCv(handle, cv.userId, cv.id));
            if (seen?.title !== String(round)) stale++;
          }
        }),
      );
      expect(stale).toBe(0);
      // The replica is behind indeed: it has none of the last changes.
      const { rows } = await replica.query<{ title: string }>('SELECT title FROM cvs WHERE user_id = $1', [people[0]]);
      expect(rows[0]?.title).not.toBe('500');
    } finally {
      await delayBy(0);
    }
    await waitFor(() => database.read(people[0]!, isReplica), { what: 'the replica to catch up', timeoutMs: 20_000 });
  }, 120_000);

  it('reads from the primary whoever may have written while their position cannot be learnt', async () => {
    const userId = await anAccount(database);
    tokens.broken = true;
    const blind = connect();
    await blind.start();
    expect(await blind.read(userId, isReplica)).toBe(false);
    tokens.broken = false;
    // A position may have been lost while the store was away.
    expect(await blind.read(userId, isReplica)).toBe(false);
    await blind.close();
  });

  it('leaves a replica out that is further behind than allowed, by the clock of the primary', async () => {
    const impatient = new Database(
      { ...POSTGRES, maxReplicaLagMs: 400, primaryUrl: postgres.primaryUrl, replicaUrls: [...postgres.replicaUrls] },
      new MemoryTokens(),
      silent,
    );
    await impatient.start();
    const stranger = await anAccount(database);
    await waitFor(() => impatient.read(stranger, isReplica), { what: 'the replica to be used' });
    await hold();
    try {
      await anAccount(database);
      await waitFor(async () => !(await impatient.read(stranger, isReplica)), {
        what: 'the late replica to be left out',
      });
    } finally {
      await release();
    }
    await waitFor(() => impatient.read(stranger, isReplica), { what: 'the replica to be used again' });
    await impatient.close();
  });

  it('answers every read when the replica is killed, starts without it, and uses it once it is back', async () => {
    const userId = await anAccount(database);
    await waitFor(() => database.read(userId, isReplica), { what: 'the replica to be used' });
    const server = postgres.replicas[0]!;
    await replica.end();
    await server.kill();
    const answers = await Promise.all(Array.from({ length: 50 }, () => database.read(userId, isReplica)));
    expect(answers.filter((onReplica) => onReplica)).toEqual([]);
    const late = connect();
    await late.start();
    expect(await late.read(userId, isReplica)).toBe(false);
    await late.close();
    await server.start();
    await waitFor(() => database.read(userId, isReplica), { what: 'the replica to be back', timeoutMs: 20_000 });
  });

  it('goes on after the primary was killed and restarted, without a new start of its own', async () => {
    await anAccount(database);
    await postgres.primary.kill();
    await expect(anAccount(database)).rejects.toMatchObject({ code: 'unavailable' });
    await postgres.primary.start();
    await waitFor(
      async () => {
        try {
          return await anAccount(database);
        } catch {
          return false;
        }
      },
      { what: 'writes to work again', timeoutMs: 20_000 },
    );
  });
});
