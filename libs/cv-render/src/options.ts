import { escapePointer, type FieldProblem, type Resume } from '@discover/cv-model';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

import { RenderError } from './errors.js';
import { LOCALES, type Locale } from './locales.js';
import { SECTION_IDS, type SectionId } from './sections.js';
import { DENSITIES, FONT_PAIRS, PAPERS, type Density, type FontPairId, type Paper } from './style.js';
import type { TemplateDefaults } from './templates.js';

/** All that a person can choose about a render, with every default filled in. */
export interface RenderOptions {
  paper: Paper;
  /** `#rrggbb`; darkened for text where it would be too pale to read. */
  accentColor: string;
  fonts: FontPairId;
  density: Density;
  /** Language of headings and dates; by default the document's own, if it is one of ours, else English. */
  locale: Locale;
  /** Every section once, in the order in which they are shown (within a column). */
  sectionOrder: readonly SectionId[];
  hiddenSections: readonly SectionId[];
  /** Shape of the photo, where the template shows one. */
  photoShape: PhotoShape;
  /** An http(s) address to show as a QR code too; empty for none. */
  qrCode: string;
  /** How the document ends, where the template has room for it: like a letter, or not. */
  closing: Closing;
}

export const PHOTO_SHAPES = ['square', 'rounded', 'circle', 'none'] as const;
export type PhotoShape = (typeof PHOTO_SHAPES)[number];

export const CLOSINGS = ['none', 'date', 'signature'] as const;
export type Closing = (typeof CLOSINGS)[number];

/** Host and no user before it, and short enough for a code that a telephone can read from paper. */
const QR_ADDRESS = { pattern: '^(https?://[^\\s@/?#]+([/?#]\\S*)?)?$', maxLength: 300 };

const ajv = new Ajv({ allErrors: true });

/** JSON Schema of a template's options: the same members for all, with the template's own defaults. */
export function buildOptionsSchema(defaults: TemplateDefaults): Record<string, unknown> {
  const sections = { type: 'array', items: { enum: [...SECTION_IDS] }, uniqueItems: true };
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      paper: { enum: Object.keys(PAPERS), default: 'a4', description: 'Size of the page.' },
      accentColor: {
        type: 'string',
        pattern: '^#[0-9a-fA-F]{6}$',
        default: defaults.accentColor,
        description: 'Colour of headings and rules, as #rrggbb.',
      },
      fonts: { enum: Object.keys(FONT_PAIRS), default: defaults.fonts, description: 'Fonts of headings and text.' },
      density: {
        enum: Object.keys(DENSITIES),
        default: 'normal',
        description: 'Size of the text and the space around it.',
      },
      locale: {
        enum: [...LOCALES],
        description: 'Language of headings and dates; by default the one of the document.',
      },
      sectionOrder: {
        ...sections,
        default: [...defaults.sectionOrder],
        description: 'Sections to show first, in this order; the others follow in the order of the template.',
      },
      hiddenSections: {
        ...sections,
        default: [...hiddenByDefault(defaults)],
        description: 'Sections to leave out, in place of those that the template leaves out.',
      },
      photoShape: {
        enum: [...PHOTO_SHAPES],
        default: defaults.photoShape ?? 'rounded',
        description: 'Shape of the photo, where the template shows one and the document has one.',
      },
      qrCode: {
        type: 'string',
        ...QR_ADDRESS,
        default: '',
        description: 'Web address to show as a QR code, e.g. of the public page; empty for none.',
      },
      closing: {
        enum: [...CLOSINGS],
        default: 'none',
        description: 'End with place and date, or with a line for the signature too, where the template has it.',
      },
    },
  };
}

export function compileOptions(schema: Record<string, unknown>): ValidateFunction<Partial<RenderOptions>> {
  return ajv.compile<Partial<RenderOptions>>(schema);
}

/**
 * The options with defaults filled in.
 * @throws RenderError `invalid_options`, naming each bad or unknown option by JSON pointer
 */
export function resolveOptions(
  options: unknown,
  validate: ValidateFunction<Partial<RenderOptions>>,
  defaults: TemplateDefaults,
  document: Resume,
): RenderOptions {
  const given: unknown = options ?? {};
  if (!validate(given)) {
    const problems = (validate.errors ?? []).map(toProblem);
    const names = problems.map((problem) => problem.pointer).join(', ');
    throw new RenderError('invalid_options', `These options are not valid: ${names}.`, problems);
  }
  return {
    paper: given.paper ?? 'a4',
    accentColor: (given.accentColor ?? defaults.accentColor).toLowerCase(),
    fonts: given.fonts ?? defaults.fonts,
    density: given.density ?? 'normal',
    locale: given.locale ?? localeOf(document),
    sectionOrder: [...new Set([...(given.sectionOrder ?? []), ...defaults.sectionOrder])],
    hiddenSections: [...new Set(given.hiddenSections ?? hiddenByDefault(defaults))].sort(),
    photoShape: given.photoShape ?? defaults.photoShape ?? 'rounded',
    qrCode: given.qrCode ?? '',
    closing: given.closing ?? 'none',
  };
}

/** Birth date, nationality and the like are shown only where a template's readers expect them, or if asked for. */
function hiddenByDefault(defaults: TemplateDefaults): readonly SectionId[] {
  return defaults.hiddenSections ?? ['personal'];
}

/** The document's language, if headings and dates exist in it. */
function localeOf(document: Resume): Locale {
  const tag: unknown = document['x-discover']?.language;
  const language = typeof tag === 'string' ? tag.split('-')[0] : undefined;
  return LOCALES.find((locale) => locale === language) ?? 'en';
}

const PATTERN_MESSAGES: Record<string, string> = {
  '/accentColor': 'A colour is written #rrggbb.',
  '/qrCode': 'A web address begins with http:// or https:// and holds no spaces.',
};

function toProblem(error: ErrorObject): FieldProblem {
  const pointer = error.instancePath;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      return {
        pointer: `${pointer}/${escapePointer(key)}`,
        code: 'unknown_field',
        message: 'There is no such option.',
      };
    }
    case 'type':
      return { pointer, code: 'wrong_type', message: `This must be of type ${String(error.params.type)}.` };
    case 'pattern':
      return { pointer, code: 'bad_format', message: PATTERN_MESSAGES[pointer] ?? 'This has another form.' };
    case 'enum': {
      const allowed = (error.params.allowedValues as unknown[]).join(', ');
      return { pointer, code: 'invalid_value', message: `This must be one of: ${allowed}.` };
    }
    default:
      return { pointer, code: 'invalid_value', message: `This ${error.message ?? 'is not allowed'}.` };
  }
}
