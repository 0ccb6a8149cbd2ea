import { randomUUID } from 'node:crypto';

import { waitFor } from '@discover/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client, makeAdministrator, type CvAnswer } from '../src/index.js';

const url = process.env.E2E_URL!;

describe('what others may keep', () => {
  let owner: Client;
  let slug: string;
  let cvId: string;
  beforeAll(async () => {
    owner = await Client.registered(url);
    const document = { basics: { name: 'Ada Lovelace' } };
    cvId = (await owner.call<CvAnswer>('/cvs', { method: 'POST', json: { title: 'CV', document } })).body.id;
    slug = `ada-${randomUUID().slice(0, 8)}`;
    await owner.call(`/cvs/${cvId}/publication`, { method: 'PUT', json: { slug, visibility: 'public' } });
  });
  const headersOf = async (path: string, init: RequestInit = {}) => (await fetch(`${url}${path}`, init)).headers;

  it('is the same for everybody: profiles, templates and what is named by its content', async () => {
    const { preview } = (await (await fetch(`${url}/api/v1/templates/classic`)).json()) as { preview: string };
    const [script] = /\/performance\/assets\/[^"]+\.js/.exec(await (await fetch(`${url}/performance`)).text())!;
    for (const [path, life] of [
      [`/u/${slug}`, 'max-age=60'],
      [`/api/v1/public/${slug}`, 'max-age=60'],
      [`/u/${slug}/og.png`, 'max-age=60'],
      ['/api/v1/templates', 'max-age=86400'],
      ['/api/v1/templates/classic', 'max-age=86400'],
      [preview, 'max-age=31536000'],
      [script, 'max-age=31536000'],
    ] as const) {
      const headers = await headersOf(path);
      expect([path, headers.get('cache-control')]).toEqual([path, expect.stringMatching(/^public, max-age=\d+/)]);
      expect([path, headers.get('cdn-cache-control')]).toEqual([path, expect.stringContaining(life)]);
      expect([path, headers.get('vary')]).toEqual([path, expect.not.stringMatching(/Authorization|X-Api-Key/i)]);
      expect([path, headers.get('no-vary-search')]).toEqual([path, expect.stringContaining('params')]);
    }
    expect((await headersOf(preview)).get('cache-control')).toContain('immutable');
  });

  it('can be forgotten by the names that the cache gives it, which tell nobody whose it is', async () => {
    const headers = await headersOf(`/u/${slug}`);
    const names = headers.get('surrogate-key')!.split(' ');
    expect(headers.get('cache-tag')!.split(',')).toEqual(names);
    expect((await headersOf(`/api/v1/public/${slug}`)).get('cache-tag')!.split(',')).toEqual(names);
    expect(names.join()).not.toContain(owner.userId);
    expect(names.join()).not.toContain(cvId);
  });

  it('is no error, and nothing of somebody alone', async () => {
    const missing = await headersOf('/u/nobody-has-this-address');
    expect([missing.get('cache-control'), missing.get('cache-tag')]).toEqual(['no-store', null]);
    const mine = (await owner.fetch(`/cvs/${cvId}`)).headers;
    expect(mine.get('cache-control')).toBe('private, no-cache');
    expect(mine.get('vary')).toMatch(/Authorization/);
    expect([mine.get('cache-tag'), mine.get('cdn-cache-control')]).toEqual([null, null]);
  });

  it('is nothing at the edge once operators have switched that off', async () => {
    const admin = await Client.registered(url);
    await makeAdministrator(process.env.E2E_DATABASE_URL!, admin);
    const set = async (edgeCaching: boolean) => {
      const json = { levers: { edgeCaching }, reason: 'test of the edge' };
      expect((await admin.call('/admin/levers', { method: 'PUT', json })).status).toBe(200);
    };
    await set(false);
    try {
      const headers = await waitFor(
        async () => {
          const found = await headersOf('/api/v1/templates');
          return found.get('cdn-cache-control') === 'no-store' && found;
        },
        { what: 'the edge to be told' },
      );
      expect(headers.get('cache-control')).toMatch(/^private/);
      expect(headers.get('cache-tag')).toBeNull();
    } finally {
      await set(true);
    }
  });
});
