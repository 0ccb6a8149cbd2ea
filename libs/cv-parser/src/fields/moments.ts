import {
  AGO_WORDS,
  DURATION_WORDS,
  fold,
  LAST_WORDS,
  MONTHS,
  PRESENT_WORDS,
  SEASONS,
  YEAR_WORDS,
} from '../lexicon/index.js';
import { plain } from '../lexicon/script.js';

/** A date as far as it is printed, `YYYY[-MM[-DD]]`, or the present. */
export interface Moment {
  value: string | null;
  start: number;
  end: number;
  /** A form that other things have as well, «10/19»: a date only beside another one. */
  weak?: boolean;
  /** Counted back from the day the document speaks from: `last` runs until it, `ago` is over. */
  relative?: 'last' | 'ago';
}

/** An alternation of words as they stand in a text, the longest first. */
export function alternatives(names: Iterable<string>): string {
  return [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) =>
      name
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/ /g, '\\s+')
        .replace(/'/g, "['’]"),
    )
    .join('|');
}

const YEAR = '(?:19[4-9]\\d|20[0-6]\\d)';
const MONTH_NAME = `(?:${alternatives(MONTHS.keys())})`;
const SEASON_NAME = `(?:${alternatives(SEASONS.keys())})`;
const QUARTER = '(?:[QT][1-4]|[1-4][QT]|[1-4]\\.?\\s?(?:quarter|quartal|trimestre|trim\\.?|kwartaal))';
const JOINER = "(?:\\s+(?:de|del|di)\\s+|[\\s.,/’'-]*)";
/** Ideographs stand beside a date without a space. */
const LETTER = '(?!\\p{Script=Han})[\\p{L}\\p{N}]';
const NOT_WORD = `(?<!${LETTER})`;
export const WORD_END = `(?!${LETTER})`;
const YEAR_WORD = `(?:\\s?(?:${alternatives(YEAR_WORDS)})${WORD_END})?`;

/** The ways to print a date, the most telling first; the named groups are year, short year, month, day, name and season. */
const FORMS = [
  `(?<y1>${YEAR})[-./](?<m1>0?[1-9]|1[0-2])[-./](?<d1>0?[1-9]|[12]\\d|3[01])(?!\\d)`,
  `(?<d2>0?[1-9]|[12]\\d|3[01])[./-]\\s?(?<m2>0?[1-9]|1[0-2])[./-]\\s?(?<y2>${YEAR})`,
  `(?:(?<d3>0?[1-9]|[12]\\d|3[01])(?:\\.|st|nd|rd|th|er|º|°)?\\s+(?:de\\s+)?)(?<n3>${MONTH_NAME})${JOINER}(?<y3>${YEAR})`,
  `(?<n4>${MONTH_NAME})\\.?\\s+(?<d4>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,\\s+(?<y4>${YEAR})`,
  `(?<n5>${MONTH_NAME})\\.?${JOINER}(?<y5>${YEAR})`,
  `(?<n6>${MONTH_NAME})\\.?\\s?['’](?<s6>\\d{2})`,
  `(?<n13>${MONTH_NAME})(?:\\.\\s?|[\\s-])(?<s13>\\d{2})(?![\\d.,:])`,
  `(?<y7>${YEAR})\\s+(?<n7>${MONTH_NAME})`,
  `(?:${SEASON_NAME}|${QUARTER})${JOINER}(?<y8>${YEAR})(?:\\s?[/–-]\\s?(?:\\d{2}|${YEAR})(?!\\s?[./]?\\d))?`,
  `(?<y16>${YEAR})\\s?[-/]?\\s?[QT][1-4]`,
  `(?<m9>0?[1-9]|1[0-2])\\s?[./-]\\s?(?<y9>${YEAR})`,
  `(?<y10>${YEAR})\\s?[./-]\\s?(?<m10>0[1-9]|1[0-2])(?!\\d)`,
  `(?<y12>${YEAR})\\s?年(?:\\s?(?<m12>1[0-2]|0?[1-9])\\s?月(?:\\s?(?<d12>3[01]|[12]\\d|0?[1-9])\\s?日)?)?`,
  `(?<y11>${YEAR})`,
  `(?<m14>0?[1-9]|1[0-2])[/.](?<s14>\\d{2})(?![\\d.,/%])`,
  `(?<=${YEAR}\\s?[/–-]\\s?)(?<s17>\\d{2})(?![\\d./])`,
  `['’](?<s15>\\d{2})(?!\\d)`,
].join('|');
const PRESENT = `(?<now>${alternatives(PRESENT_WORDS)})`;
const DATE = new RegExp(`${NOT_WORD}(?:(?:${FORMS})${WORD_END}${YEAR_WORD}|${PRESENT}${WORD_END})`, 'giu');
const SHORT_YEARS = ['s6', 's13', 's14', 's15', 's17'];
const WEAK_YEARS = ['s13', 's14', 's15', 's17'];

