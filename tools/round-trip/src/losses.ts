import { FIELDS, type Field } from '@discover/cv-parser/benchmark';
import type { Resume } from '@discover/cv-model';

import type { Trip } from './round-trip.js';

/** The part of a resume that a field is about. */
function partOf(resume: Resume, field: Field): unknown {
  const [section = ''] = field.split('.');
  if (section === 'work')
    return resume.work?.map(({ name, position, startDate, endDate, summary, highlights }) =>
      field === 'work.highlights'
        ? { summary, highlights }
        : [position, name, startDate, endDate].map((value) => value ?? '–').join(' | '),
    );
  if (section === 'edu')
    return resume.education?.map(({ institution, studyType, area, startDate, endDate }) =>
      [studyType, area, institution, startDate, endDate].map((value) => value ?? '–').join(' | '),
    );
  if (section === 'links') return [resume.basics?.url, ...(resume.basics?.profiles ?? []).map(({ url }) => url)];
  return { ...resume.basics, ...resume }[section as keyof Resume];
}

/** For each document and field in which something was lost or invented, both sides. */
export function* lossesOf(trips: readonly Trip[]): Generator<string> {
  for (const { template, format, language, truth, read, score } of trips) {
    const lossy = FIELDS.filter((field) => score[field].used && score[field].f1 < 1);
    if (lossy.length === 0) continue;
    yield `\n── ${template}.${format}, ${truth.basics?.name ?? ''} (${language})`;
    const seen = new Set<string>();
    for (const field of lossy) {
      const sides = `   said ${JSON.stringify(partOf(truth, field))}\n   read ${JSON.stringify(partOf(read, field))}`;
      yield `${field} ${score[field].f1.toFixed(2)}${seen.has(sides) ? ': as above' : `\n${sides}`}`;
      seen.add(sides);
    }
  }
}
