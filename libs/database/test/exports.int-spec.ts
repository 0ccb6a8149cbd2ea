import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  EXPORT_TABLES,
  exportAccountRow,
  exportCvs,
  exportRows,
  exportVersions,
  findJob,
  insertCv,
  insertFile,
  insertWebhook,
  lockCv,
  NOT_EXPORTED,
  requestExport,
  startJob,
  succeedJob,
  unknownKeys,
  updateCv,
  type Database,
} from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

describe('exports', () => {
  let database: Database;
  let end: () => Promise<void>;
  let userId: string;
  beforeAll(async () => {
    ({ database, end } = await migratedDatabase());
    userId = await anAccount(database);
  });
  afterAll(() => end());

  it('leave out no table that knows a person, unless somebody said why', async () => {
    const known = await database.readPrimary('test', (handle) =>
      handle.query<{ table: string }>(
        'test_tables',
        `SELECT DISTINCT c.relname AS table FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
           AND a.attname IN ('user_id', 'owner_id') ORDER BY 1`,
      ),
    );
    const decided = [...new Set(EXPORT_TABLES.map(({ table }) => table)), ...Object.keys(NOT_EXPORTED)];
    expect(known.map(({ table }) => table)).toEqual(decided.sort());
  });

  it('hand out every row of every table once, page by page, and of nobody else', async () => {
    const other = await anAccount(database);
    for (const owner of [userId, other]) {
      await database.transaction(owner, async (handle) => {
        for (let index = 0; index < 5; index++) {
          await insertFile(handle, {
            userId: owner,
            key: `${owner}/${index}`,
            name: `${index}`,
            mediaType: 'a/b',
            size: 1,
            sha256: 'x',
          });
          await insertWebhook(
            handle,
            { userId: owner, url: 'https://a.example/', events: ['cv.created'], secret: 'hush' },
            20,
          );
        }
      });
    }
    for (const table of EXPORT_TABLES) {
      const rows: string[] = [];
      for (let after: string | null = null; ;) {
        const from: string | null = after;
        const page: { rows: string[]; last: string | null } = await database.readPrimary('test', (handle) =>
          exportRows(handle, table, { userId, after: from, limit: 2 }),
        );
        rows.push(...page.rows);
        if (page.rows.length < 2) break;
        after = page.last;
      }
      if (table.table === 'files' || table.table === 'webhooks') expect(new Set(rows).size).toBe(5);
      expect(rows.join()).not.toMatch(/hush|secret/i);
      expect(rows.join()).not.toContain(other);
    }
    const account = await database.readPrimary('test', (handle) => exportAccountRow(handle, userId));
    expect(JSON.parse(account)).toMatchObject({ id: userId, email: expect.any(String) });
    expect(account).not.toMatch(/hash|password/i);
  });

  it('hand out documents to the byte', async () => {
    const document = { basics: { name: 'Zoë', label: '  spaced  ' }, work: [] };
    const cv = await database.transaction(userId, async (handle) => {
      const created = await insertCv(handle, { userId, title: 't', language: null, document, cause: 'created' });
      const locked = (await lockCv(handle, userId, created.id))!;
      return updateCv(handle, locked, { document: { basics: { name: 'Second' } }, cause: 'replaced' });
    });
    const versions = await database.readPrimary('test', (handle) =>
      exportVersions(handle, { userId, cvId: cv.id, after: 0, limit: 10 }),
    );
    expect(versions).toEqual([
      { version: 1, document: JSON.stringify(document), reading: null },
      { version: 2, document: '{"basics":{"name":"Second"}}', reading: null },
    ]);
    const cvs = await database.readPrimary('test', (handle) => exportCvs(handle, { userId, after: null, limit: 10 }));
    expect(cvs.map(({ json }) => JSON.parse(json) as object)).toMatchObject([
      { id: cv.id, version: 2, deletedAt: null },
    ]);
  });

  it('are made one at a time for a person', async () => {
    const ask = () => database.transaction(userId, (handle) => requestExport(handle, { userId, priority: 50 }));
    const asked = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(asked.filter(({ accepted }) => accepted)).toHaveLength(1);
    const [{ id }] = asked;
    await database.transaction(null, async (handle) => {
      const { fence } = (await startJob(handle, 'account.export', id))!;
      await succeedJob<'account.export'>(handle, id, fence, { key: 'k', size: 1 });
    });
    expect(await database.readPrimary('test', (handle) => findJob(handle, userId, id))).toMatchObject({
      state: 'succeeded',
      result: { key: 'k', size: 1 },
    });
    expect((await ask()).accepted).toBe(true);
  });

  it('know which stored files no row names', async () => {
    const unknown = await database.readPrimary('test', (handle) => unknownKeys(handle, [`${userId}/0`, 'x/imports/y']));
    expect(unknown).toEqual(['x/imports/y']);
  });
});
