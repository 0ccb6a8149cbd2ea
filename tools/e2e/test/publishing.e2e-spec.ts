import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { waitFor } from '@discover/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client, type Answer } from '../src/index.js';

const url = process.env.E2E_URL!;

const HOSTILE = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>';
const DOCUMENT = {
  basics: {
    name: 'Ada Lovelace',
    label: 'Analyst & Metaphysician',
    email: 'ada@example.org',
    phone: '+44 20 7946 0000',
    summary: `First programmer. ${HOSTILE}`,
    location: { city: 'London', countryCode: 'GB' },
    profiles: [{ network: 'Social', url: 'https://social.example/ada' }],
  },
  work: [{ name: 'Analytical Engine Ltd', position: 'Analyst', startDate: '1842' }],
};

interface PublicationAnswer {
  slug: string;
  url: string;
  oldSlugs: string[];
}

const aSlug = () => `ada-${randomUUID().slice(0, 8)}`;
const page = (slug: string, init: RequestInit = {}) => fetch(`${url}/u/${slug}`, { redirect: 'manual', ...init });
const outcome = ({ status, body }: Answer<object>) => [status, 'code' in body ? body.code : undefined];

describe('publishing', () => {
  let owner: Client;
  const anonymous = new Client(url);
  beforeAll(async () => {
    owner = await Client.registered(url);
  });

  const aCv = async (by = owner) =>
    (await by.call<{ id: string }>('/cvs', { method: 'POST', json: { title: 'Private title', document: DOCUMENT } }))
      .body.id;
  const publish = (cvId: string, json: object, by = owner) =>
    by.call<PublicationAnswer>(`/cvs/${cvId}/publication`, { method: 'PUT', json });

  // Looks into the folder of the platform, which one that runs elsewhere does not show.
  const itHere = process.env.E2E_FOLDER === undefined ? it.skip : it;
  itHere('has page and picture made before the first reader comes', async () => {
    const { status } = await publish(await aCv(), { slug: aSlug(), visibility: 'public' });
    expect(status).toBe(200);
    const renders = join(process.env.E2E_FOLDER!, 'objects', 'renders', owner.userId);
    const made = async (ending: string) =>
      (await readdir(renders).catch(() => [])).some((name) => name.includes(ending));
    await waitFor(async () => (await made('.html')) && (await made('.og')) && (await made('.pdf')), {
      what: 'the page, its picture and the PDF',
    });
  });

  it('shows a public profile to everybody, as data and as a page that search engines understand', async () => {
    const slug = aSlug();
    const { status, body } = await publish(await aCv(), { slug, visibility: 'public', mask: ['phone', 'email'] });
    expect([status, body]).toMatchObject([200, { slug, url: `${url}/u/${slug}`, template: 'modern', oldSlugs: [] }]);

    const json = await anonymous.call<{ document: { basics: object } }>(`/public/${slug}`);
    expect(json.status).toBe(200);
    expect(json.body.document.basics).toMatchObject({ name: 'Ada Lovelace' });
    expect(json.body.document.basics).not.toHaveProperty('phone');
    expect(JSON.stringify(json.body)).not.toContain('Private title');

    const answer = await page(slug);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=60');
    expect(answer.headers.get('surrogate-key')).toMatch(/^[\w-]{22} [\w-]{22}$/);
    expect(answer.headers.get('x-robots-tag')).toBeNull();
    expect(answer.headers.get('set-cookie')).toBeNull();
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src http:\/\/[^ ]+\/performance\/assets\/;/);
    expect(html).toContain(`<link rel="canonical" href="${url}/u/${slug}">`);
    expect(html).toContain('Analyst &amp; Metaphysician');
    expect(html).not.toMatch(/7946|ada@example\.org|<script>|<img/);
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!;
    expect(JSON.parse(data!)).toMatchObject({
      '@type': 'ProfilePage',
      mainEntity: { '@type': 'Person', name: 'Ada Lovelace', sameAs: ['https://social.example/ada'] },
    });
  });

  it('has a picture of the real CV for previews of links', async () => {
    const slug = aSlug();
    await publish(await aCv(), { slug, visibility: 'public' });
    const [, image] = /<meta property="og:image" content="([^"]+)">/.exec(await (await page(slug)).text())!;
    const answer = await fetch(image!);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const again = await fetch(image!, { headers: { 'if-none-match': answer.headers.get('etag')! } });
    expect(again.status).toBe(304);
  });

  it('shows an unlisted one to who has the address, and a private one to nobody', async () => {
    const [cvId, slug] = [await aCv(), aSlug()];
    await publish(cvId, { slug, visibility: 'unlisted' });
    const unlisted = await page(slug);
    expect([unlisted.status, unlisted.headers.get('x-robots-tag')]).toEqual([200, 'noindex']);
    expect(await unlisted.text()).toContain('<meta name="robots" content="noindex">');
    await publish(cvId, { slug, visibility: 'private' });
    const gone = await page(slug);
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(await gone.text()).toContain('No such profile');
    expect(outcome(await anonymous.call(`/public/${slug}`))).toEqual([404, 'not_found']);
    expect((await fetch(`${url}/u/${slug}/og.png`)).status).toBe(404);
  });

  it('follows the CV and its own settings at once, and is sent again only when it has changed', async () => {
    const [cvId, slug] = [await aCv(), aSlug()];
    await publish(cvId, { slug, visibility: 'public' });
    const first = await page(slug);
    await first.text();
    const known = { headers: { 'if-none-match': first.headers.get('etag')! } };
    expect((await page(slug, known)).status).toBe(304);
    await owner.call(`/cvs/${cvId}`, { method: 'PATCH', json: { document: { basics: { label: 'Countess' } } } });
    const changed = await page(slug, known);
    expect([changed.status, (await changed.text()).includes('Countess')]).toEqual([200, true]);
    await publish(cvId, { slug, visibility: 'public', template: 'classic', mask: ['lastName'] });
    const html = await (await page(slug)).text();
    expect(html).toContain('class="classic"');
    expect(html).not.toContain('Lovelace');
    const json = await anonymous.call(`/public/${slug}`);
    expect(
      (await anonymous.call(`/public/${slug}`, { headers: { 'if-none-match': json.headers.get('etag')! } })).status,
    ).toBe(304);
    await owner.call(`/cvs/${cvId}`, { method: 'DELETE' });
    expect((await page(slug)).status).toBe(404);
  });

  it('leads from old addresses to the present one, and gives none of them to another', async () => {
    const [cvId, old, present] = [await aCv(), aSlug(), aSlug()];
    await publish(cvId, { slug: old, visibility: 'public' });
    expect((await publish(cvId, { slug: present, visibility: 'public' })).body.oldSlugs).toEqual([old]);
    const redirect = await page(old);
    expect([redirect.status, redirect.headers.get('location')]).toEqual([308, `/u/${present}`]);
    const data = await fetch(`${url}/api/v1/public/${old}`, { redirect: 'manual' });
    expect([data.status, data.headers.get('location')]).toEqual([308, `/api/v1/public/${present}`]);
    const other = await Client.registered(url);
    for (const slug of [old, present])
      expect(outcome(await publish(await aCv(other), { slug, visibility: 'public' }, other))).toEqual([
        409,
        'slug_taken',
      ]);
    expect((await owner.call(`/cvs/${cvId}/publication`, { method: 'DELETE' })).status).toBe(204);
    expect((await page(old)).status).toBe(404);
    expect(outcome(await owner.call(`/cvs/${cvId}/publication`))).toEqual([404, 'not_found']);
    expect((await publish(await aCv(other), { slug: old, visibility: 'public' }, other)).status).toBe(200);
  });

  it('refuses bad addresses, templates and masks, and everybody but the owner', async () => {
    const cvId = await aCv();
    const put = (json: object) => publish(cvId, { slug: aSlug(), visibility: 'public', ...json });
    for (const slug of ['ab', 'Ada', 'a--b', '-ada', 'admin', 'a'.repeat(61), 'a/b'])
      expect([slug, (await put({ slug })).status]).toEqual([slug, 422]);
    expect((await put({ visibility: 'secret' })).status).toBe(422);
    expect((await put({ mask: ['shoes'] })).status).toBe(422);
    expect(outcome(await put({ template: 'none' }))).toEqual([422, 'unknown_template']);
    const other = await Client.registered(url);
    expect(outcome(await publish(cvId, { slug: aSlug(), visibility: 'public' }, other))).toEqual([404, 'not_found']);
    for (const slug of ['a', '..%2f', 'x'.repeat(150)]) expect((await page(slug)).status).toBe(404);
    // A proxy in front may refuse to read it at all.
    expect([400, 404]).toContain((await page('%00')).status);
  });
});
