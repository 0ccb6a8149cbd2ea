import type { Slice } from '../conservation/slice.js';
import { Sourced } from '../conservation/sourced.js';
import {
  DURATION_WORDS,
  EXPECTED_WORDS,
  fold,
  FROM_WORDS,
  MONTHS,
  SEASONS,
  SINCE_WORDS,
  UNTIL_WORDS,
} from '../lexicon/index.js';
import { alternatives, BARE_MONTH, findMoments, WORD_END, type Moment } from './moments.js';

/** A time as printed: one date, two, or one with «to date». */
export interface Period {
  /** All that it takes up, brackets, words such as «since» and a length in years included. */
  whole: Slice;
  startDate?: Sourced;
  endDate?: Sourced;
  /** Still running: «to date», «since 2019». */
  ongoing: boolean;
  /** Only one date is printed, and no word that says that it is a start. */
  single: boolean;
}

const DASH = /^\s*(?:\t\s*)?[-–—‐‑−→~›>]{1,3}\s*(?:\t\s*)?$/u;
const OPENING = /[([{]\s*$/;
const CLOSING = /^\s*[)\]}]/;
const OPEN_END = /^\s*[-–—]\s*(?=$|[\t\n)|:])/u;
const LENGTH = `(?:\\d{1,2}|\\p{L}{3,5})\\s?(?:${alternatives(DURATION_WORDS)})\\.?${WORD_END}`;
/** «(3 years 2 months)», «· 3 yrs 2 mos» after a time. */
const DURATION = new RegExp(
  `^\\s*(?:[·•|,;]\\s*|[–-]\\s+)?(?:\\(\\s*(?:ca\\.?\\s|~|circa\\s)?${LENGTH}(?:[\\s,.&]|and|und|et|e|y)*(?:${LENGTH})?\\s*\\)|(?<=[·•|,;\\t–-]\\s*)${LENGTH}(?:[\\s,]*${LENGTH})?(?=\\s*(?:$|[\\t\\n|•·])))`,
  'iu',
);
const EXPECTED = alternatives(EXPECTED_WORDS);
const EXPECTED_BEFORE = new RegExp(`(?<![\\p{L}])(?:${EXPECTED})\\.?\\s*[:：]?\\s*[(]?\\s*$`, 'iu');
const EXPECTED_AFTER = new RegExp(`^\\s*[,(]?\\s*(?:${EXPECTED})\\.?${WORD_END}\\s*\\)?`, 'iu');
/** Words before a date that can say what the date is. */
const WORD_BEFORE = new RegExp(`(?:^|[\\s(\\t,|])(${alternatives([...SINCE_WORDS, ...UNTIL_WORDS])})\\.?\\s*$`, 'iu');

/** A line has a few dates: what has more is no line of a CV, and each is looked at with all that stands before it. */
const MAX_DATES = 60;

/** All times printed in a line, in order. `present` alone is none. */
export function findPeriods(slice: Slice): Period[] {
  const text = slice.raw;
  const dates = findMoments(text, slice.document.asOf).slice(0, MAX_DATES);
  const periods: Period[] = [];
  for (let index = 0; index < dates.length; index++) {
    const first = dates[index]!;
    const next = dates[index + 1];
    if (next && first.value !== null && isRange(text, first, next)) {
      periods.push(toPeriod(slice, first, next));
      index++;
    } else if (first.value !== null && (!first.weak || opensAlone(text, first)))
      periods.push(toPeriod(slice, first, null));
  }
  return periods;
}

function isRange(text: string, first: Moment, next: Moment): boolean {
  const between = text.slice(first.end, next.start);
  if (first.value === null) return false;
  if (next.value === null) return between.trim() === '' || joined(between);
  const forward = next.value >= first.value.slice(0, next.value.length) || sameYear(first, next);
  if (between.trim() === '/')
    return (
      forward && next.value.length === 4 && first.value.length === 4 && Number(next.value) - Number(first.value) < 7
    );
  return forward && joined(between);
}

function sameYear(a: Moment, b: Moment): boolean {
  return a.value?.slice(0, 4) === b.value?.slice(0, 4);
}

function joined(between: string): boolean {
  if (DASH.test(between)) return true;
  const word = fold(between)
    .replace(/^[-–—,]\s*|\s*[-–—]$/g, '')
    .trim();
  return UNTIL_WORDS.has(word) || (word === '' && /\S/.test(between) && !/[,;|/\n]/.test(between));
}

/** «seit 03/19», «10/19 –»: what stands beside a doubtful date shows that it is one. */
function opensAlone(text: string, moment: Moment): boolean {
  const word = WORD_BEFORE.exec(text.slice(0, moment.start));
  if (word && SINCE_WORDS.has(fold(word[1]!).replace(/\.$/, ''))) return true;
  return OPEN_END.test(text.slice(moment.end)) && text.slice(0, moment.start).trim() === '';
}

/** What a time takes up as it grows over the words that belong to it. */
interface Reach {
  start: number;
  end: number;
  ongoing: boolean;
  /** The one date is an end: «until 2019», «expected 2026». */
  onlyEnd: boolean;
  bareStart?: Sourced;
}

