import type { Handle } from '../handle.js';
import type { Shown } from '../search/search-document.js';
import type { KnownWord } from '../search/spelling.js';
import { MARK } from '../search/text.js';

/** Where a page ended. */
export interface SearchPosition {
  rank: number;
  updatedAt: Date;
  cvId: string;
}

export interface SearchQuery {
  /** Whose CVs; null for public profiles. */
  userId: string | null;
  /** For `websearch_to_tsquery`; empty for none. */
  words: string;
  /** Whose stems the words may have. */
  languages: readonly string[];
  /** Each of them a hit must have. */
  terms: readonly string[];
  after: SearchPosition | null;
  limit: number;
}

export interface SearchRow extends SearchPosition {
  language: string | null;
  shown: Shown & { slug?: string; title?: string; status?: string };
  /** With the marks of {@link MARK}. */
  excerpts: string;
}

export interface SearchRows {
  rows: SearchRow[];
  /** How many were found, up to one more than {@link WINDOW}. */
  found: number;
  /** Of the first page. */
  facets: { facet: string; value: string; count: number }[];
}

/**
 * So many hits, the newest, are ranked and counted: with a word that half of all CVs have, to rank them all would take
 * seconds, and nobody reads on for so long.
 */
export const WINDOW = 1_000;
/**
 * The index knows in which CVs the words of a phrase are, but not that they follow each other: Postgres has to look that up in
 * each of them. What stands in one of six CVs or more is found sooner by looking through so many of the newest.
 */
