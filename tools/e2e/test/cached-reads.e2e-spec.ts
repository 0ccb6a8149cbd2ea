import { waitFor } from '@discover/testing';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { Client, makeAdministrator, type CvAnswer } from '../src/index.js';

const url = process.env.E2E_URL!;
const { api: managementPort } = JSON.parse(process.env.E2E_MANAGEMENT_PORTS!) as Record<string, number>;

/** Look-ups of a type that were answered by the process’s memory. */
async function hits(type: string): Promise<number> {
  const series = await (await fetch(`http://127.0.0.1:${managementPort!}/metrics`)).text();
  const lines = series.split('\n').filter((line) => line.startsWith('cv_cache_requests_total{'));
  const line = lines.find((each) => each.includes(`type="${type}"`) && each.includes('result="l1"'));
  return Number(line?.split(' ').at(-1) ?? 0);
}

describe('what is cached', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.registered(url);
  });

  describe('of a CV in part, with relations, in another language', () => {
    let path: string;
    beforeEach(async () => {
      const document = { basics: { name: 'Ada Qwertz', label: 'Engineer' }, 'x-discover': { language: 'en' } };
      const { body } = await client.call<CvAnswer>('/cvs', { method: 'POST', json: { title: 'First', document } });
      path = `/cvs/${body.id}`;
    });

    const read = async (query: string) => {
      const { body, status, headers } = await client.call<CvAnswer>(`${path}?${query}`);
      expect(status).toBe(200);
      return { body: body as CvAnswer & Record<string, unknown>, etag: headers.get('etag') };
    };

    it('is the same from the cache', async () => {
      const first = await read('fields=title,document.basics.name&include=versions');
      const before = await hits('representation');
      expect(await read('fields=title,document.basics.name&include=versions')).toEqual(first);
      expect(await hits('representation')).toBe(before + 1);
      expect(Object.keys((await read('fields=title')).body)).toEqual(['id', 'title']);
    });

    it('has its list of versions kept until it changes', async () => {
      const versions = async () => (await client.call<{ items: unknown[] }>(`${path}/versions`)).body.items;
      const first = await versions();
      const before = await hits('listing');
      expect([await versions(), await hits('listing')]).toEqual([first, before + 1]);
      await client.call(path, { method: 'PATCH', json: { document: { basics: { label: 'Lead' } } } });
      expect(await versions()).toHaveLength(first.length + 1);
    });

    it('shows each change at once', async () => {
      const title = async () => (await read('fields=title')).body.title;
      const label = async () =>
        ((await read('language=fr')).body.document as { basics: { label: string } }).basics.label;
      const versions = async () => ((await read('fields=title&include=versions')).body.versions as unknown[]).length;
      expect([await title(), await label(), await versions()]).toEqual(['First', 'Engineer', 1]);
      await client.call(path, { method: 'PATCH', json: { title: 'Second', document: { basics: { label: 'Lead' } } } });
      expect([await title(), await label(), await versions()]).toEqual(['Second', 'Lead', 2]);
      const values = { '/basics/label': 'Cheffe' };
      expect((await client.call(`${path}/translations/fr`, { method: 'PUT', json: { values } })).status).toBe(201);
      expect(await label()).toBe('Cheffe');
      await client.call(`${path}/translations/fr`, { method: 'DELETE' });
      expect(await label()).toBe('Lead');
      await client.call(`${path}/versions/1/restore`, { method: 'POST' });
      expect([await label(), await versions()]).toEqual(['Engineer', 3]);
      await client.call(path, { method: 'DELETE' });
      expect((await client.call(`${path}?fields=title`)).status).toBe(404);
    });

    it('is not kept where it tells how often a link was opened', async () => {
      const { body } = await client.call<{ token: string }>(`${path}/shares`, { method: 'POST', json: { link: true } });
      const shares = async () => (await read('fields=title&include=shares')).body.shares as { views: number }[];
      expect((await shares())[0]!.views).toBe(0);
      await (await fetch(`${url}/api/v1/shared/${body.token}`)).arrayBuffer();
      await waitFor(async () => (await shares())[0]!.views === 1, { what: 'the opening' });
    });
  });

  it('of a CV that was just changed lies in the shared cache', async () => {
    const json = { title: 'Written', document: { basics: { name: 'Ada Qwertz' } } };
    const { body } = await client.call<CvAnswer>('/cvs', { method: 'POST', json });
    let change = 0;
    // On a busy machine Redis may take too long for one of them.
    await waitFor(
      async () => {
        const title = `Through ${++change}`;
        await client.call(`/cvs/${body.id}`, { method: 'PATCH', json: { title } });
        const { body: cv, headers } = await client.call<CvAnswer>(`/cvs/${body.id}`);
        expect(cv.title).toBe(title);
        return headers.get('x-cache-status') === 'l2';
      },
      { what: 'a change to be written through' },
    );
  });

  it('of an account shows each change at once, whoever makes it', async () => {
    const me = async () => (await client.call<{ name: string; plan: string; role: string }>('/me')).body;
    await me();
    const before = await hits('profile');
    await me();
    expect(await hits('profile')).toBe(before + 1);
    await client.call('/me', { method: 'PATCH', json: { name: 'Ada King' } });
    expect((await me()).name).toBe('Ada King');
    const administrator = await Client.registered(url);
    await makeAdministrator(process.env.E2E_DATABASE_URL!, administrator);
    const path = `/admin/users/${client.userId}`;
    expect((await administrator.call(path, { method: 'PATCH', json: { plan: 'premium' } })).status).toBe(200);
    expect((await me()).plan).toBe('premium');
    await makeAdministrator(process.env.E2E_DATABASE_URL!, client);
    expect((await me()).role).toBe('admin');
  });
});
