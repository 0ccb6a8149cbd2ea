import type { MaskField, Resume } from '@discover/cv-model';

import type { Handle } from '../handle.js';
import { publicSearchDocument, searchDocument, STEMMED, type SearchDocument } from '../search/search-document.js';
import { knownWords, type KnownWord } from '../search/spelling.js';
import { readable } from '../search/text.js';
import { CV_RECORD, type CvRecord, type CvSummary } from './cv-record.js';

/** A CV whose profile everybody may find, and how. */
interface Published {
  ownerId: string;
  cvId: string;
  slug: string;
  mask: MaskField[];
  revision: number;
}

/** A row of either index, as `json_to_recordset` reads it. */
type Row = Omit<SearchDocument, 'shown'> & {
  owner: string;
  cv: string;
  revision: number;
  publication: number | null;
  updated: Date;
  language: string | null;
  shown: object;
};

const GIVEN = `json_to_recordset($1::json) AS given(owner uuid, cv uuid, revision int, publication int, updated timestamptz,
  language text, texts text[], facets text[], terms text[], shown json)`;
const COLUMNS = `updated, language, facets, shown, search_vector(language, texts, terms), array_to_string(texts, E'\\n')`;
const REPLACE = `revision = excluded.revision, updated_at = excluded.updated_at, language = excluded.language, facets = excluded.facets,
  shown = excluded.shown, vector = excluded.vector, body = excluded.body`;

/**
 * Puts CVs, as they now are, into search: their owner's and, of those that are public profiles, everybody's. To be called by
 * whatever changes a CV, in its transaction, which holds the CV; answers the ids of those that are public.
 */
export async function indexCvs(handle: Handle, cvs: readonly CvRecord[]): Promise<ReadonlySet<string>> {
  const documents = new Map(cvs.map((cv) => [cv.id, JSON.parse(cv.documentText) as Resume]));
  const published = await putCvs(
    handle,
    cvs.map((cv) =>
      rowOf(cv, searchDocument(documents.get(cv.id)!, cv.language, cv.title), {
        title: cv.title,
        status: cv.status,
      }),
    ),
  );
  if (published.length === 0) return new Set();
  const byId = new Map(cvs.map((cv) => [cv.id, cv]));
  const profiles = published.map((publication) => {
    const cv = byId.get(publication.cvId)!;
    const document = publicSearchDocument(documents.get(cv.id)!, cv.language, publication.mask);
    return { ...rowOf(cv, document, { slug: publication.slug }), publication: publication.revision };
  });
  await putProfiles(handle, profiles);
  await learnWords(handle, knownWords(profiles.flatMap(({ texts }) => texts.map(readable)).join('\n')));
  return new Set(published.map(({ cvId }) => cvId));
}

function rowOf(cv: CvSummary, { shown, ...document }: SearchDocument, more: object): Row {
  const { userId: owner, id, revision, updatedAt: updated, language } = cv;
  return { owner, cv: id, revision, publication: null, updated, language, ...document, shown: { ...more, ...shown } };
}

/** The publications are locked: how one is masked must not change before the commit that puts its profile into search. */
async function putCvs(handle: Handle, rows: readonly Row[]): Promise<Published[]> {
  return handle.query<Published>(
    'search_put_cvs',
    `WITH put AS (
       INSERT INTO cv_search (user_id, cv_id, revision, updated_at, language, facets, shown, vector, body)
       SELECT owner, cv, revision, ${COLUMNS} FROM ${GIVEN}
       ON CONFLICT (user_id, cv_id) DO UPDATE SET ${REPLACE}
     )
     SELECT p.* FROM ${GIVEN}, LATERAL (
       SELECT owner_id AS "ownerId", cv_id AS "cvId", slug, mask, revision FROM publications
       WHERE owner_id = given.owner AND cv_id = given.cv AND visibility = 'public' LIMIT 1 FOR SHARE
     ) p`,
    [JSON.stringify(rows)],
  );
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
