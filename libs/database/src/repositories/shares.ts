import type { MaskField } from '@discover/cv-model';

import type { Handle } from '../handle.js';

/** What somebody with whom a CV is shared may do; each includes those before it. */
export const SHARE_PERMISSIONS = ['view', 'comment', 'edit'] as const;
export type SharePermission = (typeof SHARE_PERMISSIONS)[number];

/** A share as its owner sees it. With `email` it is a person's, without it a link. */
export interface Share {
  id: string;
  cvId: string;
  permission: SharePermission;
  email: string | null;
  /** For whom the owner made the link; only they see it. */
  label: string | null;
  protected: boolean;
  version: number | null;
  mask: MaskField[];
  expiresAt: Date | null;
  maxViews: number | null;
  notifyFirstOpen: boolean;
  /** Every time that the link showed the CV, downloads included. */
  views: number;
  downloads: number;
  firstOpenedAt: Date | null;
  lastOpenedAt: Date | null;
  createdAt: Date;
  revokedAt: Date | null;
}

export interface LinkSettings {
  label: string | null;
  passwordHash: string | null;
  version: number | null;
  mask: readonly MaskField[];
  expiresAt: Date | null;
  maxViews: number | null;
  notifyFirstOpen: boolean;
}

const SHARE = `id, cv_id AS "cvId", permission, email, label, password_hash IS NOT NULL AS protected, version, mask,
  expires_at AS "expiresAt", max_views AS "maxViews", notify_first_open AS "notifyFirstOpen", views, downloads,
  first_opened_at AS "firstOpenedAt", last_opened_at AS "lastOpenedAt", created_at AS "createdAt", revoked_at AS "revokedAt"`;

/**
 * Shares with whoever has this address, now or later; null if it is shared with them already. If there is an account it
 * is bound to the share, so that nobody who gets the address after it inherits what was shared.
 */
export async function insertPersonShare(
  handle: Handle,
  share: { ownerId: string; cvId: string; email: string; permission: SharePermission },
): Promise<Share | null> {
  const [row] = await handle.query<Share>(
    'share_insert_person',
    `INSERT INTO shares (owner_id, cv_id, permission, email, recipient_id)
     VALUES ($1, $2, $3, $4, (SELECT id FROM users WHERE email = $4 AND deleted_at IS NULL))
     ON CONFLICT (cv_id, email) WHERE email IS NOT NULL AND revoked_at IS NULL DO NOTHING RETURNING ${SHARE}`,
    [share.ownerId, share.cvId, share.permission, share.email],
  );
  return row ?? null;
}

/** @param link `tokenHash` is the SHA-256 of the link's token, which nobody keeps but who it was given to */
export async function insertLinkShare(
  handle: Handle,
  link: LinkSettings & { ownerId: string; cvId: string; tokenHash: Buffer },
): Promise<Share> {
  const [row] = await handle.query<Share>(
    'share_insert_link',
    `INSERT INTO shares (owner_id, cv_id, permission, token_hash, label, password_hash, version, mask, expires_at, max_views, notify_first_open)
     VALUES ($1, $2, 'view', $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${SHARE}`,
    [link.ownerId, link.cvId, link.tokenHash, ...settingsOf(link)],
  );
  return row!;
}

/**
 * How many shares of a CV are in force; null if it is not there any more. Its row is locked until the transaction ends, so
 * that nobody else adds one meanwhile.
 */
export async function countShares(handle: Handle, ownerId: string, cvId: string): Promise<number | null> {
  const cv = await handle.query(
    'share_cv_lock',
    'SELECT id FROM cvs WHERE user_id = $1 AND id = $2 AND deleted_at IS NULL FOR NO KEY UPDATE',
    [ownerId, cvId],
  );
  if (cv.length === 0) return null;
  const [row] = await handle.query<{ shares: number }>(
    'share_count',
    'SELECT count(*)::int AS shares FROM shares WHERE owner_id = $1 AND cv_id = $2 AND revoked_at IS NULL',
    [ownerId, cvId],
  );
  return row!.shares;
}

/** All shares of a CV that are in force or were, oldest first. */
export async function listShares(handle: Handle, ownerId: string, cvId: string): Promise<Share[]> {
  return handle.query<Share>(
    'share_list',
    `SELECT ${SHARE} FROM shares WHERE owner_id = $1 AND cv_id = $2 ORDER BY id LIMIT 1000`,
    [ownerId, cvId],
  );
}

/** For a change, with its row locked; null if it is not this owner's or was revoked. */
export async function lockShare(
  handle: Handle,
  ownerId: string,
  id: string,
): Promise<(Share & { passwordHash: string | null }) | null> {
  const [row] = await handle.query<Share & { passwordHash: string | null }>(
    'share_lock',
    `SELECT ${SHARE}, password_hash AS "passwordHash" FROM shares WHERE id = $2 AND owner_id = $1 AND revoked_at IS NULL FOR UPDATE`,
    [ownerId, id],
  );
  return row ?? null;
}

