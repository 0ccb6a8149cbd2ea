import { existsSync } from 'node:fs';

import { waitFor } from '@discover/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { chromium } from 'playwright-core';

import { Client, makeAdministrator, startPlatform, type Platform } from '../src/index.js';

/** Where Debian and others put it; it cannot come from npm. */
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const inChromium = CHROMIUM === undefined ? it.skip : it;
const PASSWORD = 'correct horse battery';
/** Every process follows a change within this. */
const FOLLOWED = { timeoutMs: 10_000 };

interface Figures {
  overview: { processes: number; requests: { count: number; p95Ms: number | null }; services: { service: string }[] };
  vitals: {
    items: { metric: string; by: string; value: string; samples: number; p75: number; rating: string }[];
  } | null;
  endpoints: { method: string; route: string; requests: number; p95Ms: number | null }[];
  cache: { types: { type: string; lookups: number }[] };
  jobs: { queues: { name: string; slots: number }[]; schedules: { items: unknown[] } | null };
  database: { health: { connections: { max: number } } | null; replicas: { usable: boolean }[] };
  alerts: { own: { name: string }[] };
  recommendations: { code: string; subject: string }[];
  parts: { name: string; at: string | null; failed: boolean }[];
}

/** Two API processes, of which each must follow. */
describe('a platform that reports on itself and can be steered', () => {
  let platform: Platform;
  let operator: Client;
  let person: Client;
  let cvId: string;
  beforeAll(async () => {
    process.env.API_PROCESSES = '2';
    platform = await startPlatform();
    operator = await Client.registered(platform.url);
    await makeAdministrator(platform.databaseUrl, operator);
    person = await Client.registered(platform.url);
    const { body } = await person.call<{ id: string }>('/cvs', { method: 'POST', json: { title: 'CV', document: {} } });
    cvId = body.id;
  }, 120_000);
  afterAll(async () => {
    Reflect.deleteProperty(process.env, 'API_PROCESSES');
    await platform.stop();
  }, 60_000);

  const put = (levers: object, reason = 'a test', client = operator) =>
    client.call('/admin/levers', { method: 'PUT', json: { levers, reason } });
  const maintenance = (mode: string, message: string | null = null) =>
    put({ maintenance: { mode, message, until: null } });
  const figures = async () => (await operator.call<Figures>('/admin/performance')).body;
  /** Asks over several connections, so that every process answers some; all must agree. */
  const everywhere = (ask: () => Promise<unknown>, expected: unknown, what: string) =>
    waitFor(async () => (await Promise.all(Array.from({ length: 12 }, ask))).every((answer) => answer === expected), {
      what,
      ...FOLLOWED,
    });

  it('lets nobody but administrators touch the levers, and nothing that is out of bounds', async () => {
    expect((await put({ rateLimitFactor: 2 }, 'me too', person)).status).toBe(403);
    for (const levers of [{ turbo: true }, { rateLimitFactor: 0 }, { maintenance: { mode: 'closed' } }, {}]) {
      const { status, body } = await put(levers);
      expect([status, body.code]).toEqual([422, 'validation_failed']);
    }
    expect((await operator.call('/admin/levers')).body).toMatchObject({ revision: 0 });
  });

  it('follows a lever in every process, and knows who moved it and why', async () => {
    const limit = async () => Number((await person.call('/cvs')).headers.get('ratelimit-limit'));
    const before = await limit();
    expect((await put({ rateLimitFactor: 0.5 }, 'an attack')).status).toBe(200);
    await everywhere(limit, before / 2, 'the limit to be halved everywhere');
    const { body } = await operator.call<{ items: unknown[] }>('/admin/levers/changes');
    expect(body.items).toMatchObject([
      { lever: 'rateLimitFactor', oldValue: 1, newValue: 0.5, reason: 'an attack', by: { userId: operator.userId } },
    ]);
    await put({ rateLimitFactor: 1 });
    await everywhere(limit, before, 'the limit to be as it was');
  });

  it('has its levers back when Redis has lost them', async () => {
    await put({ edgeCaching: false });
    const redis = new Redis(platform.redisUrls.queue);
    await redis.del('bull:levers');
    const kept = await waitFor(() => redis.hget('bull:levers', 'values'), { what: 'the levers', ...FOLLOWED });
    redis.disconnect();
    expect(JSON.parse(kept)).toMatchObject({ edgeCaching: false });
    await put({ edgeCaching: true });
  });

  it('in maintenance refuses others with 503, and lets in administrators, log-ins and health checks', async () => {
    const read = async () => (await person.call(`/cvs/${cvId}`)).status;
    const write = async () => (await person.call(`/cvs/${cvId}`, { method: 'PATCH', json: { title: 'X' } })).status;
    await maintenance('read_only');
    await everywhere(write, 503, 'writes to be refused');
    expect(await read()).toBe(200);
    await maintenance('closed', 'Back at noon.');
    // Also what lies in the memory of a process.
    await everywhere(read, 503, 'reads to be refused');
    const refused = await person.call(`/cvs/${cvId}`);
    expect([refused.headers.get('retry-after'), refused.body.code, refused.body.detail]).toEqual([
      '120',
      'maintenance',
      'Back at noon.',
    ]);
    expect((await operator.call('/cvs')).status).toBe(200);
    expect((await fetch(`${platform.url}/health/ready`)).status).toBe(200);
    const refreshed = await person.call<{ accessToken: string; refreshToken: string }>('/auth/refresh', {
      method: 'POST',
      json: { refreshToken: person.refreshToken },
    });
    expect(refreshed.status).toBe(200);
    Object.assign(person, { accessToken: refreshed.body.accessToken, refreshToken: refreshed.body.refreshToken });
    expect((await figures()).alerts.own.map(({ name }) => name)).toContain('MaintenanceMode');
    await maintenance('off');
    await everywhere(read, 200, 'everything to be as it was');
  }, 60_000);

  it('takes web vitals from browsers, as text too, and tells them rated', async () => {
    const beacon = (body: string, contentType = 'text/plain;charset=UTF-8') =>
      new Client(platform.url).call('/performance/web-vitals', {
        method: 'POST',
        raw: { bytes: Buffer.from(body), contentType },
      });
    const vital = (value: number, page = '/u/somebody') =>
      JSON.stringify({
        page,
        device: 'mobile',
        connection: '4g',
        values: [
          { name: 'LCP', value },
          { name: 'X', value },
        ],
      });
    expect((await beacon(vital(4_100))).status).toBe(204);
    expect((await beacon(vital(4_500), 'application/json')).status).toBe(204);
    expect((await beacon(vital(5_000, '/wp-login.php'))).status).toBe(204);
    expect((await beacon('{')).status).toBe(400);
    expect((await beacon(JSON.stringify({ page: '/', values: [] }))).status).toBe(422);
    const items = await waitFor(
      async () => {
        const found = (await figures()).vitals?.items.filter(({ by }) => by === 'page');
        return found?.length === 2 && found;
      },
      { what: 'the vitals', timeoutMs: 40_000, intervalMs: 500 },
    );
    expect(items.map(({ value, samples }) => [value, samples])).toEqual([
      ['/u/:slug', 2],
      ['other', 1],
    ]);
    expect(items[0]).toMatchObject({ metric: 'LCP', p75: 4_400, rating: 'poor' });
  }, 60_000);

  it('adds up the figures of all its processes', async () => {
    const all = await waitFor(
      async () => {
        const now = await figures();
        const isWhole = now.overview.processes === 5 && now.parts.every(({ at, failed }) => at !== null && !failed);
        return isWhole && now.overview.requests.count > 20 && now;
      },
      { what: 'the figures of all', timeoutMs: 30_000, intervalMs: 500 },
    );
    expect(all.overview.services.map(({ service }) => service)).toEqual(['api', 'jobs', 'parser', 'render']);
    expect(all.overview.requests.p95Ms).toBeGreaterThan(0);
    expect(all.endpoints.find(({ route }) => route === '/api/v1/cvs/:id')!.requests).toBeGreaterThan(10);
    expect(all.cache.types.find(({ type }) => type === 'session')!.lookups).toBeGreaterThan(10);
    expect(all.jobs.queues.map(({ slots }) => slots > 0)).toEqual([true, true, true, true]);
    expect(all.jobs.schedules!.items.length).toBeGreaterThan(5);
    expect(all.database.health!.connections.max).toBeGreaterThan(0);
    expect(all.database.replicas).toMatchObject([{ usable: true }]);
    // The refusals of the maintenance before still count.
    expect(all.alerts.own.filter(({ name }) => !name.startsWith('ApiErrors'))).toEqual([]);
  }, 60_000);

  it('has a page without data, whose files never change', async () => {
    const page = await fetch(`${platform.url}/performance`);
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(html).not.toMatch(/<style|<script>|style="|onclick/);
    const files = [...html.matchAll(/(?:src|href)="(\/performance\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    expect(files.length).toBe(2);
    for (const path of files) {
      const file = await fetch(platform.url + path);
      expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
      const older = await fetch(platform.url + path.replace(/-[0-9a-f]{12}/, '-000000000000'));
      expect([older.status, older.headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    }
    expect((await fetch(`${platform.url}/performance/assets/secrets-000000000000.js`)).status).toBe(404);
  });

  inChromium(
    'shows it all to an administrator, who can move a lever there',
    async () => {
      const { body: account } = await operator.call<{ email: string }>('/me');
      const browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
      try {
        const page = await browser.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(error.message));
        await page.goto(`${platform.url}/performance`);
        await page.getByLabel('E-mail').fill(account.email);
        await page.getByLabel('Password').fill(PASSWORD);
        await page.getByRole('button', { name: 'Log in' }).click();
        await page.getByRole('region', { name: 'Services' }).getByText('parser').waitFor();
        const titles = await page.getByRole('heading', { level: 2 }).allTextContents();
        expect(titles).toEqual([
          'Overview',
          'Alerts',
          'Recommendations',
          'Web vitals',
          'Cache',
          'Jobs',
          'Endpoints',
          'Slow queries',
          'Database',
          'Levers',
        ]);
        const form = page.locator('form', { has: page.getByRole('heading', { name: 'cacheTtlFactor' }) });
        await form.getByLabel('cacheTtlFactor').fill('0.5');
        await form.getByLabel('Reason').fill('from the page');
        await form.getByRole('button', { name: 'Change' }).click();
        await page.getByRole('region', { name: 'The last changes' }).getByText('from the page').waitFor();
        const { body } = await operator.call<{ items: { name: string; value: unknown }[] }>('/admin/levers');
        expect(body.items.find(({ name }) => name === 'cacheTtlFactor')!.value).toBe(0.5);
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    60_000,
  );
});
