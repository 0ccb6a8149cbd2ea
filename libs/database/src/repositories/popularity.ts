import type { Handle } from '../handle.js';

export interface PopularCv {
  ownerId: string;
  cvId: string;
  /** Address of its profile, if it has one that can be seen. */
  slug: string | null;
}

/** The CVs that were looked at most in the last days, of those that are still there; most popular first. */
export async function findPopularCvs(
  handle: Handle,
  { days, limit }: { days: number; limit: number },
): Promise<PopularCv[]> {
  return handle.query<PopularCv>(
    'popular_cvs',
    `WITH popular AS (
       SELECT owner_id, cv_id, count(*) AS views FROM view_events
       WHERE at >= now() - make_interval(days => $1)
       GROUP BY owner_id, cv_id ORDER BY views DESC, cv_id LIMIT $2
     )
     SELECT c.user_id AS "ownerId", c.id AS "cvId", p.slug
     FROM popular JOIN cvs c ON c.user_id = popular.owner_id AND c.id = popular.cv_id AND c.deleted_at IS NULL
     LEFT JOIN publications p ON p.owner_id = c.user_id AND p.cv_id = c.id AND p.visibility <> 'private'
     ORDER BY popular.views DESC, c.id`,
    [days, limit],
  );
}
