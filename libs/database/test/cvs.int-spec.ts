import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  deleteCv,
  findCv,
  insertCv,
  listCvs,
  lockCv,
  lockCvs,
  purgeCvs,
  selectCv,
  undeleteCv,
  updateCv,
  type CvChange,
  type CvListing,
  type CvSelection,
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
  const list = (listing: Pick<CvListing, 'userId' | 'sort' | 'descending'> & Partial<CvListing>) =>
    database.readPrimary('test', (handle) =>
      listCvs(handle, {
        status: null,
        language: null,
        titlePrefix: null,
        deleted: false,
        after: null,
        limit: 100,
        ...listing,
      }),
    );
  const change = (owner: string, id: string, update: CvChange) =>
    database.transaction(owner, async (handle) => updateCv(handle, (await lockCv(handle, owner, id))!, update));
  const find = (owner: string, id: string) => database.readPrimary('test', (handle) => findCv(handle, owner, id));

  const age = (owner: string, id: string) =>
    database.transaction(null, (handle) =>
      handle.query(
        'test_age',
        `UPDATE cvs SET deleted_at = now() - interval '31 days' WHERE user_id = $1 AND id = $2`,
        [owner, id],
      ),
    );

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
    expect(await change(userId, cv.id, { title: 'two', cause: 'patched' })).toMatchObject({
      title: 'two',
      version: 1,
      revision: 2,
    });
    expect(await change(userId, cv.id, { document: { basics: { name: 'N' } }, cause: 'replaced' })).toMatchObject({
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
      language: null,
      titlePrefix: null,
      deleted: false,
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

  it('are listed by title as people sort words, and found by how it begins, in whatever case', async () => {
    const owner = await anAccount(database);
    for (const title of ['Bäcker', 'anwalt', 'Ärztin', 'Zoo', 'Anwältin', 'bäckerin', 'Ärztin'])
      await create(owner, title);
    const seen: string[] = [];
    for (let after: CvListing['after'] = null, more = true; more;) {
      const page = await list({ userId: owner, sort: 'title', descending: false, after, limit: 3 });
      seen.push(...page.map(({ title }) => title));
      const last = page.at(-1);
      if (last) after = { value: last.title, id: last.id };
      more = page.length === 3;
    }
    expect(seen).toEqual(['anwalt', 'Anwältin', 'Ärztin', 'Ärztin', 'Bäcker', 'bäckerin', 'Zoo']);
    const begins = await list({ userId: owner, sort: 'title', descending: true, titlePrefix: 'BÄCK' });
    expect(begins.map(({ title }) => title)).toEqual(['bäckerin', 'Bäcker']);
    expect(await list({ userId: owner, sort: 'updatedAt', descending: true, titlePrefix: 'ä%' })).toEqual([]);
  });

  it('are listed by status and language', async () => {
    const owner = await anAccount(database);
    const [first, second] = [await create(owner, 'one'), await create(owner, 'two')];
    await change(owner, first.id, {
      status: 'final',
      document: { 'x-discover': { language: 'fr' } },
      cause: 'replaced',
    });
    const titles = async (filter: Partial<CvListing>) =>
      (await list({ userId: owner, sort: 'updatedAt', descending: true, ...filter })).map(({ id }) => id);
    expect(await titles({ status: 'final' })).toEqual([first.id]);
    expect(await titles({ status: 'draft' })).toEqual([second.id]);
    expect(await titles({ language: 'fr' })).toEqual([first.id]);
    expect(await titles({ language: 'fr', status: 'draft' })).toEqual([]);
  });

  it('are locked together in the order of their ids, whatever order they are asked for in', async () => {
    const owner = await anAccount(database);
    const ids = [(await create(owner, 'one')).id, (await create(owner, 'two')).id, (await create(owner, 'three')).id];
    const both = (order: readonly string[]) =>
      database.transaction(owner, async (handle) => {
        const locked = await lockCvs(handle, owner, order);
        for (const cv of locked) await updateCv(handle, cv, { status: 'final', cause: 'patched' });
        return locked.map(({ id }) => id);
      });
    const rounds = await Promise.all(
      Array.from({ length: 20 }, (_, round) => both(round % 2 ? ids : ids.toReversed())),
    );
    expect(rounds).toEqual(rounds.map(() => ids));
    expect((await find(owner, ids[0]!))?.revision).toBe(21);
    expect(await both([...ids, owner])).toEqual(ids);
    expect(await database.transaction(userId, (handle) => lockCvs(handle, userId, ids))).toEqual([]);
  });

  it('are read in part: these columns, these places of the document, in the text that was stored', async () => {
    const document = { basics: { name: 'Zoë', location: { city: 'Zürich' } }, work: [{ name: 'A' }] };
    const cv = await database.transaction(userId, (handle) =>
      insertCv(handle, { userId, title: 'part', language: 'de', document, cause: 'created' }),
    );
    const select = (owner: string, selection: CvSelection) =>
      database.readPrimary('test', (handle) => selectCv(handle, owner, cv.id, selection));
    const places = [['basics', 'location'], ['work'], ['skills'], ['basics', "o'brien"]];
    expect(await select(userId, { fields: ['title', 'language'], document: places })).toEqual({
      id: cv.id,
      revision: 1,
      fields: { title: 'part', language: 'de' },
      document: ['{"city":"Zürich"}', '[{"name":"A"}]', null, null],
    });
    expect(await select(userId, { fields: [], document: 'whole' })).toMatchObject({
      document: JSON.stringify(document),
    });
    expect(await select(await anAccount(database), { fields: [], document: [] })).toBeNull();
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

  it('come back when they were deleted by mistake, for 30 days', async () => {
    const owner = await anAccount(database);
    const cv = await create(owner, 'mistake');
    const undelete = (who: string) => database.transaction(who, (handle) => undeleteCv(handle, who, cv.id));
    expect(await undelete(owner)).toBeNull();
    await database.transaction(owner, (handle) => deleteCv(handle, owner, cv.id));
    const deleted = await list({ userId: owner, sort: 'updatedAt', descending: true, deleted: true });
    expect(deleted).toMatchObject([{ id: cv.id, deletedAt: expect.any(Date) }]);
    expect(await undelete(userId)).toBeNull();
    expect(await undelete(owner)).toMatchObject({ id: cv.id, revision: 3, documentText: cv.documentText });
    expect(await find(owner, cv.id)).not.toBeNull();
    await database.transaction(owner, (handle) => deleteCv(handle, owner, cv.id));
    await age(owner, cv.id);
    expect(await list({ userId: owner, sort: 'updatedAt', descending: true, deleted: true })).toEqual([]);
    expect(await undelete(owner)).toBeNull();
    await database.transaction(null, (handle) => purgeCvs(handle, 10));
  });

  it('are hidden when deleted and purged after 30 days', async () => {
    const cv = await create(userId, 'gone');
    expect(await database.transaction(userId, (handle) => deleteCv(handle, userId, cv.id))).toBe(true);
    expect(await find(userId, cv.id)).toBeNull();
    expect(await database.transaction(null, (handle) => purgeCvs(handle, 10))).toBe(0);
    await age(userId, cv.id);
    expect(await database.transaction(null, (handle) => purgeCvs(handle, 10))).toBe(1);
  });
});
