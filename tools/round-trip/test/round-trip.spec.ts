import { beforeAll, describe, expect, it, jest } from '@jest/globals';

import { templates } from '@discover/cv-render';

import { inventCvs } from '../src/people.js';
import { f1Of, roundTrip, type Trip } from '../src/round-trip.js';

jest.setTimeout(60_000);

/** What is read back of a fast part of `npm run round-trip`: macro-F1, a little below what was reached. */
const FLOORS = { pdf: 0.97, docx: 0.98 } as const;
/** Where our parser does not follow the layout yet: headings beside their section, a second page without its narrow column. */
const PDF_FLOORS: Partial<Record<string, number>> = { minimal: 0.9, creative: 0.93 };

/** Stands in the data that files carry, and on no page. */
const DATA_ONLY = 'not on any page';
const cvs = inventCvs(1, ['en', 'de']).map((cv) => ({
  ...cv,
  document: { ...cv.document, meta: { version: DATA_ONLY } },
}));

describe.each(templates.map(({ id }) => id))('our parser reads back what «%s» says', (template) => {
  const trips: Trip[] = [];

  beforeAll(async () => {
    for (const format of ['pdf', 'docx'] as const)
      for (const cv of cvs) trips.push(await roundTrip(cv, template, format));
  });

  it.each([
    ['pdf', PDF_FLOORS[template] ?? FLOORS.pdf],
    ['docx', FLOORS.docx],
  ] as const)('in %s', (format, floor) => {
    expect(f1Of(trips.filter((trip) => trip.format === format))).toBeGreaterThanOrEqual(floor);
  });

  it('without the attachment', () => {
    for (const { read } of trips) expect(JSON.stringify(read)).not.toContain(DATA_ONLY);
  });
});
