import type { Plan } from '@discover/contracts';
import type { MaskField } from '@discover/cv-model';

import type { Handle } from '../handle.js';

/** A link as whoever opens it meets it. */
export interface SharedLink {
  id: string;
  ownerId: string;
  ownerPlan: Plan;
  cvId: string;
  passwordHash: string | null;
  mask: MaskField[];
  expiresAt: Date | null;
  /** Whether it still shows something, and if not why. */
  state: 'open' | 'expired' | 'gone';
}

export async function findLink(handle: Handle, tokenHash: Buffer): Promise<SharedLink | null> {
  const [row] = await handle.query<SharedLink>(
    'share_link',
    `SELECT s.id, s.owner_id AS "ownerId", u.plan AS "ownerPlan", s.cv_id AS "cvId", s.password_hash AS "passwordHash", s.mask,
       s.expires_at AS "expiresAt",
       CASE WHEN s.revoked_at IS NOT NULL OR c.deleted_at IS NOT NULL OR s.views >= s.max_views THEN 'gone'
            WHEN s.expires_at <= now() THEN 'expired' ELSE 'open' END AS state
     FROM shares s JOIN cvs c ON c.user_id = s.owner_id AND c.id = s.cv_id JOIN users u ON u.id = s.owner_id
     WHERE s.token_hash = $1`,
    [tokenHash],
  );
  return row ?? null;
}

/** What an opened link shows. */
export interface OpenedLink {
  version: number;
  language: string | null;
  updatedAt: Date;
  documentText: string;
  views: number;
  /** Whether the owner wants to know, and it was the first time. */
  announce: boolean;
}

/**
 * Counts one opening and gives what it shows; null if the link shows nothing any more. Row locks make the count exact: of
 * any number of openings at once at most as many succeed as the link has left.
 */
export async function openLink(handle: Handle, id: string, download: boolean): Promise<OpenedLink | null> {
  const [row] = await handle.query<OpenedLink>(
    'share_open',
    `WITH opened AS (
       UPDATE shares SET views = views + 1, downloads = downloads + CASE WHEN $2 THEN 1 ELSE 0 END,
         first_opened_at = coalesce(first_opened_at, now()), last_opened_at = now()
       WHERE id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now()) AND (max_views IS NULL OR views < max_views)
       RETURNING owner_id, cv_id, version, views, notify_first_open AND old.first_opened_at IS NULL AS announce
     )
     SELECT v.version, c.language, v.created_at AS "updatedAt", v.document::text AS "documentText", o.views, o.announce
     FROM opened o JOIN cvs c ON c.user_id = o.owner_id AND c.id = o.cv_id AND c.deleted_at IS NULL
       JOIN cv_versions v ON v.user_id = c.user_id AND v.cv_id = c.id AND v.version = coalesce(o.version, c.version)`,
    [id, download],
  );
  return row ?? null;
}

/** Gives an opening back that showed nothing after all. */
export async function uncountOpening(handle: Handle, id: string): Promise<void> {
  await handle.query(
    'share_uncount',
    'UPDATE shares SET views = greatest(views - 1, 0), downloads = greatest(downloads - 1, 0) WHERE id = $1',
    [id],
  );
}
