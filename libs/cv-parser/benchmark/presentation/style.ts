import type { Language } from '../people/person.js';
import type { Random } from '../people/random.js';
import type { Contact, Look } from './composition.js';
import { chooseDates, type DateStyle } from './dates.js';
import { layoutOf, type LayoutId } from './layouts.js';
import type { Wording } from './wording/types.js';

/** How heads of entries are put together. */
export const ARRANGEMENTS = [
  'position | dates, employer',
  'employer | dates, position',
  'one line',
  'position at employer',
  'dates, position, employer',
  'position, employer, dates',
  'employer, position, dates',
  'position, employer | dates',
  'employer, place | dates, position',
  'margin',
] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** Everything about a document that is neither the person nor the format. */
export interface Style {
  readonly look: Look;
  readonly dates: DateStyle;
  readonly headingCase: 'as is' | 'upper' | 'spaced' | 'numbered' | 'colon';
  readonly work: Arrangement;
  readonly education: Arrangement;
  /** Between what stands in one line. */
  readonly separator: string;
  readonly emphasis: 'position' | 'employer' | 'both' | 'none';
  readonly place: 'none' | 'after employer' | 'own line' | 'right';
  readonly placeForm: 'city' | 'city, country' | 'city, region' | '(city)';
  readonly grouped: boolean;
  /** Text of a job as a list, or run together. */
  readonly prose: boolean;
  readonly sentenceEnd: boolean;
  readonly skills: 'groups' | 'list' | 'bullets' | 'chips' | 'bars' | 'rows' | 'levels' | 'lines';
  readonly languages: 'brackets' | 'colon' | 'dash' | 'rows' | 'bars' | 'list' | 'names';
  readonly languageLevel: 'cefr' | 'words' | 'both';
  readonly contact: Omit<Contact, 'items' | 'heading'>;
  readonly familyFirst: 'no' | 'comma' | 'plain';
  readonly nameCase: 'as is' | 'upper' | 'family upper' | 'spaced';
  readonly scheme: 'none' | 'https://' | 'https://www.' | 'name only';
  readonly printLabel: boolean;
  readonly printTitle: boolean;
  readonly printCountry: 'no' | 'name' | 'code';
  readonly printStreet: boolean;
  readonly personal: 'none' | 'section' | 'contact';
  readonly nameAmongPersonal: boolean;
  /** What stands between degree and subject, or `area (degree)`. */
  readonly degree: string;
  readonly running: boolean;
}

const FONTS = [
  'Source Sans 3',
  'Source Serif 4',
  'Inter',
  'Arimo',
  'Tinos',
  'Lato',
  'Merriweather',
  'DejaVu Sans',
] as const;
const ACCENTS = [
  '#1f4e79',
  '#8a1538',
  '#2e7d32',
  '#444444',
  '#000000',
  '#6a1b9a',
  '#00695c',
  '#b8560f',
  '#37474f',
] as const;
const BULLETS = ['•', '-', '–', '▪', '◦', '‣', '*', '»', '▸', '✓', '·', '●', '■', '→', '◆', '➢'] as const;

