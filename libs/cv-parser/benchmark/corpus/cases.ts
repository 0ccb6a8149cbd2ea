import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { ChromiumProducer } from '../producers/chromium.js';
import { TypstProducer } from '../producers/typst/produce.js';

/** Language of each hard case, by the name of its source. */
const LANGUAGES: Readonly<Record<string, string>> = {
  'all-capitals': 'fr',
  'dates-across-lines': 'de',
  hyphenation: 'de',
  'letter-spaced-name': 'de',
  'merged-cells': 'de',
  'name-at-the-bottom': 'es',
  'no-headings': 'it',
  'private-use-icons': 'es',
  'rotated-sidebar': 'it',
  'running-header-footer': 'fr',
};

/** Makes the hard single cases of their sources; the truth beside them is written by hand. */
export async function makeCases(folder: string, cache: string): Promise<void> {
  const typst = new TypstProducer();
  const chromium = new ChromiumProducer();
  await mkdir(cache, { recursive: true });
  const sources = (await readdir(join(folder, 'sources'))).sort();
  const manifest = [];
  for (const source of sources) {
    const extension = extname(source);
    const id = source.slice(0, -extension.length);
    const text = await readFile(join(folder, 'sources', source), 'utf8');
    const format = extension === '.txt' ? 'txt' : 'pdf';
    const bytes =
      extension === '.txt'
        ? text
        : extension === '.typ'
          ? typst.pdfOf(text).bytes
          : await chromium.pdf(text, { running: {} }, join(cache, 'case.html'));
    await writeFile(join(folder, `${id}.${format}`), bytes);
    manifest.push({
      id,
      file: `${id}.${format}`,
      format,
      language: LANGUAGES[id] ?? 'en',
      layout: id,
      made: extension === '.typ' ? 'typst' : extension === '.html' ? 'chromium' : 'text',
    });
  }
  await chromium.close();
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
}
