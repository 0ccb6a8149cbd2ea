import { isResume, type Reading, type Resume } from '@discover/cv-model';
import { beforeAll, describe, expect, it } from '@jest/globals';

import { parseDocument } from '../src/index.js';
import { document, truth } from './support.js';

const cases: [file: string, truth: string, language: string][] = [
  ['en-one-column.pdf', 'en-one-column', 'en'],
  ['de-sidebar.pdf', 'de-sidebar', 'de'],
  ['fr-left-dates.pdf', 'fr-left-dates', 'fr'],
  ['it-table.pdf', 'it-table', 'it'],
  ['it-table.docx', 'it-table', 'it'],
  ['it-table.odt', 'it-table', 'it'],
  ['it-table.rtf', 'it-table', 'it'],
  ['es-styles.docx', 'es-styles', 'es'],
  ['es-styles.odt', 'es-styles', 'es'],
  ['es-styles.rtf', 'es-styles', 'es'],
  ['es-word.rtf', 'es-word', 'es'],
  ['de-letterhead.docx', 'de-letterhead', 'de'],
  ['de-letterhead.odt', 'de-letterhead', 'de'],
  ['de-letterhead.rtf', 'de-letterhead', 'de'],
  ['de-letterhead.html', 'de-letterhead', 'de'],
  ['en-page.html', 'en-page', 'en'],
  ['fr-notes.md', 'fr-notes', 'fr'],
  ['de-plain.txt', 'de-plain', 'de'],
];

describe.each(cases)('%s', (file, person, language) => {
  let reading: Reading;
  const expected: Resume = truth(person);

  beforeAll(async () => {
    reading = await parseDocument(document(file), { asOf: '2026-03-01' });
  });

  it('finds the person and how to reach them', () => {
    const { name, label, email, phone, location, profiles = [] } = expected.basics!;
    expect(reading.document.basics).toMatchObject({ name, label, email, phone, location });
    expect((reading.document.basics!.profiles ?? []).map(({ url }) => url)).toEqual(profiles.map(({ url }) => url));
  });

  it('finds the summary', () => {
    expect(reading.document.basics!.summary).toBe(expected.basics!.summary);
  });

  it('finds each job with its employer, its dates and its text', () => {
    const jobs = (resume: Resume) =>
      resume.work!.map(({ name, position, startDate, endDate, highlights }) => ({
        name,
        position,
        startDate,
        endDate,
        highlights,
      }));
    expect(jobs(reading.document)).toEqual(jobs(expected));
  });

  it('finds each school with degree, subject and dates', () => {
    const schools = (resume: Resume) =>
      resume.education!.map(({ institution, studyType = '', area = '', startDate, endDate }) => ({
        institution,
        degree: `${studyType} ${area}`.replace(/\bin |als /, '').trim(),
        startDate,
        endDate,
      }));
    expect(schools(reading.document)).toEqual(schools(expected));
  });

  it('finds skills and languages', () => {
    expect(reading.document.skills).toEqual(expected.skills);
    expect(reading.document.languages).toEqual(expected.languages);
  });

  it('tells the language and the parser’s version', () => {
    expect(reading).toMatchObject({ language, asOf: '2026-03-01', parserVersion: expect.any(String) });
  });

  it('gives a valid resume', () => {
    expect(isResume(reading.document)).toBe(true);
  });

  it('accounts for all of the text', () => {
    expect(reading.unmapped).toEqual([]);
    expect(reading.coverage).toBe(1);
  });

  it('gives each value, and nothing else, a source and a confidence', () => {
    const pointers = leaves(reading.document);
    expect(Object.keys(reading.provenance).sort()).toEqual(pointers);
    expect(Object.keys(reading.confidence).sort()).toEqual(pointers);
    for (const spans of Object.values(reading.provenance)) {
      expect(spans.length).toBeGreaterThan(0);
      for (const span of spans) expect(span.end).toBeGreaterThan(span.start);
    }
    for (const confidence of Object.values(reading.confidence)) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('gives places on the page for formats with geometry', () => {
    const boxes = Object.values(reading.provenance)
      .flat()
      .map(({ box }) => box);
    expect(
      boxes.every((box) => (file.endsWith('.pdf') ? box && box[0] < box[2] && box[1] < box[3] : box === undefined)),
    ).toBe(true);
  });
});

/** JSON pointers of all values that are no object or list, sorted. */
function leaves(value: unknown, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  return Object.entries(value)
    .flatMap(([key, member]) => leaves(member, `${pointer}/${key}`))
    .sort();
}

describe('a PDF that carries its resume', () => {
  it('is read back exactly', async () => {
    const reading = await parseDocument(document('en-embedded.pdf'));
    expect(reading.document).toEqual(truth('en-one-column'));
    expect(reading).toMatchObject({ format: 'pdf', pages: 1, coverage: 1, unmapped: [] });
  });

  it('is read from its pages when told to ignore the data', async () => {
    const reading = await parseDocument(document('en-embedded.pdf'), { ignoreEmbedded: true });
    expect(reading.document.basics!.name).toBe('Imogen Hartwell');
    expect(reading.document.work).toBeUndefined();
  });
});
