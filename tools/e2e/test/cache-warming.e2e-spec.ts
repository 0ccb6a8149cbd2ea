import { randomUUID } from 'node:crypto';

import { JOBS, SYSTEM_PRIORITY } from '@discover/contracts';
import { JobProducer } from '@discover/queue';
import { createLogger } from '@discover/telemetry';
import { waitFor } from '@discover/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Client, startPlatform, type CvAnswer, type Platform } from '../src/index.js';

describe('what is popular', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  }, 120_000);
  afterAll(() => platform.stop());

  async function warmed(type: string): Promise<number> {
    const series = await (await fetch(`http://127.0.0.1:${platform.managementPorts.api!}/metrics`)).text();
    const sample = new RegExp(`^cv_cache_warmed_total\\{(?=.*type="${type}")(?=.*outcome="done").*\\} (\\d+)`, 'm');
    return Number(sample.exec(series)?.[1] ?? 0);
  }

  it('lies in the cache of an instance before anybody asks', async () => {
    const owner = await Client.registered(platform.url);
    const json = { title: 'Popular', document: { basics: { name: 'Ada Qwertz' } } };
    const { body: cv } = await owner.call<CvAnswer>('/cvs', { method: 'POST', json });
    const slug = `popular-${randomUUID().slice(0, 8)}`;
    await owner.call(`/cvs/${cv.id}/publication`, { method: 'PUT', json: { slug, visibility: 'public' } });
    expect((await fetch(`${platform.url}/u/${slug}`)).status).toBe(200);
    await waitFor(
      async () => {
        const { body } = await owner.call<{ totals: { views: number } }>(`/cvs/${cv.id}/analytics`);
        return body.totals.views === 1;
      },
      { what: 'the view to be written' },
    );

    const producer = new JobProducer({ url: platform.redisUrls.queue, logger: createLogger('e2e', 'silent') });
    const refresh = { id: 'refresh-cache-now', priority: SYSTEM_PRIORITY };
    await producer.add(JOBS.refreshCache, {}, refresh);
    const ending = await producer.wait(JOBS.refreshCache, refresh.id, { timeoutMs: 20_000 });
    await producer.close();
    expect(ending).toEqual({ type: 'completed', result: { cvs: 1, profiles: 1 } });
    await waitFor(async () => (await warmed('profile')) > 0, { what: 'the instance that runs to be told' });

    const api = platform.server('api');
    const killed = api.pid!;
    process.kill(killed, 'SIGKILL');
    await waitFor(() => api.running && api.pid !== killed, { what: 'another API', timeoutMs: 20_000 });
    await waitFor(async () => (await fetch(`${platform.url}/health/ready`)).ok, { what: 'the API', timeoutMs: 20_000 });
    expect([await warmed('cv'), await warmed('profile')]).toEqual([1, 1]);
    const { status, headers } = await owner.call(`/cvs/${cv.id}`);
    expect([status, headers.get('x-cache-status')]).toEqual([200, 'l1']);
  }, 90_000);
});
