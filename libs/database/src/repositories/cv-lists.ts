import type { CvStatus } from '../entities/index.js';
import type { Handle } from '../handle.js';
import { CV_SUMMARY, type CvSummary } from './cv-record.js';

export const CV_SORTS = ['updatedAt', 'createdAt', 'title'] as const;
export type CvSort = (typeof CV_SORTS)[number];

export interface CvListing {
  userId: string;
  sort: CvSort;
  descending: boolean;
  status: CvStatus | null;
  language: string | null;
  /** What the title begins with, in whatever case. */
  titlePrefix: string | null;
  /** Those that were deleted, for as long as they can be brought back, instead of those that were not. */
  deleted: boolean;
  /** The sort value and id of the last item of the page before. */
  after: { value: Date | string; id: string } | null;
  limit: number;
}

export interface CvListItem extends CvSummary {
  deletedAt: Date | null;
}

/** Titles are in the order of the Unicode Collation Algorithm: «Ärztin» between «Anwalt» and «Bäckerin». */
const TITLE = 'title COLLATE "und-x-icu"';
const COLUMNS: Record<CvSort, string> = { updatedAt: 'updated_at', createdAt: 'created_at', title: TITLE };

/** One page in the order of `sort`, then id. */
export async function listCvs(handle: Handle, listing: CvListing): Promise<CvListItem[]> {
  const { userId, sort, descending, status, language, titlePrefix, deleted, after, limit } = listing;
  const column = COLUMNS[sort];
  const order = descending ? 'DESC' : 'ASC';
  const values: unknown[] = [userId, limit, titlePrefix];
  const conditions = [
    'user_id = $1',
    deleted ? `deleted_at > now() - interval '30 days'` : 'deleted_at IS NULL',
    `($3::text IS NULL OR starts_with(lower(${TITLE}), lower($3 COLLATE "und-x-icu")))`,
  ];
  // Each filter that has an index is a condition of its own, so that a plan made once for all values can use it.
  const names = [sort, order.toLowerCase(), ...(deleted ? ['deleted'] : [])];
  const filter = (name: string, condition: (parameter: string) => string, value: unknown) => {
    names.push(name);
    conditions.push(condition(`$${values.push(value)}`));
  };
  if (status !== null) filter('status', (parameter) => `status = ${parameter}`, status);
  if (language !== null) filter('language', (parameter) => `language = ${parameter}`, language);
  if (after) {
    const id = `$${values.push(after.id)}`;
    filter('next', (parameter) => `(${column}, id) ${descending ? '<' : '>'} (${parameter}, ${id})`, after.value);
  }
  return handle.query<CvListItem>(
    `cv_list_${names.join('_')}`,
    `SELECT ${CV_SUMMARY}, deleted_at AS "deletedAt" FROM cvs WHERE ${conditions.join(' AND ')}
     ORDER BY ${column} ${order}, id ${order} LIMIT $2`,
    values,
  );
}
