import type { Plan, Role } from '@discover/contracts';

import type { Session } from '../entities/index.js';
import type { Handle } from '../handle.js';

/** What a request needs to know of whoever makes it. */
export interface LiveSession {
  id: string;
  userId: string;
  role: Role;
  plan: Plan;
  expiresAt: Date;
}

/** Used refresh tokens that are remembered: more than a session of 24 h uses up at one every 15 minutes. */
const REMEMBERED = 200;

export async function insertSession(
  handle: Handle,
  session: { userId: string; refreshHash: Buffer; lifetimeMs: number },
): Promise<string> {
  const [row] = await handle.query<{ id: string }>(
    'session_insert',
    `INSERT INTO sessions (user_id, refresh_hash, expires_at) VALUES ($1, $2, now() + $3 * interval '1 millisecond') RETURNING id`,
    [session.userId, session.refreshHash, session.lifetimeMs],
  );
  return row!.id;
}

/** Null if it is revoked, has expired, or its account is gone. */
export async function findLiveSession(handle: Handle, id: string): Promise<LiveSession | null> {
  const [row] = await handle.query<LiveSession>(
    'session_live',
    `SELECT s.id, s.user_id AS "userId", u.role, u.plan, s.expires_at AS "expiresAt"
     FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND u.deleted_at IS NULL`,
    [id],
  );
  return row ?? null;
}

/** For refreshing: with its row locked, so that of two uses of one token only the first finds it unused. */
export async function lockSession(handle: Handle, id: string): Promise<Session | null> {
  const [row] = await handle.query<Session>(
    'session_lock',
    `SELECT id, user_id AS "userId", refresh_hash AS "refreshHash", used_hashes AS "usedHashes",
       created_at AS "createdAt", expires_at AS "expiresAt", revoked_at AS "revokedAt"
     FROM sessions WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

export async function rotateSession(handle: Handle, session: Session, refreshHash: Buffer): Promise<void> {
  await handle.query(
    'session_rotate',
    `UPDATE sessions SET used_hashes = (used_hashes || refresh_hash)[greatest(1, cardinality(used_hashes) + 2 - $3::int):], refresh_hash = $2 WHERE id = $1`,
    [session.id, refreshHash, REMEMBERED],
  );
}

export async function revokeSession(handle: Handle, id: string): Promise<void> {
  await handle.query('session_revoke', 'UPDATE sessions SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL', [
    id,
  ]);
}

/** Ends all sessions of a person but one; answers which. */
export async function revokeOtherSessions(handle: Handle, userId: string, keptId: string): Promise<string[]> {
  const rows = await handle.query<{ id: string }>(
    'session_revoke_others',
    'UPDATE sessions SET revoked_at = now() WHERE user_id = $1 AND id <> $2 AND revoked_at IS NULL RETURNING id',
    [userId, keptId],
  );
  return rows.map(({ id }) => id);
}

/** The sessions of a person that have not ended. */
export async function liveSessionIdsOf(handle: Handle, userId: string): Promise<string[]> {
  const rows = await handle.query<{ id: string }>(
    'session_ids',
    'SELECT id FROM sessions WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > now()',
    [userId],
  );
  return rows.map(({ id }) => id);
}

/** Removes sessions that ended over a day ago: until then a reused token of theirs can be told apart from a wrong one. */
export async function purgeSessions(handle: Handle): Promise<number> {
  const rows = await handle.query(
    'session_purge',
    `DELETE FROM sessions WHERE expires_at < now() - interval '1 day' RETURNING id`,
  );
  return rows.length;
}
