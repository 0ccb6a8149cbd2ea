import type { Basics, Resume, ResumeExtension } from '@discover/cv-model';

import { formatDay, type DateFormat } from '../dates.js';
import { WORDS } from '../locales.js';
import type { RenderOptions } from '../options.js';
import { objectOf } from './contacts.js';
import { countryName } from './countries.js';
import { optional } from './entries.js';
import type { TextCleaner } from './text.js';
import type { Closing, Pair } from './view.js';

/** What some countries expect beside the career: birth, nationality, family, licences, availability. */
export function personalFacts(extension: Partial<ResumeExtension>, clean: TextCleaner, format: DateFormat): Pair[] {
  const { facts } = WORDS[format.locale];
  const countries = clean.lines(extension.nationalities).map((code) => countryName(code, format.locale));
  return [
    { label: facts.birthDate, text: formatDay(clean.line(extension.birthDate), format) },
    { label: facts.birthPlace, text: clean.line(extension.birthPlace) },
    { label: facts.nationality, text: countries.join(', ') },
    { label: facts.maritalStatus, text: clean.line(extension.maritalStatus) },
    { label: facts.drivingLicence, text: clean.lines(extension.drivingLicences).join(', ') },
    { label: facts.availability, text: clean.line(extension.availability) },
    { label: facts.workPermit, text: clean.line(extension.workPermit) },
  ].filter((pair) => pair.text !== '');
}

/** Place and date as at the end of a letter. The date is the document's, never that of the render. */
export function closingOf(resume: Partial<Resume>, options: RenderOptions, clean: TextCleaner): Closing | undefined {
  if (options.closing === 'none') return undefined;
  const words = WORDS[options.locale];
  const city = clean.line(objectOf<NonNullable<Basics['location']>>(objectOf<Basics>(resume.basics).location).city);
  const changed = clean.line(objectOf<NonNullable<Resume['meta']>>(resume.meta).lastModified).slice(0, 10);
  const text = [city, formatDay(changed, options)].filter((part) => part !== '').join(', ');
  return {
    text,
    placeAndDate: words.placeAndDate,
    ...optional('signature', options.closing === 'signature' ? words.signature : undefined),
  };
}
