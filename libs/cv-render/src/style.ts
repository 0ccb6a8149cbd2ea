import { familiesOf, MONO_FAMILY } from './fonts/catalog.js';
import type { RenderOptions } from './options.js';

/** Typst's name of each paper and its size in CSS. */
export const PAPERS = {
  a4: { typst: 'a4', css: 'A4' },
  'us-letter': { typst: 'us-letter', css: 'letter' },
} as const;

/** Families of headings and of text. Both ship in regular, italic, semi-bold and bold. */
export const FONT_PAIRS = {
  'source-serif': { headings: 'Source Serif 4', text: 'Source Serif 4' },
  'source-sans': { headings: 'Source Sans 3', text: 'Source Sans 3' },
  'sans-over-serif': { headings: 'Source Sans 3', text: 'Source Serif 4' },
  'serif-over-sans': { headings: 'Source Serif 4', text: 'Source Sans 3' },
  inter: { headings: 'Inter', text: 'Inter' },
} as const;

/** Size of text in points, space between lines in em, and the factor on all space between blocks. */
export const DENSITIES = {
  compact: { size: 9.2, leading: 0.52, space: 0.78 },
  normal: { size: 10, leading: 0.6, space: 1 },
  airy: { size: 10.6, leading: 0.7, space: 1.28 },
} as const;

export type Paper = keyof typeof PAPERS;
export type FontPairId = keyof typeof FONT_PAIRS;
export type Density = keyof typeof DENSITIES;

/** Families differ in how large they look at one size; this evens them out. */
const OPTICAL_SIZE: Record<string, number> = { 'Source Serif 4': 1, 'Source Sans 3': 1.03, Inter: 0.92 };

/** The design tokens of one render: what the Typst templates and the style sheets share. Lengths in points or em. */
export interface Style {
  paper: Paper;
  /** As chosen: for areas and rules. */
  accent: string;
  /** The accent, dark enough on white for text of any size (contrast 4.5:1, WCAG 2.2 SC 1.4.3). */
  accentInk: string;
  /** The accent as a pale ground that dark text reads well on. */
  accentTint: string;
  /** Families in order of preference, down to those of other scripts. */
  headingFonts: string[];
  textFonts: string[];
  monoFonts: string[];
  size: number;
  leading: number;
  space: number;
}

export function buildStyle(options: RenderOptions): Style {
  const pair = FONT_PAIRS[options.fonts];
  const density = DENSITIES[options.density];
  const accent = parseColor(options.accentColor);
  return {
    paper: options.paper,
    accent: options.accentColor,
    accentInk: formatColor(darkenToContrast(accent)),
    accentTint: formatColor(mix(accent, 0.075)),
    headingFonts: familiesOf(pair.headings),
    textFonts: familiesOf(pair.text),
    monoFonts: [MONO_FAMILY, ...familiesOf(pair.text)],
    size: Number((density.size * (OPTICAL_SIZE[pair.text] ?? 1)).toFixed(2)),
    leading: density.leading,
    space: density.space,
  };
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
