import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

import { Database, insertCv, insertViews, migrate, refreshStatistics, viewsByDay } from '@discover/database';
import { createObjectStorage, type ObjectStorage } from '@discover/object-storage';
import { createLogger } from '@discover/telemetry';
import { createTestDatabase, temporaryFolder } from '@discover/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import { EventArchive } from '../src/archive/event-archive.js';

const logger = createLogger('test', 'silent');
const signal = new AbortController().signal;
const ROOT = resolve(import.meta.dirname, '../../..');
/** The month that is archived: of long ago. */
const RANGE = { from: '2024-01-01', to: '2024-01-31' };
const KEY = 'view_events/2024-01.ndjson.gz';

describe('the archive of events', () => {
  const undo: (() => unknown)[] = [];
  let database: Database;
  let storage: ObjectStorage;
  let client: Client;
  let ownerId: string;
  let cvIds: string[];

  beforeAll(async () => {
    const servers = await createTestDatabase();
    undo.push(() => servers.drop());
    await migrate(servers.primaryUrl);
    database = new Database(
      {
        primaryUrl: servers.primaryUrl,
        replicaUrls: [],
        poolSize: 3,
        maxReplicaLagMs: 10_000,
        statementTimeoutMs: 10_000,
        slowQueryMs: 100,
      },
      { get: () => Promise.resolve(null), set: () => Promise.resolve() },
      logger,
    );
    undo.push(() => database.close());
    client = new Client({ connectionString: servers.primaryUrl });
    await client.connect();
    undo.push(() => client.end());
  });
  afterAll(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });

  beforeEach(async () => {
    const folder = await temporaryFolder();
    undo.push(() => folder.remove());
    storage = createObjectStorage({ ...FOLDER, folder: folder.path });
    await storage.prepare();
    await client.query('TRUNCATE users, archives CASCADE');
    await client.query(`CREATE TABLE view_events_2024_01 PARTITION OF view_events
      FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2024-02-01 00:00:00+00')`);
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO users (email, name, password_hash, home_region) VALUES ('ada@example.org', 'Ada', 'none', 'eu-central') RETURNING id`,
    );
    ownerId = rows[0]!.id;
    cvIds = [];
    for (const title of ['First', 'Second']) {
      const cv = { userId: ownerId, title, language: null, document: {}, cause: 'created' as const };
      const { id } = await database.transaction(null, (handle) => insertCv(handle, cv));
      cvIds.push(id);
    }
    const views = cvIds.flatMap((cvId) =>
      Array.from({ length: 6_000 }, (_, index) => ({
        at: new Date(Date.UTC(2024, 0, 1 + (index % 31), 12)),
        ownerId,
        cvId,
        kind: index % 10 === 0 ? ('download' as const) : ('page' as const),
        source: index % 2 === 0 ? 'search.example' : null,
        visitor: Buffer.from(`visitor${index % 50}`),
      })),
    );
    await database.transaction(null, (handle) => insertViews(handle, views));
    await database.transaction(null, refreshStatistics);
  });

  const archive = (months = 13, from: ObjectStorage = storage) =>
    new EventArchive(database, from, { events: { months, archiveMonths: 1_200 } }, logger);
  const partitions = async () => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relname LIKE 'view_events_20%' AND relkind = 'r' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };
  const days = (cvId: string) => database.readPrimary('test', (handle) => viewsByDay(handle, ownerId, cvId, RANGE));
  const dropMonth = () => client.query('DROP TABLE view_events_2024_01');

  it('has every row of an old month, which leaves Postgres; statistics stay as they were', async () => {
    const before = await days(cvIds[0]!);
    expect(before).toHaveLength(31);
    const done = await archive().archive(signal);
    expect(done).toEqual({ partitions: 1, rows: 12_000, bytes: expect.any(Number) });
    expect(await partitions()).not.toContain('view_events_2024_01');
    const object = (await storage.get('archives', KEY))!;
    const lines = gunzipSync(await buffer(object.stream))
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(12_000);
    expect(Object.keys(JSON.parse(lines[0]!) as object).sort()).toEqual([
      'at',
      'cv_id',
      'kind',
      'owner_id',
      'source',
      'visitor',
    ]);
    const { rows } = await client.query('SELECT source, rows::int, sha256, size::int FROM archives');
    expect(rows).toEqual([{ source: 'view_events', rows: 12_000, sha256: object.sha256, size: object.size }]);
    expect(await days(cvIds[0]!)).toEqual(before);
    await database.transaction(null, refreshStatistics);
    expect(await days(cvIds[0]!)).toEqual(before);
    // There is nothing left to do, and this month was never touched.
    expect(await archive().archive(signal)).toEqual({ partitions: 0, rows: 0, bytes: 0 });
    expect((await partitions()).length).toBeGreaterThan(0);
  });

  it('leaves a month where it is until its time', async () => {
    expect(await archive(1_000).archive(signal)).toEqual({ partitions: 0, rows: 0, bytes: 0 });
    expect(await partitions()).toContain('view_events_2024_01');
    await dropMonth();
  });

  it('is made again when rows have gone meanwhile, with their CV', async () => {
    let puts = 0;
    const slow: ObjectStorage = Object.assign(Object.create(storage) as ObjectStorage, {
      put: async (...args: Parameters<ObjectStorage['put']>) => {
        const stored = await storage.put(...args);
        if (++puts === 1) await client.query('DELETE FROM cvs WHERE id = $1', [cvIds[1]]);
        return stored;
      },
    });
    expect(await archive(13, slow).archive(signal)).toMatchObject({ partitions: 1, rows: 6_000 });
    expect(puts).toBe(2);
  });

  it('drops nothing if what lies in storage is not what was written', async () => {
    const broken: ObjectStorage = Object.assign(Object.create(storage) as ObjectStorage, {
      put: async (...args: Parameters<ObjectStorage['put']>) => {
        const stored = await storage.put(...args);
        const half = (await buffer((await storage.get('archives', KEY))!.stream)).subarray(0, 1_000);
        await storage.put('archives', KEY, half, { contentType: 'application/gzip' });
        return stored;
      },
    });
    await expect(archive(13, broken).archive(signal)).rejects.toThrow();
    expect(await partitions()).toContain('view_events_2024_01');
    await expect(client.query(`SELECT drop_partition('view_events', 'view_events_2024_01')`)).rejects.toThrow(
      'has no archive',
    );
    await dropMonth();
  });

  it('can be read back as docs/operations.md says, without what belonged to a CV that is gone', async () => {
    await archive().archive(signal);
    const object = (await storage.get('archives', KEY))!;
    const lines = gunzipSync(await buffer(object.stream))
      .toString()
      .trimEnd()
      .split('\n');
    const guide = await readFile(resolve(ROOT, 'docs/operations.md'), 'utf8');
    const [, before, after] = /```sql\n(CREATE TABLE restored_lines[^]*?)\\copy[^\n]*\n([^]*?)```/.exec(guide)!;
    await client.query('DELETE FROM cvs WHERE id = $1', [cvIds[1]]);
    await client.query(before!);
    await client.query('INSERT INTO restored_lines SELECT line::jsonb FROM unnest($1::text[]) line', [lines]);
    await client.query(after!);
    const { rows } = await client.query(
      'SELECT cv_id AS id, count(*)::int AS rows, count(DISTINCT visitor)::int AS visitors FROM restored_events GROUP BY 1',
    );
    expect(rows).toEqual([{ id: cvIds[0], rows: 6_000, visitors: 50 }]);
    await client.query('DROP TABLE restored_events, restored_lines');
  });

  it('is removed when it has served its time', async () => {
    await archive().archive(signal);
    const old = new EventArchive(database, storage, { events: { months: 13, archiveMonths: 13 } }, logger);
    expect(await old.removeOld()).toBe(1);
    expect(await storage.head('archives', KEY)).toBeNull();
    expect(await old.removeOld()).toBe(0);
  });
});

const FOLDER = {
  adapter: 'folder' as const,
  endpoint: 'http://127.0.0.1:9000',
  region: 'none',
  accessKeyId: 'none',
  secretAccessKey: 'none',
  bucketPrefix: 'test',
};
