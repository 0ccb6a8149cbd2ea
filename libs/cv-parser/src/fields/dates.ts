import type { Slice } from '../conservation/slice.js';
import { Sourced } from '../conservation/sourced.js';
import {
  fold,
  FROM_WORDS,
  MONTHS,
  PRESENT_WORDS,
  SEASONS,
  SINCE_WORDS,
  UNTIL_WORDS,
  YEAR_WORDS,
} from '../lexicon/index.js';
import { plain } from '../lexicon/script.js';

/** A date as far as it is printed, `YYYY[-MM[-DD]]`, or the present. */
interface Moment {
  value: string | null;
  start: number;
  end: number;
}

/** A time as printed: one date, two, or one with «to date». */
export interface Period {
  /** All that it takes up, brackets and words such as «since» included. */
  whole: Slice;
  startDate?: Sourced;
  endDate?: Sourced;
  /** Still running: «to date», «since 2019». */
  ongoing: boolean;
  /** Only one date is printed, and no word that says that it is a start. */
  single: boolean;
}

const alternatives = (names: Iterable<string>) =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) =>
      name
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/ /g, '\\s+')
        .replace(/'/g, "['’]"),
    )
    .join('|');

const YEAR = '(?:19[4-9]\\d|20[0-6]\\d)';
const MONTH_NAME = `(?:${alternatives(MONTHS.keys())})`;
const SEASON_NAME = `(?:${alternatives(SEASONS.keys())})`;
const JOINER = "(?:\\s*(?:de|del|di)\\s+|[\\s.,/’']*)";
/** Ideographs stand beside a date without a space. */
const LETTER = '(?!\\p{Script=Han})[\\p{L}\\p{N}]';
const NOT_WORD = `(?<!${LETTER})`;
const WORD_END = `(?!${LETTER})`;
const YEAR_WORD = `(?:\\s?(?:${alternatives(YEAR_WORDS)})${WORD_END})?`;

/** The ways to print a date, the most telling first; the named groups are year, month, day, name and season. */
const FORMS = [
  `(?<y1>${YEAR})[-./](?<m1>0?[1-9]|1[0-2])[-./](?<d1>0?[1-9]|[12]\\d|3[01])(?!\\d)`,
  `(?<d2>0?[1-9]|[12]\\d|3[01])[./-]\\s?(?<m2>0?[1-9]|1[0-2])[./-]\\s?(?<y2>${YEAR})`,
  `(?:(?<d3>0?[1-9]|[12]\\d|3[01])(?:\\.|st|nd|rd|th|er|º|°)?\\s+(?:de\\s+)?)(?<n3>${MONTH_NAME})${JOINER}(?<y3>${YEAR})`,
  `(?<n4>${MONTH_NAME})\\.?\\s+(?<d4>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,\\s+(?<y4>${YEAR})`,
  `(?<n5>${MONTH_NAME})\\.?${JOINER}(?<y5>${YEAR})`,
  `(?<n6>${MONTH_NAME})\\.?\\s?['’](?<s6>\\d{2})`,
  `(?<y7>${YEAR})\\s+(?<n7>${MONTH_NAME})`,
  `(?<e8>${SEASON_NAME})${JOINER}(?<y8>${YEAR})`,
  `(?<m9>0?[1-9]|1[0-2])\\s?[./-]\\s?(?<y9>${YEAR})`,
  `(?<y10>${YEAR})\\s?[./-]\\s?(?<m10>0[1-9]|1[0-2])(?!\\d)`,
  `(?<y12>${YEAR})\\s?年(?:\\s?(?<m12>1[0-2]|0?[1-9])\\s?月(?:\\s?(?<d12>3[01]|[12]\\d|0?[1-9])\\s?日)?)?`,
  `(?<y11>${YEAR})`,
].join('|');
const PRESENT = `(?<now>${alternatives(PRESENT_WORDS)})`;
const DATE = new RegExp(`${NOT_WORD}(?:(?:${FORMS})${WORD_END}${YEAR_WORD}|${PRESENT}${WORD_END})`, 'giu');
/** The start of a range whose year stands only at its end: «March – June 2019», «03 – 06/2019». */
const BARE_MONTH = new RegExp(`${NOT_WORD}(?<name>${MONTH_NAME}|${SEASON_NAME}|0[1-9]|1[0-2])\\.?$`, 'iu');
const DASH = /^\s*(?:\t\s*)?[-–—‐‑−→~›>]{1,3}\s*(?:\t\s*)?$/u;
const OPENING = /[([{]\s*$/;
const CLOSING = /^\s*[)\]}]/;

function moments(text: string): Moment[] {
  // Without two digits in a row there is no date: most lines end here.
  if (!/\p{Nd}{2}/u.test(text)) return [];
  const found: Moment[] = [];
  for (const match of plain(text).matchAll(DATE)) {
    const groups = match.groups!;
    const get = (...names: string[]) => names.map((name) => groups[name]).find((value) => value !== undefined);
    const start = match.index;
    const end = start + match[0].length;
    if (groups.now !== undefined) {
      found.push({ value: null, start, end });
      continue;
    }
    const short = groups.s6;
    const year =
      short === undefined
        ? get('y1', 'y2', 'y3', 'y4', 'y5', 'y7', 'y8', 'y9', 'y10', 'y11', 'y12')!
        : (Number(short) > 60 ? '19' : '20') + short;
    const name = get('n3', 'n4', 'n5', 'n6', 'n7');
    const month = name === undefined ? get('m1', 'm2', 'm9', 'm10', 'm12') : String(MONTHS.get(fold(name)));
    // A season is no month: only the year is printed for certain.
    const day = get('d1', 'd2', 'd3', 'd4', 'd12');
    const value = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
    found.push({ value, start, end });
  }
  return found;
}

