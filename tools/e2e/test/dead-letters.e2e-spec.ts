import { mkdir, readdir, rename, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@discover/testing';

import { Client, makeAdministrator, startPlatform, type JobAnswer, type Platform } from '../src/index.js';
import { document } from './documents.js';

interface Letters {
  total: number;
  items: { id: string; name: string; attempts: number; failedAt: string; code: string; message: string }[];
}

describe('a parse that was given up', () => {
  let platform: Platform;
  let client: Client;
  let operator: Client;
  beforeAll(async () => {
    platform = await startPlatform();
    client = await Client.registered(platform.url);
    operator = await Client.registered(platform.url);
    await makeAdministrator(platform.databaseUrl, operator);
  }, 90_000);
  afterAll(() => platform.stop(), 60_000);

  const jobOf = async (id: string) => (await client.call<JobAnswer>(`/jobs/${id}`)).body;
  const letters = async () => (await operator.call<Letters>('/admin/queues/parse/dead-letters')).body;
  const states = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await jobOf(id)).state));
  const allAre = (ids: readonly string[], state: string) =>
    waitFor(async () => (await states(ids)).every((each) => each === state), {
      what: `all to be ${state}`,
      timeoutMs: 60_000,
    });

  /** While `work` runs, each uploaded file has a folder in its place: reading it fails, and is not the document's fault. */
  async function withBrokenStorage<T>(work: () => Promise<T>): Promise<T> {
    const entries = await readdir(join(platform.folder, 'objects', 'originals'), {
      recursive: true,
      withFileTypes: true,
    });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files) {
      await rename(file, `${file}.away`);
      await mkdir(file);
    }
    try {
      return await work();
    } finally {
      for (const file of files) {
        await rmdir(file);
        await rename(`${file}.away`, file);
      }
    }
  }

  it('can be looked at, and tried again: by itself, and with all others', async () => {
    const parser = platform.server('parser');
    process.kill(parser.pid!, 'SIGSTOP');
    const bytes = await document('en-one-column.pdf');
    const accepted = await Promise.all([1, 2, 3].map(() => client.import(bytes, 'cv.pdf', 0)));
    const ids = accepted.map(({ body }) => body.job.id);
    await withBrokenStorage(async () => {
      process.kill(parser.pid!, 'SIGCONT');
      await allAre(ids, 'failed');
    });
    const { total, items } = await letters();
    expect({ total, ids: items.map(({ id }) => id).toSorted() }).toEqual({ total: 3, ids: ids.toSorted() });
    expect(items[0]).toMatchObject({ name: 'cv.import', attempts: 5, code: 'internal_error' });
    expect(items[0]!.message).not.toBe('');

    const one = await operator.call(`/admin/queues/parse/dead-letters/${ids[0]}/retry`, { method: 'POST' });
    expect(one.status).toBe(204);
    await allAre([ids[0]!], 'succeeded');
    expect(await states(ids.slice(1))).toEqual(['failed', 'failed']);

    const all = await operator.call('/admin/queues/parse/dead-letters/retry', { method: 'POST' });
    expect(all).toMatchObject({ status: 200, body: { retried: 2, remaining: 0 } });
    await allAre(ids, 'succeeded');
    expect((await jobOf(ids[2]!)).error ?? null).toBeNull();
    expect((await letters()).total).toBe(0);
  }, 120_000);
});
