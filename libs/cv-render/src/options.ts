import { escapePointer, type FieldProblem, type Resume } from '@discover/cv-model';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

import { DATE_STYLES, type DateStyle } from './dates.js';
import { RenderError } from './errors.js';
import { LOCALES, type Locale } from './locales.js';
import { profileOf, PROFILES, type ProfileId } from './profiles.js';
import { SECTION_IDS, type SectionId } from './sections.js';
import { DENSITIES, FONT_PAIRS, MARGINS_PATTERN, PAPERS, type Density, type FontPairId, type Paper } from './style.js';
import type { TemplateDefaults } from './templates.js';

/** All that a person can choose about a render, with every default filled in. */
export interface RenderOptions {
  /** What a country expects to see, and not to see: absent, the document as it is. */
  profile?: ProfileId;
  paper: Paper;
  /** `narrow`, `normal`, `wide`, or the width of the side margins in whole millimetres: `18mm`. */
  margins: string;
  /** `#rrggbb`; darkened for text where it would be too pale to read. */
  accentColor: string;
  /** `#rrggbb`; only of templates that have a second colour. */
  secondaryColor?: string;
  fonts: FontPairId;
  density: Density;
  /** How dates are written: «Mar 2021», «March 2021», «03/2021», «2021». */
  dates: DateStyle;
  /** Language of headings and dates; by default the document's own, if it is one of ours, else English. */
  locale: Locale;
  /** Every section once, in the order in which they are shown (within a column). */
  sectionOrder: readonly SectionId[];
  hiddenSections: readonly SectionId[];
  /** 1-based: which page a drawing or picture shows. Formats that hold the whole document take no notice. */
  page: number;
  /** PDF and pictures are set tighter, down to `minFontSize`, until they take no more pages than this; absent: as many as it takes. */
  maxPages?: number;
  /** Points. */
  minFontSize: number;
  /** PNG only: shows the page by this template too, and where they differ. */
  compareWith?: string;
  /** Shape of the photo, where the template shows one. */
  photoShape: PhotoShape;
  /** An http(s) address to show as a QR code too; empty for none. */
  qrCode: string;
  /** How the document ends: like a letter, or not. */
  closing: Closing;
}

export const PHOTO_SHAPES = ['square', 'rounded', 'circle', 'none'] as const;
export type PhotoShape = (typeof PHOTO_SHAPES)[number];

export const CLOSINGS = ['none', 'date', 'signature'] as const;
export type Closing = (typeof CLOSINGS)[number];

const ajv = new Ajv({ allErrors: true });

const COLOR_PATTERN = '^#[0-9a-fA-F]{6}$';

/** A host and no user before it. */
const QR_PATTERN = '^(https?://[^\\s@/?#]+([/?#]\\S*)?)?$';
/** Longer ones make codes too fine for a telephone to read from paper. */
const QR_LENGTH = 300;

/** How a text that a pattern refuses should have been written. */
const FORMS: Record<string, string> = {
  [COLOR_PATTERN]: 'A colour is written #rrggbb.',
  [MARGINS_PATTERN]: 'Margins are narrow, normal, wide, or whole millimetres from 8mm to 40mm.',
  [QR_PATTERN]: 'A web address begins with http:// or https:// and holds no spaces.',
};

