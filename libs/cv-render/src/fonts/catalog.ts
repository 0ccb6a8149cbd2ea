import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Weights that templates may ask for; a weight that is not here could be found among the machine's own fonts. */
const WEIGHTS = { '400Regular': 'Regular', '600SemiBold': 'SemiBold', '700Bold': 'Bold' };

const google = (id: string, file: string, styles: readonly string[]): string[] =>
  styles.map((style) => `@expo-google-fonts/${id}/${style}/${file}_${style}.ttf`);

const upright = Object.keys(WEIGHTS);
const withItalic = [...upright, '400Regular_Italic'];

/** Families for text and headings: Latin, Greek, Cyrillic. */
const TEXT_FAMILIES: Record<string, string[]> = {
  'Source Serif 4': google('source-serif-4', 'SourceSerif4', withItalic),
  'Source Sans 3': google('source-sans-3', 'SourceSans3', withItalic),
  Inter: google('inter', 'Inter', withItalic),
  'Fira Sans': google('fira-sans', 'FiraSans', withItalic),
  'Fira Sans Condensed': google('fira-sans-condensed', 'FiraSansCondensed', withItalic),
  'EB Garamond': google('eb-garamond', 'EBGaramond', withItalic),
};

/** For accents of a few words, with a text family behind it; what it lacks is drawn by that. */
export const MONO_FAMILY = 'Source Code Pro';
const MONO_FILES = google('source-code-pro', 'SourceCodePro', ['400Regular', '600SemiBold']);

/** Of all text families the one with the most signs (arrows, boxes, stars): it lends them to the others. */
const SIGNS_FAMILY = 'Inter';

/** Families that step in for other scripts, in this order. */
const SCRIPT_FAMILIES: Record<string, string[]> = {
  // Of its letters each is one glyph: dots that are glyphs of their own, and more ligatures than lam-alef, are misread in PDF.
  Vazirmatn: google('vazirmatn', 'Vazirmatn', upright),
  'Noto Sans Hebrew': google('noto-sans-hebrew', 'NotoSansHebrew', upright),
  'Noto Sans Devanagari': google('noto-sans-devanagari', 'NotoSansDevanagari', upright),
  // Simplified and traditional Chinese, Japanese.
  'Noto Sans S Chinese': ['Regular', 'Bold'].map((weight) => `@embedpdf/fonts-sc/fonts/NotoSansHans-${weight}.otf`),
  'Noto Sans Korean': ['Regular', 'Bold'].map((weight) => `@embedpdf/fonts-kr/fonts/NotoSansKR-${weight}.otf`),
  'Noto Emoji': google('noto-emoji', 'NotoEmoji', upright),
};

/** The same text families as subsets for the web, inside HTML. */
export const WEB_FONTS = {
  /** Name of the family's `@fontsource` package. */
  families: {
    'Source Serif 4': 'source-serif-4',
    'Source Sans 3': 'source-sans-3',
    Inter: 'inter',
    'Fira Sans': 'fira-sans',
    'Fira Sans Condensed': 'fira-sans-condensed',
    'EB Garamond': 'eb-garamond',
  } as Record<string, string>,
  styles: ['400-normal', '400-italic', '600-normal', '700-normal'],
  subsets: ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
};

/** What Typst takes off the name of a family, and makes a width of. */
const CONDENSED = ' Condensed';

/** Typst's width of a family, in percent. */
export function stretchOf(family: string): number {
  return family.endsWith(CONDENSED) ? 75 : 100;
}

/** The family as Typst calls it, followed by all that step in for it. */
export function familiesOf(family: string): string[] {
  return [...new Set([family.replace(CONDENSED, ''), SIGNS_FAMILY, ...Object.keys(SCRIPT_FAMILIES)])];
}

/** Path of a file inside an installed package, whether or not the package exports it. */
export function packageFile(file: string): string {
  const path = (require.resolve.paths(file) ?? [])
    .map((folder) => join(folder, file))
    .find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`The font file ${file} is not installed: run npm install.`);
  return path;
}

/** Paths of all bundled font files. */
export function fontFiles(): string[] {
  const files = [TEXT_FAMILIES, SCRIPT_FAMILIES].flatMap((families) => Object.values(families).flat());
  return [...files, ...MONO_FILES].map(packageFile);
}

/** One file per family, whose characters stand for the family's; `stepIn` are the families that every choice falls back on. */
export function regularFontFiles(): Record<'text' | 'stepIn', string[]> {
  const first = (families: readonly string[][]): string[] => families.map(([regular]) => packageFile(regular!));
  return {
    text: first(Object.values(TEXT_FAMILIES)),
    stepIn: first([TEXT_FAMILIES[SIGNS_FAMILY]!, ...Object.values(SCRIPT_FAMILIES)]),
  };
}

/** Paths of all subsets that HTML may hold. */
function webFontFiles(): string[] {
  return Object.values(WEB_FONTS.families).flatMap((id) =>
    WEB_FONTS.styles.flatMap((style) =>
      WEB_FONTS.subsets.map((subset) => webFontFile(id, subset, style)).filter((file) => file !== undefined),
    ),
  );
}

/** Undefined if the family has no such subset. */
export function webFontFile(id: string, subset: string, style: string): string | undefined {
  const folder = packageFile(`@fontsource/${id}/files`);
  const file = join(folder, `${id}-${subset}-${style}.woff2`);
  return existsSync(file) ? file : undefined;
}

let hash: string | undefined;

/** SHA-256 over names and contents of all bundled fonts, in hex: a part of a render's identity. */
export function fontsHash(): string {
  if (hash === undefined) {
    const digest = createHash('sha256');
    for (const file of [...fontFiles(), ...webFontFiles()])
      digest.update(`${basename(file)}\0`).update(readFileSync(file));
    hash = digest.digest('hex');
  }
  return hash;
}
