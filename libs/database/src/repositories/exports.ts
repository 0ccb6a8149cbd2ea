import type { Handle } from '../handle.js';

export interface ExportTable {
  table: string;
  columns: readonly string[];
  /** The column that names the person; `user_id` unless told. */
  owner?: 'owner_id' | 'author_id' | 'user_id';
  /** SQL of what tells its rows apart within one person, as text; the id unless told. */
  key?: string;
}

/**
 * What is handed out of each table that knows its person, one file of JSON lines each. Hashes, secrets and what only keeps
 * the machinery going are left out. A test compares this with the schema: a new table must be listed here or in
 * {@link NOT_EXPORTED}.
 */
export const EXPORT_TABLES: readonly ExportTable[] = [
  { table: 'sessions', columns: ['id', 'created_at', 'expires_at', 'revoked_at'] },
  { table: 'api_keys', columns: ['id', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at'] },
  { table: 'files', columns: ['id', 'name', 'media_type', 'size', 'sha256', 'created_at'] },
  {
    table: 'jobs',
    columns: [
      'id',
      'batch_id',
      'kind',
      'state',
      'input',
      'result',
      'error_code',
      'created_at',
      'started_at',
      'finished_at',
    ],
  },
  {
    table: 'cv_photos',
    columns: ['cv_id', 'hash', 'width', 'height', 'created_at'],
    key: `cv_id || '/' || hash`,
  },
  {
    table: 'custom_templates',
    columns: ['id', 'name', 'base', 'source', 'revision', 'created_at', 'updated_at'],
  },
  { table: 'webhooks', columns: ['id', 'url', 'events', 'paused', 'failing_since', 'created_at', 'updated_at'] },
  {
    table: 'cv_translations',
    columns: ['cv_id', 'language', 'texts', 'revision', 'created_at', 'updated_at'],
    key: `cv_id || '/' || language`,
  },
  {
    table: 'shares',
    columns: [
      'id',
      'cv_id',
      'permission',
      'email',
      'label',
      'version',
      'mask',
      'expires_at',
      'max_views',
      'views',
      'downloads',
      'first_opened_at',
      'last_opened_at',
      'created_at',
      'updated_at',
      'revoked_at',
    ],
    owner: 'owner_id',
  },
  { table: 'comments', columns: ['id', 'cv_id', 'pointer', 'text', 'created_at'], owner: 'owner_id' },
  { table: 'comments', columns: ['id', 'cv_id', 'pointer', 'text', 'created_at'], owner: 'author_id' },
  {
    table: 'publications',
    columns: ['cv_id', 'slug', 'visibility', 'template', 'mask', 'created_at', 'updated_at'],
    owner: 'owner_id',
    key: 'cv_id::text',
  },
  { table: 'publication_slugs', columns: ['slug', 'cv_id', 'used_at'], owner: 'owner_id', key: 'slug' },
  {
    table: 'cv_view_days',
    columns: ['cv_id', 'day', 'views', 'visitors', 'downloads', 'sources'],
    owner: 'owner_id',
    key: `cv_id || '/' || day`,
  },
  { table: 'plan_changes', columns: ['id', 'old_plan', 'new_plan', 'at'] },
  { table: 'daily_activity', columns: ['day'], key: 'day::text' },
  { table: 'lever_changes', columns: ['id', 'at', 'name', 'old_value', 'new_value', 'reason'] },
  { table: 'events', columns: ['id', 'type', 'subject_id', 'data', 'created_at'] },
];

/** Tables that know a person and are not in {@link EXPORT_TABLES}, with the reason. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  cvs: 'each a file of its own',
  cv_versions: 'each a file of its own',
  cv_readings: 'each a file of its own',
  view_events: 'visits of others, who are not named in it; what they come to is in `shares`',
  idempotency_keys: 'hashes of requests and copies of answers, kept for a day',
};

/** Accepts the wish for an export, or answers the one that is under way. */
export async function requestExport(
  handle: Handle,
  request: { userId: string; priority: number },
): Promise<{ id: string; accepted: boolean }> {
  const [row] = await handle.query<{ id: string }>(
    'export_request',
    `WITH job AS (
       INSERT INTO jobs (user_id, kind, priority, input) VALUES ($1, 'account.export', $2, '{}')
       ON CONFLICT (user_id) WHERE kind = 'account.export' AND state IN ('queued', 'active') DO NOTHING RETURNING id, user_id
     ), message AS (
       INSERT INTO outbox (job_id, queue, name, payload, priority)
       SELECT id, 'maintenance', 'account.export', json_build_object('jobId', id, 'userId', user_id), $2 FROM job
     )
     SELECT id FROM job`,
    [request.userId, request.priority],
  );
  if (row) return { id: row.id, accepted: true };
  const [present] = await handle.query<{ id: string }>(
    'export_present',
    `SELECT id FROM jobs WHERE user_id = $1 AND kind = 'account.export' ORDER BY id DESC LIMIT 1`,
    [request.userId],
  );
  return { id: present!.id, accepted: false };
}

/** The account as JSON text. */
export async function exportAccountRow(handle: Handle, userId: string): Promise<string> {
  const [row] = await handle.query<{ json: string }>(
    'export_account',
    `SELECT row_to_json(account)::text AS json FROM (
       SELECT id, email, name, role, plan, home_region AS "homeRegion", created_at AS "createdAt", updated_at AS "updatedAt"
       FROM users WHERE id = $1
     ) account`,
    [userId],
  );
  return row!.json;
}

/** Rows of a table as JSON text, in the order of their keys, and where the next page begins. */
export async function exportRows(
  handle: Handle,
  { table, columns, owner = 'user_id', key = 'id::text' }: ExportTable,
  page: { userId: string; after: string | null; limit: number },
): Promise<{ rows: string[]; last: string | null }> {
  const list = columns.map((column) => `${column} AS "${camelCase(column)}"`).join(', ');
  const rows = await handle.query<{ exportKey: string; json: string }>(
    `export_${exportNameOf({ table, owner })}`,
    `SELECT ${key} AS "exportKey", (SELECT row_to_json(shown) FROM (SELECT ${list}) shown)::text AS json
     FROM ${table} WHERE ${owner} = $1 AND ($2::text IS NULL OR ${key} > $2) ORDER BY ${key} LIMIT $3`,
    [page.userId, page.after, page.limit],
  );
  return { rows: rows.map(({ json }) => json), last: rows.at(-1)?.exportKey ?? null };
}

/** CVs, also deleted ones that are not purged yet, each as JSON text without its document. */
export async function exportCvs(
  handle: Handle,
  page: { userId: string; after: string | null; limit: number },
): Promise<{ id: string; json: string }[]> {
  return handle.query(
    'export_cvs',
    `SELECT id, row_to_json(cv)::text AS json FROM (
       SELECT id, title, status, language, version, created_at AS "createdAt", updated_at AS "updatedAt", deleted_at AS "deletedAt"
       FROM cvs WHERE user_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3
     ) cv ORDER BY id`,
    [page.userId, page.after, page.limit],
  );
}

/** Versions of a CV from the first, each with its document to the byte, and what the parser said of it if it made it. */
export async function exportVersions(
  handle: Handle,
  page: { userId: string; cvId: string; after: number; limit: number },
): Promise<{ version: number; document: string; reading: string | null }[]> {
  return handle.query(
    'export_versions',
    `SELECT v.version, v.document::text AS document, r.reading::text AS reading
     FROM cv_versions v LEFT JOIN cv_readings r ON r.user_id = v.user_id AND r.cv_id = v.cv_id AND r.version = v.version
     WHERE v.user_id = $1 AND v.cv_id = $2 AND v.version > $3 ORDER BY v.version LIMIT $4`,
    [page.userId, page.cvId, page.after, page.limit],
  );
}

/** Uploaded originals: where their bytes are, and what the person called them. */
export async function exportFiles(
  handle: Handle,
  page: { userId: string; after: string | null; limit: number },
): Promise<{ id: string; key: string; name: string }[]> {
  return handle.query(
    'export_originals',
    'SELECT id, key, name FROM files WHERE user_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3',
    [page.userId, page.after, page.limit],
  );
}

/** Of the file in the export: `api-keys`, and `comments-by-author` for what the person wrote about others' CVs. */
export function exportNameOf({ table, owner }: Pick<ExportTable, 'table' | 'owner'>): string {
  return `${table.replaceAll('_', '-')}${owner === 'author_id' ? '-by-author' : ''}`;
}

function camelCase(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
