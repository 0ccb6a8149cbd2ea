import type { MaskField, Resume } from '@discover/cv-model';

import type { Handle } from '../handle.js';
import { publicSearchDocument, searchDocument, STEMMED, type SearchDocument } from '../search/search-document.js';
import { knownWords, type KnownWord } from '../search/spelling.js';
import { readable } from '../search/text.js';
import { CV_RECORD, type CvRecord, type CvSummary } from './cv-record.js';

/** How everybody may find a CV, if its profile is public. */
export interface Publication {
  slug: string;
  mask: MaskField[];
  publication: number;
}

/** A CV and what it says. */
interface Described {
  cv: CvSummary;
  document: Resume;
}

/** What is put into either index of a CV, as `json_to_recordset` reads it. */
type Words = Omit<SearchDocument, 'shown'> & { language: string | null; shown: object };
type Row = Words & { owner: string; cv: string; revision: number; publication: number | null; updated: Date };

const WORDS = 'language text, texts text[], facets text[], terms text[], shown json';
const GIVEN = `json_to_recordset($1::json) AS given(owner uuid, cv uuid, revision int, publication int, updated timestamptz, ${WORDS})`;
const COLUMNS = `updated, language, facets, shown, search_vector(language, texts, terms), array_to_string(texts, E'\\n')`;
const REPLACE = `revision = excluded.revision, updated_at = excluded.updated_at, language = excluded.language, facets = excluded.facets,
  shown = excluded.shown, vector = excluded.vector, body = excluded.body`;

/** SQL that lets the owner find what `source` has. */
function put(source: string): string {
  return `INSERT INTO cv_search (user_id, cv_id, revision, updated_at, language, facets, shown, vector, body)
    SELECT owner, cv, revision, ${COLUMNS} FROM ${source}
    ON CONFLICT (user_id, cv_id) DO UPDATE SET ${REPLACE}`;
}

/**
 * SQL that lets its owner find the one CV that the CTE `cv` has written.
 *
 * @param words the parameter that has the {@link ownWords}
 */
export function putWritten(words: '$6' | '$9'): string {
  return put(`(SELECT user_id AS owner, id AS cv, revision, updated_at AS updated, given.*
      FROM cv, json_to_record(${words}::json) AS given(${WORDS})) AS written`);
}

/**
 * SQL for the {@link Publication} of a CV. It is locked: how it is masked must not change before the commit that puts the
 * profile into search.
 */
export function publicationOf(owner: string, cv: string): string {
  return `SELECT slug, mask, revision AS publication FROM publications
    WHERE owner_id = ${owner} AND cv_id = ${cv} AND visibility = 'public' LIMIT 1 FOR SHARE`;
}

/** By what its owner finds a CV, as {@link putWritten} takes it. */
export function ownWords(cv: Pick<CvSummary, 'title' | 'status' | 'language'>, document: Resume): Words {
  const { title, status, language } = cv;
  const { shown, ...found } = searchDocument(document, language, title);
  return { language, ...found, shown: { title, status, ...shown } };
}

/**
 * Puts CVs, as they now are, into search: their owner's and, of those that are public profiles, everybody's. To be called in
 * the transaction that changes something of them and holds them; answers the ids of those that are public.
 */
export async function indexCvs(handle: Handle, cvs: readonly CvRecord[]): Promise<ReadonlySet<string>> {
  const described = new Map(cvs.map((cv) => [cv.id, { cv, document: JSON.parse(cv.documentText) as Resume }]));
  const published = await handle.query<Publication & { id: string }>(
    'search_put_cvs',
    `WITH put AS (${put(GIVEN)})
     SELECT given.cv AS id, p.* FROM ${GIVEN}, LATERAL (${publicationOf('given.owner', 'given.cv')}) p`,
    [JSON.stringify([...described.values()].map(({ cv, document }) => rowOf(cv, ownWords(cv, document))))],
  );
  await indexProfiles(
    handle,
    published.map((publication) => ({ ...described.get(publication.id)!, publication })),
  );
  return new Set(published.map(({ id }) => id));
}

