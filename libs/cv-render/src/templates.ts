import { readdirSync, readFileSync } from 'node:fs';

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
  /** All that can be asked for as `id@version`, the newest first: a former one is kept, and never imposed upon. */
  versions: readonly number[];
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
  /** None if not said. */
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
  /** Where its Typst source and the parts beside it lie, below `TEMPLATES_URL`. */
  folder: string;
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
  /** The style sheet for HTML: what all templates share, and its own. */
  css: string;
  validateOptions: ValidateFunction<Partial<RenderOptions>>;
}

/** The file `template.json` of a template's folder. */
type TemplateFile = Omit<
  Template,
  'id' | 'versions' | 'folder' | 'optionsSchema' | 'css' | 'validateOptions' | 'docx'
> & {
  docx?: Partial<DocxLook>;
};

export function readTemplateFile(path: string): string {
  return readFileSync(new URL(path, TEMPLATES_URL), 'utf8');
}

/** Former versions, `id@version`: each folder holds Typst source, style sheets and the parts as they were. */
const ARCHIVE = readdirSync(new URL('archive/', TEMPLATES_URL));

function loadTemplate(id: string): Template {
  const file = readTemplateJson(id);
  const missing = SECTION_IDS.filter((section) => !file.defaults.sectionOrder.includes(section));
  if (missing.length > 0) throw new Error(`The template «${id}» does not say where to put: ${missing.join(', ')}.`);
  const former = ARCHIVE.filter((reference) => reference.startsWith(`${id}@`)).map((reference) =>
    Number(reference.split('@')[1]),
  );
  return complete(id, id, file, [file.version, ...former.sort((a, b) => b - a)]);
}

/** What a former version did not say yet is as it is today. */
function loadFormer(reference: string): Template {
  const [id] = reference.split('@') as [string];
  const folder = `archive/${reference}/${id}`;
  return complete(id, folder, { ...readTemplateJson(id), ...readTemplateJson(folder) }, byId.get(id)!.versions);
}

function readTemplateJson(folder: string): TemplateFile {
  return JSON.parse(readTemplateFile(`${folder}/template.json`)) as TemplateFile;
}

function complete(id: string, folder: string, file: TemplateFile, versions: readonly number[]): Template {
  const optionsSchema = buildOptionsSchema(file.defaults);
  return {
    ...file,
    id,
    folder,
    versions,
    optionsSchema,
    docx: { head: 'start', headings: 'rule', ...file.docx },
    css: readTemplateFile(`${folder}/../parts/base.css`) + readTemplateFile(`${folder}/template.css`),
    validateOptions: compileOptions(optionsSchema),
  };
}

const byId = new Map(TEMPLATE_IDS.map((id) => [id as string, loadTemplate(id)]));
const former = new Map(ARCHIVE.map((reference) => [reference, loadFormer(reference)]));

/** Folders of the Typst sources of all versions. */
export const TEMPLATE_FOLDERS: readonly string[] = [...byId.values(), ...former.values()].map(({ folder }) => folder);

/** All templates, in the order in which to offer them. */
export const templates: readonly TemplateInfo[] = [...byId.values()].map(
  ({ id, name, description, tags, version, versions, columns, atsSafe, photo, typicalPages, optionsSchema }) => ({
    id,
    name,
    description,
    tags,
    version,
    versions,
    columns,
    atsSafe,
    photo,
    typicalPages,
    optionsSchema,
  }),
);

/** Whether there is such a template, or such a version of one. */
export function isTemplate(reference: string): boolean {
  return find(reference) !== undefined;
}

/**
 * By its id the newest version, by `id@version` that one.
 * @throws RenderError `unknown_template`
 */
export function requireTemplate(reference: string): Template {
  const template = find(reference);
  if (template) return template;
  const known = byId.get(reference.split('@')[0]!);
  const message = known
    ? `«${known.id}» has the versions ${known.versions.join(', ')}.`
    : `There is no such template; there are: ${[...byId.keys()].join(', ')}.`;
  throw new RenderError('unknown_template', message);
}

function find(reference: string): Template | undefined {
  const [, id, version] = /^([a-z]+)(?:@(\d{1,4}))?$/.exec(reference) ?? [];
  const newest = byId.get(id ?? '');
  return version === undefined || Number(version) === newest?.version ? newest : former.get(reference);
}
