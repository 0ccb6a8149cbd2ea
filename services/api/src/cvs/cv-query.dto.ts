import { z } from 'zod';

import { ShareView } from '../shares/shares.dto.js';
import { TranslationSummary } from '../translations/translations.dto.js';
import { VersionView } from '../versions/versions.dto.js';
import { CvReadingView, CvView, LanguageTag } from './cvs.dto.js';

export const ReadCvQuery = z.strictObject({
  fields: z
    .string()
    .max(2_000)
    .optional()
    .describe('Only these, separated by commas: `title`, `document.work`, `document.basics.name` …'),
  include: z.string().max(200).optional().describe('These too, separated by commas: `versions`, `shares`, `reading`.'),
  language: LanguageTag.optional().describe('The document in this language, as far as it is translated.'),
});
export type ReadCvQuery = z.infer<typeof ReadCvQuery>;

const relations = {
  versions: z.array(VersionView).optional().describe('The newest 20, if they were asked for.'),
  shares: z.array(ShareView).optional().describe('If they were asked for; only the owner may.'),
  reading: CvReadingView.nullable().optional().describe('If it was asked for; null if no document was read.'),
  translation: TranslationSummary.nullable()
    .optional()
    .describe('If a language was asked for; null if the document is as it was written.'),
};

/** A CV, or of it the fields that were asked for. */
export const CvRepresentationView = z.union([
  CvView.extend(relations).meta({ id: 'CvWithRelations' }),
  CvView.partial().required({ id: true }).extend(relations).meta({ id: 'CvFields' }),
]);
