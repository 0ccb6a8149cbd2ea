import { randomUUID } from 'node:crypto';

import type { MaskField, Resume } from '@discover/cv-model';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  Database,
  deleteCv,
  deletePublication,
  EVERYBODY,
  indexBacklog,
  indexCvs,
  insertCv,
  lockCv,
  PostgresSearch,
  putPublication,
  restoreVersion,
  undeleteCv,
  updateCv,
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
  { visibility = 'public' as Visibility, mask = [] as MaskField[] } = {},
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
  hit?.excerpts.map((pieces) => pieces.map(({ text, found: isFound }) => (isFound ? `[${text}]` : text)).join('')) ?? [];

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
    for (const words of ['cd', 'node', 'node.js', 'js', 'c++', 'c#', 'self-hosted', 'hosted', '"ci/cd"', '"self hosted"'])
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
    for (const words of [`'`, '"', '-', ':*', '& | !', '\\', '<->', '(', '-boats', 'or', '\u0000\u0001\uE000', '%', '💥'])
      await expect(ask({ words })).resolves.toMatchObject({ items: expect.anything() });
  });
});
