import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutboxMessage } from '@discover/contracts';

import {
  acceptBatch,
  beginBatch,
  cancelBatch,
  countBatch,
  failJob,
  findFile,
  findJob,
  giveUpBatches,
  listBatchResults,
  PostgresOutbox,
  startJob,
  succeedJob,
  type BatchDocument,
  type Database,
} from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

const CV = '00000000-0000-7000-8000-000000000001';
const refused: BatchDocument = { name: 'photo.png', failure: { code: 'unsupported_media_type', message: 'no' } };
const stored = (name: string, priority = 2_000): BatchDocument => ({
  name,
  key: `${crypto.randomUUID()}/imports/${name}`,
  mediaType: 'text/plain',
  size: 1,
  sha256: 'x',
  priority,
});

describe('batches', () => {
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

  const begin = () => database.transaction(userId, (handle) => beginBatch(handle, userId));
  const accept = async (documents: BatchDocument[]) => {
    const id = await begin();
    const batch = { id, userId, documents, skipped: [{ name: '.DS_Store', reason: 'hidden' }], asOf: '2026-01-31' };
    const jobs = (await database.transaction(userId, (handle) => acceptBatch(handle, batch)))!;
    return { id, jobs };
  };
  const find = (id: string) => database.readPrimary('test', (handle) => findJob(handle, userId, id));
  const count = async (id: string) => (await database.readPrimary('test', (handle) => countBatch(handle, id))).counts;
  const run = (id: string, well: boolean) =>
    database.transaction(userId, async (handle) => {
      const { fence } = (await startJob(handle, 'cv.import', id))!;
      if (well) await succeedJob<'cv.import'>(handle, id, fence, { cvId: CV });
      else await failJob(handle, id, fence, { code: 'timeout', message: 'late' });
    });

  it('are shown to nobody while they come in, and are nobody’s unfinished work', async () => {
    const id = await begin();
    expect(await find(id)).toBeNull();
    expect((await outbox.unfinished({ idleMs: 0, limit: 100 })).map(({ jobId }) => jobId)).not.toContain(id);
    expect(await database.transaction(null, (handle) => giveUpBatches(handle, id))).toEqual([{ id, userId }]);
  });

  it('are accepted as a whole: files, jobs in their order, messages to the queue', async () => {
    const { id, jobs } = await accept([stored('a.txt', 2_000), refused, stored('b.txt', 2_001)]);
    expect(jobs).toHaveLength(2);
    expect(await find(id)).toMatchObject({ state: 'active', input: { skipped: [{ name: '.DS_Store' }] } });
    expect(await count(id)).toEqual({ total: 3, queued: 2, active: 0, succeeded: 0, failed: 1, cancelled: 0 });
    const messages: OutboxMessage[] = [];
    await outbox.take(10, async (taken) => void messages.push(...taken), jobs);
    expect(messages.map(({ queue, name, priority }) => [queue, name, priority]).sort()).toEqual([
      ['parse', 'cv.import', 2_000],
      ['parse', 'cv.import', 2_001],
    ]);
    const results = await database.readPrimary('test', (handle) =>
      listBatchResults(handle, { userId, batchId: id, after: null, limit: 10 }),
    );
    expect(results.map(({ fileName, state, errorCode }) => [fileName, state, errorCode])).toEqual([
      ['a.txt', 'queued', null],
      ['photo.png', 'failed', 'unsupported_media_type'],
      ['b.txt', 'queued', null],
    ]);
    const job = (await find(jobs[0]!))!;
    expect(job).toMatchObject({ batchId: id, input: { fileName: 'a.txt', asOf: '2026-01-31', title: null } });
    const { fileId } = job.input as { fileId: string };
    expect(await database.readPrimary('test', (handle) => findFile(handle, fileId))).toMatchObject({ name: 'a.txt' });
  });

  it('cannot be accepted once they were given up', async () => {
    const id = await begin();
    await database.transaction(null, (handle) => giveUpBatches(handle, id));
    const batch = { id, userId, documents: [stored('a.txt')], skipped: [], asOf: null };
    expect(await database.transaction(userId, (handle) => acceptBatch(handle, batch))).toBeNull();
    expect(await database.transaction(null, (handle) => giveUpBatches(handle))).toEqual([]);
  });

  it('end with the last of their documents, also when many end at the same moment', async () => {
    const { id, jobs } = await accept(Array.from({ length: 20 }, (_, index) => stored(`${index}.txt`)));
    expect((await find(id))!.finishedAt).toBeNull();
    await Promise.all(jobs.map((job, index) => run(job, index % 2 === 0)));
    expect(await find(id)).toMatchObject({ state: 'succeeded', errorCode: null, finishedAt: expect.any(Date) });
    expect(await count(id)).toMatchObject({ succeeded: 10, failed: 10 });
  });

  it('have failed if none of their documents could be read', async () => {
    const { id, jobs } = await accept([stored('a.txt'), refused]);
    await run(jobs[0]!, false);
    expect(await find(id)).toMatchObject({ state: 'failed', errorCode: 'batch_failed' });
    const { id: allRefused } = await accept([refused, refused]);
    expect(await find(allRefused)).toMatchObject({ state: 'failed', errorCode: 'batch_failed' });
  });

  it('are cancelled with what has not ended, and tell which files to remove', async () => {
    const { id, jobs } = await accept([stored('a.txt'), stored('b.txt'), stored('c.txt')]);
    await run(jobs[0]!, true);
    const cancelled = (await database.transaction(userId, (handle) => cancelBatch(handle, userId, id)))!;
    expect(cancelled.map((job) => job.id).sort()).toEqual(jobs.slice(1).sort());
    expect(cancelled.map(({ fileKey }) => fileKey!.split('/').at(-1)).sort()).toEqual(['b.txt', 'c.txt']);
    expect(await find(id)).toMatchObject({ state: 'cancelled' });
    expect(await count(id)).toMatchObject({ succeeded: 1, cancelled: 2 });
    expect(await outbox.take(10, async () => undefined, jobs.slice(1))).toBe(0);
    expect(await database.transaction(userId, (handle) => cancelBatch(handle, userId, id))).toBeNull();
    const other = await anAccount(database);
    const { id: notTheirs } = await accept([stored('a.txt')]);
    expect(await database.transaction(other, (handle) => cancelBatch(handle, other, notTheirs))).toBeNull();
    expect(await find(notTheirs)).toMatchObject({ state: 'active' });
  });
});
