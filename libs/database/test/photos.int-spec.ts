import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import {
  deletePhotos,
  exportPhotos,
  findPhoto,
  insertCv,
  insertPhoto,
  unknownPhotoFolders,
  type CvPhoto,
  type Database,
} from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

describe('photos', () => {
  let database: Database;
  let end: () => Promise<void>;
  let userId: string;
  let cvId: string;
  beforeAll(async () => {
    ({ database, end } = await migratedDatabase());
  });
  afterAll(() => end());
  beforeEach(async () => {
    userId = await anAccount(database);
    const cv = { userId, title: 't', language: null, document: {}, cause: 'created' } as const;
    cvId = (await database.transaction(userId, (handle) => insertCv(handle, cv))).id;
  });

  const photo = (hash: string): CvPhoto => ({
    userId,
    cvId,
    hash,
    folder: randomUUID(),
    width: 320,
    height: 400,
    sizes: [64, 128, 256, 512],
  });
  const put = (one: CvPhoto) => database.transaction(userId, (handle) => insertPhoto(handle, one));
  const find = (hash: string) => database.readPrimary('test', (handle) => findPhoto(handle, userId, cvId, hash));

  it('are found by their content, and kept once', async () => {
    const [first, again] = [photo('a'), photo('a')];
    expect(await put(first)).toEqual([]);
    expect(await put(again)).toEqual([again.folder]);
    expect(await find('a')).toEqual(first);
    expect(await find('b')).toBeNull();
  });

  it('stay for earlier versions, up to ten beside the newest', async () => {
    const photos = Array.from({ length: 12 }, (_, index) => photo(`hash-${index}`));
    const dropped: string[] = [];
    for (const one of photos) dropped.push(...(await put(one)));
    expect(dropped).toEqual([photos[0]!.folder]);
    expect(await find('hash-0')).toBeNull();
    expect(await find('hash-1')).toEqual(photos[1]);
    const exported = await database.readPrimary('test', (handle) =>
      exportPhotos(handle, { userId, after: null, limit: 200 }),
    );
    expect(exported.map(({ hash }) => hash).sort()).toEqual(
      photos
        .slice(1)
        .map(({ hash }) => hash)
        .sort(),
    );
  });

  it('go together, and with their CV; what nothing names is known by that', async () => {
    const [one, two] = [photo('one'), photo('two')];
    await put(one);
    await put(two);
    const stray = { userId, cvId, folder: randomUUID() };
    const unknown = () => database.readPrimary('test', (handle) => unknownPhotoFolders(handle, [one, two, stray]));
    expect(await unknown()).toEqual([stray]);
    const removed = await database.transaction(userId, (handle) => deletePhotos(handle, userId, cvId));
    expect(removed.map(({ folder }) => folder).sort()).toEqual([one.folder, two.folder].sort());
    await put(one);
    await database.transaction(userId, (handle) =>
      handle.query('test_delete_cv', 'DELETE FROM cvs WHERE user_id = $1 AND id = $2', [userId, cvId]),
    );
    expect(await unknown()).toHaveLength(3);
  });
});
