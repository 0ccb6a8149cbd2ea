import { readFileSync } from 'node:fs';

import type { ValidateFunction } from 'ajv';

import { RenderError } from './errors.js';
import { buildOptionsSchema, compileOptions, type PhotoShape, type RenderOptions } from './options.js';
import { SECTION_IDS, type SectionId } from './sections.js';
import type { BaseStyle, FontPairId, Paper } from './style.js';

/** Where templates and their shared parts lie. */
export const TEMPLATES_URL = new URL('./templates/', import.meta.url);

const TEMPLATE_IDS = [
  'classic',
  'modern',
  'plain',
  'compact',
  'letter',
  'minimal',
  'executive',
  'lebenslauf',
  'europass',
  'academic',
  'engineering',
  'creative',
] as const;

/** What is told of a template to those who choose one. */
export interface TemplateInfo {
  id: string;
  name: string;
  /** Its purpose, in a sentence. */
  description: string;
  /** For whom it is: words to find it by. */
  tags: string[];
  /** Goes up when the looks of its documents change; a part of every render's identity. */
  version: number;
  columns: 1 | 2;
  /** Whether applicant tracking systems read it without fail: one column, no text in graphics. */
  atsSafe: boolean;
  /** Whether it shows the photo. */
  photo: boolean;
  /** Fewest and most pages that a usual career takes. */
  typicalPages: readonly [fewest: number, most: number];
  /** JSON Schema of the options, with the defaults of this template. */
  optionsSchema: Record<string, unknown>;
}

export interface TemplateDefaults {
  /** A4 if not said. */
  paper?: Paper;
  accentColor: string;
  /** Only of templates that have a second colour. */
  secondaryColor?: string;
  fonts: FontPairId;
  /** Every section once. */
  sectionOrder: readonly SectionId[];
  /** The personal facts if not said. */
  hiddenSections?: readonly SectionId[];
  photoShape?: PhotoShape;
}

/** What a Word document has of a template beside its fonts and colours. */
export interface DocxLook {
  /** Where name and contacts stand. */
  head: 'start' | 'center';
  headings: 'rule' | 'capitals' | 'plain';
}

/** A template as the renderer uses it. */
export interface Template extends TemplateInfo {
  defaults: TemplateDefaults;
  /** Sections of the narrow column. */
  side: readonly SectionId[];
  /** How documents for Word take after it. */
  docx: DocxLook;
  /** In two columns, whether the head stands above both. */
  banner?: boolean;
  /** Whether languages are a table of levels by skill where the document says them. */
  languageGrid?: boolean;
  base: BaseStyle;
  /** Its own style sheet for HTML. */
  css: string;
  validateOptions: ValidateFunction<Partial<RenderOptions>>;
}

/** The file `template.json` of a template's folder. */
type TemplateFile = Omit<Template, 'id' | 'optionsSchema' | 'css' | 'validateOptions' | 'docx'> & {
  docx?: Partial<DocxLook>;
};

export function readTemplateFile(path: string): string {
  return readFileSync(new URL(path, TEMPLATES_URL), 'utf8');
}

function loadTemplate(id: string): Template {
  const file = JSON.parse(readTemplateFile(`${id}/template.json`)) as TemplateFile;
  const missing = SECTION_IDS.filter((section) => !file.defaults.sectionOrder.includes(section));
  if (missing.length > 0) throw new Error(`The template «${id}» does not say where to put: ${missing.join(', ')}.`);
  const optionsSchema = buildOptionsSchema(file.defaults);
  return {
    ...file,
    id,
    optionsSchema,
    docx: { head: 'start', headings: 'rule', ...file.docx },
    css: readTemplateFile(`${id}/template.css`),
    validateOptions: compileOptions(optionsSchema),
  };
}

const byId = new Map(TEMPLATE_IDS.map((id) => [id as string, loadTemplate(id)]));

/** All templates, in the order in which to offer them. */
export const templates: readonly TemplateInfo[] = [...byId.values()].map(
  ({ id, name, description, tags, version, columns, atsSafe, photo, typicalPages, optionsSchema }) => ({
    id,
    name,
    description,
    tags,
    version,
    columns,
    atsSafe,
    photo,
    typicalPages,
    optionsSchema,
  }),
);

/** @throws RenderError `unknown_template` */
export function requireTemplate(id: string): Template {
  const template = byId.get(id);
  if (template) return template;
  throw new RenderError('unknown_template', `There is no such template; there are: ${[...byId.keys()].join(', ')}.`);
}