const COUNT = `(?<count>\\d{1,2})\\s+(?:${alternatives(DURATION_WORDS)})`;
const EDGE = '(?<=^|[\\t\\n|•·(,]|[–-]\\s)\\s*';
const EDGE_AFTER = '(?=\\s*(?:$|[\\t\\n|•·),]))';
const LAST = new RegExp(`${EDGE}(?:${alternatives(LAST_WORDS)})\\s+${COUNT}${EDGE_AFTER}`, 'iu');
const AGO = new RegExp(
  `${EDGE}(?:(?:${alternatives(AGO_WORDS)})\\s+${COUNT}|${COUNT.replace('<count>', '<after>')}\\s+(?:${alternatives(AGO_WORDS)}))${EDGE_AFTER}`,
  'iu',
);
/** Words for years among those for lengths of time; of shorter ones the year is not known. */
const YEARS = /\d\s+(?:y|j|an|añ|god|лет|год|jaar|år|سن)/iu;

/** All dates in a text, in order. Years of two digits, and times counted back, are resolved against `asOf`. */
export function findMoments(text: string, asOf: string): Moment[] {
  // Without a digit there is no date, nor without two in a row but for one that is counted back.
  if (!/\p{Nd}/u.test(text)) return [];
  const found = relativeMoments(text, asOf);
  if (found.length > 0 || !/\p{Nd}{2}/u.test(text)) return found;
  for (const match of plain(text).matchAll(DATE)) {
    const groups = match.groups!;
    const place = { start: match.index, end: match.index + match[0].length };
    if (groups.now !== undefined) found.push({ value: null, ...place });
    else {
      const weak = WEAK_YEARS.some((name) => groups[name] !== undefined);
      found.push({ value: toValue(groups, asOf), ...place, ...(weak && { weak }) });
    }
  }
  return found;
}

function toValue(groups: Record<string, string | undefined>, asOf: string): string {
  const get = (...names: string[]) => names.map((name) => groups[name]).find((value) => value !== undefined);
  const short = get(...SHORT_YEARS);
  const year =
    short === undefined
      ? get('y1', 'y2', 'y3', 'y4', 'y5', 'y7', 'y8', 'y9', 'y10', 'y11', 'y12', 'y16')!
      : fullYear(short, asOf);
  const name = get('n3', 'n4', 'n5', 'n6', 'n7', 'n13');
  const month = name === undefined ? get('m1', 'm2', 'm9', 'm10', 'm12', 'm14') : String(MONTHS.get(fold(name)));
  // A season is no month: only the year is printed for certain.
  const day = get('d1', 'd2', 'd3', 'd4', 'd12');
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
}

/** Years that a CV can look ahead, as to the end of a course of study. */
const AHEAD = 8;

/** A year of two digits: the last one that is not far after the day the document speaks from. */
function fullYear(short: string, asOf: string): string {
  const latest = Number(asOf.slice(0, 4)) + AHEAD;
  const century = Math.floor(latest / 100) * 100;
  const year = century + Number(short);
  return String(year > latest ? year - 100 : year);
}

function relativeMoments(text: string, asOf: string): Moment[] {
  for (const [relative, pattern] of [
    ['last', LAST],
    ['ago', AGO],
  ] as const) {
    const match = pattern.exec(text);
    const count = match?.groups!.count ?? match?.groups!.after;
    if (!match || count === undefined || !YEARS.test(match[0])) continue;
    const value = String(Number(asOf.slice(0, 4)) - Number(count));
    return [{ value, start: match.index, end: match.index + match[0].length, relative }];
  }
  return [];
}

/** The start of a range whose year stands only at its end: «March – June 2019», «03 – 06/2019». */
export const BARE_MONTH = new RegExp(`${NOT_WORD}(?<name>${MONTH_NAME}|${SEASON_NAME}|0[1-9]|1[0-2])\\.?$`, 'iu');
