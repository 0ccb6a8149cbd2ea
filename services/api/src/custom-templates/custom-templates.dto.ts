import { templates } from '@discover/cv-render';
import { z } from 'zod';

/** The longest source, in characters: ten times the longest of ours. */
const MAX_SOURCE = 65_536;

export const CustomTemplateId = z.uuid();

export const CustomTemplateBody = z.strictObject({
  name: z.string().trim().min(1).max(100),
  base: z
    .enum(templates.map(({ id }) => id) as [string, ...string[]])
    .default('classic')
    .describe('The template that gives options, places of sections, and the formats that are no drawing.'),
  source: z
    .string()
    .min(1)
    .max(MAX_SOURCE)
    .describe('Typst source that defines `template(cv, style)`; it may import our parts, and nothing else.'),
});
export type CustomTemplateBody = z.infer<typeof CustomTemplateBody>;

export const CustomTemplateSummaryView = z
  .object({
    id: z.uuid().describe('What to give as `template` of a render.'),
    name: z.string(),
    base: z.string(),
    revision: z.number().int().describe('Goes up with every change.'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'CustomTemplateSummary' });
export type CustomTemplateSummaryView = z.infer<typeof CustomTemplateSummaryView>;

export const CustomTemplateView = CustomTemplateSummaryView.extend({ source: z.string() }).meta({
  id: 'CustomTemplate',
});
export type CustomTemplateView = z.infer<typeof CustomTemplateView>;

export const CustomTemplatesView = z.object({ items: z.array(CustomTemplateSummaryView) });
