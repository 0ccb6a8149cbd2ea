import type { Handle } from '../handle.js';

export interface Comment {
  id: string;
  authorId: string;
  authorName: string;
  /** JSON pointer of what it is about; null if it is about the whole. */
  pointer: string | null;
  text: string;
  createdAt: Date;
}

export interface CommentListing {
  ownerId: string;
  cvId: string;
  /** Id of the last one of the page before. */
  after: string | null;
  limit: number;
}

/** Null if the CV is not there any more. */
export async function insertComment(
  handle: Handle,
  comment: { ownerId: string; cvId: string; authorId: string; pointer: string | null; text: string },
): Promise<Comment | null> {
  const [row] = await handle.query<Comment>(
    'comment_insert',
    `WITH added AS (
       INSERT INTO comments (owner_id, cv_id, author_id, pointer, text)
       SELECT user_id, id, $3, $4, $5 FROM cvs WHERE user_id = $1 AND id = $2 AND deleted_at IS NULL
       RETURNING id, author_id, pointer, text, created_at
     )
     SELECT a.id, a.author_id AS "authorId", u.name AS "authorName", a.pointer, a.text, a.created_at AS "createdAt"
     FROM added a JOIN users u ON u.id = a.author_id`,
    [comment.ownerId, comment.cvId, comment.authorId, comment.pointer, comment.text],
  );
  return row ?? null;
}

/** Oldest first. */
export async function listComments(
  handle: Handle,
  { ownerId, cvId, after, limit }: CommentListing,
): Promise<Comment[]> {
  return handle.query<Comment>(
    'comment_list',
    `SELECT c.id, c.author_id AS "authorId", u.name AS "authorName", c.pointer, c.text, c.created_at AS "createdAt"
     FROM comments c JOIN users u ON u.id = c.author_id
     WHERE c.owner_id = $1 AND c.cv_id = $2 AND ($3::uuid IS NULL OR c.id > $3) ORDER BY c.id LIMIT $4`,
    [ownerId, cvId, after, limit],
  );
}

/** By its author or the CV's owner: `theirs` is one that `userId` may not delete. */
export async function deleteComment(
  handle: Handle,
  comment: { ownerId: string; cvId: string; id: string; userId: string },
): Promise<'deleted' | 'theirs' | 'missing'> {
  const [row] = await handle.query<{ outcome: 'deleted' | 'theirs' | 'missing' }>(
    'comment_delete',
    `WITH found AS (
       SELECT id FROM comments WHERE owner_id = $1 AND cv_id = $2 AND id = $3
     ), deleted AS (
       DELETE FROM comments WHERE id IN (SELECT id FROM found) AND $4 IN (author_id, owner_id) RETURNING id
     )
     SELECT CASE WHEN EXISTS (SELECT FROM deleted) THEN 'deleted' WHEN EXISTS (SELECT FROM found) THEN 'theirs' ELSE 'missing' END AS outcome`,
    [comment.ownerId, comment.cvId, comment.id, comment.userId],
  );
  return row!.outcome;
}
