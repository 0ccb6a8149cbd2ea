import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  deleteCv,
  findPopularCvs,
  insertCv,
  insertViews,
  putPublication,
  type Database,
  type Handle,
} from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

describe('what is popular', () => {
  let database: Database;
  let end: () => Promise<void>;
  let ownerId: string;
  beforeAll(async () => {
    ({ database, end } = await migratedDatabase());
    ownerId = await anAccount(database);
  });
  afterAll(() => end());

  const write = <T>(work: (handle: Handle) => Promise<T>) => database.transaction(null, work);
  const popular = (limit: number) =>
    database.readPrimary('test', (handle) => findPopularCvs(handle, { days: 7, limit }));

  async function seenCv(times: number, daysAgo: number): Promise<string> {
    const at = new Date(Date.now() - daysAgo * DAY_MS);
    return write(async (handle) => {
      const cv = { userId: ownerId, title: 'CV', language: null, document: {}, cause: 'created' as const };
      const { id: cvId } = await insertCv(handle, cv);
      const view = { at, ownerId, cvId, kind: 'page' as const, source: null, visitor: Buffer.from('a') };
      await insertViews(
        handle,
        Array.from({ length: times }, () => view),
      );
      return cvId;
    });
  }

  it('is what was seen most in the last days, of what is still there, with the address of what can be seen', async () => {
    const some = await seenCv(2, 0);
    const most = await seenCv(3, 6);
    const few = await seenCv(1, 1);
    const gone = await seenCv(9, 1);
    await seenCv(9, 8);
    const publication = { ownerId, template: 'classic', mask: [] };
    await write(async (handle) => {
      await deleteCv(handle, ownerId, gone);
      await putPublication(handle, { ...publication, cvId: most, slug: 'most-seen', visibility: 'unlisted' });
      await putPublication(handle, { ...publication, cvId: some, slug: 'hidden', visibility: 'private' });
    });
    expect(await popular(10)).toEqual([
      { ownerId, cvId: most, slug: 'most-seen' },
      { ownerId, cvId: some, slug: null },
      { ownerId, cvId: few, slug: null },
    ]);
    // The one that is gone is among the first two.
    expect(await popular(2)).toEqual([{ ownerId, cvId: most, slug: 'most-seen' }]);
  });
});