/** Lets everybody find CVs whose publications are locked, without what these mask. */
export async function indexProfiles(
  handle: Handle,
  profiles: readonly (Described & { publication: Publication })[],
): Promise<void> {
  if (profiles.length === 0) return;
  const rows = profiles.map(({ cv, document, publication: { slug, mask, publication } }) => {
    const { shown, ...found } = publicSearchDocument(document, cv.language, mask);
    return { ...rowOf(cv, { language: cv.language, ...found, shown: { slug, ...shown } }), publication };
  });
  await putProfiles(handle, rows);
  await learnWords(handle, knownWords(rows.flatMap(({ texts }) => texts.map(readable)).join('\n')));
}

function rowOf({ userId: owner, id, revision, updatedAt: updated }: CvSummary, words: Words): Row {
  return { owner, cv: id, revision, publication: null, updated, ...words };
}

async function putProfiles(handle: Handle, rows: readonly Row[]): Promise<void> {
  await handle.query(
    'search_put_profiles',
    `INSERT INTO profile_search (owner_id, cv_id, revision, publication_revision, updated_at, language, facets, shown, vector, body)
     SELECT owner, cv, revision, publication, ${COLUMNS} FROM ${GIVEN}
     ON CONFLICT (owner_id, cv_id) DO UPDATE SET ${REPLACE}, publication_revision = excluded.publication_revision`,
    [JSON.stringify(rows)],
  );
}

/** In one order, so that two who learn the same words never wait for each other. */
async function learnWords(handle: Handle, words: readonly KnownWord[]): Promise<void> {
  await handle.query(
    'search_learn_words',
    `INSERT INTO search_words (word, spelling)
     SELECT word, spelling FROM unnest($1::text[], $2::text[]) AS given(word, spelling) ORDER BY word
     ON CONFLICT DO NOTHING`,
    [words.map(({ word }) => word), words.map(({ spelling }) => spelling)],
  );
}

/**
 * Puts at most `limit` CVs of the backlog into search; answers how many there were. Those that somebody is changing are
 * left to them.
 */
export async function indexBacklog(handle: Handle, limit: number): Promise<number> {
  const waiting = await handle.query<CvRecord & { deleted: boolean }>(
    'search_backlog_take',
    `SELECT ${CV_RECORD}, deleted_at IS NOT NULL AS deleted FROM (
       SELECT c.* FROM (
         SELECT user_id, cv_id FROM search_backlog ORDER BY since LIMIT $1 FOR UPDATE SKIP LOCKED
       ) b, LATERAL (
         SELECT * FROM cvs WHERE user_id = b.user_id AND id = b.cv_id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
       ) c
     ) waiting`,
    [limit],
  );
  const present = waiting.filter(({ deleted }) => !deleted);
  if (present.length > 0) await indexCvs(handle, present);
  await handle.query(
    'search_backlog_done',
    `DELETE FROM search_backlog b USING unnest($1::uuid[], $2::uuid[]) AS done(user_id, cv_id)
     WHERE b.user_id = done.user_id AND b.cv_id = done.cv_id`,
    [waiting.map(({ userId }) => userId), waiting.map(({ id }) => id)],
  );
  return waiting.length;
}

/**
 * Of the `limit` words after this one, in the order of the alphabet, forgets those that no public profile has any more.
 * Answers how many, and the last word that was looked at: null at the end of all words.
 */
export async function forgetSearchWords(
  handle: Handle,
  after: string,
  limit: number,
): Promise<{ forgotten: number; last: string | null }> {
  const [row] = await handle.query<{ forgotten: number; last: string | null }>(
    'search_words_forget',
    `WITH looked AS (
       SELECT word, EXISTS (SELECT FROM profile_search WHERE vector @@ (SELECT search_query(spelling, $3))) AS shown
       FROM search_words WHERE word > $1 ORDER BY word LIMIT $2
     ), forgotten AS (
       DELETE FROM search_words WHERE word IN (SELECT word FROM looked WHERE NOT shown) RETURNING word
     )
     SELECT (SELECT count(*)::int FROM forgotten) AS forgotten,
       (SELECT max(word) FROM looked HAVING count(*) = $2) AS last`,
    [after, limit, STEMMED],
  );
  return row!;
}