/** All times printed in a text, in order. `present` alone is none. */
export function findPeriods(slice: Slice): Period[] {
  const text = slice.raw;
  const dates = moments(text);
  const periods: Period[] = [];
  for (let index = 0; index < dates.length; index++) {
    const first = dates[index]!;
    const next = dates[index + 1];
    if (
      next &&
      first.value !== null &&
      joined(text.slice(first.end, next.start), next) &&
      !(next.value !== null && next.value < first.value.slice(0, next.value.length) && !sameYear(first, next))
    ) {
      periods.push(period(slice, first, next));
      index++;
    } else if (first.value !== null) periods.push(period(slice, first, null));
  }
  return periods;
}

function sameYear(a: Moment, b: Moment): boolean {
  return a.value?.slice(0, 4) === b.value?.slice(0, 4);
}

function joined(between: string, next: Moment): boolean {
  if (next.value === null && between.trim() === '') return true;
  if (DASH.test(between)) return true;
  const word = fold(between)
    .replace(/^[-–—,]\s*|\s*[-–—]$/g, '')
    .trim();
  return UNTIL_WORDS.has(word) || (word === '' && /\S/.test(between) && !/[,;|/\n]/.test(between));
}

function period(slice: Slice, first: Moment, second: Moment | null): Period {
  const text = slice.raw;
  let { start } = first;
  let end = second?.end ?? first.end;
  let bareStart: Sourced | undefined;
  const before = text.slice(0, start);
  const since = /(?:^|[\s(\t,|])([\p{L}']+(?:\s+el|\s+le)?\.?)\s*$/u.exec(before);
  const word = since ? fold(since[1]!).replace(/\.$/, '') : '';
  let ongoing = second?.value === null;
  let onlyEnd = false;
  if (since && SINCE_WORDS.has(word)) {
    start = before.lastIndexOf(since[1]!);
    if (!second && !FROM_WORDS.has(word)) ongoing = true;
  } else if (
    since &&
    !second &&
    (UNTIL_WORDS.has(word) || /^(?:expected|voraussichtlich|prévu|previsto)$/.test(word))
  ) {
    start = before.lastIndexOf(since[1]!);
    onlyEnd = true;
  }
  if (!second) {
    const dash = /\s*[-–—]\s*$/u.exec(text.slice(0, first.start));
    const month = dash && BARE_MONTH.exec(text.slice(0, dash.index));
    if (month?.groups && first.value !== null) {
      start = month.index;
      const number =
        MONTHS.get(fold(month.groups.name!)) ?? SEASONS.get(fold(month.groups.name!)) ?? Number(month.groups.name);
      bareStart = Sourced.derived(
        `${first.value.slice(0, 4)}-${String(number).padStart(2, '0')}`,
        slice.sub(month.index, month.index + month[0].length),
        0.85,
      );
    } else {
      // «2019 –» with nothing after it still runs.
      const open = /^\s*[-–—]\s*(?=$|[\t\n)|])/u.exec(text.slice(end));
      if (open) {
        end += open[0].trimEnd().length;
        ongoing = true;
      }
    }
  }
  if (OPENING.test(text.slice(0, start)) && CLOSING.test(text.slice(end))) {
    start -= OPENING.exec(text.slice(0, start))![0].length;
    end += CLOSING.exec(text.slice(end))![0].length;
  }
  const whole = slice.sub(start, end);
  // Of a time that still runs, the words that say so are a source too: they are why there is no end.
  const firstPlace = slice.sub(first.start, first.end);
  const places: [Slice, ...Slice[]] = ongoing ? [firstPlace, ...whole.without(firstPlace)] : [firstPlace];
  const firstDate = first.value === null ? undefined : Sourced.derived(first.value, places, confidence(first.value));
  if (bareStart && firstDate) return { whole, startDate: bareStart, endDate: firstDate, ongoing: false, single: false };
  if (onlyEnd && firstDate) return { whole, endDate: firstDate, ongoing: false, single: true };
  const secondDate =
    second?.value == null
      ? undefined
      : Sourced.derived(second.value, slice.sub(second.start, second.end), confidence(second.value));
  return {
    whole,
    ...(firstDate && { startDate: firstDate }),
    ...(secondDate && { endDate: secondDate }),
    ongoing,
    single: !second && !ongoing,
  };
}

function confidence(value: string): number {
  return value.length > 4 ? 0.95 : 0.88;
}

/** Whether a text is hardly more than a date or a time. */
export function isDateText(text: string): boolean {
  const dates = moments(text);
  if (dates.every((date) => date.value === null)) return false;
  const taken = dates.reduce((sum, date) => sum + date.end - date.start, 0);
  return text.replace(/[\s\p{P}]/gu, '').length - taken <= 8;
}