function toPeriod(slice: Slice, first: Moment, second: Moment | null): Period {
  const reach: Reach = {
    start: first.start,
    end: second?.end ?? first.end,
    ongoing: second?.value === null || first.relative === 'last',
    onlyEnd: false,
  };
  takeWordBefore(slice, first, second, reach);
  if (!second) takeOpenEnd(slice, first, reach);
  takeAround(slice.raw, second, reach);
  // What has not begun does not run.
  if (first.value !== null && first.value > slice.document.asOf) reach.ongoing &&= second !== null;
  return fromReach(slice, first, second, reach);
}

function takeWordBefore(slice: Slice, first: Moment, second: Moment | null, reach: Reach): void {
  const before = slice.raw.slice(0, first.start);
  const expected = second ? null : EXPECTED_BEFORE.exec(before);
  if (expected) {
    reach.start = expected.index;
    reach.onlyEnd = true;
    return;
  }
  const found = WORD_BEFORE.exec(before);
  if (!found) return;
  const word = fold(found[1]!).replace(/\.$/, '');
  const start = before.lastIndexOf(found[1]!);
  if (SINCE_WORDS.has(word)) {
    reach.start = start;
    if (!second && !FROM_WORDS.has(word)) reach.ongoing = true;
  } else if (!second && UNTIL_WORDS.has(word)) {
    reach.start = start;
    reach.onlyEnd = true;
  }
}

/** «March – June 2019»: the start's year stands at the end; «2019 –»: nothing after it, it still runs. */
function takeOpenEnd(slice: Slice, first: Moment, reach: Reach): void {
  const text = slice.raw;
  const dash = /\s*(?:[-–—/]|\s(?:to|bis|à|a|al|until)\s)\s*$/u.exec(text.slice(0, first.start));
  const month = dash && BARE_MONTH.exec(text.slice(0, dash.index));
  if (month?.groups && first.value !== null) {
    reach.start = month.index;
    const name = fold(month.groups.name!);
    const number = MONTHS.get(name) ?? (SEASONS.has(name) ? null : Number(name));
    const year = first.value.slice(0, 4);
    reach.bareStart = Sourced.derived(
      number === null ? year : `${year}-${String(number).padStart(2, '0')}`,
      slice.sub(month.index, month.index + month[0].length),
      0.85,
    );
    return;
  }
  const open = OPEN_END.exec(text.slice(reach.end));
  if (open) {
    reach.end += open[0].trimEnd().length;
    reach.ongoing = true;
  }
}

function takeAround(text: string, second: Moment | null, reach: Reach): void {
  const expected = EXPECTED_AFTER.exec(text.slice(reach.end));
  if (expected) {
    reach.end += expected[0].length;
    if (!second) reach.onlyEnd = true;
  }
  for (let round = 0; round < 2; round++) {
    const duration = DURATION.exec(text.slice(reach.end));
    if (duration) reach.end += duration[0].length;
    const opening = OPENING.exec(text.slice(0, reach.start));
    const closing = CLOSING.exec(text.slice(reach.end));
    if (opening && closing) {
      reach.start -= opening[0].length;
      reach.end += closing[0].length;
    }
  }
}

function fromReach(slice: Slice, first: Moment, second: Moment | null, reach: Reach): Period {
  const { ongoing, onlyEnd, bareStart } = reach;
  const whole = slice.sub(reach.start, reach.end);
  // Of a time that still runs, the words that say so are a source too: they are why there is no end.
  const firstPlace = slice.sub(first.start, first.end);
  const secondPlace = second?.value == null ? null : slice.sub(second.start, second.end);
  const words = whole.without(firstPlace).flatMap((part) => (secondPlace ? part.without(secondPlace) : [part]));
  const rest = words.filter((part) => /[\p{L}\p{N}]/u.test(part.raw) && part !== bareStart?.ranges[0]);
  const places: [Slice, ...Slice[]] = [firstPlace, ...(bareStart ? [] : rest)];
  const firstDate = first.value === null ? undefined : Sourced.derived(first.value, places, confidence(first));
  if (bareStart && firstDate) return { whole, startDate: bareStart, endDate: firstDate, ongoing: false, single: false };
  if (onlyEnd && firstDate) return { whole, endDate: firstDate, ongoing: false, single: true };
  const secondDate =
    second?.value == null || !secondPlace ? undefined : Sourced.derived(second.value, secondPlace, confidence(second));
  return {
    whole,
    ...(firstDate && { startDate: firstDate }),
    ...(secondDate && { endDate: secondDate }),
    ongoing,
    single: !second && !ongoing,
  };
}

function confidence({ value, weak, relative }: Moment): number {
  return relative ? 0.7 : weak ? 0.85 : value!.length > 4 ? 0.95 : 0.88;
}

/** Whether a text is hardly more than a date or a time. */
export function isDateText(text: string): boolean {
  const dates = findMoments(text, '2100-01-01');
  if (dates.every((date) => date.value === null)) return false;
  if (dates.every((date) => date.value === null || date.weak) && dates.length < 2) return false;
  const taken = dates.reduce((sum, date) => sum + date.end - date.start, 0);
  return text.replace(/[\s\p{P}]/gu, '').length - taken <= 8;
}

/** Whether all dates of a text are those of one time, from and to. */
export function isOneTime(text: string): boolean {
  const [first, second, ...more] = findMoments(text, '2100-01-01');
  return first !== undefined && more.length === 0 && (!second || isRange(text, first, second));
}
