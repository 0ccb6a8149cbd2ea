import type { Resume } from '@discover/cv-model';
import { macroF1, scoreResume, total, type Language, type Score } from '@discover/cv-parser/benchmark';
import { parseDocument } from '@discover/cv-parser';
import { renderCv } from '@discover/cv-render';

import type { InventedCv } from './people.js';

/** The formats that can be read back by their text; the others carry data, or none. */
export const FORMATS = ['pdf', 'docx', 'html', 'txt', 'md'] as const;
export type RoundTripFormat = (typeof FORMATS)[number];

/** A CV that was rendered, and what our parser made of it without the data that the file carries. */
export interface Trip {
  readonly template: string;
  readonly format: RoundTripFormat;
  readonly language: Language;
  readonly truth: Resume;
  readonly read: Resume;
  readonly score: Score;
}

export async function roundTrip(cv: InventedCv, template: string, format: RoundTripFormat): Promise<Trip> {
  const { language, document } = cv;
  const { bytes } = await renderCv({ document, template, format });
  const reading = await parseDocument(bytes, { fileName: `cv.${format}`, ignoreEmbedded: true });
  const read = reading.document;
  return { template, format, language, truth: document, read, score: scoreResume(document, read) };
}

/** Macro-F1 of all trips together: the mean over the fields of the F1 over all documents. */
export const f1Of = (trips: readonly Trip[]): number => macroF1(total(trips.map(({ score }) => score)));