export async function updateShare(
  handle: Handle,
  id: string,
  change: LinkSettings & { permission: SharePermission },
): Promise<Share> {
  const [row] = await handle.query<Share>(
    'share_update',
    `UPDATE shares SET permission = $2, label = $3, password_hash = $4, version = $5, mask = $6, expires_at = $7, max_views = $8,
       notify_first_open = $9, updated_at = now()
     WHERE id = $1 RETURNING ${SHARE}`,
    [id, change.permission, ...settingsOf(change)],
  );
  return row!;
}

/** Null if there was none in force. */
export async function revokeShare(handle: Handle, ownerId: string, id: string): Promise<Share | null> {
  const [row] = await handle.query<Share>(
    'share_revoke',
    `UPDATE shares SET revoked_at = now(), updated_at = now() WHERE id = $2 AND owner_id = $1 AND revoked_at IS NULL RETURNING ${SHARE}`,
    [ownerId, id],
  );
  return row ?? null;
}

function settingsOf(link: LinkSettings): unknown[] {
  const { label, passwordHash, version, mask, expiresAt, maxViews, notifyFirstOpen } = link;
  return [label, passwordHash, version, mask, expiresAt, maxViews, notifyFirstOpen];
}

export async function hasVersion(handle: Handle, ownerId: string, cvId: string, version: number): Promise<boolean> {
  const rows = await handle.query(
    'share_version',
    'SELECT version FROM cv_versions WHERE user_id = $1 AND cv_id = $2 AND version = $3',
    [ownerId, cvId, version],
  );
  return rows.length > 0;
}

/** Whether the CV is this person's and not deleted. */
export async function ownsCv(handle: Handle, userId: string, cvId: string): Promise<boolean> {
  const rows = await handle.query(
    'cv_owned',
    'SELECT id FROM cvs WHERE user_id = $1 AND id = $2 AND deleted_at IS NULL',
    [userId, cvId],
  );
  return rows.length > 0;
}

/** What is shared with this person of a CV that is not their own: by their account, or by their address if it was invited. */
export async function findGrant(
  handle: Handle,
  userId: string,
  cvId: string,
): Promise<{ ownerId: string; permission: SharePermission } | null> {
  const [row] = await handle.query<{ ownerId: string; permission: SharePermission }>(
    'share_grant',
    `SELECT s.owner_id AS "ownerId", s.permission
     FROM shares s JOIN users me ON me.id = $1 JOIN cvs c ON c.user_id = s.owner_id AND c.id = s.cv_id
     WHERE s.cv_id = $2 AND s.email IS NOT NULL AND s.revoked_at IS NULL AND c.deleted_at IS NULL AND me.deleted_at IS NULL
       AND (s.recipient_id = me.id OR (s.recipient_id IS NULL AND s.email = me.email))
     ORDER BY array_position(ARRAY['edit', 'comment', 'view'], s.permission) LIMIT 1`,
    [userId, cvId],
  );
  return row ?? null;
}

/** Whose access to a CV may be remembered somewhere: its owner, and everyone with an account whom it is or was shared with. */
export async function peopleWithAccess(handle: Handle, ownerId: string, cvId: string): Promise<string[]> {
  const rows = await handle.query<{ id: string }>(
    'share_people',
    `SELECT recipient_id AS id FROM shares WHERE owner_id = $1 AND cv_id = $2 AND recipient_id IS NOT NULL
     UNION SELECT u.id FROM shares s JOIN users u ON u.email = s.email AND u.deleted_at IS NULL
     WHERE s.owner_id = $1 AND s.cv_id = $2 AND s.email IS NOT NULL AND s.recipient_id IS NULL`,
    [ownerId, cvId],
  );
  return [...new Set([ownerId, ...rows.map(({ id }) => id)])];
}

/** A CV of somebody else's, as one finds it among those shared with oneself. */
export interface ReceivedShare {
  id: string;
  cvId: string;
  title: string;
  ownerName: string;
  permission: SharePermission;
  sharedAt: Date;
}

/** Newest first. @param after id of the last one of the page before */
export async function listReceivedShares(
  handle: Handle,
  userId: string,
  after: string | null,
  limit: number,
): Promise<ReceivedShare[]> {
  return handle.query<ReceivedShare>(
    'share_received',
    `SELECT s.id, s.cv_id AS "cvId", c.title, o.name AS "ownerName", s.permission, s.created_at AS "sharedAt"
     FROM shares s JOIN cvs c ON c.user_id = s.owner_id AND c.id = s.cv_id JOIN users o ON o.id = s.owner_id
     WHERE (s.recipient_id = $1 OR (s.recipient_id IS NULL AND s.email = (SELECT email FROM users WHERE id = $1)))
       AND s.revoked_at IS NULL AND c.deleted_at IS NULL AND ($2::uuid IS NULL OR s.id < $2)
     ORDER BY s.id DESC LIMIT $3`,
    [userId, after, limit],
  );
}