/** JSON Schema of a template's options: the same members for all, with the template's own defaults. */
export function buildOptionsSchema(defaults: TemplateDefaults): Record<string, unknown> {
  const sections = { type: 'array', items: { enum: [...SECTION_IDS] }, uniqueItems: true };
  const color = { type: 'string', pattern: COLOR_PATTERN };
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      profile: {
        enum: Object.keys(PROFILES),
        description: Object.entries(PROFILES)
          .map(([id, { description }]) => `${id}: ${description}`)
          .join(' '),
      },
      paper: { enum: Object.keys(PAPERS), default: defaults.paper ?? 'a4', description: 'Size of the page.' },
      margins: {
        type: 'string',
        pattern: MARGINS_PATTERN,
        default: 'normal',
        description: 'narrow, normal, wide, or the width of the side margins: 8mm to 40mm.',
      },
      accentColor: {
        ...color,
        default: defaults.accentColor,
        description: 'Colour of headings and rules, as #rrggbb.',
      },
      ...(defaults.secondaryColor === undefined
        ? {}
        : {
            secondaryColor: { ...color, default: defaults.secondaryColor, description: 'Second colour, as #rrggbb.' },
          }),
      fonts: { enum: Object.keys(FONT_PAIRS), default: defaults.fonts, description: 'Fonts of headings and text.' },
      density: {
        enum: Object.keys(DENSITIES),
        default: 'normal',
        description: 'Size of the text and the space around it.',
      },
      dates: {
        enum: [...DATE_STYLES],
        default: 'short',
        description: 'short: Mar 2021, long: March 2021, numeric: 03/2021, year: 2021.',
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
        default: [...(defaults.hiddenSections ?? [])],
        description: 'Sections to leave out, of the page and of the attached data.',
      },
      photoShape: {
        enum: [...PHOTO_SHAPES],
        default: defaults.photoShape ?? 'rounded',
        description: 'Shape of the photo, where the template shows one and the document has one.',
      },
      qrCode: {
        type: 'string',
        pattern: QR_PATTERN,
        maxLength: QR_LENGTH,
        default: '',
        description: 'Web address to show as a QR code, e.g. of the public page; empty for none.',
      },
      closing: {
        enum: [...CLOSINGS],
        default: 'none',
        description: 'End with place and date, or with a line for the signature too.',
      },
      compareWith: {
        type: 'string',
        maxLength: 40,
        description: 'PNG only: another template, or a version of this one (classic@1), to be seen beside and over it.',
      },
      page: { type: 'integer', minimum: 1, maximum: 100, default: 1, description: 'Which page SVG and PNG show.' },
      maxPages: {
        type: 'integer',
        minimum: 1,
        maximum: 20,
        description: 'PDF, SVG and PNG are set tighter until they take no more pages; refused if they cannot.',
      },
      minFontSize: {
        type: 'number',
        minimum: 7,
        maximum: 12,
        default: 8.5,
        description: 'With `maxPages`: the smallest size of text, in points.',
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
  const secondaryColor = given.secondaryColor ?? defaults.secondaryColor;
  const profile = profileOf(given.profile);
  const hidden = given.hiddenSections ?? defaults.hiddenSections?.filter((id) => !profile?.shown.includes(id));
  return {
    ...(given.profile !== undefined && { profile: given.profile }),
    paper: given.paper ?? profile?.paper ?? defaults.paper ?? 'a4',
    margins: given.margins ?? 'normal',
    accentColor: (given.accentColor ?? defaults.accentColor).toLowerCase(),
    ...(secondaryColor === undefined ? {} : { secondaryColor: secondaryColor.toLowerCase() }),
    fonts: given.fonts ?? defaults.fonts,
    density: given.density ?? 'normal',
    dates: given.dates ?? 'short',
    locale: given.locale ?? localeOf(document),
    sectionOrder: [...new Set([...(given.sectionOrder ?? []), ...defaults.sectionOrder])],
    hiddenSections: [...new Set(hidden)].sort(),
    ...(given.compareWith !== undefined && { compareWith: given.compareWith }),
    page: given.page ?? 1,
    ...(given.maxPages !== undefined && { maxPages: given.maxPages }),
    minFontSize: given.minFontSize ?? 8.5,
    photoShape: given.photoShape ?? defaults.photoShape ?? 'rounded',
    qrCode: given.qrCode ?? '',
    closing: given.closing ?? 'none',
  };
}

/** The document's language, if headings and dates exist in it. */
function localeOf(document: Resume): Locale {
  const tag: unknown = document['x-discover']?.language;
  const language = typeof tag === 'string' ? tag.split('-')[0] : undefined;
  return LOCALES.find((locale) => locale === language) ?? 'en';
}

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
      return {
        pointer,
        code: 'bad_format',
        message: FORMS[String(error.params.pattern)] ?? 'This is written otherwise.',
      };
    case 'enum': {
      const allowed = (error.params.allowedValues as unknown[]).join(', ');
      return { pointer, code: 'invalid_value', message: `This must be one of: ${allowed}.` };
    }
    default:
      return { pointer, code: 'invalid_value', message: `This ${error.message ?? 'is not allowed'}.` };
  }
}
