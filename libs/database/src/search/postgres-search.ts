import { createHash } from 'node:crypto';

import { AppError } from '@discover/contracts';
import { z } from 'zod';

import { EVERYBODY, type Database } from '../database.js';
import type { Handle } from '../handle.js';
import { searchCvs, WINDOW, type SearchPosition, type SearchRow, type SearchRows } from '../repositories/search.js';
import { correct } from './corrections.js';
import { FACETS, filterTerms, STEMMED, type Facet } from './search-document.js';
import type {
  Excerpt,
  FacetValue,
  Hit,
  SearchIndex,
  SearchOverview,
  SearchPage,
  SearchRequest,
} from './search-index.js';
import { MARK, readable, searchable } from './text.js';

/** Fewer hits than this let it be asked whether something else was meant. */
const FEW = 3;

/** Of which search, where it ended, and the words if they are not those that were typed. */
const Cursor = z.tuple([
  z.string(),
  z.number().min(0),
  z.number().int().min(0).max(8.64e15),
  z.uuid(),
  z.string().max(1_000).nullable(),
]);

/** Search in Postgres' own full text, over what the repositories keep beside the CVs. */
export class PostgresSearch implements SearchIndex {
  constructor(private readonly database: Database) {}

  async search(request: SearchRequest): Promise<SearchPage> {
    const cursor = request.cursor === null ? null : decode(request.cursor, request);
    return this.database.read(request.userId ?? EVERYBODY, async (handle) => {
      if (!cursor) return firstPage(handle, request);
      const found = await find(handle, request, cursor.words ?? request.words, cursor);
      return pageOf(request, found, cursor.words);
    });
  }
}

async function firstPage(handle: Handle, request: SearchRequest): Promise<SearchPage> {
  const { userId, words } = request;
  const found = await find(handle, request, words, null);
  const exactly = { ...pageOf(request, found, null), overview: overviewOf(found, null, false) };
  if (found.found >= FEW || words === '') return exactly;
  const corrected = await correct(handle, { userId, words, languages: languagesOf(request) });
  if (corrected === null) return exactly;
  const instead = await find(handle, request, corrected, null);
  if (instead.found <= found.found) return exactly;
  if (found.found > 0) return { ...exactly, overview: overviewOf(found, corrected, false) };
  return { ...pageOf(request, instead, corrected), overview: overviewOf(instead, corrected, true) };
}

async function find(
  handle: Handle,
  request: SearchRequest,
  words: string,
  after: SearchPosition | null,
): Promise<SearchRows> {
  const filters = Object.entries(request.filters) as [Facet, string][];
  const terms = filters.map(([facet, value]) => filterTerms(facet, value));
  const wanted = searchable(words);
  // What has no letter in it is in no CV.
  if ((wanted === '' && words !== '') || terms.some((needed) => needed.length === 0))
    return { rows: [], found: 0, facets: [] };
  return searchCvs(handle, {
    userId: request.userId,
    words: wanted,
    languages: languagesOf(request),
    terms: terms.flat(),
    after,
    // One more tells whether there is a next page.
    limit: request.limit + 1,
  });
}

function languagesOf({ filters }: SearchRequest): readonly string[] {
  return filters.language === undefined ? STEMMED : [filters.language];
}

/** @param corrected the words that were looked for, if not those that were typed */
function pageOf(request: SearchRequest, { rows }: SearchRows, corrected: string | null): SearchPage {
  const items = rows.slice(0, request.limit);
  const last = items.at(-1);
  return {
    items: items.map(hitOf),
    overview: null,
    next: rows.length > request.limit && last ? encode(request, last, corrected) : null,
  };
}

function hitOf({ cvId, language, updatedAt, shown, excerpts }: SearchRow): Hit {
  const passages = excerpts.split(MARK.gap).map(piecesOf);
  return {
    ...(shown as Hit),
    cvId,
    language,
    updatedAt,
    excerpts: passages.filter((pieces) => pieces.some(({ found }) => found)),
  };
}

function piecesOf(passage: string): Excerpt[] {
  return readable(passage)
    .replace(/\s*\n\s*/g, ' · ')
    .split(new RegExp(`(?=${MARK.start})|${MARK.stop}`))
    .map((text) => ({ text: text.replace(MARK.start, ''), found: text.startsWith(MARK.start) }))
    .filter(({ text }) => text !== '');
}

function overviewOf({ found, facets }: SearchRows, didYouMean: string | null, corrected: boolean): SearchOverview {
  const valuesOf = (letter: string): FacetValue[] =>
    facets.filter(({ facet }) => facet === letter).map(({ value, count }) => ({ value, count }));
  return {
    total: { count: Math.min(found, WINDOW), exact: found <= WINDOW },
    facets: Object.fromEntries(
      Object.entries(FACETS).map(([facet, letter]) => [facet, valuesOf(letter)]),
    ) as SearchOverview['facets'],
    didYouMean,
    corrected,
  };
}

function encode(request: SearchRequest, { rank, updatedAt, cvId }: SearchPosition, words: string | null): string {
  const parts: z.infer<typeof Cursor> = [fingerprint(request), rank, updatedAt.getTime(), cvId, words];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws AppError `invalid_cursor`, also for one of another search: it would skip or repeat hits */
function decode(cursor: string, request: SearchRequest): SearchPosition & { words: string | null } {
  const [search, rank, moment, cvId, words] = unpack(cursor) ?? [];
  if (search !== fingerprint(request))
    throw new AppError(
      'invalid_cursor',
      'Use `nextCursor` as it was given, for the same search, or begin without one.',
    );
  return { rank: rank!, updatedAt: new Date(moment!), cvId: cvId!, words: words! };
}

function unpack(cursor: string): z.infer<typeof Cursor> | null {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    // Whatever it was, it is not one that we gave out.
    return null;
  }
}

function fingerprint({ userId, words, filters }: SearchRequest): string {
  const parts = [userId, words, ...Object.keys(FACETS).map((facet) => filters[facet as Facet] ?? null)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 8);
}
