import { z } from 'zod';

/** Postgres keeps no text with a NUL. */
const hasNoNul = (text: string) => !text.includes('\0');

export const CreateCommentRequest = z.strictObject({
  pointer: z
    .string()
    .max(500)
    .regex(/^(\/([^~/]|~[01])*)*$/, 'This must be a JSON pointer, such as `/work/0/summary`.')
    .refine(hasNoNul, 'This must not hold a NUL.')
    .optional()
    .describe('JSON pointer of the place in the document that it is about.'),
  text: z.string().trim().min(1, 'A comment has a text.').max(5_000).refine(hasNoNul, 'This must not hold a NUL.'),
});
export type CreateCommentRequest = z.infer<typeof CreateCommentRequest>;

export const CommentId = z.uuid('This is not the id of a comment.');

export const ListCommentsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: CommentId.optional().describe('`nextCursor` of the page before.'),
});
export type ListCommentsQuery = z.infer<typeof ListCommentsQuery>;

export const CommentView = z
  .object({
    id: z.uuid(),
    author: z.object({ id: z.uuid(), name: z.string() }),
    pointer: z.string().nullable().describe('Null if it is about the whole.'),
    text: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Comment' });
export type CommentView = z.infer<typeof CommentView>;

export const CommentPageView = z
  .object({ items: z.array(CommentView), nextCursor: z.string().nullable().describe('Null on the last page.') })
  .meta({ id: 'CommentPage' });
export type CommentPageView = z.infer<typeof CommentPageView>;
