import { RENDER_FORMATS } from '@discover/cv-render';
import { z } from 'zod';

import { LanguageTag, ResumeDocument } from '../cvs/cvs.dto.js';
import { JobView } from '../jobs/jobs.dto.js';

const design = {
  template: z
    .string()
    .default('classic')
    .describe('Id of a template: GET /api/v1/templates, or one of your own: GET /api/v1/custom-templates.'),
  format: z
    .string()
    .default('pdf')
    .describe(`One of: ${RENDER_FORMATS.join(', ')}.`),
  options: z.record(z.string(), z.unknown()).default({}).describe('As the template’s `optionsSchema` says.'),
};

const language = LanguageTag.optional().describe('The CV in this language, as far as it is translated.');

export const RenderRequestBody = z.strictObject({ ...design, language });
export type RenderRequestBody = z.infer<typeof RenderRequestBody>;

export const StatelessRenderRequest = z.strictObject({ document: ResumeDocument, ...design });
export type StatelessRenderRequest = z.infer<typeof StatelessRenderRequest>;

/** Every other parameter is an option of the template: `?template=modern&paper=us-letter`. Lists are comma-separated. */
export const RenderQuery = z.looseObject({ template: z.string().default('classic'), language });
export type RenderQuery = z.infer<typeof RenderQuery>;

const RenderFitView = z
  .object({
    pages: z.number().int(),
    fontSize: z.number().describe('Size of the text in points.'),
    askedFontSize: z.number().describe('What it was to be.'),
    spacing: z.number().describe('Space between blocks as a share of what it was to be.'),
  })
  .meta({ id: 'RenderFit' });

export const RenderView = z
  .object({
    href: z.string().describe('Where the bytes are, for as long as they are kept.'),
    mediaType: z.string(),
    size: z.number().int().describe('Bytes.'),
    fit: RenderFitView.optional().describe('What was done so that it fits, where `maxPages` was asked for.'),
  })
  .meta({ id: 'Render' });
export type RenderView = z.infer<typeof RenderView>;

export const RenderDoneView = z.object({ render: RenderView }).meta({ id: 'RenderDone' });
export const RenderAcceptedView = z.object({ job: JobView }).meta({ id: 'RenderAccepted' });

/** `<identity>.<format>` */
export const RenderName = z.string().regex(/^[0-9a-f]{64}\.[a-z]{2,4}$/, 'This is not the name of a render.');
