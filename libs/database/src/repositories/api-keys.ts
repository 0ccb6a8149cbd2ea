import type { Plan, Role, Scope } from '@discover/contracts';

import type { Handle } from '../handle.js';

/** An API key without its secret, which nobody has but its owner. */
export interface ApiKey {
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date | null;
  /** To the minute; null if it was never used. */
  lastUsedAt: Date | null;
}

export interface NewApiKey {
  userId: string;
  name: string;
  /** SHA-256 of the secret. */
  secretHash: Buffer;
  scopes: readonly Scope[];
  expiresAt: Date | null;
}

/** What a request needs to know of the key that it brings. */
export interface LiveApiKey {
  userId: string;
  role: Role;
  plan: Plan;
  scopes: Scope[];
  secretHash: Buffer;
  expiresAt: Date | null;
}

const PUBLIC = `id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"`;

/** Null if the person has `most` keys already: their row is locked, so that two requests cannot both add the last one. */
export async function insertApiKey(handle: Handle, key: NewApiKey, most: number): Promise<ApiKey | null> {
  await handle.query('user_lock', 'SELECT id FROM users WHERE id = $1 FOR UPDATE', [key.userId]);
  const [row] = await handle.query<ApiKey>(
    'api_key_insert',
    `INSERT INTO api_keys (user_id, name, secret_hash, scopes, expires_at)
     SELECT $1, $2, $3, $4, $5 WHERE (SELECT count(*) FROM api_keys WHERE user_id = $1) < $6
     RETURNING ${PUBLIC}`,
    [key.userId, key.name, key.secretHash, key.scopes, key.expiresAt, most],
  );
  return row ?? null;
}

/** Newest first. */
export async function listApiKeys(handle: Handle, userId: string): Promise<ApiKey[]> {
  return handle.query<ApiKey>('api_key_list', `SELECT ${PUBLIC} FROM api_keys WHERE user_id = $1 ORDER BY id DESC`, [
    userId,
  ]);
}

/** Answers whether there was one. */
export async function deleteApiKey(handle: Handle, userId: string, id: string): Promise<boolean> {
  const rows = await handle.query(
    'api_key_delete',
    'DELETE FROM api_keys WHERE user_id = $1 AND id = $2 RETURNING id',
    [userId, id],
  );
  return rows.length > 0;
}

/** Null if it was revoked, has expired, or its account is gone. */
export async function findLiveApiKey(handle: Handle, id: string): Promise<LiveApiKey | null> {
  const [row] = await handle.query<LiveApiKey>(
    'api_key_live',
    `SELECT k.user_id AS "userId", u.role, u.plan, k.scopes, k.secret_hash AS "secretHash", k.expires_at AS "expiresAt"
     FROM api_keys k JOIN users u ON u.id = k.user_id
     WHERE k.id = $1 AND u.deleted_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())`,
    [id],
  );
  return row ?? null;
}

export async function apiKeyIdsOf(handle: Handle, userId: string): Promise<string[]> {
  const rows = await handle.query<{ id: string }>('api_key_ids', 'SELECT id FROM api_keys WHERE user_id = $1', [
    userId,
  ]);
  return rows.map(({ id }) => id);
}

/** Notes that these keys are in use. In the order of their ids, so that two instances cannot wait for each other. */
export async function touchApiKeys(handle: Handle, ids: readonly string[]): Promise<void> {
  await handle.query(
    'api_key_touch',
    `UPDATE api_keys SET last_used_at = now() WHERE id IN (
       SELECT id FROM api_keys WHERE id = ANY($1::uuid[]) AND (last_used_at IS NULL OR last_used_at < now() - interval '50 seconds')
       ORDER BY id FOR UPDATE
     )`,
    [ids],
  );
}
