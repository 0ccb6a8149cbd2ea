import type { Handle } from '../handle.js';

/** A template that a person uploaded, without its source. */
export interface CustomTemplateSummary {
  id: string;
  name: string;
  /** The built-in template that it is based on. */
  base: string;
  /** Goes up with every change. */
  revision: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface CustomTemplate extends CustomTemplateSummary {
  source: string;
}

/** What a person says of a template. */
export interface CustomTemplateContent {
  name: string;
  base: string;
  source: string;
}

const SUMMARY = `id, name, base, revision, created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Null if the person has `limit` of them already. */
export async function insertCustomTemplate(
  handle: Handle,
  userId: string,
  { name, base, source }: CustomTemplateContent,
  limit: number,
): Promise<CustomTemplate | null> {
  // The person's row is the lock that keeps two at once from passing the limit together.
  await handle.query('custom_template_owner_lock', 'SELECT id FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
  const [row] = await handle.query<CustomTemplate>(
    'custom_template_insert',
    `INSERT INTO custom_templates (user_id, name, base, source)
     SELECT $1, $2, $3, $4 WHERE (SELECT count(*) FROM custom_templates WHERE user_id = $1) < $5
     RETURNING ${SUMMARY}, source`,
    [userId, name, base, source, limit],
  );
  return row ?? null;
}

/** The newest first. */
export async function listCustomTemplates(handle: Handle, userId: string): Promise<CustomTemplateSummary[]> {
  return handle.query(
    'custom_template_list',
    `SELECT ${SUMMARY} FROM custom_templates WHERE user_id = $1 ORDER BY id DESC`,
    [userId],
  );
}

export async function findCustomTemplate(handle: Handle, userId: string, id: string): Promise<CustomTemplate | null> {
  const [row] = await handle.query<CustomTemplate>(
    'custom_template_find',
    `SELECT ${SUMMARY}, source FROM custom_templates WHERE user_id = $1 AND id = $2`,
    [userId, id],
  );
  return row ?? null;
}

export async function replaceCustomTemplate(
  handle: Handle,
  userId: string,
  id: string,
  { name, base, source }: CustomTemplateContent,
): Promise<CustomTemplate | null> {
  const [row] = await handle.query<CustomTemplate>(
    'custom_template_replace',
    `UPDATE custom_templates SET name = $3, base = $4, source = $5, revision = revision + 1, updated_at = now()
     WHERE user_id = $1 AND id = $2 RETURNING ${SUMMARY}, source`,
    [userId, id, name, base, source],
  );
  return row ?? null;
}

/** Answers whether there was one. */
export async function deleteCustomTemplate(handle: Handle, userId: string, id: string): Promise<boolean> {
  const rows = await handle.query(
    'custom_template_delete',
    'DELETE FROM custom_templates WHERE user_id = $1 AND id = $2 RETURNING id',
    [userId, id],
  );
  return rows.length > 0;
}
