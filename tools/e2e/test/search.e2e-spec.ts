import { randomUUID } from 'node:crypto';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client } from '../src/index.js';

const url = process.env.E2E_URL!;

interface Page {
  items: { id?: string; slug?: string; url?: string; name: string | null; highlights: string[] }[];
  total: { count: number; exact: boolean } | null;
  facets: Record<string, { value: string; count: number }[]> | null;
  didYouMean: string | null;
  corrected: boolean;
  nextCursor: string | null;
  code?: string;
}

/** A word of letters that is in no other CV of the platform. */
const aWord = () => `zq${randomUUID().replaceAll(/[^a-f]/g, '')}x`;

describe('search', () => {
  let owner: Client;
  const anonymous = new Client(url);
  beforeAll(async () => {
    owner = await Client.registered(url);
  });

  const search = (client: Client, query: Record<string, string>) =>
    client.call<Page>(`/search?${new URLSearchParams(query).toString()}`);
  const slugs = async (query: Record<string, string>) =>
    (await search(anonymous, query)).body.items.map(({ slug }) => slug);

  async function aCv(summary: string, by = owner): Promise<string> {
    const document = {
      basics: { name: 'Ada Lovelace', summary, location: { city: 'London', countryCode: 'GB' } },
      work: [{ name: 'Analytical Engine Ltd', position: 'Analyst' }],
      skills: [{ name: 'Mathematics' }],
      'x-discover': { language: 'en' },
    };
    return (await by.call<{ id: string }>('/cvs', { method: 'POST', json: { title: 'My title', document } })).body.id;
  }

  async function publish(cvId: string, json: object = {}, by = owner): Promise<string> {
    const slug = `search-${randomUUID().slice(0, 8)}`;
    const { status } = await by.call(`/cvs/${cvId}/publication`, {
      method: 'PUT',
      json: { slug, visibility: 'public', ...json },
    });
    expect(status).toBe(200);
    return slug;
  }

  it('finds a public profile for everybody as soon as it is published, and shows what was found as safe HTML', async () => {
    const word = aWord();
    expect(await slugs({ q: word })).toEqual([]);
    const cvId = await aCv(`Engines of <script>alert("${word}")</script> & others`);
    const slug = await publish(cvId);
    const { status, headers, body } = await search(anonymous, { q: `engine ${word.toUpperCase()}`, limit: '5' });
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=0']);
    expect(body.items).toMatchObject([{ slug, url: `${url}/u/${slug}`, name: 'Ada Lovelace' }]);
    expect(body.items[0]!.highlights.join()).toContain(
      `<mark>Engines</mark> of &lt;script&gt;alert(&quot;<mark>${word}</mark>&quot;)&lt;/script&gt; &amp; others`,
    );
    expect(body).toMatchObject({
      total: { count: 1, exact: true },
      facets: { skill: [{ value: 'Mathematics', count: 1 }], place: [{ value: 'London', count: 1 }] },
      didYouMean: null,
      nextCursor: null,
    });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${cvId}|My title`));
    const etag = headers.get('etag')!;
    const again = await anonymous.call(`/search?q=engine+${word.toUpperCase()}&limit=5`, {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
  });

  it('forgets what was changed, masked or withdrawn, at once and for everybody', async () => {
    const [first, second] = [aWord(), aWord()];
    const cvId = await aCv(first);
    const slug = await publish(cvId);
    expect(await slugs({ q: first })).toEqual([slug]);
    await owner.call(`/cvs/${cvId}`, {
      method: 'PATCH',
      json: { document: { basics: { summary: second } } },
      headers: { 'content-type': 'application/merge-patch+json' },
    });
    expect([await slugs({ q: first }), await slugs({ q: second })]).toEqual([[], [slug]]);

    expect(await slugs({ q: second, employer: 'analytical engine' })).toEqual([slug]);
    const masked = await publish(cvId, { mask: ['employers', 'lastName'] });
    expect(await slugs({ q: second, employer: 'analytical engine' })).toEqual([]);
    expect([await slugs({ q: `${second} lovelace` }), await slugs({ q: second })]).toEqual([[], [masked]]);

    await publish(cvId, { visibility: 'unlisted' });
    expect(await slugs({ q: second })).toEqual([]);
    const third = await publish(cvId);
    expect(await slugs({ q: second })).toEqual([third]);
    await owner.call(`/cvs/${cvId}`, { method: 'DELETE' });
    expect(await slugs({ q: second })).toEqual([]);
    await owner.call(`/cvs/${cvId}/restore`, { method: 'POST' });
    expect(await slugs({ q: second })).toEqual([third]);
    await owner.call(`/cvs/${cvId}/publication`, { method: 'DELETE' });
    expect(await slugs({ q: second })).toEqual([]);
  });

  it('finds nothing of an account that was closed', async () => {
    const word = aWord();
    const leaver = await Client.registered(url);
    const slug = await publish(await aCv(word, leaver), {}, leaver);
    expect(await slugs({ q: word })).toEqual([slug]);
    const closed = await leaver.call('/me', { method: 'DELETE', json: { password: 'correct horse battery' } });
    expect(closed.status).toBeLessThan(300);
    expect(await slugs({ q: word })).toEqual([]);
  });

  it('knows what was meant', async () => {
    const word = aWord();
    const slug = await publish(await aCv(word));
    const { body } = await search(anonymous, { q: `lovelace ${word}q` });
    expect(body).toMatchObject({ items: [{ slug }], corrected: true, didYouMean: `lovelace ${word}` });
  });

  it('searches the own CVs of whoever is logged in, or of a key that may read them', async () => {
    const word = aWord();
    const cvId = await aCv(word);
    const other = await Client.registered(url);
    const mine = { q: word, scope: 'mine' };
    const { headers, body } = await search(owner, mine);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(body.items).toMatchObject([
      { id: cvId, title: 'My title', highlights: [expect.stringContaining(`<mark>${word}</mark>`)] },
    ]);
    expect((await search(other, mine)).body.items).toEqual([]);
    expect((await search(anonymous, mine)).status).toBe(401);
    for (const [scopes, status] of [
      [['cv:read'], 200],
      [['parse'], 403],
    ] as const) {
      const key = await owner.call<{ key: string }>('/api-keys', { method: 'POST', json: { name: 'k', scopes } });
      const program = new Client(url);
      program.accessToken = key.body.key;
      expect((await search(program, mine)).status).toBe(status);
    }
  });

  it('goes on from page to page', async () => {
    const word = aWord();
    const made = [];
    for (let count = 0; count < 3; count++) made.push(await publish(await aCv(`${word} ${count}`)));
    const first = (await search(anonymous, { q: word, limit: '2' })).body;
    const second = (await search(anonymous, { q: word, limit: '2', cursor: first.nextCursor! })).body;
    expect([...first.items, ...second.items].map(({ slug }) => slug).sort()).toEqual(made.sort());
    expect(second).toMatchObject({ total: null, facets: null, nextCursor: null });
    const foreign = await search(anonymous, { q: 'else', cursor: first.nextCursor! });
    expect([foreign.status, foreign.body.code]).toEqual([400, 'invalid_cursor']);
  });

  it.each<[string, Record<string, string>]>([
    ['a scope', { scope: 'all' }],
    ['no items', { limit: '0' }],
    ['too many items', { limit: '51' }],
    ['too long a question', { q: 'x'.repeat(201) }],
    ['a parameter', { qq: 'x' }],
    ['an empty filter', { skill: '' }],
    ['a language', { language: '?' }],
  ])('refuses what it does not know: %s', async (_what, query) => {
    const { status, body } = await search(anonymous, query);
    expect([status, body.code]).toEqual([422, 'validation_failed']);
  });
});
