import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@discover/testing';

import { Client, startPlatform, type JobAnswer, type Platform } from '../src/index.js';
import { document, samplePdf } from './documents.js';

/** What is promised for a job whose worker was killed, once there is another one. */
const RECOVERY_MS = 15_000;

describe('accepted work survives', () => {
  let platform: Platform;
  let client: Client;
  beforeAll(async () => {
    platform = await startPlatform();
    client = await Client.registered(platform.url);
  }, 90_000);
  afterAll(() => platform.stop(), 60_000);

  const jobsOf = (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => (await client.call<JobAnswer>(`/jobs/${id}`)).body));
  const accept = async (count: number) => {
    const bytes = await samplePdf();
    const answers = await Promise.all(Array.from({ length: count }, () => client.import(bytes, 'cv.pdf', 0)));
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 202));
    return answers.map((answer) => answer.body.job.id);
  };
  const cvCount = async () => {
    let count = 0;
    for (let path: string | null = '/cvs?limit=100'; path !== null;) {
      const page: Awaited<ReturnType<typeof client.call<{ items: unknown[]; nextCursor: string | null }>>> =
        await client.call(path);
      count += page.body.items.length;
      path = page.body.nextCursor && `/cvs?limit=100&cursor=${page.body.nextCursor}`;
    }
    return count;
  };
  const allEnded = (ids: readonly string[], timeoutMs: number) =>
    waitFor(async () => (await jobsOf(ids)).every((job) => job.state === 'succeeded' || job.state === 'failed'), {
      what: 'every job to end',
      timeoutMs,
      intervalMs: 50,
    });

  it('kill -9 of the parser in the middle of its work', async () => {
    const before = await cvCount();
    const ids = await accept(60);
    await waitFor(async () => (await jobsOf(ids)).some((job) => job.state !== 'queued'), {
      what: 'the parser to begin',
    });
    const parser = platform.server('parser');
    const killed = parser.pid;
    process.kill(killed!, 'SIGKILL');
    await waitFor(() => parser.running && parser.pid !== killed, { what: 'another parser', timeoutMs: 20_000 });
    const back = Date.now();
    await allEnded(ids, RECOVERY_MS + 10_000);
    const took = Date.now() - back;
    console.log(`all ${ids.length} imports ended ${took} ms after another parser process was there`);
    expect((await jobsOf(ids)).map((job) => job.state)).toEqual(ids.map(() => 'succeeded'));
    expect(await cvCount()).toBe(before + ids.length);
    expect(took).toBeLessThan(RECOVERY_MS + 5_000);
  }, 90_000);

  it('the queue’s Redis is killed and comes back empty', async () => {
    const before = await cvCount();
    const redis = platform.server('Redis queue');
    const ids = await accept(60);
    await redis.kill();
    const data = join(platform.folder, 'redis', 'queue');
    for (const name of await readdir(data)) await rm(join(data, name), { recursive: true, force: true });
    await redis.start();
    await allEnded(ids, 60_000);
    expect((await jobsOf(ids)).map((job) => job.state)).toEqual(ids.map(() => 'succeeded'));
    expect(await cvCount()).toBe(before + ids.length);
  }, 120_000);

  it('an import while the queue’s Redis is away is accepted and read once it is back', async () => {
    const redis = platform.server('Redis queue');
    redis.pause();
    const accepted = await client.import(await document('en-one-column.pdf'), 'cv.pdf', 0);
    redis.resume();
    expect(accepted.status).toBe(202);
    await allEnded([accepted.body.job.id], 30_000);
    expect((await jobsOf([accepted.body.job.id]))[0]?.state).toBe('succeeded');
  }, 60_000);

  it('the cache’s Redis is killed: everything goes on', async () => {
    const created = await client.call<{ id: string }>('/cvs', { method: 'POST', json: { title: 't', document: {} } });
    const cache = platform.server('Redis cache');
    cache.pause();
    const statuses: number[] = [];
    for (let round = 0; round < 20; round++) {
      statuses.push(
        (await client.call(`/cvs/${created.body.id}`, { method: 'PATCH', json: { title: `t${round}` } })).status,
      );
      const read = await client.call<{ title: string }>(`/cvs/${created.body.id}`);
      statuses.push(read.status);
      expect(read.body.title).toBe(`t${round}`);
    }
    cache.resume();
    expect(new Set(statuses)).toEqual(new Set([200]));
  }, 60_000);
});
