import { describe, expect, it, jest } from '@jest/globals';

import { renderCv, templates } from '../src/index.js';
import { pageTexts, pdfText } from './pdf-reading.js';
import { sample } from './samples.js';

jest.setTimeout(60_000);

/** Break marks, hyphens of broken lines and white space are the layout's own. */
const letters = (text: string): string => text.toLowerCase().replace(/[\s\u200B\u00AD\-\u2010\uFFFE]/g, '');

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe.each(templates.map(({ id }) => id))('«%s» sets', (template) => {
  it.each(['capitals', 'japanese', 'american'] as const)('all posts of the document «%s»', async (name) => {
    const document = sample(name);
    const { bytes } = await renderCv({ document, template, format: 'pdf', options: { paper: 'us-letter' } });
    const shown = letters(await pdfText(bytes));
    const said = (document.work ?? []).flatMap((work) => textsOf([work.position, work.name, work.highlights]));
    expect(said.filter((text) => !shown.includes(letters(text)))).toEqual([]);
  });

  it.each(['arabic', 'edges', 'capitals', 'japanese'] as const)(
    'the document «%s» without a missing glyph',
    async (name) => {
      const { bytes } = await renderCv({ document: sample(name), template, format: 'pdf' });
      // PDF/A is only declared if no glyph is missing.
      expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfaid:part>3');
    },
  );

  it('fifteen pages and more, none of them empty', async () => {
    const document = sample('engineer');
    document.work = Array.from({ length: 45 }, () => document.work ?? []).flat();
    const rendered = await renderCv({ document, template, format: 'pdf', options: { density: 'airy' } });
    expect(rendered.pages).toBeGreaterThanOrEqual(15);
    for (const page of await pageTexts(rendered.bytes)) expect(page.length).toBeGreaterThan(100);
  });
});
