import { waitFor } from '@discover/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Client, makeAdministrator } from '../src/index.js';

const url = process.env.E2E_URL!;

interface Run {
  id: string;
  job: string;
  schedule: string;
  trigger: string;
  state: string;
  attempts: number;
  instances: string[];
  counts: Record<string, number> | null;
}

interface Schedules {
  items: {
    id: string;
    cron: string;
    nextRun: string;
    lastRun: Run | null;
    overdueSeconds: number;
    last30Days: { ended: number; succeeded: number; successRate: number | null };
  }[];
}

interface Queues {
  items: { name: string; paused: boolean; jobs: Record<string, number>; oldestSeconds: number }[];
}

describe('background jobs', () => {
  let operator: Client;
  beforeAll(async () => {
    operator = await Client.registered(url);
    await makeAdministrator(process.env.E2E_DATABASE_URL!, operator);
  });
  afterAll(() => operator.call('/admin/queues/maintenance/resume', { method: 'POST' }));

  const runNow = async (schedule: string) => {
    const { status, body } = await operator.call<Run>(`/admin/jobs/${schedule}/run`, { method: 'POST' });
    expect([status, body]).toMatchObject([202, { schedule, trigger: 'manual', state: 'queued', attempts: 0 }]);
    return body.id;
  };
  const runs = async (query: string) => (await operator.call<{ items: Run[] }>(`/admin/jobs/runs${query}`)).body.items;
  const ended = (id: string) =>
    waitFor(async () => (await runs('?state=succeeded&limit=100')).find((run) => run.id === id), {
      what: 'the run to end',
      timeoutMs: 20_000,
    });
  const schedule = async (id: string) =>
    (await operator.call<Schedules>('/admin/jobs')).body.items.find((each) => each.id === id)!;
  const maintenance = async () =>
    (await operator.call<Queues>('/admin/queues')).body.items.find(({ name }) => name === 'maintenance')!;

  it('can be run now, and tell how it went', async () => {
    const run = await ended(await runNow('purge-sessions'));
    expect(run).toMatchObject({ job: 'maintenance.purge', attempts: 1, counts: { removed: expect.any(Number) } });
    expect(run.instances).toHaveLength(1);
    const { cron, nextRun, lastRun, last30Days } = await schedule('purge-sessions');
    expect([cron, lastRun!.state]).toEqual(['*/30 * * * *', 'succeeded']);
    expect(new Date(nextRun).getUTCMinutes() % 30).toBe(0);
    expect(new Date(nextRun).getTime()).toBeGreaterThan(Date.now());
    expect(last30Days.succeeded).toBeGreaterThanOrEqual(1);
    expect(last30Days.successRate).toBeGreaterThan(0);
    expect((await operator.call('/admin/jobs/none/run', { method: 'POST' })).status).toBe(404);
  });

  it('write a report of the last week, as JSON and as CSV', async () => {
    await ended(await runNow('refresh-statistics'));
    await ended(await runNow('report-week'));
    const { body } = await operator.call<{ items: { id: string; firstDay: string; lastDay: string }[] }>(
      '/admin/reports',
    );
    const { id, firstDay, lastDay } = body.items[0]!;
    expect([new Date(firstDay).getUTCDay(), new Date(lastDay).getUTCDay()]).toEqual([1, 0]);
    const json = await operator.call<{ from: string; days: object[]; totals: object }>(`/admin/reports/${id}`);
    expect(json.body).toMatchObject({
      from: firstDay,
      to: lastDay,
      totals: { registrations: expect.any(Number), views: expect.any(Number), templates: {} },
    });
    expect(json.body.days).toHaveLength(7);
    const csv = await operator.call(`/admin/reports/${id}?format=csv`);
    expect(csv.headers.get('content-disposition')).toContain(`week-${firstDay}.csv`);
    const lines = csv.bytes.toString().split('\r\n');
    expect(lines[0]).toBe('date,activeUsers,registrations,uploads,shares,upgrades');
    expect(lines).toHaveLength(9);
  });

  it('wait while their queue is paused, and go on after it', async () => {
    await operator.call('/admin/queues/maintenance/pause', { method: 'POST' });
    expect(await maintenance()).toMatchObject({ paused: true });
    const id = await runNow('purge-idempotency');
    await waitFor(async () => (await maintenance()).jobs.pending! > 0, { what: 'the job to wait' });
    expect((await runs('?state=queued')).map((run) => run.id)).toContain(id);
    await operator.call('/admin/queues/maintenance/resume', { method: 'POST' });
    await ended(id);
    expect(await maintenance()).toMatchObject({ paused: false });
  });
});
