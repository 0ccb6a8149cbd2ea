import { randomUUID } from 'node:crypto';

import type { MaskField, Resume } from '@discover/cv-model';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  deleteCv,
  deletePublication,
  EVERYBODY,
  forgetSearchWords,
  indexBacklog,
  indexCvs,
  insertCv,
  lockCv,
  PostgresSearch,
  putPublication,
  restoreVersion,
  undeleteCv,
  updateCv,
  type Database,
  type Handle,
  type Hit,
  type SearchRequest,
  type Visibility,
} from '../src/index.js';
import { anAccount, migratedDatabase } from './suite.js';

let database: Database;
let search: PostgresSearch;
let end: () => Promise<void>;

beforeAll(async () => {
  const made = await migratedDatabase();
  ({ database, end } = made);
  search = new PostgresSearch(database);
});
afterAll(() => end());

const ada: Resume = {
  basics: {
    name: 'Ada Brunner',
    label: 'Platform engineer',
    email: 'ada.brunner@example.org',
    phone: '+41 44 555 01 23',
    summary: 'Runs Kubernetes clusters for hospitals. Write to ada.brunner@example.org.',
    location: { city: 'Zürich', countryCode: 'CH', address: 'Seilergraben 99' },
  },
  work: [
    {
      name: 'Nordwind Logistik AG',
      position: 'Site reliability engineer',
      startDate: '2019-03',
      highlights: ['Moved 40 services from Node.js to C++ and set up CI/CD.'],
    },
  ],
  skills: [{ name: 'Languages', keywords: ['TypeScript', 'C++', 'Node.js'] }],
  references: [{ name: 'Wilhelmine Ostertag', reference: 'She kept us running.' }],
};

const german: Resume = {
  basics: { name: 'Jörg Österreicher', label: 'Softwareentwickler', location: { city: 'Graz', countryCode: 'AT' } },
  work: [{ name: 'Blaureiher GmbH', position: 'Entwickler', summary: 'Entwickelte „Kassensysteme“ für Bäckereien.' }],
  skills: [{ name: 'Rust' }],
};

function ask(request: Partial<SearchRequest> = {}) {
  return search.search({ userId: null, words: '', filters: {}, cursor: null, limit: 20, ...request });
}

async function found(request: Partial<SearchRequest>): Promise<string[]> {
  const { items } = await ask(request);
  return items.map(({ cvId }) => cvId);
}

function write<T>(author: string, work: (handle: Handle) => Promise<T>): Promise<T> {
  return database.transaction(() => [author, EVERYBODY], work);
}

async function aCv(userId: string, document: Resume, language: string | null = 'en', title = 'My CV'): Promise<string> {
  const cv = await write(userId, (handle) => insertCv(handle, { userId, title, language, document, cause: 'created' }));
  return cv.id;
}

async function publish(
  ownerId: string,
  cvId: string,
  { visibility = 'public', mask = [] }: { visibility?: Visibility; mask?: MaskField[] } = {},
): Promise<void> {
  await write(ownerId, async (handle) => {
    const cv = (await lockCv(handle, ownerId, cvId))!;
    await putPublication(handle, { ownerId, cvId, slug: `slug-${cvId}`, visibility, template: 'classic', mask });
    await indexCvs(handle, [cv]);
  });
}

async function aProfile(document: Resume, language: string | null = 'en', mask: MaskField[] = []) {
  const userId = await anAccount(database);
  const cvId = await aCv(userId, document, language);
  await publish(userId, cvId, { mask });
  return { userId, cvId };
}

/** A word that nobody else in this database has. */
function unique(): string {
  return `zq${randomUUID().replaceAll(/[^a-f]/g, '')}`;
}

const passages = (hit: Hit | undefined) =>
  hit?.excerpts.map((pieces) => pieces.map(({ text, found: isFound }) => (isFound ? `[${text}]` : text)).join('')) ??
  [];

