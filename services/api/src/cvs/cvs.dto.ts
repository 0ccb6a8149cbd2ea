import { isStorableText, resumeProblems, type Resume } from '@discover/cv-model';
import { CV_SORTS, CV_STATUSES } from '@discover/database';
import { z } from 'zod';

/** JSON Resume, checked by its own schema; each of its problems keeps its place and code. */
export const ResumeDocument = z
  .custom<Resume>((value) => typeof value === 'object' && value !== null)
  .superRefine((value, context) => {
    for (const problem of resumeProblems(value)) {
      context.addIssue({
        code: 'custom',
        path: pointerPath(problem.pointer),
        message: problem.message,
        params: { code: problem.code },
      });
    }
  })
  .meta({
    id: 'Resume',
    description: 'JSON Resume 1.3.1 with the extension `x-discover`; the schema is at /api/v1/schemas/resume.json.',
  });

function pointerPath(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Text as a column of the database can hold it. */
const text = z.string().refine(isStorableText, 'This has a character that is none (U+0000, or half of a pair).');
const title = text.trim().min(1, 'A title is needed.').max(200);
const status = z.enum(CV_STATUSES);

/** A language tag (BCP 47), in its canonical form. */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language is written as a BCP 47 tag: `fr`, `de-CH`.')
  .refine((tag) => canonicalTag(tag) !== null, 'This is no BCP 47 tag.')
  .overwrite((tag) => canonicalTag(tag) ?? tag);

function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

export const CreateCvRequest = z.strictObject({ title, document: ResumeDocument });
export type CreateCvRequest = z.infer<typeof CreateCvRequest>;

export const ReplaceCvRequest = z.strictObject({
  title: title.optional(),
  status: status.optional(),
  document: ResumeDocument,
});
export type ReplaceCvRequest = z.infer<typeof ReplaceCvRequest>;

/** A JSON Merge Patch of the CV: its members replace, `null` removes; `document` is merged member by member. */
export const PatchCvRequest = z.strictObject({
  title: title.optional(),
  status: status.optional(),
  document: z.record(z.string(), z.unknown()).optional().describe('A JSON Merge Patch (RFC 7396) of the document.'),
});
export type PatchCvRequest = z.infer<typeof PatchCvRequest>;

export const ListCvsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(2_000).optional().describe('`nextCursor` of the page before.'),
  sort: z
    .enum(CV_SORTS.flatMap((sort) => [sort, `-${sort}`] as const))
    .default('-updatedAt')
    .describe('`-` for the newest, or the last in the alphabet, first.'),
  status: status.optional(),
  language: LanguageTag.optional(),
  title: text.max(200).optional().describe('What the title begins with, in whatever case.'),
  deleted: z.stringbool().default(false).describe('Those that you deleted in the last 30 days, instead of the others.'),
});
export type ListCvsQuery = z.infer<typeof ListCvsQuery>;

export const CvSummaryView = z
  .object({
    id: z.uuid(),
    title: z.string(),
    status,
    language: z.string().nullable(),
    version: z.number().int().describe('Counts the changes of the document.'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'CvSummary' });
export type CvSummaryView = z.infer<typeof CvSummaryView>;

export const CvView = CvSummaryView.extend({ document: z.looseObject({}).describe('JSON Resume 1.3.1.') }).meta({
  id: 'Cv',
});

export const CvListItemView = CvSummaryView.extend({
  deletedAt: z.iso.datetime().optional().describe('Only of those that are deleted.'),
}).meta({ id: 'CvListItem' });

export const CvPageView = z
  .object({ items: z.array(CvListItemView), nextCursor: z.string().nullable().describe('Null on the last page.') })
  .meta({ id: 'CvPage' });
export type CvPageView = z.infer<typeof CvPageView>;

/** In lower case: it is a part of cache keys. */
export const CvId = z.uuid('This is not the id of a CV.').toLowerCase();

const SourceSpanView = z.object({
  page: z.number().int(),
  box: z.array(z.number()).length(4).optional().describe('Left, top, right, bottom in points.'),
  start: z.number().int(),
  end: z.number().int(),
});

const readingFields = {
  confidence: z.record(z.string(), z.number()).describe('JSON pointer → 0 … 1.'),
  provenance: z.record(z.string(), z.array(SourceSpanView)).describe('JSON pointer → where it stands in the source.'),
  unmapped: z.array(SourceSpanView.extend({ text: z.string() })).describe('Text that no field took.'),
  coverage: z.number().describe('Share of the source’s characters that are accounted for, 0 … 1.'),
  language: z.string().nullable(),
  format: z.string(),
  pages: z.number().int(),
  asOf: z.iso.date(),
  parserVersion: z.string(),
};

export const CvReadingView = z.object(readingFields).meta({ id: 'CvReading' });
export const ReadingView = z.object({ document: z.looseObject({}), ...readingFields }).meta({ id: 'Reading' });
