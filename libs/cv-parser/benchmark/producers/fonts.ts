import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Font families of the documents, with the files of their styles. */
const FAMILIES: Readonly<Record<string, string>> = {
  'Source Sans 3': '@expo-google-fonts/source-sans-3/SourceSans3',
  'Source Serif 4': '@expo-google-fonts/source-serif-4/SourceSerif4',
  Inter: '@expo-google-fonts/inter/Inter',
  Arimo: '@expo-google-fonts/arimo/Arimo',
  Tinos: '@expo-google-fonts/tinos/Tinos',
  Lato: '@expo-google-fonts/lato/Lato',
  Merriweather: '@expo-google-fonts/merriweather/Merriweather',
};
const STYLES = ['400Regular', '700Bold', '400Regular_Italic'] as const;

/** The typeface whose private-use characters are the icons. */
export const ICON_FAMILY = 'Material Design Icons';

/** Path of a file inside an installed package, whether or not the package exports it. */
function packageFile(file: string): string {
  const path = (require.resolve.paths(file) ?? [])
    .map((folder) => join(folder, file))
    .find((candidate) => existsSync(candidate));
  if (path === undefined) throw new Error(`The font file ${file} is not installed: run npm install.`);
  return path;
}

export interface FontFile {
  readonly family: string;
  readonly weight: 400 | 700;
  readonly italic: boolean;
  readonly path: string;
}

export function fontFiles(): FontFile[] {
  const families = Object.entries(FAMILIES).flatMap(([family, stem]) =>
    STYLES.map((style) => ({
      family,
      weight: style === '700Bold' ? (700 as const) : (400 as const),
      italic: style === '400Regular_Italic',
      path: packageFile(`${dirname(stem)}/${style}/${stem.split('/').at(-1)!}_${style}.ttf`),
    })),
  );
  const icons = packageFile('@mdi/font/fonts/materialdesignicons-webfont.ttf');
  return [...families, { family: ICON_FAMILY, weight: 400, italic: false, path: icons }];
}