describe('words', () => {
  it('are found in any form that their language gives them, with and without accents', async () => {
    const english = await aProfile(ada);
    const other = await aProfile(german, 'de-AT');
    expect(await found({ words: 'running clustering' })).toEqual([english.cvId]);
    expect(await found({ words: 'zurich hospital' })).toEqual([english.cvId]);
    expect(await found({ words: 'ZÜRICH' })).toEqual([english.cvId]);
    expect(await found({ words: 'Entwicklern backereien' })).toEqual([other.cvId]);
    expect(await found({ words: 'osterreicher' })).toEqual([other.cvId]);
    expect(await found({ words: 'Kassensystem' })).toEqual([other.cvId]);
  });

  it('are found where signs stand beside them, and are told apart by the signs that belong to them', async () => {
    const word = unique();
    const { cvId } = await aProfile({ basics: { summary: `${word}: CI/CD, Node.js – “C++” and C#; self-hosted` } });
    const plain = await aProfile({ basics: { summary: `${word} in C` } });
    for (const words of [
      'cd',
      'node',
      'node.js',
      'js',
      'c++',
      'c#',
      'self-hosted',
      'hosted',
      '"ci/cd"',
      '"self hosted"',
    ])
      expect([words, await found({ words: `${word} ${words}` })]).toEqual([words, [cvId]]);
    expect(await found({ words: `${word} c` })).toEqual([plain.cvId]);
  });

  it('can be excluded, alternatives, or a phrase, and nothing that is typed is an error', async () => {
    const word = unique();
    const { cvId } = await aProfile({ basics: { summary: `${word} builds boats in Lisbon` } });
    expect(await found({ words: `${word} -lisbon` })).toEqual([]);
    expect(await found({ words: `${word} porto or lisbon` })).toEqual([cvId]);
    expect(await found({ words: `${word} "boats builds"` })).toEqual([]);
    expect(await found({ words: `${word} "builds boats"` })).toEqual([cvId]);
    for (const words of [
      `'`,
      '"',
      '-',
      ':*',
      '& | !',
      '\\',
      '<->',
      '(',
      '-boats',
      'or',
      '\u0000\u0001\uE000',
      '%',
      '💥',
    ])
      await expect(ask({ words })).resolves.toMatchObject({ items: expect.anything() });
  });
});

describe('typing errors', () => {
  it('are taken for what was meant if nothing is found otherwise', async () => {
    const word = `${unique()}kubern`;
    const { cvId } = await aProfile({ basics: { summary: `${capital(word)} in Zürich` } });
    const slip = `${word.slice(0, 4)}${word[5]}${word[4]}${word.slice(6)}`.replace(/n$/, '');
    const page = await ask({ words: `zürich ${slip}` });
    expect(page.items.map((hit) => hit.cvId)).toEqual([cvId]);
    expect(page.overview).toMatchObject({ corrected: true, didYouMean: `zürich ${capital(word)}` });
    expect(passages(page.items[0])).toEqual([`[${capital(word)}] in [Zürich]`]);
  });

  it('are asked about if few are found where many would be', async () => {
    const word = `${unique()}terraform`;
    const slip = await aProfile({ basics: { summary: `${word}m` } });
    for (let count = 0; count < 11; count++) await aProfile({ basics: { summary: word } });
    const page = await ask({ words: `${word}m` });
    expect(page.items.map((hit) => hit.cvId)).toEqual([slip.cvId]);
    expect(page.overview).toMatchObject({ corrected: false, didYouMean: word });
  });

  it('are mended on later pages too', async () => {
    const word = `${unique()}terraform`;
    const profiles: string[] = [];
    for (let count = 0; count < 3; count++) profiles.push((await aProfile({ basics: { summary: word } })).cvId);
    const first = await ask({ words: `${word}m`, limit: 2 });
    const second = await ask({ words: `${word}m`, limit: 2, cursor: first.next });
    expect([...first.items, ...second.items].map((hit) => hit.cvId).sort()).toEqual(profiles.sort());
    expect(second.next).toBeNull();
  });

  it('are mended among the own CVs by their words, and never by those of others', async () => {
    const [own, foreign] = [`${unique()}alpha`, `${unique()}omega`];
    await aProfile({ basics: { summary: foreign } });
    const userId = await anAccount(database);
    const cvId = await aCv(userId, { basics: { summary: own } });
    const page = await ask({ userId, words: `${own}h` });
    expect(page).toMatchObject({ items: [{ cvId }], overview: { corrected: true, didYouMean: own } });
    expect((await ask({ userId, words: `${foreign}h` })).overview).toMatchObject({
      corrected: false,
      didYouMean: null,
    });
  });

  it('lead nowhere once the last profile with the word is gone, and the word is forgotten', async () => {
    const word = `${unique()}gone`;
    const { userId, cvId } = await aProfile({ basics: { summary: word } });
    await write(userId, (handle) => deletePublication(handle, userId, cvId));
    const page = await ask({ words: `${word}e` });
    expect(page).toMatchObject({ items: [], overview: { corrected: false, didYouMean: null } });
    expect(await known(word)).toBe(true);
    for (let after: string | null = ''; after !== null;) {
      const from: string = after;
      ({ last: after } = await database.transaction(null, (handle) => forgetSearchWords(handle, from, 100)));
    }
    expect(await known(word)).toBe(false);
    expect(await known('kubernetes')).toBe(true);
  });

  async function known(word: string): Promise<boolean> {
    return database.readPrimary('test', async (handle) => {
      const rows = await handle.query('test_word', 'SELECT FROM search_words WHERE word = $1', [word]);
      return rows.length > 0;
    });
  }
});

