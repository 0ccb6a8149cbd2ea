import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  deleteCv,
  findCv,
  insertCv,
  listCvs,
  lockCv,
  purgeCvs,
  updateCv,
  type CvListing,
  type CvSummary,
  type Database,
} from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

describe('CVs', () => {
  let database: Database;
  let end: () => Promise<void>;
  let userId: string;
  beforeAll(async () => {
    ({ database, end } = await migratedDatabase());
    userId = await anAccount(database);
  });
  afterAll(() => end());

  const create = (owner: string, title: string) =>
    database.transaction(owner, (handle) =>
      insertCv(handle, {
        userId: owner,
        title,
        language: null,
        document: { basics: { name: title } },
        cause: 'created',
      }),
    );
  const find = (owner: string, id: string) => database.readPrimary('test', (handle) => findCv(handle, owner, id));

  it('come back to the byte, members in the order in which they were stored', async () => {
    const document = { work: [{ position: 'B', name: 'A' }], basics: { name: 'Zoë', 'x-b': 1, 'x-a': [] } };
    const cv = await database.transaction(userId, (handle) =>
      insertCv(handle, { userId, title: 't', language: 'en', document, cause: 'imported' }),
    );
    expect((await find(userId, cv.id))?.documentText).toBe(JSON.stringify(document));
  });

  it('are found by their owner only', async () => {
    const cv = await create(userId, 'mine');
    expect(await find(await anAccount(database), cv.id)).toBeNull();
  });

  it('make a version of every change of the document, and none of a change of the title', async () => {
    const cv = await create(userId, 'one');
    const change = (update: Parameters<typeof updateCv>[2]) =>
      database.transaction(userId, async (handle) => updateCv(handle, (await lockCv(handle, userId, cv.id))!, update));
    expect(await change({ title: 'two', cause: 'patched' })).toMatchObject({ title: 'two', version: 1, revision: 2 });
    expect(await change({ document: { basics: { name: 'N' } }, cause: 'replaced' })).toMatchObject({
      title: 'two',
      version: 2,
      revision: 3,
    });
    const versions = await database.readPrimary('test', (handle) =>
      handle.query(
        'test_versions',
        'SELECT version, cause FROM cv_versions WHERE user_id = $1 AND cv_id = $2 ORDER BY version',
        [userId, cv.id],
      ),
    );
    expect(versions).toEqual([
      { version: 1, cause: 'created' },
      { version: 2, cause: 'replaced' },
    ]);
  });

  it('are listed in pages that neither skip nor repeat when others are added meanwhile', async () => {
    const owner = await anAccount(database);
    const created: string[] = [];
    for (let index = 0; index < 9; index++) created.unshift((await create(owner, `cv ${index}`)).id);
    const listing: CvListing = {
      userId: owner,
      sort: 'createdAt',
      descending: true,
      status: null,
      after: null,
      limit: 4,
    };
    const seen: CvSummary[] = [];
    for (let page = 0; page < 3; page++) {
      const last = seen.at(-1);
      const after = last ? { value: last.createdAt, id: last.id } : null;
      seen.push(...(await database.readPrimary('test', (handle) => listCvs(handle, { ...listing, after }))));
      await create(owner, 'added meanwhile');
    }
    expect(seen.map((cv) => cv.id)).toEqual(created);
  });

  it('read one partition for one person', async () => {
    const plan = await database.readPrimary('test', (handle) =>
      handle.manager.query<Record<string, string>[]>(
        `EXPLAIN SELECT title FROM cvs WHERE user_id = '${userId}' AND id = '${userId}'`,
      ),
    );
    const text = plan.map((line) => Object.values(line)[0]).join('\n');
    expect(text).toMatch(/Index Scan using cvs_p\d+_pkey/);
    expect(text.match(/cvs_p\d+/g)?.filter((name, index, all) => all.indexOf(name) === index)).toHaveLength(1);
  });

  it('are hidden when deleted and purged after 30 days', async () => {
    const cv = await create(userId, 'gone');
    expect(await database.transaction(userId, (handle) => deleteCv(handle, userId, cv.id))).toBe(true);
    expect(await find(userId, cv.id)).toBeNull();
    expect(await database.transaction(null, (handle) => purgeCvs(handle, 10))).toBe(0);
    await database.transaction(null, (handle) =>
      handle.query(
        'test_age',
        `UPDATE cvs SET deleted_at = now() - interval '31 days' WHERE user_id = $1 AND id = $2`,
        [userId, cv.id],
      ),
    );
    expect(await database.transaction(null, (handle) => purgeCvs(handle, 10))).toBe(1);
  });
});
