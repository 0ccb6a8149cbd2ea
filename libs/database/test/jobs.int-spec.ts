import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OutboxMessage } from '@discover/contracts';

import {
  cancelJob,
  failJob,
  FencedError,
  findJob,
  insertFile,
  insertJob,
  PostgresOutbox,
  startJob,
  succeedJob,
  type Database,
} from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

const CV = '00000000-0000-7000-8000-000000000001';

describe('accepted jobs', () => {
  let database: Database;
  let end: () => Promise<void>;
  let outbox: PostgresOutbox;
  let userId: string;
  beforeAll(async () => {
    ({ database, end } = await migratedDatabase());
    outbox = new PostgresOutbox(database);
    userId = await anAccount(database);
  });
  afterAll(() => end());
  beforeEach(() => outbox.take(1_000, async () => undefined));

  const accept = () =>
    database.transaction(userId, async (handle) => {
      const file = {
        userId,
        key: crypto.randomUUID(),
        name: 'cv.pdf',
        mediaType: 'application/pdf',
        size: 1,
        sha256: 'x',
      };
      const fileId = await insertFile(handle, file);
      const job = {
        userId,
        kind: 'cv.import' as const,
        queue: 'parse' as const,
        priority: 100,
        input: { fileId, fileName: file.name, title: null, asOf: null },
      };
      return (await insertJob(handle, job)).id;
    });
  const start = (id: string) => database.transaction(null, (handle) => startJob(handle, 'cv.import', id));
  const succeed = (id: string, fence: number) =>
    database.transaction(null, (handle) => succeedJob(handle, id, fence, { cvId: CV }));
  const stateOf = async (id: string) =>
    (await database.readPrimary('test', (handle) => findJob(handle, userId, id)))?.state;

  it('are in the outbox with the commit that accepts them, and not without it', async () => {
    const id = await accept();
    const taken: OutboxMessage[] = [];
    await outbox.take(10, async (messages) => void taken.push(...messages));
    expect(taken).toEqual([
      { jobId: id, queue: 'parse', name: 'cv.import', payload: { jobId: id, userId }, priority: 100 },
    ]);
    expect(await outbox.take(10, async () => undefined)).toBe(0);
  });

  it('stay in the outbox when the queue does not take them', async () => {
    const id = await accept();
    await expect(outbox.take(10, () => Promise.reject(new Error('no queue')))).rejects.toThrow('no queue');
    expect(await outbox.take(10, async () => undefined, [id])).toBe(1);
  });

  it('are taken by one relay only, though several look', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, accept));
    const seen: string[] = [];
    const look = () => outbox.take(7, async (messages) => void seen.push(...messages.map((message) => message.jobId)));
    while ((await Promise.all([look(), look(), look()])).some((taken) => taken > 0));
    expect(seen.sort()).toEqual(ids.sort());
  });

  it('let only the newest run end them: a worker that was taken for dead stores nothing', async () => {
    const id = await accept();
    const first = await start(id);
    const second = await start(id);
    await expect(succeed(id, first!.fence)).rejects.toThrow(FencedError);
    await succeed(id, second!.fence);
    expect(await stateOf(id)).toBe('succeeded');
    await expect(succeed(id, second!.fence)).rejects.toThrow(FencedError);
    expect(await start(id)).toBeNull();
  });

  it('cannot be ended by a run that was going on when they were cancelled', async () => {
    const id = await accept();
    const run = await start(id);
    expect(await database.transaction(userId, (handle) => cancelJob(handle, userId, id))).toMatchObject({ id });
    const failing = database.transaction(null, (handle) =>
      failJob(handle, id, run!.fence, { code: 'timeout', message: 'late' }),
    );
    await expect(failing).rejects.toThrow(FencedError);
    expect(await stateOf(id)).toBe('cancelled');
    expect(await database.transaction(userId, (handle) => cancelJob(handle, userId, id))).toBeNull();
  });

  it('are told as unfinished, page by page, until they have ended', async () => {
    const ids = (await Promise.all(Array.from({ length: 5 }, accept))).sort();
    const pages: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await outbox.unfinished({ idleMs: 0, limit: 2, ...(after !== undefined && { after }) });
      pages.push(...page.map((message) => message.jobId));
      if (page.length < 2) break;
      after = page.at(-1)!.jobId;
    }
    expect(pages).toEqual(expect.arrayContaining(ids));
    for (const id of ids) await succeed(id, (await start(id))!.fence);
    const left = (await outbox.unfinished({ idleMs: 0, limit: 1_000 })).map((message) => message.jobId);
    expect(left.filter((id) => ids.includes(id))).toEqual([]);
  });
});
