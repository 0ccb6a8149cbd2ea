import { randomUUID } from 'node:crypto';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';

import { photoKey, photoPrefix } from '@discover/contracts';
import { Database, insertCv, insertPhoto, insertUser, migrate } from '@discover/database';
import { FolderStorage } from '@discover/object-storage';
import { createLogger } from '@discover/telemetry';
import { createTestDatabase, temporaryFolder, type TestDatabase } from '@discover/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { ObjectPurge } from '../src/purge/object-purge.js';

const TWO_DAYS_S = 2 * 24 * 3600;

let servers: TestDatabase;
let database: Database;
let folder: { path: string; remove: () => Promise<void> };
let storage: FolderStorage;
beforeAll(async () => {
  servers = await createTestDatabase();
  await migrate(servers.primaryUrl);
  const settings = { poolSize: 2, maxReplicaLagMs: 10_000, statementTimeoutMs: 10_000, slowQueryMs: 100 };
  const tokens = { get: async () => null, set: async () => undefined };
  const logger = createLogger('test', 'silent');
  database = new Database({ ...settings, primaryUrl: servers.primaryUrl, replicaUrls: [] }, tokens, logger);
  await database.start();
  folder = await temporaryFolder();
  storage = new FolderStorage(folder.path, '/files');
  await storage.prepare();
});
afterAll(async () => {
  await database.close();
  await servers.drop();
  await folder.remove();
});

/** As if everything had been written two days ago. */
async function age(): Promise<void> {
  const then = Date.now() / 1000 - TWO_DAYS_S;
  for (const entry of await readdir(folder.path, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), then, then);
}

it('removes the photos that nothing names, once they are a day old, and nothing else', async () => {
  const account = { email: 'a@example.org', name: 'A', passwordHash: 'none', homeRegion: 'eu-central' };
  const user = (await database.transaction(null, (handle) => insertUser(handle, account)))!;
  const kept = randomUUID();
  const cv = await database.transaction(user.id, async (handle) => {
    const made = await insertCv(handle, {
      userId: user.id,
      title: 't',
      language: null,
      document: {},
      cause: 'created',
    });
    const size = { width: 100, height: 100, sizes: [64, 128] };
    await insertPhoto(handle, { userId: user.id, cvId: made.id, hash: 'a', folder: kept, ...size });
    return made;
  });
  const put = async (name: string) => {
    for (const cut of ['full', 64])
      await storage.put('originals', photoKey(photoPrefix(user.id, cv.id, name), cut, 'jpg'), Buffer.from('x'), {
        contentType: 'image/jpeg',
      });
  };
  await put(kept);
  await put(randomUUID());
  await storage.put('originals', `${user.id}/imports/1`, Buffer.from('x'), { contentType: 'text/plain' });
  await age();
  await put(randomUUID());
  const purge = new ObjectPurge(database, storage);
  expect(await purge.photos()).toBe(2);
  expect(await purge.photos()).toBe(0);
  const left: string[] = [];
  for await (const { key } of storage.list('originals', '')) left.push(key);
  expect(left).toHaveLength(5);
  expect(left.filter((key) => key.includes(kept))).toHaveLength(2);
});
