import { describe, expect, it, jest } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';

import {
  LOCALES,
  MEDIA_TYPES,
  RENDER_FORMATS,
  renderCv,
  SECTION_IDS,
  templates,
  type Locale,
  type RenderFormat,
  type SectionId,
} from '../src/index.js';
import { formatPeriod } from '../src/dates.js';
import { WORDS } from '../src/locales.js';
import { pdfText } from './pdf-reading.js';
import { sample } from './samples.js';

jest.setTimeout(60_000);

/** Something that only this section of the sample says. */
const MARKS: Record<SectionId, string> = {
  summary: 'for migrations nobody noticed.',
  work: 'Replaced the nightly batch',
  volunteer: 'Saturday programming classes',
  education: 'Formal Verification',
  awards: 'Swiss Engineering STV',
  certificates: 'Professional Scrum Master I',
  publications: 'append-only ledger',
  skills: 'incident command',
  languages: 'Yoruba',
  interests: 'ski touring',
  references: 'The calmest person',
  projects: 'A proxy that makes networks bad',
  personal: 'Swiss citizen',
  custom: '«What the pager taught me»',
};

/** What a person reads of a render. */
async function text(format: RenderFormat, template: string, options: object): Promise<string> {
  const { bytes } = await renderCv({
    document: sample('engineer'),
    template,
    format,
    options: { hiddenSections: [], ...options },
  });
  if (format === 'pdf') return pdfText(bytes);
  if (format === 'docx') return strFromU8(unzipSync(bytes)['word/document.xml']!).replace(/<[^>]*>/g, ' ');
  return new TextDecoder().decode(bytes).replace(/<style>.*<\/style>/s, '');
}

/** Pictures have no text; what they show is what the PDF shows. Data has no headings, and an order of its own. */
const formats = RENDER_FORMATS.filter(
  (format) => !MEDIA_TYPES[format].startsWith('image/') && format !== 'json' && format !== 'xml',
);
const cases = templates.flatMap(({ id }) => formats.map((format) => [id, format] as const));

describe.each(['json', 'xml'] as const)('data as %s', (format) => {
  it('has every section, and leaves out those that are hidden', async () => {
    // A driving licence and a custom section have places in both; the other personal facts only partly.
    const marks = { ...MARKS, personal: format === 'xml' ? '<Licence>' : MARKS.personal };
    const sections = SECTION_IDS.filter((id) => format === 'json' || id !== 'summary');
    const shown = await text(format, 'classic', {});
    expect(sections.filter((id) => !shown.includes(marks[id]))).toEqual([]);
    for (const hidden of sections) {
      const rest = await text(format, 'classic', { hiddenSections: [hidden] });
      expect(sections.filter((id) => !rest.includes(marks[id]))).toEqual([hidden]);
    }
  });
});

/** What of a PDF is read in another order than it was written in, or by signs of its own. */
const SCRIPTS_OF_THEIR_OWN: readonly Locale[] = ['ar', 'he', 'hi'];

/** Formats that are not set in lines differ by template in nothing that a language could change. */
function localesOf(template: string, format: RenderFormat): readonly Locale[] {
  if (format === 'pdf') return LOCALES.filter((locale) => !SCRIPTS_OF_THEIR_OWN.includes(locale));
  return template === 'classic' ? LOCALES : LOCALES.slice(0, 2);
}

describe.each(cases)('«%s» as %s', (template, format) => {
  it('shows every section', async () => {
    const shown = await text(format, template, { hiddenSections: [] });
    expect(SECTION_IDS.filter((id) => !shown.includes(MARKS[id]))).toEqual([]);
  });

  it('leaves out each section that is hidden, and no other', async () => {
    for (const hidden of SECTION_IDS) {
      const shown = await text(format, template, { hiddenSections: [hidden] });
      expect(SECTION_IDS.filter((id) => !shown.includes(MARKS[id]))).toEqual([hidden]);
    }
  });

  it('follows the order asked for', async () => {
    const shown = await text(format, template, { sectionOrder: ['references', 'education'] });
    expect(shown.indexOf(MARKS.references)).toBeLessThan(shown.indexOf(MARKS.education));
    expect(shown.indexOf(MARKS.education)).toBeLessThan(shown.indexOf(MARKS.work));
  });

  it.each(localesOf(template, format))('says headings and dates in «%s»', async (locale) => {
    const shown = await text(format, template, { locale, hiddenSections: [] });
    // Greek capitals have no accents.
    const small = (value: string): string =>
      value
        .toLowerCase()
        .replaceAll('&#39;', '\u2019')
        .normalize('NFD')
        .replace(/[\s\p{M}]/gu, '');
    for (const heading of Object.values(WORDS[locale].sections)) expect(small(shown)).toContain(small(heading));
    expect(small(shown)).toContain(small(formatPeriod('2020-03', '', { locale, dates: 'short' })));
  });
});
