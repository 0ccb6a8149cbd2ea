import { MASK_FIELDS } from '@discover/cv-model';
import { VISIBILITIES } from '@discover/database';
import { z } from 'zod';

import { ResumeDocument } from '../cvs/cvs.dto.js';
import { Mask } from '../shares/shares.dto.js';
import { Slug } from './slugs.js';

const visibility = z.enum(VISIBILITIES);

export const PutPublicationRequest = z.strictObject({
  slug: Slug,
  visibility: visibility.describe('`private`: nobody; `unlisted`: who has the address; `public`: search engines too.'),
  template: z.string().max(100).default('modern').describe('Of the page. Id of a template: GET /api/v1/templates.'),
  mask: Mask.default([]),
});
export type PutPublicationRequest = z.infer<typeof PutPublicationRequest>;

export const PublicationView = z
  .object({
    slug: z.string(),
    visibility,
    template: z.string(),
    mask: z.array(z.enum(MASK_FIELDS)),
    url: z.string().describe('The page.'),
    jsonUrl: z.string(),
    oldSlugs: z.array(z.string()).describe('Lead on to the present one.'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Publication' });
export type PublicationView = z.infer<typeof PublicationView>;

export const PublicProfileView = z
  .object({
    slug: z.string(),
    url: z.string(),
    language: z.string().nullable(),
    updatedAt: z.iso.datetime(),
    document: ResumeDocument,
  })
  .meta({ id: 'PublicProfile' });
