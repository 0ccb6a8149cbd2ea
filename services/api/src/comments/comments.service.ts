import { AppError } from '@discover/contracts';
import { Database, deleteComment, insertComment, listComments, type Comment } from '@discover/database';
import { Injectable } from '@nestjs/common';

import type { CommentPageView, CommentView, CreateCommentRequest, ListCommentsQuery } from './comments.dto.js';

/** What people say of a CV that is shared with them, and its owner. */
@Injectable()
export class CommentsService {
  constructor(private readonly database: Database) {}

  /** @throws AppError `not_found` if the CV was deleted meanwhile */
  async create(
    cv: { ownerId: string; cvId: string },
    authorId: string,
    { pointer, text }: CreateCommentRequest,
  ): Promise<CommentView> {
    const comment = await this.database.transaction(authorId, (handle) =>
      insertComment(handle, { ...cv, authorId, pointer: pointer ?? null, text }),
    );
    if (!comment) throw new AppError('not_found', 'There is no such CV any more.');
    return view(comment);
  }

  /** From the primary: what others have just said belongs to it. */
  async list(cv: { ownerId: string; cvId: string }, { limit, cursor }: ListCommentsQuery): Promise<CommentPageView> {
    const rows = await this.database.readPrimary('comments', (handle) =>
      listComments(handle, { ...cv, after: cursor ?? null, limit: limit + 1 }),
    );
    const items = rows.slice(0, limit);
    return { items: items.map(view), nextCursor: rows.length > limit ? items.at(-1)!.id : null };
  }

  /** @throws AppError `not_found`, or `forbidden` if `userId` neither wrote it nor owns the CV */
  async remove(cv: { ownerId: string; cvId: string }, id: string, userId: string): Promise<void> {
    const outcome = await this.database.transaction(userId, (handle) => deleteComment(handle, { ...cv, id, userId }));
    if (outcome === 'missing') throw new AppError('not_found', 'There is no such comment.');
    if (outcome === 'theirs')
      throw new AppError('forbidden', 'Only its author or the CV’s owner may delete a comment.');
  }
}

function view({ id, authorId, authorName, pointer, text, createdAt }: Comment): CommentView {
  return { id, author: { id: authorId, name: authorName }, pointer, text, createdAt: createdAt.toISOString() };
}