const RECENT = 6 * WINDOW;
/** As `websearch_to_tsquery` understands it. */
const PHRASE = /"[^"]*\s[^"]*"/;
/** Values of each facet that are told. */
const FACET_VALUES = 10;
/** Characters of a CV that excerpts are taken from: to read all of a very long one takes milliseconds. */
const EXCERPT_SOURCE = 20_000;
const HEADLINE = `StartSel=${MARK.start}, StopSel=${MARK.stop}, FragmentDelimiter=${MARK.gap}, MaxFragments=2, MaxWords=20, MinWords=8`;

/** Where search looks: what its rows hang on, and whether only one person's. */
const SOURCES = {
  mine: { table: 'cv_search', owner: 'user_id' },
  public: { table: 'profile_search', owner: 'owner_id' },
};

/**
 * One page of hits, the best first, then the newest; of the first page also how many there are, and of what. Without words
 * all hits are as good, and any number of pages can follow; with words the newest {@link WINDOW} are ranked.
 */
export async function searchCvs(handle: Handle, query: SearchQuery): Promise<SearchRows> {
  const scope = query.userId === null ? 'public' : 'mine';
  const { table } = SOURCES[scope];
  const values: unknown[] = [];
  const parameter = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const after = {
    rank: `coalesce(${parameter(query.after?.rank ?? null, 'real')}, 'infinity')`,
    place: `coalesce(${parameter(query.after?.updatedAt ?? null, 'timestamptz')}, 'infinity'),
      coalesce(${parameter(query.after?.cvId ?? null, 'uuid')}, 'ffffffff-ffff-ffff-ffff-ffffffffffff')`,
  };
  const limit = parameter(query.limit, 'int');
  const conditions: string[] = [];
  const words = parameter(query.words, 'text');
  const languages = parameter(query.languages, 'text[]');
  if (query.userId !== null) conditions.push(`user_id = ${parameter(query.userId, 'uuid')}`);
  // A subquery each: Postgres then plans for a query that it does not know, always by the index. For a frequent word it
  // would else read the whole table, or walk through the newest in the hope of soon having enough.
  if (query.words !== '') {
    conditions.push(
      `vector @@ (SELECT search_query(${words}, ${languages}) && ${parameter(tsqueryOf(query.terms), 'tsquery')})`,
    );
  } else {
    if (query.terms.length > 0) conditions.push(`vector @@ (SELECT ${parameter(tsqueryOf(query.terms), 'tsquery')})`);
    conditions.push(`(updated_at, cv_id) < (${after.place})`);
  }
  const phrase = query.userId === null && PHRASE.test(query.words);
  const kind = phrase ? 'phrase' : query.words !== '' ? 'words' : query.terms.length > 0 ? 'terms' : 'all';
  const [row] = await handle.query<SearchRows>(
    `search_${scope}_${kind}`,
    `WITH asked AS MATERIALIZED (
       SELECT configuration, websearch_to_tsquery(configuration, ${words}) AS query
       FROM (SELECT DISTINCT search_configuration(language) AS configuration FROM unnest(${languages}) language) searched
     ), ${phrase ? newestWithPhrase(table, conditions) : `newest AS (${newestOf(table, conditions)})`}, hits AS MATERIALIZED (
       SELECT newest.*, configuration, query, coalesce(ts_rank(vector, query), 0)::real AS rank
       FROM newest LEFT JOIN asked ON configuration = search_configuration(language)
     ), page AS (
       SELECT * FROM hits WHERE (rank, updated_at, cv_id) < (${after.rank}, ${after.place})
       ORDER BY rank DESC, updated_at DESC, cv_id DESC LIMIT ${limit}
     ), counted AS (
       SELECT facet, count(*)::int AS count, row_number() OVER (PARTITION BY left(facet, 1) ORDER BY count(*) DESC, facet) AS place
       FROM hits, unnest(facets) facet WHERE ${parameter(query.after === null, 'boolean')} GROUP BY facet
     )
     SELECT (SELECT count(*)::int FROM hits) AS found,
       (SELECT coalesce(json_agg(json_build_object('facet', left(facet, 1), 'value', substr(facet, 3), 'count', count) ORDER BY place), '[]')
        FROM counted WHERE place <= ${FACET_VALUES}) AS facets,
       (SELECT coalesce(json_agg(json_build_object('rank', rank, 'updatedAt', updated_at, 'cvId', cv_id, 'language', language,
          'shown', shown, 'excerpts', CASE WHEN numnode(query) > 0
          THEN ts_headline(configuration, left(body, ${EXCERPT_SOURCE}), query, ${parameter(HEADLINE, 'text')}) ELSE '' END) ORDER BY rank DESC, updated_at DESC, cv_id DESC), '[]') FROM page) AS rows`,
    values,
  );
  const { rows, ...counted } = row!;
  return { ...counted, rows: rows.map((hit) => ({ ...hit, updatedAt: new Date(hit.updatedAt) })) };
}

const ORDER = 'ORDER BY updated_at DESC, cv_id DESC';

function newestOf(table: string, conditions: readonly string[]): string {
  return `SELECT cv_id, updated_at, language, facets, shown, vector, body FROM ${table}
       WHERE ${conditions.join(' AND ')} ${ORDER} LIMIT ${WINDOW + 1}`;
}

/** The index is asked only if there are not enough among the newest; of the two branches Postgres runs one. */
function newestWithPhrase(table: string, conditions: readonly string[]): string {
  return `recent AS MATERIALIZED (
       ${newestOf(`(SELECT * FROM ${table} ${ORDER} LIMIT ${RECENT}) latest`, conditions)}
     ), newest AS (
       SELECT * FROM recent WHERE (SELECT count(*) FROM recent) > ${WINDOW}
       UNION ALL (SELECT * FROM (${newestOf(table, conditions)}) indexed WHERE (SELECT count(*) FROM recent) <= ${WINDOW})
     )`;
}

/** A query that asks for each of these terms, as they stand in the index. */
function tsqueryOf(terms: readonly string[]): string {
  return terms.map((term) => `'${term.replace(/['\\]/g, '$&$&')}'`).join(' & ');
}

/** Words of public profiles that are spelt almost like this one. */
export async function findNearWords(handle: Handle, word: string): Promise<KnownWord[]> {
  return handle.query<KnownWord>(
    'search_near_words',
    'SELECT word, spelling FROM search_words ORDER BY word <-> $1 LIMIT 50',
    [word],
  );
}

/** In how many public profiles each of these words is, up to {@link WINDOW}. */
export async function countProfilesWith(
  handle: Handle,
  words: readonly string[],
  languages: readonly string[],
): Promise<number[]> {
  const rows = await handle.query<{ count: number }>(
    'search_count_profiles',
    `SELECT (SELECT count(*)::int FROM (
       SELECT FROM profile_search WHERE vector @@ (SELECT search_query(word, $2)) LIMIT ${WINDOW}
     ) found) AS count
     FROM unnest($1::text[]) WITH ORDINALITY given(word, place) ORDER BY place`,
    [words, languages],
  );
  return rows.map(({ count }) => count);
}

/** CVs of a person whose words are compared with one that was not found. */
const OWN_TEXTS = 100;

/** What a person's newest CVs say. */
export async function findOwnTexts(handle: Handle, userId: string): Promise<string[]> {
  const rows = await handle.query<{ body: string }>(
    'search_own_texts',
    `SELECT body FROM cv_search WHERE user_id = $1 ORDER BY updated_at DESC LIMIT ${OWN_TEXTS}`,
    [userId],
  );
  return rows.map(({ body }) => body);
}