describe('filters and facets', () => {
  it('narrow by skill, place, employer and language, and count what the hits have in common', async () => {
    const word = unique();
    const first = await aProfile({ ...ada, basics: { ...ada.basics, summary: word } });
    const second = await aProfile({ ...german, basics: { ...german.basics, summary: word } }, 'de-AT');
    const by = (filters: SearchRequest['filters']) => found({ words: word, filters });
    expect(await by({ skill: 'c++' })).toEqual([first.cvId]);
    expect(await by({ skill: 'C' })).toEqual([]);
    expect(await by({ skill: 'node js' })).toEqual([first.cvId]);
    expect(await by({ place: 'zurich' })).toEqual([first.cvId]);
    for (const place of ['Österreich', 'austria', 'AT', 'graz']) expect(await by({ place })).toEqual([second.cvId]);
    expect(await by({ employer: 'nordwind' })).toEqual([first.cvId]);
    expect(await by({ language: 'de' })).toEqual([second.cvId]);
    expect(await by({ language: 'de-AT', place: 'Graz' })).toEqual([second.cvId]);
    expect(await by({ language: 'de', place: 'Zürich' })).toEqual([]);
    expect(await by({ skill: '…' })).toEqual([]);
    const { overview } = await ask({ words: word });
    expect(overview!.total).toEqual({ count: 2, exact: true });
    expect(overview!.facets.place).toEqual([
      { value: 'Graz', count: 1 },
      { value: 'Zürich', count: 1 },
    ]);
    expect(overview!.facets.skill.map(({ value }) => value)).toEqual(['C++', 'Node.js', 'Rust', 'TypeScript']);
    expect(overview!.facets.language).toContainEqual({ value: 'de-AT', count: 1 });
    expect((await ask({ filters: { employer: 'blaureiher' } })).items.map((hit) => hit.cvId)).toContain(second.cvId);
  });
});

describe('pages', () => {
  it('follow each other without gap or repetition, the best first, and none is of another search', async () => {
    const word = unique();
    const made: string[] = [];
    for (let count = 0; count < 7; count++)
      made.push((await aProfile({ basics: count === 3 ? { label: word } : { summary: `${word} ${count}` } })).cvId);
    for (const request of [{ words: word }, { filters: { skill: 'none' } }, {}]) {
      const all = await found({ ...request, limit: 50 });
      const paged: string[] = [];
      for (let cursor: string | null = null; ;) {
        const page: Awaited<ReturnType<typeof ask>> = await ask({ ...request, limit: 3, cursor });
        expect(page.overview === null).toBe(cursor !== null);
        paged.push(...page.items.map((hit) => hit.cvId));
        cursor = page.next;
        if (cursor === null || paged.length >= 50) break;
      }
      expect(paged.slice(0, all.length)).toEqual(all);
    }
    expect((await found({ words: word }))[0]).toBe(made[3]);
    const { next } = await ask({ words: word, limit: 3 });
    for (const request of [{ words: `${word} x` }, { words: word, filters: { place: 'x' } }])
      await expect(ask({ ...request, cursor: next })).rejects.toMatchObject({ code: 'invalid_cursor' });
    await expect(ask({ cursor: 'x' })).rejects.toMatchObject({ code: 'invalid_cursor' });
  });

  it('say that there are more where there are very many', async () => {
    const word = unique();
    const { userId, cvId } = await aProfile({ basics: { summary: word } });
    await database.transaction(null, (handle) =>
      handle.query(
        'test_copies',
        `WITH people AS (
           INSERT INTO users (email, name, password_hash, home_region)
           SELECT 'copy-' || n || '@example.org', 'Copy', 'none', 'eu-central' FROM generate_series(1, 1000) n RETURNING id
         ), copies AS (
           INSERT INTO cvs (user_id, title, language, document)
           SELECT p.id, 'Copy', 'en', c.document FROM people p, cvs c WHERE c.user_id = $1 AND c.id = $2 RETURNING user_id, id
         )
         INSERT INTO publications (owner_id, cv_id, slug, visibility, template)
         SELECT user_id, id, 'copy-' || id, 'public', 'classic' FROM copies`,
        [userId, cvId],
      ),
    );
    await drainBacklog();
    const { overview } = await ask({ words: word });
    expect(overview).toMatchObject({ total: { count: 1_000, exact: false } });
  });
});

