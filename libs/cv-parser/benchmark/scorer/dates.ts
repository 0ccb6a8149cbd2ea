import { fold } from './text.js';

/** Year, month and day as far as they are said. */
type PlainDate = readonly string[];

/** `null` where nothing is said, or that it goes on. */
export function plainDate(text = ''): PlainDate | null {
  const trimmed = text.trim();
  if (trimmed === '' || ONGOING.test(trimmed)) return null;
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T.*)?$/.exec(trimmed);
  // Something is said, but no date of the agreed form: it agrees with nothing.
  return match
    ? match
        .slice(1)
        .filter(Boolean)
        .map((part) => part.padStart(2, '0'))
    : [`?${fold(trimmed)}`];
}

const ONGOING =
  /^(present|now|today|current|currently|ongoing|heute|aktuell|laufend|présent|aujourd.?hui|actual|actualidad|actualmente|presente|attuale|oggi|null|undefined)$/i;

/** At the coarser of the two precisions. */
export function sameDate(a: PlainDate | null, b: PlainDate | null): boolean {
  if (a === null || b === null) return false;
  const parts = Math.min(a.length, b.length);
  return a.slice(0, parts).join() === b.slice(0, parts).join();
}

const identical = (a: PlainDate | null, b: PlainDate | null): boolean =>
  a !== null && b !== null && a.join() === b.join();

interface Dated {
  readonly startDate?: string;
  readonly endDate?: string;
}

export interface Spans {
  readonly truth: { readonly start: PlainDate | null; readonly end: PlainDate | null };
  readonly predicted: { readonly start: PlainDate | null; readonly end: PlainDate | null };
}

/** Start and end of both; what is printed as one date only may be carried as start, as end or as both. */
export function spans(truth: Dated | null, predicted: Dated | null, single: 'start' | 'start or end'): Spans {
  const real = { start: plainDate(truth?.startDate), end: plainDate(truth?.endDate) };
  const said = { start: plainDate(predicted?.startDate), end: plainDate(predicted?.endDate) };
  if (identical(real.start, real.end)) {
    real.end = null;
    if (said.start === null && said.end !== null) [said.start, said.end] = [said.end, null];
    if (said.end !== null && (sameDate(said.end, real.start) || identical(said.start, said.end))) said.end = null;
  } else if (truth !== null && predicted !== null && identical(said.start, said.end)) {
    if (real.start !== null && real.end === null) said.end = null;
    else if (single === 'start or end' && real.start === null && real.end !== null) said.start = null;
  }
  return { truth: real, predicted: said };
}
