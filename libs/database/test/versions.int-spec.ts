import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  deleteCv,
  deleteTranslation,
  findTranslation,
  findVersions,
  insertCv,
  listTranslations,
  listVersions,
  lockCv,
  putTranslation,
  restoreVersion,
  updateCv,
  type Database,
  type Handle,
} from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

let database: Database;
let end: () => Promise<void>;
let userId: string;
beforeAll(async () => {
  ({ database, end } = await migratedDatabase());
  userId = await anAccount(database);
});
afterAll(() => end());

const create = (document: object) =>
  database.transaction(userId, (handle) =>
    insertCv(handle, { userId, title: 't', language: null, document, cause: 'created' }),
  );
const read = <T>(work: (handle: Handle) => Promise<T>) => database.readPrimary('test', work);
const replace = (id: string, document: object) =>
  database.transaction(userId, async (handle) =>
    updateCv(handle, (await lockCv(handle, userId, id))!, { document, cause: 'replaced' }),
  );

describe('versions', () => {
  it('are listed with the newest first, in pages', async () => {
    const cv = await create({});
    for (let round = 2; round <= 5; round++) await replace(cv.id, { basics: { name: 'ä'.repeat(round) } });
    const page = (before: number | null) =>
      read((handle) => listVersions(handle, { userId, cvId: cv.id, before, limit: 3 }));
    expect(await page(null)).toMatchObject([
      { version: 5, cause: 'replaced', size: 32 },
      { version: 4, cause: 'replaced', size: 30 },
      { version: 3, cause: 'replaced', size: 28 },
    ]);
    expect(await page(3)).toMatchObject([
      { version: 2, cause: 'replaced' },
      { version: 1, cause: 'created', size: 2 },
    ]);
    expect(await page(1)).toEqual([]);
  });

  it('are found by their owner only, and not once the CV is deleted', async () => {
    const cv = await create({ basics: {} });
    const findAs = async (owner: string) =>
      (await read((handle) => findVersions(handle, owner, cv.id, [2, 1]))).map(({ documentText }) => documentText);
    expect(await findAs(userId)).toEqual(['{"basics":{}}']);
    expect(await findAs(await anAccount(database))).toEqual([]);
    await database.transaction(userId, (handle) => deleteCv(handle, userId, cv.id));
    expect(await findAs(userId)).toEqual([]);
    expect(await read((handle) => listVersions(handle, { userId, cvId: cv.id, before: null, limit: 9 }))).toEqual([]);
  });

  it('are restored to the byte, as the newest version', async () => {
    const cv = await create({
      work: [{ position: 'B', name: 'A' }],
      basics: { name: 'Z\u0301oë' },
      'x-discover': { language: 'pt' },
    });
    // Spaces, and a number as nobody would write it: what another client of the database may have stored.
    const odd = '{ "basics" : {"name":"A"},\n"x-n": 1.50e1 }';
    await database.transaction(userId, async (handle) => {
      await handle.query('test_odd', 'UPDATE cv_versions SET document = $3::json WHERE user_id = $1 AND cv_id = $2', [
        userId,
        cv.id,
        odd,
      ]);
    });
    await replace(cv.id, { basics: { name: 'other' } });
    const restored = await database.transaction(userId, async (handle) =>
      restoreVersion(handle, (await lockCv(handle, userId, cv.id))!, 1),
    );
    expect(restored).toMatchObject({ version: 3, revision: 3, documentText: odd });
    const [first, , third] = await read((handle) => findVersions(handle, userId, cv.id, [1, 2, 3]));
    expect(third).toMatchObject({ cause: 'restored', documentText: odd, size: odd.length });
    expect(first?.documentText).toBe(third?.documentText);
  });

  it('cannot be restored where there are none', async () => {
    const cv = await create({});
    const restored = await database.transaction(userId, async (handle) =>
      restoreVersion(handle, (await lockCv(handle, userId, cv.id))!, 2),
    );
    expect(restored).toBeNull();
  });
});

describe('translations', () => {
  const texts = { '/basics/name': { text: 'b', source: 'a' } };

  it('are stored once for each language, counted, and go with their CV', async () => {
    const cv = await create({ basics: { name: 'a' } });
    const put = (language: string, content = texts) =>
      database.transaction(userId, (handle) =>
        putTranslation(handle, { userId, cvId: cv.id, language, texts: content }),
      );
    expect(await put('fr')).toMatchObject({ language: 'fr', revision: 1, texts });
    expect(await put('de-CH')).toMatchObject({ revision: 1 });
    const other = { '/basics/name': { text: 'c', source: 'a' } };
    expect(await put('fr', other)).toMatchObject({ revision: 2, texts: other });
    const list = (owner: string) => read((handle) => listTranslations(handle, owner, cv.id));
    expect((await list(userId)).map(({ language }) => language)).toEqual(['de-CH', 'fr']);
    expect(await list(await anAccount(database))).toEqual([]);
    expect(await read((handle) => findTranslation(handle, userId, cv.id, 'it'))).toBeNull();
    const remove = () => database.transaction(userId, (handle) => deleteTranslation(handle, userId, cv.id, 'de-CH'));
    expect([await remove(), await remove()]).toEqual([true, false]);
    await database.transaction(null, (handle) =>
      handle.query('test_purge', 'DELETE FROM cvs WHERE user_id = $1 AND id = $2', [userId, cv.id]),
    );
    expect(await list(userId)).toEqual([]);
  });
});