describe('what a profile does not show', () => {
  const secrets: [MaskField, string][] = [
    ['name', 'Brunner'],
    ['lastName', 'Brunner'],
    ['employers', 'Nordwind'],
  ];

  it.each(secrets)('is not found, counted or shown: %s', async (mask, secret) => {
    const word = unique();
    const document = {
      ...ada,
      basics: { ...ada.basics, summary: `${word}, formerly at Nordwind Logistik AG, Brunner` },
    };
    const masked = await aProfile(document, 'en', [mask]);
    const open = await aProfile(document, 'en');
    expect(await found({ words: `${word} ${secret}` })).toEqual([open.cvId]);
    expect(await found({ words: `${word} -${secret}` })).toEqual([masked.cvId]);
    if (mask === 'employers') expect(await found({ words: word, filters: { employer: secret } })).toEqual([open.cvId]);
    const { items, overview } = await ask({ words: word });
    const hit = items.find(({ cvId }) => cvId === masked.cvId);
    expect(JSON.stringify(hit)).not.toContain(secret);
    expect(overview!.facets.employer).toEqual([{ value: 'Nordwind Logistik AG', count: mask === 'employers' ? 1 : 2 }]);
  });

  it('is never how to reach a person, where they live, or who speaks for them', async () => {
    const { cvId } = await aProfile(ada);
    for (const words of ['"brunner example"', '"555 01 23"', 'Seilergraben', 'Ostertag'])
      expect([words, (await found({ words })).includes(cvId)]).toEqual([words, false]);
    const { items } = await ask({ words: 'kubernetes hospitals' });
    expect(passages(items.find((hit) => hit.cvId === cvId))).toEqual([expect.stringMatching(/\[Kubernetes\].*•••/)]);
  });

  it('is anything, if it is unlisted or private, or its CV has another title', async () => {
    const word = unique();
    const userId = await anAccount(database);
    const cvId = await aCv(userId, { basics: { summary: word } }, 'en', `Secret ${word}title`);
    for (const visibility of ['unlisted', 'private', 'public', 'unlisted'] as const) {
      await publish(userId, cvId, { visibility });
      expect(await found({ words: word })).toEqual(visibility === 'public' ? [cvId] : []);
      expect(await found({ words: `${word}title` })).toEqual([]);
    }
  });
});

describe('a change', () => {
  it('of the CV is found at once, and what it said before no longer', async () => {
    const [before, after] = [unique(), unique()];
    const { userId, cvId } = await aProfile({ basics: { summary: before } });
    const change = (document: Resume) =>
      write(userId, async (handle) => {
        const cv = (await lockCv(handle, userId, cvId))!;
        await updateCv(handle, cv, { document, cause: 'replaced' });
      });
    await change({ basics: { summary: after } });
    for (const scope of [null, userId]) {
      expect(await found({ userId: scope, words: before })).toEqual([]);
      expect(await found({ userId: scope, words: after })).toEqual([cvId]);
    }
    await write(userId, async (handle) => restoreVersion(handle, (await lockCv(handle, userId, cvId))!, 1));
    expect(await found({ words: before })).toEqual([cvId]);
    await write(userId, (handle) => deleteCv(handle, userId, cvId));
    for (const scope of [null, userId]) expect(await found({ userId: scope, words: before })).toEqual([]);
    await write(userId, (handle) => undeleteCv(handle, userId, cvId));
    for (const scope of [null, userId]) expect(await found({ userId: scope, words: before })).toEqual([cvId]);
    await write(userId, (handle) => deletePublication(handle, userId, cvId));
    expect(await found({ words: before })).toEqual([]);
    expect(await found({ userId, words: before })).toEqual([cvId]);
  });

  it('finds nothing of another person in the own CVs', async () => {
    const word = unique();
    const [one, other] = [await anAccount(database), await anAccount(database)];
    const cvId = await aCv(one, { basics: { email: `${word}@example.org` } }, null, 'Mine');
    await aCv(other, { basics: { summary: word } });
    const { items } = await ask({ userId: one, words: word });
    expect(items).toMatchObject([{ cvId, title: 'Mine', status: 'draft' }]);
    expect(passages(items[0])).toEqual([expect.stringContaining(`[${word}]@example`)]);
  });
});

