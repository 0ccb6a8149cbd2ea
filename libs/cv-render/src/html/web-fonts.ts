import { readFileSync } from 'node:fs';

import { packageFile, WEB_FONTS, webFontFile } from '../fonts/catalog.js';

/** A part of a font's characters in a file of its own, as the web serves them. */
interface Subset {
  /** CSS `unicode-range`. */
  range: string;
  /** Matches any character of the range. */
  matcher: RegExp;
  /** One complete `@font-face` per style, made when first used. */
  faces: Map<string, string>;
}

const subsets = new Map<string, Map<string, Subset>>();

/** `@font-face` rules with the font inside, for just those subsets that occur in the text: some 100 KB for English. */
export function fontFaces(families: readonly string[], text: string): string {
  let css = '';
  for (const family of new Set(families)) {
    for (const [name, subset] of subsetsOf(family)) {
      if (name !== 'latin' && !subset.matcher.test(text)) continue;
      for (const style of WEB_FONTS.styles) css += face(family, name, subset, style);
    }
  }
  return css;
}

function subsetsOf(family: string): Map<string, Subset> {
  const known = subsets.get(family);
  if (known) return known;
  const id = WEB_FONTS.families[family]!;
  const ranges = JSON.parse(readFileSync(packageFile(`@fontsource/${id}/unicode.json`), 'utf8')) as Record<
    string,
    string
  >;
  const loaded = new Map(
    WEB_FONTS.subsets
      .filter((name) => ranges[name] !== undefined)
      .map((name) => [name, ranges[name]!] as const)
      .map(([name, range]) => [name, { range, matcher: matcherOf(range), faces: new Map<string, string>() }]),
  );
  subsets.set(family, loaded);
  return loaded;
}

/** `U+0100-02BA,U+1E00` as a regular expression. */
function matcherOf(range: string): RegExp {
  const classes = range.split(',').map((part) => {
    const [start, end] = part.trim().slice(2).split('-');
    return end === undefined ? `\\u{${start!}}` : `\\u{${start!}}-\\u{${end}}`;
  });
  return new RegExp(`[${classes.join('')}]`, 'u');
}

function face(family: string, name: string, subset: Subset, style: string): string {
  const known = subset.faces.get(style);
  if (known !== undefined) return known;
  const id = WEB_FONTS.families[family]!;
  const [weight, slope] = style.split('-');
  const file = webFontFile(id, name, style);
  if (file === undefined) return '';
  const data = readFileSync(file).toString('base64');
  const css =
    `@font-face { font-family: '${family}'; font-style: ${slope!}; font-weight: ${weight!}; font-display: swap; ` +
    `src: url(data:font/woff2;base64,${data}) format('woff2'); unicode-range: ${subset.range}; }\n`;
  subset.faces.set(style, css);
  return css;
}
