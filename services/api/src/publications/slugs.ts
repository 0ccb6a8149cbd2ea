import { z } from 'zod';

/** Words that could be taken for a part of the site, or for somebody who speaks for it. */
const RESERVED = new Set(
  `about account accounts admin administrator api app apps assets auth billing blog career careers contact cookies cv cvs
   dashboard discover docs download downloads explore faq favicon feed files health help home imprint index info jobs legal
   login logout mail me metrics new news null og official owner postmaster pricing privacy profile profiles public register
   robots root rss search security settings share shared shares signin signup sitemap static status support system team
   templates terms test undefined user users webmaster well-known www`.split(/\s+/),
);

const FORM = /^[a-z0-9](?:-?[a-z0-9])*$/;

/** The last part of a profile's address. */
export const Slug = z
  .string()
  .min(3, 'An address has 3 to 60 characters.')
  .max(60, 'An address has 3 to 60 characters.')
  .regex(FORM, 'An address has small letters, digits, and single hyphens between them.')
  .refine((slug) => !RESERVED.has(slug), 'This address is reserved.');

export function isSlug(text: string): boolean {
  return text.length >= 3 && text.length <= 60 && FORM.test(text);
}
