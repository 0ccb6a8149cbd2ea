import { MASK_FIELDS } from '@discover/cv-model';
import { SHARE_PERMISSIONS } from '@discover/database';
import { z } from 'zod';

import { ResumeDocument } from '../cvs/cvs.dto.js';

const email = z
  .email('This must be an e-mail address.')
  .max(254)
  .transform((value) => value.toLowerCase());
const permission = z.enum(SHARE_PERMISSIONS);
const password = z
  .string()
  .regex(
    /^[\x21-\x7e]{4,200}$/,
    'A link’s password has 4 to 200 letters, digits and signs of ASCII, as it is sent in a header.',
  );
const expiresAt = z.iso
  .datetime({ offset: true })
  .refine((time) => Date.parse(time) > Date.now(), 'This must be in the future.');
const maxViews = z.number().int().min(1).max(1_000_000);
const version = z.number().int().min(1).max(2_147_483_647);
const label = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), 'This must not hold control characters.');
export const Mask = z
  .array(z.enum(MASK_FIELDS))
  .max(MASK_FIELDS.length)
  .transform((fields) => [...new Set(fields)])
  .describe('What is left out, wherever it stands in the document.');

const MEMBERS_OF_LINKS = ['password', 'expiresAt', 'maxViews', 'version', 'mask', 'label', 'notifyFirstOpen'] as const;

export const CreateShareRequest = z
  .strictObject({
    email: email.optional().describe('The person it is shared with, who needs no account yet.'),
    permission: permission.optional().describe('With `email`; a link is for viewing.'),
    link: z.literal(true).optional().describe('Instead of `email`: a link that needs no account.'),
    password: password.optional(),
    expiresAt: expiresAt.optional(),
    maxViews: maxViews.optional(),
    version: version.optional().describe('Shows this version for ever; without it, the newest.'),
    mask: Mask.optional(),
    label: label.optional().describe('For whom the link is; nobody else sees it.'),
    notifyFirstOpen: z.boolean().optional().describe('Tells your webhooks `share.opened` when it is opened first.'),
  })
  .superRefine((request, context) => {
    const bad = (member: string, message: string) => context.addIssue({ code: 'custom', path: [member], message });
    if ((request.email === undefined) === (request.link === undefined))
      bad('email', 'Say either `email`, for a person, or `link: true`.');
    else if (request.link && request.permission !== undefined && request.permission !== 'view')
      bad('permission', 'A link is for viewing only.');
    else if (request.email !== undefined) {
      if (request.permission === undefined) bad('permission', 'Say what this person may do.');
      for (const member of MEMBERS_OF_LINKS) if (request[member] !== undefined) bad(member, 'Only links have this.');
    }
  });
export type CreateShareRequest = z.infer<typeof CreateShareRequest>;

/** What is absent stays; null takes it away. */
export const ChangeShareRequest = z.strictObject({
  permission: permission.optional().describe('Of a share with a person.'),
  password: password.nullable().optional(),
  expiresAt: expiresAt.nullable().optional(),
  maxViews: maxViews.nullable().optional(),
  version: version.nullable().optional(),
  mask: Mask.optional(),
  label: label.nullable().optional(),
  notifyFirstOpen: z.boolean().optional(),
});
export type ChangeShareRequest = z.infer<typeof ChangeShareRequest>;
export { MEMBERS_OF_LINKS };

export const ShareId = z.uuid('This is not the id of a share.');

const time = z.iso.datetime();
export const ShareView = z
  .object({
    id: z.uuid(),
    cvId: z.uuid(),
    kind: z.enum(['person', 'link']),
    state: z.enum(['active', 'expired', 'used_up', 'revoked']),
    permission,
    email: z.string().nullable(),
    label: z.string().nullable(),
    protected: z.boolean().describe('Whether the link needs a password.'),
    version: z.number().int().nullable(),
    mask: z.array(z.enum(MASK_FIELDS)),
    expiresAt: time.nullable(),
    maxViews: z.number().int().nullable(),
    notifyFirstOpen: z.boolean(),
    views: z.number().int().describe('Every time that the link showed the CV, downloads included.'),
    downloads: z.number().int(),
    firstOpenedAt: time.nullable(),
    lastOpenedAt: time.nullable(),
    createdAt: time,
    revokedAt: time.nullable(),
  })
  .meta({ id: 'Share' });
export type ShareView = z.infer<typeof ShareView>;

export const CreatedShareView = ShareView.extend({
  token: z.string().optional().describe('Of a link; shown this once.'),
  url: z.string().optional().describe('The link itself; shown this once.'),
}).meta({ id: 'CreatedShare' });
export type CreatedShareView = z.infer<typeof CreatedShareView>;

export const SharesView = z.object({ items: z.array(ShareView) }).meta({ id: 'Shares' });
export type SharesView = z.infer<typeof SharesView>;

export const ReceivedQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: ShareId.optional().describe('`nextCursor` of the page before.'),
});
export type ReceivedQuery = z.infer<typeof ReceivedQuery>;

export const ReceivedSharesView = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        cvId: z.uuid(),
        title: z.string(),
        ownerName: z.string(),
        permission,
        sharedAt: time,
      }),
    ),
    nextCursor: z.string().nullable().describe('Null on the last page.'),
  })
  .meta({ id: 'ReceivedShares' });
export type ReceivedSharesView = z.infer<typeof ReceivedSharesView>;

export const OpenLinkRequest = z.strictObject({ password: z.string().max(200).optional() });
export type OpenLinkRequest = z.infer<typeof OpenLinkRequest>;

export const SharedPdfQuery = z.strictObject({
  template: z.string().max(100).default('classic').describe('Id of a template: GET /api/v1/templates.'),
});
export type SharedPdfQuery = z.infer<typeof SharedPdfQuery>;

export const SharedCvView = z
  .object({
    version: z.number().int(),
    language: z.string().nullable(),
    updatedAt: time,
    expiresAt: time.nullable(),
    document: ResumeDocument,
  })
  .meta({ id: 'SharedCv' });
