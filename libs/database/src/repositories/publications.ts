import type { Plan } from '@discover/contracts';
import type { MaskField } from '@discover/cv-model';

import type { Handle } from '../handle.js';

export const VISIBILITIES = ['private', 'unlisted', 'public'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** A CV as a profile that needs no account to be seen. */
export interface Publication {
  ownerId: string;
  cvId: string;
  slug: string;
  visibility: Visibility;
  /** Id of the template of its page. */
  template: string;
  mask: MaskField[];
  /** Counts its changes, from 1. */
  revision: number;
  createdAt: Date;
  updatedAt: Date;
}

export type NewPublication = Pick<Publication, 'ownerId' | 'cvId' | 'slug' | 'visibility' | 'template' | 'mask'>;

/** Slugs that a profile keeps beside its present one; an older one is free again. */
const KEPT_SLUGS = 10;

const PUBLICATION = `owner_id AS "ownerId", cv_id AS "cvId", slug, visibility, template, mask, revision,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

export async function findPublication(handle: Handle, ownerId: string, cvId: string): Promise<Publication | null> {
  const [row] = await handle.query<Publication>(
    'publication_find',
    `SELECT ${PUBLICATION} FROM publications WHERE owner_id = $1 AND cv_id = $2`,
    [ownerId, cvId],
  );
  return row ?? null;
}

/**
 * Publishes a CV or changes how it is published. A slug that it had before leads on to it. Null if the slug is another
 * profile's, or was; an old one of another CV of the same owner moves over.
 */
export async function putPublication(handle: Handle, publication: NewPublication): Promise<Publication | null> {
  const { ownerId, cvId, slug, visibility, template, mask } = publication;
  const reserved = await handle.query(
    'publication_slug',
    `INSERT INTO publication_slugs (slug, owner_id, cv_id) VALUES ($1, $2, $3)
     ON CONFLICT (slug) DO UPDATE SET cv_id = excluded.cv_id, used_at = now()
       WHERE publication_slugs.owner_id = excluded.owner_id
         AND NOT EXISTS (SELECT 1 FROM publications p WHERE p.slug = excluded.slug AND p.cv_id <> excluded.cv_id)
     RETURNING slug`,
    [slug, ownerId, cvId],
  );
  if (reserved.length === 0) return null;
  const [row] = await handle.query<Publication>(
    'publication_put',
    `INSERT INTO publications (owner_id, cv_id, slug, visibility, template, mask) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (owner_id, cv_id) DO UPDATE SET slug = excluded.slug, visibility = excluded.visibility, template = excluded.template,
       mask = excluded.mask, revision = publications.revision + 1, updated_at = now()
     RETURNING ${PUBLICATION}`,
    [ownerId, cvId, slug, visibility, template, mask],
  );
  await handle.query(
    'publication_forget_slugs',
    `DELETE FROM publication_slugs WHERE slug IN (
       SELECT slug FROM publication_slugs WHERE owner_id = $1 AND cv_id = $2 AND slug <> $3 ORDER BY used_at DESC OFFSET $4
     )`,
    [ownerId, cvId, slug, KEPT_SLUGS],
  );
  return row!;
}

/** The slug that a profile has and those that it had. */
export async function slugsOf(handle: Handle, ownerId: string, cvId: string): Promise<string[]> {
  const rows = await handle.query<{ slug: string }>(
    'publication_slugs_of',
    'SELECT slug FROM publication_slugs WHERE owner_id = $1 AND cv_id = $2',
    [ownerId, cvId],
  );
  return rows.map(({ slug }) => slug);
}

/** Answers whether there was one. Its slugs are free again. */
export async function deletePublication(handle: Handle, ownerId: string, cvId: string): Promise<boolean> {
  const rows = await handle.query(
    'publication_delete',
    'DELETE FROM publications WHERE owner_id = $1 AND cv_id = $2 RETURNING slug',
    [ownerId, cvId],
  );
  return rows.length > 0;
}

/** The profile that a slug leads to, by its present slug or an old one; never a private one or one whose CV was deleted. */
export async function findProfile(handle: Handle, slug: string): Promise<(Publication & { ownerPlan: Plan }) | null> {
  const [row] = await handle.query<Publication & { ownerPlan: Plan }>(
    'publication_profile',
    `SELECT p.owner_id AS "ownerId", p.cv_id AS "cvId", p.slug, p.visibility, p.template, p.mask, p.revision,
       p.created_at AS "createdAt", p.updated_at AS "updatedAt", u.plan AS "ownerPlan"
     FROM publication_slugs s JOIN publications p ON p.owner_id = s.owner_id AND p.cv_id = s.cv_id
       JOIN cvs c ON c.user_id = p.owner_id AND c.id = p.cv_id JOIN users u ON u.id = p.owner_id
     WHERE s.slug = $1 AND p.visibility <> 'private' AND c.deleted_at IS NULL`,
    [slug],
  );
  return row ?? null;
}
