import { macroBy, type Scored } from './scorer/corpus.js';
import { MACRO_FIELDS, macroF1, total } from './scorer/score.js';

/** What the documents kept in the repository must reach at least; CI fails below. */
export interface Floors {
  readonly macro: number;
  readonly languages: Readonly<Record<string, number>>;
  readonly layouts: Readonly<Record<string, number>>;
  readonly fields: Readonly<Record<string, number>>;
}

/** Pictures are read by OCR, which takes too long for a unit test. */
export const countsInCi = ({ document: { format } }: Pick<Scored, 'document'>): boolean =>
  format !== 'image' && format !== 'scan';

export function reached(all: readonly Scored[]): Floors {
  const scored = all.filter(countsInCi);
  const sum = total(scored.map(({ score }) => score));
  const by = (grouping: 'language' | 'layout'): Record<string, number> =>
    Object.fromEntries(macroBy(scored, grouping).map(({ name, macro }) => [name, macro]));
  return {
    macro: macroF1(sum),
    languages: by('language'),
    layouts: by('layout'),
    fields: Object.fromEntries(MACRO_FIELDS.map((field) => [field, sum[field].f1])),
  };
}

/** How far below what was reached the floors are set: room for a change that helps most documents and harms a few. */
const MARGIN = { macro: 0.01, part: 0.02 };

export function floorsBelow({ macro, languages, layouts, fields }: Floors): Floors {
  const lower = (value: number, margin: number): number => Math.max(0, Math.floor((value - margin) * 100) / 100);
  const lowerAll = (parts: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, lower(value, MARGIN.part)]));
  return {
    macro: lower(macro, MARGIN.macro),
    languages: lowerAll(languages),
    layouts: lowerAll(layouts),
    fields: lowerAll(fields),
  };
}