export function chooseStyle(random: Random, language: Language, layout: LayoutId, wording: Wording): Style {
  const { columns } = layoutOf(layout);
  const narrow = columns === 'equal';
  const printPersonal = { en: 0.1, de: 0.6, fr: 0.3, it: 0.45, es: 0.35 }[language];
  return {
    look: chooseLook(random, layout),
    dates: chooseDates(random, language, wording),
    headingCase: random.weighted({ 'as is': 50, upper: 30, spaced: columns === 'one' ? 5 : 0, numbered: 4, colon: 6 }),
    work: chooseArrangement(random, layout),
    education: chooseArrangement(random, layout),
    separator: random.any([', ', ' | ', ' – ', ' · ', ' - ', ' • ', ', ', ' / ', ' — ']),
    emphasis: random.weighted({ position: 45, employer: 25, both: 10, none: 20 }),
    place: random.weighted({ none: 22, 'after employer': 48, 'own line': 10, right: narrow ? 0 : 20 }),
    placeForm: random.weighted({ city: 45, 'city, country': 25, 'city, region': 20, '(city)': 10 }),
    grouped: random.chance(0.5),
    prose: random.chance(0.12),
    sentenceEnd: random.chance(0.35),
    skills: random.weighted({ groups: 34, list: 14, bullets: 10, chips: 12, bars: 7, rows: 8, levels: 9, lines: 6 }),
    languages: random.weighted({ brackets: 26, colon: 18, dash: 16, rows: 12, bars: 6, list: 12, names: 8 }),
    languageLevel: random.weighted({ cefr: 35, words: 50, both: 15 }),
    contact: {
      form: random.weighted({ row: 30, lines: 18, labels: 20, icons: 16, 'icon-row': 16 }),
      separator: random.any([' | ', ' · ', ' • ', ' – ', '   ', ', ', ' / ', ' ⋄ ']),
    },
    familyFirst: random.weighted({ no: 92, comma: 4, plain: 4 }),
    nameCase: random.weighted({ 'as is': 68, upper: 18, 'family upper': 9, spaced: 5 }),
    scheme: random.weighted({ none: 45, 'https://': 22, 'https://www.': 13, 'name only': 20 }),
    printLabel: random.chance(0.55),
    printTitle: random.chance(language === 'en' ? 0.15 : 0.35),
    printCountry: random.weighted({ no: 50, name: 42, code: 8 }),
    printStreet: random.chance({ en: 0.3, de: 0.7, fr: 0.55, it: 0.6, es: 0.5 }[language]),
    personal: random.chance(printPersonal) ? random.any(['section', 'contact'] as const) : 'none',
    nameAmongPersonal: random.chance(0.15),
    degree: random.chance(0.12) ? 'area (degree)' : random.any(wording.degreeIn),
    running: random.chance(layout === 'academic' ? 0.9 : 0.35),
  };
}

function chooseArrangement(random: Random, layout: LayoutId): Arrangement {
  const { columns, margin } = layoutOf(layout);
  if (margin) return 'margin';
  const stacked = {
    'dates, position, employer': 16,
    'position, employer, dates': 26,
    'employer, position, dates': 26,
    'one line': 6,
    'position at employer': 6,
  };
  const wide = {
    'position | dates, employer': 26,
    'employer | dates, position': 22,
    'one line': 12,
    'position at employer': 8,
    'position, employer | dates': 12,
    'employer, place | dates, position': 10,
  };
  const weights: Partial<Record<Arrangement, number>> =
    columns === 'equal' ? stacked : random.chance(0.3) ? stacked : wide;
  return random.weighted(weights as Record<Arrangement, number>);
}

function chooseLook(random: Random, layout: LayoutId): Look {
  const font = random.any(FONTS);
  const dense = layout === 'compact';
  return {
    font,
    headingFont: random.chance(0.7) ? font : random.any(FONTS),
    size: dense ? random.any([8, 8.5]) : random.any([9, 9.5, 10, 10, 10.5, 11]),
    accent: random.any(ACCENTS),
    paper: random.chance(0.2) ? 'us-letter' : 'a4',
    heading: {
      align: layout === 'centred' && random.chance(0.5) ? 'center' : 'left',
      rule: random.weighted({ none: 30, below: 34, above: 6, both: 5, fill: 12, bar: 8 }),
      tracking: layoutOf(layout).columns === 'one' && random.chance(0.15),
      bold: random.chance(0.85),
      scale: random.any([1, 1.1, 1.2, 1.3, 1.5]),
    },
    bullet: random.any(BULLETS),
    nameScale: random.any([1.6, 2, 2.2, 2.6, 3]),
    nameTracking: random.chance(0.12),
    justify: random.chance(0.25),
    gap: dense ? 0.5 : random.any([0.6, 0.8, 1, 1.2]),
  };
}
