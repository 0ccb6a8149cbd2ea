import type { Education, Work } from '@discover/cv-model';

import type { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { Range } from '../document/model.js';
import type { Row } from '../entries/forms.js';
import type { FormLabel } from '../lexicon/index.js';
import { findPeriods } from './dates.js';
import { placeScore } from './location.js';
import { isPlaceLike } from './places.js';

/** A form says itself what each value is. */
const CONFIDENCE = 0.93;

/** The words of a form's labels: they belong to no value. */
export function labelsOf(records: readonly (readonly Row[])[]): Range[] {
  return records.flat().flatMap(({ words }) => words);
}

export function readWorkForms(records: readonly (readonly Row[])[]): Draft<Work>[] {
  return records.map((rows) => {
    const { name, place } = named(valuesOf(rows, 'employer'));
    const position = text(valuesOf(rows, 'position'));
    const summary = text([...valuesOf(rows, 'tasks'), ...valuesOf(rows, 'subjects')]);
    const description = text([
      ...valuesOf(rows, 'remark'),
      ...valuesOf(rows, 'degree'),
      ...valuesOf(rows, 'institution'),
    ]);
    return {
      ...(name && { name }),
      ...(position && { position }),
      ...(place && { location: place }),
      ...datesOf(rows),
      ...(summary && { summary }),
      ...(description && { description }),
    };
  });
}

export function readEducationForms(records: readonly (readonly Row[])[]): Draft<Education>[] {
  return records.map((rows) => {
    const { name } = named([...valuesOf(rows, 'institution'), ...valuesOf(rows, 'employer')]);
    const [degree, ...more] = valuesOf(rows, 'degree').flatMap((value) => value.split(/\s[–—-]\s/u));
    const area = text(more.map((part) => part.trim()));
    const courses = [...valuesOf(rows, 'subjects'), ...valuesOf(rows, 'tasks'), ...valuesOf(rows, 'remark')];
    const dates = datesOf(rows);
    if (dates.startDate && dates.startDate.value === dates.endDate?.value) delete dates.startDate;
    return {
      ...(name && { institution: name }),
      ...(degree && { studyType: Sourced.text(degree.trim(), CONFIDENCE) }),
      ...(area && { area }),
      ...dates,
      ...(courses.length > 0 && { courses: courses.map((value) => Sourced.text(value, 0.7)) }),
    };
  });
}

function valuesOf(rows: readonly Row[], label: FormLabel): Slice[] {
  return rows.filter((row) => row.label === label).flatMap(({ values }) => values);
}

function text([first, ...rest]: readonly Slice[]): Sourced | undefined {
  return first && Sourced.text([first, ...rest], CONFIDENCE);
}

/** A name, and the place that its address ends with. */
function named(values: readonly Slice[]): { name?: Sourced; place?: Sourced } {
  const [first, ...rest] = values;
  if (!first) return {};
  const parts = first.split(/,\s+/u);
  const cut = parts.findIndex((_, index) => {
    const tail = first.sub(parts[index]!.start - first.start, first.raw.length).text;
    return index > 0 && (placeScore(tail) >= 0.6 || isPlaceLike(tail));
  });
  const place = cut > 0 ? first.sub(parts[cut]!.start - first.start, first.raw.length).trim() : undefined;
  const name = cut > 0 ? first.sub(0, parts[cut - 1]!.end - first.start).trim() : first;
  const more = rest.filter((value) => placeScore(value.text) < 0.6);
  const own = place ? [name] : [name, ...more];
  return {
    name: Sourced.text(own as [Slice, ...Slice[]], CONFIDENCE),
    ...(place && { place: Sourced.text(place, 0.85) }),
  };
}

function datesOf(rows: readonly Row[]): { startDate?: Sourced; endDate?: Sourced } {
  const period = valuesOf(rows, 'dates').flatMap((value) => findPeriods(value))[0];
  if (!period) return {};
  const end = period.endDate ?? (period.single ? period.startDate?.withConfidence(0.6) : undefined);
  return { ...(period.startDate && { startDate: period.startDate }), ...(end && { endDate: end }) };
}