describe('a release that knows nothing of search', () => {
  const raw = (author: string, text: string, values: unknown[]) =>
    write(author, (handle) => handle.query(`test_${text.length}`, text, values, { prepare: false }));

  it('writes CVs that wait in the backlog, and are found once that is done', async () => {
    const word = unique();
    const userId = await anAccount(database);
    await raw(userId, `INSERT INTO cvs (user_id, title, document) VALUES ($1, 'x', $2)`, [
      userId,
      JSON.stringify({ basics: { summary: word } }),
    ]);
    expect(await found({ userId, words: word })).toEqual([]);
    await drainBacklog();
    expect(await found({ userId, words: word })).toHaveLength(1);
  });

  it('hides what it changes until it is read anew, so that nothing is found by what was removed', async () => {
    const [before, after] = [unique(), unique()];
    const { userId, cvId } = await aProfile({ basics: { summary: before } });
    await raw(userId, `UPDATE cvs SET document = $3, revision = revision + 1 WHERE user_id = $1 AND id = $2`, [
      userId,
      cvId,
      JSON.stringify({ basics: { summary: after } }),
    ]);
    for (const scope of [null, userId])
      expect(await found({ userId: scope, words: `${before} or ${after}` })).toEqual([]);
    await drainBacklog();
    for (const scope of [null, userId]) expect(await found({ userId: scope, words: after })).toEqual([cvId]);
  });

  it('masks a profile, and what is masked is not found from then on', async () => {
    const word = unique();
    const { userId, cvId } = await aProfile({ basics: { name: 'Ada Brunner', summary: word } });
    await raw(userId, `UPDATE publications SET mask = '{name}', revision = revision + 1 WHERE cv_id = $1`, [cvId]);
    expect(await found({ words: `${word} brunner` })).toEqual([]);
    await drainBacklog();
    expect(await found({ words: `${word} brunner` })).toEqual([]);
    expect(await found({ words: word })).toEqual([cvId]);
  });

  it('cannot bring a mask into conflict with a change of the CV that is under way', async () => {
    const word = unique();
    const { userId, cvId } = await aProfile({ basics: { name: 'Ada Brunner', summary: 'x' } });
    const masking = Promise.withResolvers<undefined>();
    const masked = Promise.withResolvers<undefined>();
    const old = write(userId, async (handle) => {
      const text = `UPDATE publications SET mask = '{name}', revision = revision + 1 WHERE cv_id = $1`;
      await handle.query('test_mask', text, [cvId]);
      masking.resolve(undefined);
      await masked.promise;
    });
    await masking.promise;
    const changed = write(userId, async (handle) => {
      const cv = (await lockCv(handle, userId, cvId))!;
      masked.resolve(undefined);
      await updateCv(handle, cv, { document: { basics: { name: 'Ada Brunner', summary: word } }, cause: 'replaced' });
    });
    await Promise.all([old, changed]);
    await drainBacklog();
    expect(await found({ words: word })).toEqual([cvId]);
    expect(await found({ words: `${word} brunner` })).toEqual([]);
  });
});

async function drainBacklog(): Promise<void> {
  while ((await write('everybody', (handle) => indexBacklog(handle, 500))) > 0);
  const rows = await database.readPrimary('test', (handle) =>
    handle.query('test_backlog', 'SELECT FROM search_backlog'),
  );
  expect(rows).toHaveLength(0);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
