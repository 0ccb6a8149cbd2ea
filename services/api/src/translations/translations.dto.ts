import { isStorableText } from '@discover/cv-model';
import { z } from 'zod';

/** More than any document has texts, and more than any of them is long. */
const MAX_TEXTS = 5_000;
const MAX_LENGTH = 20_000;

const pointer = z.string().max(500).startsWith('/', 'A JSON pointer begins with `/`.');
const text = z
  .string()
  .max(MAX_LENGTH)
  .refine(isStorableText, 'This has a character that is none (U+0000, or half of a pair).');

function valuesOf<T extends z.ZodType>(value: T) {
  return z
    .record(pointer, value)
    .refine((values) => Object.keys(values).length <= MAX_TEXTS, `At most ${MAX_TEXTS} texts.`)
    .describe('JSON pointer of a text of the document → that text in this language.');
}

const sourceVersion = z
  .number()
  .int()
  .min(1)
  .max(2_147_483_647)
  .optional()
  .describe('The version of the document that was translated, if it is not the newest.');

export const PutTranslationRequest = z.strictObject({ values: valuesOf(text), sourceVersion });
export type PutTranslationRequest = z.infer<typeof PutTranslationRequest>;

/** As a merge patch: what is not named stays as it is, also outdated; `null` removes. */
export const PatchTranslationRequest = z.strictObject({ values: valuesOf(text.nullable()), sourceVersion });
export type PatchTranslationRequest = z.infer<typeof PatchTranslationRequest>;

const pointers = z.array(z.string());

/** What comes with a document in another language. */
export const TranslationSummary = z
  .object({
    language: z.string().describe('Of the translation that was found: `fr` may serve for `fr-CH`.'),
    outdated: pointers.describe('Texts whose source was changed since they were translated.'),
    untranslated: pointers.describe('Texts that stand there as they were written.'),
  })
  .meta({ id: 'TranslationSummary' });
export type TranslationSummary = z.infer<typeof TranslationSummary>;

export const TranslationView = z
  .object({
    language: z.string(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    texts: z
      .record(
        z.string(),
        z.object({
          text: z.string(),
          source: z.string().describe('What stands in the document.'),
          outdated: z.boolean().describe('Whether something else stood there when it was translated.'),
          translatedFrom: z.string().describe('What stood there then.'),
        }),
      )
      .describe('By JSON pointer into the document as it is now.'),
    untranslated: pointers.describe('Prose of the document that has no translation.'),
    lost: z
      .array(z.object({ pointer: z.string(), text: z.string(), translatedFrom: z.string() }))
      .describe('Translations whose source is gone from the document; used again if it comes back.'),
  })
  .meta({ id: 'Translation' });
export type TranslationView = z.infer<typeof TranslationView>;

const count = z.number().int();

export const TranslationsView = z
  .object({
    source: z.string().nullable().describe('Language that the document is written in, if it is known.'),
    items: z.array(
      z
        .object({
          language: z.string(),
          updatedAt: z.iso.datetime(),
          texts: count,
          outdated: count.describe('Of these, how many are older than their source.'),
          untranslated: count,
        })
        .meta({ id: 'TranslationState' }),
    ),
  })
  .meta({ id: 'Translations' });
export type TranslationsView = z.infer<typeof TranslationsView>;
