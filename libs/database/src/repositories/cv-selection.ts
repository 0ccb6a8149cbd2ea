import type { Handle } from '../handle.js';
import type { CvSummary } from './cv-record.js';

const COLUMNS = {
  title: 'title',
  status: 'status',
  language: 'language',
  version: 'version',
  createdAt: 'created_at AS "createdAt"',
  updatedAt: 'updated_at AS "updatedAt"',
} as const satisfies Partial<Record<keyof CvSummary, string>>;
export type CvField = keyof typeof COLUMNS;
export const CV_FIELDS = Object.keys(COLUMNS) as CvField[];

/** What to read of a CV beside its id and revision. */
export interface CvSelection {
  fields: readonly CvField[];
  /** The whole document, or places in it: `['basics', 'name']`. */
  document: 'whole' | readonly (readonly string[])[];
}

export interface SelectedCv {
  id: string;
  revision: number;
  /** The selected fields. */
  fields: Partial<CvSummary>;
  /** JSON text of the whole document, or of each place in it; null where there is nothing. */
  document: string | (string | null)[];
}

/** Reads these columns, and of the document these places, and no others. */
export async function selectCv(
  handle: Handle,
  userId: string,
  id: string,
  selection: CvSelection,
): Promise<SelectedCv | null> {
  const values: unknown[] = [userId, id];
  const places =
    selection.document === 'whole'
      ? ['document::text AS document']
      : selection.document.map((path, index) => `(document #> $${values.push(path)}::text[])::text AS place${index}`);
  const columns = ['id', 'revision', ...selection.fields.map((field) => COLUMNS[field]), ...places];
  const [row] = await handle.query<Record<string, unknown>>(
    'cv_select',
    `SELECT ${columns.join(', ')} FROM cvs WHERE user_id = $1 AND id = $2 AND deleted_at IS NULL`,
    values,
    // There are too many selections for a prepared statement of each.
    { prepare: false },
  );
  if (!row) return null;
  return {
    id: row.id as string,
    revision: row.revision as number,
    fields: Object.fromEntries(selection.fields.map((field) => [field, row[field]])),
    document:
      selection.document === 'whole'
        ? (row.document as string)
        : selection.document.map((_, index) => row[`place${index}`] as string | null),
  };
}
