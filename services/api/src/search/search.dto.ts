import { isStorableText } from '@discover/cv-model';
import { CV_STATUSES } from '@discover/database';
import { z } from 'zod';

import { LanguageTag } from '../cvs/cvs.dto.js';

export const SCOPES = ['public', 'mine'] as const;

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine(isStorableText, 'This has a character that is none (U+0000, or half of a pair).');
const filter = (description: string) => text(80).min(1).optional().describe(description);

export const SearchQuery = z.strictObject({
  q: text(200)
    .default('')
    .describe('Words in any form and with or without accents; `"in this order"`, `or`, `-without`. Empty: all.'),
  scope: z.enum(SCOPES).default('public').describe('Public profiles, for which no account is needed, or your own CVs.'),
  skill: filter('Has these words among its skills.'),
  place: filter('City, region or country.'),
  employer: filter('Has these words in the names of its employers.'),
  language: LanguageTag.optional().describe('That the CV is written in: `de` finds `de-CH` too.'),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(2_000).optional().describe('`nextCursor` of the page before.'),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

const FacetView = z
  .array(z.object({ value: z.string(), count: z.number().int() }))
  .describe('At most 10 values, the most frequent first.');

export const SearchHitView = z
  .object({
    id: z.uuid().optional().describe('Of your own CV.'),
    title: z.string().optional().describe('Of your own CV.'),
    status: z.enum(CV_STATUSES).optional().describe('Of your own CV.'),
    slug: z.string().optional().describe('Of a profile.'),
    url: z.string().optional().describe('Of a profile: its page.'),
    name: z.string().nullable(),
    label: z.string().nullable(),
    place: z.string().nullable(),
    language: z.string().nullable(),
    skills: z.array(z.string()).describe('The first 8.'),
    updatedAt: z.iso.datetime(),
    highlights: z
      .array(z.string())
      .describe('Passages in which something was found: HTML with nothing in it but text and `<mark>`.'),
  })
  .meta({ id: 'SearchHit' });
export type SearchHitView = z.infer<typeof SearchHitView>;

export const SearchPageView = z
  .object({
    items: z.array(SearchHitView).describe('The best first, then the newest.'),
    total: z
      .object({ count: z.number().int(), exact: z.boolean().describe('If false there are more.') })
      .nullable()
      .describe('Null on later pages, as `facets`.'),
    facets: z
      .object({ skill: FacetView, place: FacetView, employer: FacetView, language: FacetView })
      .nullable()
      .describe('What the hits have in common; of very many, the newest 1,000 are counted.'),
    didYouMean: z.string().nullable().describe('Words that find more.'),
    corrected: z.boolean().describe('Nothing was found, so these are the hits of `didYouMean`.'),
    nextCursor: z.string().nullable().describe('Null on the last page.'),
  })
  .meta({ id: 'SearchPage' });
export type SearchPageView = z.infer<typeof SearchPageView>;
