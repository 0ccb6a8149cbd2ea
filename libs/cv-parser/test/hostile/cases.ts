import { document } from '../support.js';
import { ARCHIVES } from './archives.js';
import type { HostileCase } from './case.js';
import { DATA } from './data.js';
import { FOREIGN } from './foreign.js';
import { damaged, spliced, truncated } from './fuzz.js';
import { MARKUP } from './markup.js';
import { PDF_CONTENT } from './pdf-content.js';
import { PDF_STRUCTURE } from './pdf-structure.js';
import { SAMPLES } from './samples.js';
import { TEXTS } from './texts.js';
import { WORD } from './word.js';

/** Documents of each format, to be damaged: real ones, and samples of the formats that are short. */
const ORIGINALS: Readonly<Record<string, () => Uint8Array>> = {
  ...Object.fromEntries(
    [
      'en-one-column.pdf',
      'de-sidebar.pdf',
      'en-embedded.pdf',
      'es-styles.docx',
      'it-table.docx',
      'de-plain.txt',
      'en-one-column.truth.json',
    ].map((name) => [name, () => document(name)]),
  ),
  ...SAMPLES,
};
/** Reading a picture takes a second or more: few of them, and cut off only. */
const PICTURES = ['de-screenshot.png', 'en-photo.jpg', 'it-fax.tif', 'es-upside-down.webp'];
const SPLICES = [
  ['en-one-column.pdf', 'de-sidebar.pdf'],
  ['en-one-column.pdf', 'es-styles.docx'],
  ['es-styles.docx', 'it-table.docx'],
  ['de-plain.txt', 'en-one-column.pdf'],
  ['en-one-column.truth.json', 'de-plain.txt'],
] as const;

/** Real documents, damaged in every way that we know, once for each seed. */
export function fuzzed(seeds: readonly number[]): HostileCase[] {
  return Object.entries(ORIGINALS).flatMap(([name, original]) => damaged(name, original, seeds));
}

/** The fixed set: always the same documents. */
export const HOSTILE_CASES: readonly HostileCase[] = [
  ...PDF_STRUCTURE,
  ...PDF_CONTENT,
  ...ARCHIVES,
  ...WORD,
  ...DATA,
  ...MARKUP,
  ...TEXTS,
  ...FOREIGN,
  ...fuzzed([1]),
  ...Object.entries(ORIGINALS).flatMap(([name, original]) => truncated(name, original, 4)),
  ...PICTURES.flatMap((name) => truncated(name, () => document(name), 2)),
  ...SPLICES.map(([first, second]) =>
    spliced(
      first,
      () => document(first),
      second,
      () => document(second),
    ),
  ),
];
