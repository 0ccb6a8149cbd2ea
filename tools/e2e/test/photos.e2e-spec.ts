import { randomUUID } from 'node:crypto';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client, type CvAnswer } from '../src/index.js';
import { GIF, portrait } from './documents.js';

const url = process.env.E2E_URL!;
const BROWSER = 'image/avif,image/webp,image/apng,image/*,*/*;q=0.8';

interface PhotoAnswer {
  url: string;
  hash: string;
  width: number;
  height: number;
  sizes: number[];
  code?: string;
}

describe('photos', () => {
  let owner: Client;
  let picture: Buffer;
  const anonymous = new Client(url);
  beforeAll(async () => {
    owner = await Client.registered(url);
    picture = await portrait();
  });

  const aCv = async () => {
    const document = { basics: { name: 'Ada Lovelace', label: 'Analyst' } };
    return (await owner.call<CvAnswer>('/cvs', { method: 'POST', json: { title: 'CV', document } })).body.id;
  };
  const put = (cvId: string, bytes = picture, headers = {}) =>
    owner.call<PhotoAnswer>(`/cvs/${cvId}/photo`, { method: 'PUT', file: { bytes, name: 'me.png' }, headers });
  const imageOf = async (cvId: string) =>
    (await owner.call<{ document: { basics: { image?: string } } }>(`/cvs/${cvId}`)).body.document.basics.image;
  const publish = async (cvId: string, mask: string[]) => {
    const slug = `ada-${randomUUID().slice(0, 8)}`;
    const json = { slug, visibility: 'public', template: 'lebenslauf', mask };
    await owner.call(`/cvs/${cvId}/publication`, { method: 'PUT', json });
    return slug;
  };
  const pdf = async (cvId: string, query = '') =>
    (await owner.call(`/cvs/${cvId}/render.pdf?template=lebenslauf${query}`)).bytes.toString('latin1');

  it('are read in the size that is asked for and the best format that the client shows', async () => {
    const cvId = await aCv();
    const { status, body } = await put(cvId);
    expect([status, body]).toMatchObject([200, { width: 320, height: 400, sizes: [64, 128, 256, 512] }]);
    expect(body.url).toBe(`${url}/api/v1/cvs/${cvId}/photo?v=${body.hash}`);
    expect(await imageOf(cvId)).toBe(body.url);

    for (const [accept, mediaType] of [
      [BROWSER, 'image/avif'],
      ['image/webp', 'image/webp'],
      ['*/*', 'image/jpeg'],
    ] as const) {
      const answer = await owner.call(`/cvs/${cvId}/photo?size=256`, { headers: { accept } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, mediaType]);
      expect(answer.headers.get('vary')).toMatch(/\bAccept\b(?!-)/);
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      expect(answer.bytes.length).toBe(Number(answer.headers.get('content-length')));
      const etag = answer.headers.get('etag')!;
      const again = await owner.call(`/cvs/${cvId}/photo?size=256`, { headers: { accept, 'if-none-match': etag } });
      expect(again.status).toBe(304);
    }
    const named = await owner.call(body.url.replace(`${url}/api/v1`, ''));
    expect(named.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect((await owner.call(`/cvs/${cvId}/photo?size=100`)).status).toBe(422);
  });

  it('are shown by templates, unless the profile is blind or the photo was removed', async () => {
    const cvId = await aCv();
    expect(await pdf(cvId)).not.toContain('/Subtype /Image');
    await put(cvId);
    expect(await pdf(cvId)).toContain('/Subtype /Image');
    expect(await pdf(cvId, '&profile=blind')).not.toContain('/Subtype /Image');
    expect((await owner.call(`/cvs/${cvId}/photo`, { method: 'DELETE' })).status).toBe(204);
    expect(await pdf(cvId)).not.toContain('/Subtype /Image');
    expect(await imageOf(cvId)).toBeUndefined();
    expect((await owner.call(`/cvs/${cvId}/photo`)).status).toBe(404);
    expect((await owner.call(`/cvs/${cvId}/photo`, { method: 'DELETE' })).status).toBe(404);
    await put(cvId);
    expect(await pdf(cvId)).toContain('/Subtype /Image');
  });

  it('are on profiles for everybody, and not where they are masked', async () => {
    const cvId = await aCv();
    const { body } = await put(cvId);
    const shown = await publish(cvId, []);
    const profile = await anonymous.call<{ document: { basics: { image?: string } } }>(`/public/${shown}`);
    expect(profile.body.document.basics.image).toBe(`${url}/u/${shown}/photo?v=${body.hash}`);
    const photo = await fetch(`${url}/u/${shown}/photo?size=128`, { headers: { accept: BROWSER } });
    expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/avif']);
    expect(photo.headers.get('cache-control')).toMatch(/^public, max-age=60/);
    expect(photo.headers.get('vary')).toBe('Accept');
    expect(await (await fetch(`${url}/u/${shown}`)).text()).toContain('<img class="photo');

    await owner.call(`/cvs/${cvId}/publication`, {
      method: 'PUT',
      json: { slug: shown, visibility: 'public', template: 'lebenslauf', mask: ['photo'] },
    });
    const masked = await anonymous.call(`/public/${shown}`);
    expect(JSON.stringify(masked.body)).not.toContain(body.hash);
    expect((await fetch(`${url}/u/${shown}/photo`)).status).toBe(404);
    expect(await (await fetch(`${url}/u/${shown}`)).text()).not.toContain('<img class="photo');
    expect((await fetch(body.url)).status).toBe(401);
  });

  it('go along with links, in the document itself', async () => {
    const cvId = await aCv();
    await put(cvId);
    const link = async (mask: string[]) => {
      const made = await owner.call<{ token: string }>(`/cvs/${cvId}/shares`, {
        method: 'POST',
        json: { link: true, mask },
      });
      return (await anonymous.call<{ document: { basics: { image?: string } } }>(`/shared/${made.body.token}`)).body
        .document;
    };
    expect((await link([])).basics.image).toMatch(/^data:image\/jpeg;base64,\/9j/);
    expect((await link(['photo'])).basics.image).toBeUndefined();
  });

  it('stay with the versions that show them', async () => {
    const cvId = await aCv();
    await put(cvId);
    const before = await imageOf(cvId);
    const versions = await owner.call<{ items: { version: number }[] }>(`/cvs/${cvId}/versions`);
    await owner.call(`/cvs/${cvId}`, { method: 'PATCH', json: { document: { basics: { image: null } } } });
    expect((await owner.call(`/cvs/${cvId}/photo`)).status).toBe(404);
    await owner.call(`/cvs/${cvId}/versions/${versions.body.items[0]!.version}/restore`, { method: 'POST' });
    expect(await imageOf(cvId)).toBe(before);
    expect((await owner.call(`/cvs/${cvId}/photo`)).status).toBe(200);
  });

  it.each([
    ['a GIF', GIF, 415, 'unsupported_media_type'],
    ['nothing', Buffer.alloc(0), 422, 'empty_document'],
    [
      'too many bytes',
      Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), Buffer.alloc(10 * 2 ** 20)]),
      413,
      'too_large',
    ],
  ])('are refused where they are %s', async (_, bytes, status, code) => {
    const cvId = await aCv();
    const answer = await put(cvId, bytes);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await imageOf(cvId)).toBeUndefined();
  });

  it('are refused where they are damaged, or the CV has changed', async () => {
    const cvId = await aCv();
    const cut = await put(cvId, picture.subarray(0, 2000));
    expect([cut.status, cut.body.code]).toEqual([422, 'corrupt_picture']);
    const stale = await put(cvId, picture, { 'if-match': '"99"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'precondition_failed']);
    expect(await imageOf(cvId)).toBeUndefined();
  });
});
