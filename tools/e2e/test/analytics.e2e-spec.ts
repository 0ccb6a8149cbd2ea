import { randomUUID } from 'node:crypto';

import { waitFor } from '@discover/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client, makeAdministrator } from '../src/index.js';

const url = process.env.E2E_URL!;

interface AnalyticsAnswer {
  totals: { views: number; downloads: number; sources: Record<string, number> };
  days: { date: string; views: number; unique: number; downloads: number; sources: Record<string, number> }[];
}

interface KpisAnswer {
  totals: {
    activeUsers: number;
    registrations: number;
    uploads: number;
    shares: number;
    upgrades: number;
    templates: Record<string, number>;
  };
  days: object[];
}

describe('analytics', () => {
  let owner: Client;
  beforeAll(async () => {
    owner = await Client.registered(url);
  });

  it('tells the owner how often, by how many and from where a CV was seen, and nobody else', async () => {
    const { body: cv } = await owner.call<{ id: string }>('/cvs', {
      method: 'POST',
      json: { title: 'Seen', document: { basics: { name: 'Ada' } } },
    });
    const slug = `seen-${randomUUID().slice(0, 8)}`;
    await owner.call(`/cvs/${cv.id}/publication`, { method: 'PUT', json: { slug, visibility: 'public' } });
    const link = await owner.call<{ token: string }>(`/cvs/${cv.id}/shares`, { method: 'POST', json: { link: true } });
    const visit = async (path: string, agent: string, referer?: string) => {
      const answer = await fetch(`${url}${path}`, {
        headers: { 'user-agent': agent, ...(referer !== undefined && { referer }) },
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toBeNull();
      await answer.arrayBuffer();
    };
    await visit(`/u/${slug}`, 'Browser A', 'https://www.linkedin.com/feed/?x=1');
    await visit(`/u/${slug}`, 'Browser A');
    await visit(`/api/v1/public/${slug}`, 'Browser B', `${url}/u/${slug}`);
    await visit(`/api/v1/shared/${link.body.token}`, 'Browser C');
    await visit(`/api/v1/shared/${link.body.token}/render.pdf`, 'Browser C');
    await visit(`/u/${slug}`, 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)');

    const analytics = () => owner.call<AnalyticsAnswer>(`/cvs/${cv.id}/analytics`);
    await waitFor(async () => (await analytics()).body.totals.downloads === 1, { what: 'the views' });
    const { body, status } = await analytics();
    expect(status).toBe(200);
    const today = new Date().toISOString().slice(0, 10);
    const sources = { direct: 4, 'linkedin.com': 1 };
    expect(body.days).toEqual([{ date: today, views: 4, unique: 3, downloads: 1, sources }]);
    expect(body.totals).toEqual({ views: 4, downloads: 1, sources });

    expect(
      (await owner.call<AnalyticsAnswer>(`/cvs/${cv.id}/analytics?from=2020-01-01&to=2020-01-31`)).body.days,
    ).toEqual([]);
    const other = await Client.registered(url);
    expect((await other.call(`/cvs/${cv.id}/analytics`)).body.code).toBe('not_found');
    for (const query of ['from=2020-02-01&to=2020-01-01', 'from=2019-01-01&to=2026-01-01', 'from=yesterday', 'day=1'])
      expect((await owner.call(`/cvs/${cv.id}/analytics?${query}`)).body.code).toBe('validation_failed');
  });

  it('tells administrators how the platform is used', async () => {
    const admin = await Client.registered(url);
    await makeAdministrator(process.env.E2E_DATABASE_URL!, admin);
    const kpis = async () => (await admin.call<KpisAnswer>('/admin/kpis')).body;
    const before = await kpis();
    expect(before.days).toHaveLength(30);

    const person = await Client.registered(url);
    const { body: cv } = await person.call<{ id: string }>('/cvs', {
      method: 'POST',
      json: { title: 'Used', document: { basics: { name: 'Ada' } } },
    });
    await person.call(`/cvs/${cv.id}/render.pdf?template=modern`);
    await person.call(`/cvs/${cv.id}/render.pdf?template=none`);
    await person.call(`/cvs/${cv.id}/shares`, { method: 'POST', json: { link: true } });
    const uses = ({ totals }: KpisAnswer) => totals.templates.modern ?? 0;
    await waitFor(async () => uses(await kpis()) > uses(before), { what: 'the uses', timeoutMs: 15_000 });
    const after = await kpis();
    expect(after.totals.registrations).toBeGreaterThan(before.totals.registrations);
    expect(after.totals.activeUsers).toBeGreaterThan(0);
    expect(after.totals.shares).toBeGreaterThan(before.totals.shares);
    expect(after.totals.templates).not.toHaveProperty('none');
    expect((await person.call('/admin/kpis')).body.code).toBe('forbidden');
  });
});
