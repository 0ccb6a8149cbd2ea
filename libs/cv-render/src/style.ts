import { familiesOf, MONO_FAMILY, stretchOf } from './fonts/catalog.js';
import type { RenderOptions } from './options.js';

/** Typst's name of each paper, its size in CSS, and in points. */
export const PAPERS = {
  a4: { typst: 'a4', css: 'A4', width: 595.3, height: 841.9 },
  'us-letter': { typst: 'us-letter', css: 'letter', width: 612, height: 792 },
} as const;

/**
 * Families of headings and of text: upright, italic, semi-bold and bold each. Source is the plain one, Inter the one made
 * for screens, Fira the humanist sans and its condensed sister, Garamond the old-style serif.
 */
export const FONT_PAIRS = {
  'source-serif': { headings: 'Source Serif 4', text: 'Source Serif 4' },
  'source-sans': { headings: 'Source Sans 3', text: 'Source Sans 3' },
  'sans-over-serif': { headings: 'Source Sans 3', text: 'Source Serif 4' },
  'serif-over-sans': { headings: 'Source Serif 4', text: 'Source Sans 3' },
  inter: { headings: 'Inter', text: 'Inter' },
  fira: { headings: 'Fira Sans', text: 'Fira Sans' },
  'fira-condensed': { headings: 'Fira Sans Condensed', text: 'Fira Sans Condensed' },
  'condensed-over-serif': { headings: 'Fira Sans Condensed', text: 'Source Serif 4' },
  garamond: { headings: 'EB Garamond', text: 'EB Garamond' },
  'garamond-over-sans': { headings: 'EB Garamond', text: 'Source Sans 3' },
} as const;

/** Factors on a template's own size of text, leading and space. */
export const DENSITIES = {
  compact: { size: 0.92, leading: 0.87, space: 0.78 },
  normal: { size: 1, leading: 1, space: 1 },
  airy: { size: 1.06, leading: 1.16, space: 1.28 },
} as const;

/** Factors on a template's own margins. */
const MARGINS: Record<string, number> = { narrow: 0.72, normal: 1, wide: 1.28 };

/** A word of `MARGINS`, or the width of the side margins: whole millimetres from 8 to 40. */
export const MARGINS_PATTERN = '^(?:narrow|normal|wide|(?:[89]|[123]\\d|40)mm)$';

/** Top and bottom never come nearer to the edge than this: the page number stands there too. Millimetres. */
const SMALLEST_MARGIN = 12;

export type Paper = keyof typeof PAPERS;
export type FontPairId = keyof typeof FONT_PAIRS;
export type Density = keyof typeof DENSITIES;

/** What a template's design starts from; options scale it. */
export interface BaseStyle {
  /** Size of the text in points, before families are evened out. */
  size: number;
  /** Space between lines, in em. */
  leading: number;
  /** Factor on all space between blocks. */
  space: number;
  /** Side margins, and those at top and bottom, in millimetres. */
  marginX: number;
  marginY: number;
}

/** Families differ in how large they look at one size (mainly by their x-height); this evens them out. */
const OPTICAL_SIZE: Record<string, number> = {
  'Source Serif 4': 1,
  'Source Sans 3': 1.03,
  Inter: 0.92,
  'Fira Sans': 0.94,
  'Fira Sans Condensed': 0.98,
  'EB Garamond': 1.14,
};

/**
 * The design tokens of one render: what the Typst templates and the style sheets share. All measures may take any value
 * in between, so that a document can be fitted by varying them.
 */
export interface Style extends BaseStyle {
  paper: Paper;
  /** As chosen: for areas and rules. */
  accent: string;
  /** The accent, dark enough on white for text of any size (contrast 4.5:1, WCAG 2.2 SC 1.4.3). */
  accentInk: string;
  /** The accent as a pale ground that dark text reads well on. */
  accentTint: string;
  /** The second colour of templates that have one, else the accent: as chosen, and for text. */
  secondary: string;
  secondaryInk: string;
  /** Families in order of preference, down to those of other scripts. */
  headingFonts: string[];
  textFonts: string[];
  /** Width of the face in percent: Typst knows a condensed family as a width of its normal one. */
  headingStretch: number;
  textStretch: number;
  /** Names of the families in CSS. */
  headingFamily: string;
  textFamily: string;
  monoFonts: string[];
  /** Factor on the size of headings, which evens out their family with that of the text. */
  headingScale: number;
}

export function buildStyle(options: RenderOptions, base: BaseStyle): Style {
  const pair = FONT_PAIRS[options.fonts];
  const density = DENSITIES[options.density];
  const accent = parseColor(options.accentColor);
  const secondary = options.secondaryColor ?? options.accentColor;
  const [headingSize, textSize] = [OPTICAL_SIZE[pair.headings] ?? 1, OPTICAL_SIZE[pair.text] ?? 1];
  return {
    paper: options.paper,
    accent: options.accentColor,
    accentInk: formatColor(darkenToContrast(accent)),
    accentTint: formatColor(mix(accent, 0.075)),
    secondary,
    secondaryInk: formatColor(darkenToContrast(parseColor(secondary))),
    headingFonts: familiesOf(pair.headings),
    textFonts: familiesOf(pair.text),
    headingStretch: stretchOf(pair.headings),
    textStretch: stretchOf(pair.text),
    headingFamily: pair.headings,
    textFamily: pair.text,
    monoFonts: [MONO_FAMILY, ...familiesOf(pair.text)],
    headingScale: rounded(headingSize / textSize),
    size: rounded(base.size * density.size * textSize),
    leading: rounded(base.leading * density.leading),
    space: rounded(base.space * density.space),
    ...marginsOf(options.margins, base),
  };
}

/** Millimetres of the side margins are as asked for; top and bottom follow in the template's proportion. */
function marginsOf(margins: string, base: BaseStyle): Pick<BaseStyle, 'marginX' | 'marginY'> {
  const factor = MARGINS[margins] ?? Number.parseInt(margins, 10) / base.marginX;
  return {
    marginX: rounded(base.marginX * factor),
    marginY: rounded(Math.max(SMALLEST_MARGIN, base.marginY * factor)),
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}

type Color = readonly [red: number, green: number, blue: number];

function parseColor(hex: string): Color {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

function formatColor(color: Color): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** The colour at `share` on white. */
function mix(color: Color, share: number): Color {
  const [red, green, blue] = color.map((part) => 255 - (255 - part) * share);
  return [red!, green!, blue!];
}

/** Steps towards black until the contrast with the palest ground that text stands on suffices. */
function darkenToContrast(color: Color): Color {
  const ground = luminance(mix(color, 0.075));
  let current = color;
  while ((ground + 0.05) / (luminance(current) + 0.05) < 4.5) {
    const [red, green, blue] = current.map((part) => part * 0.94);
    current = [red!, green!, blue!];
  }
  return current;
}

/** Relative luminance of sRGB: WCAG 2.2, «relative luminance». */
function luminance(color: Color): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
