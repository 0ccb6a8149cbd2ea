import { Slice } from '../conservation/slice.js';
import type { Sourced } from '../conservation/sourced.js';
import type { Line, Look, TextDocument } from '../document/model.js';
import { toParagraphs, type Paragraph } from '../entries/paragraphs.js';
import { words } from '../lexicon/index.js';
import { lookAt } from '../sections/index.js';
import { findPeriods } from './dates.js';
import { evidence } from './evidence.js';

/** A short record of one thing: a title, who gave it, when, and the rest. */
export interface Notice {
  title: Slice;
  by?: Slice;
  date?: Sourced;
  rest: Slice[];
  lines: Line[];
}

const PARTS = /\t|\s[–—-]\s|\s*[|•·]\s*/u;
const EDGES = /[\s,;:|•·–—\-/]/u;
const GIVEN_BY =
  /(?:^|,?\s+|\()(?:(?:issued|awarded|granted|offered|organi[sz]ed|presented)\s+by|by|verliehen (?:von|durch)|ausgestellt (?:von|durch)|délivrée?\s+par|décernée?\s+par|rilasciato da|conferito da|otorgado por|concedido por|expedido por|uitgegeven door)\s+(?=["“«„]?\p{Lu})/iu;

/** One item per list item, dated line or head line. */
export function readNotices(source: TextDocument, lines: readonly Line[]): Notice[] {
  const notices: Notice[] = [];
  for (const { slice, lines: own, bullet } of toItems(source, lines)) {
    const period = findPeriods(slice)[0];
    const pieces = (period ? slice.without(period.whole) : [slice])
      .flatMap((part) => part.split(PARTS))
      .map((part) => rounded(part.trim(EDGES)))
      .filter((part) => /\p{L}/u.test(part.raw));
    const [title, ...rest] = pieces;
    const last = notices.at(-1);
    const date = period?.startDate ?? period?.endDate;
    // A line of another look below a title, or a date alone, goes with it.
    const isOwn = title && (startsNotice(own[0]!, last?.lines[0], slice) || (date && last?.date));
    if (last && !bullet && !isOwn) {
      last.rest.push(...pieces);
      if (date && !last.date) last.date = date;
      continue;
    }
    if (!title) continue;
    const named = splitTitle(title);
    const by = named.by ?? rest.shift();
    notices.push({
      title: named.title,
      ...(by && { by }),
      ...(date && { date }),
      rest: [...named.rest, ...rest],
      lines: own,
    });
  }
  return notices;
}

/** Paragraphs; where the section's first line begins with a date, each line that does begins an item. */
function toItems(source: TextDocument, lines: readonly Line[]): Paragraph[] {
  const dated = (line: Line) => {
    const slice = Slice.ofLine(source, line);
    const [period] = findPeriods(slice);
    return period !== undefined && period.whole.start - slice.start < 2;
  };
  if (!lines[0] || !dated(lines[0])) return toParagraphs(source, lines);
  const groups: Line[][] = [];
  for (const line of lines)
    if (groups.length === 0 || dated(line)) groups.push([line]);
    else groups.at(-1)!.push(line);
  return groups.flatMap((group) => toParagraphs(source, group));
}

/** Without a bracket at an edge whose other half is not there. */
function rounded(slice: Slice): Slice {
  const open = slice.raw.split('(').length - slice.raw.split(')').length;
  if (open === 0) return slice;
  return open > 0 && !slice.raw.startsWith('(') && slice.document.text[slice.end] === ')'
    ? slice.sub(0, slice.raw.length + 1)
    : slice.trim(/[\s,;:()]/u);
}

/** Takes who gave it off a title: after «issued by», after a comma, or in brackets. */
function splitTitle(whole: Slice): { title: Slice; by?: Slice; rest: Slice[] } {
  const given = whole.match(GIVEN_BY);
  if (given && given.slice.start > whole.start + 2) {
    const title = whole.sub(0, given.slice.start - whole.start).trim(/[\s,(]/u);
    return { title, by: whole.sub(given.slice.end - whole.start, whole.raw.length).trim(/[\s,)]/u), rest: [] };
  }
  const [, before, inner] = whole.match(/^(.*[^\s(])\s+\(([^()]+)\)?\s*$/su)?.groups ?? [];
  if (before && inner && /\p{L}/u.test(inner.raw)) {
    const outer = splitTitle(before);
    if (outer.by) return { ...outer, rest: [...outer.rest, inner.trim()] };
    if (isGiver(before.text, inner.text)) {
      const [first, ...rest] = inner.split(/,\s+/u);
      return { title: before.trim(EDGES), by: first!.trim(), rest: rest.map((part) => part.trim()) };
    }
    return { title: whole, rest: [] };
  }
  const parts = whole.splitOutsideBrackets(/,\s+/u);
  const [title, by, ...rest] = parts;
  if (!title || !by || parts.length > 4 || !isName(title.text, by.text)) return { title: whole, rest: [] };
  return { title: title.trim(), by: by.trim(), rest: rest.map((part) => part.trim()) };
}

/** In brackets stand short forms, hours and remarks as well; a giver is a name, or known for one. */
function isGiver(title: string, text: string): boolean {
  const { employer, title: job } = evidence(text);
  if (employer > job) return true;
  const initials = title
    .replace(/[^\p{Lu}\p{L}\s-]/gu, '')
    .split(/[\s-]+/)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');
  if (/^\p{Lu}[\p{Lu}\d&-]*$/u.test(text))
    return !initials.includes(text[0]! + (text[1] ?? '')) && text.length > 2 && initials.length > 2;
  return (
    /^\p{Lu}[\p{L}&.'’ -]+$/u.test(text) && text.split(' ').length < 7 && !/^\p{Lu}\p{Ll}+ (?:\d|level)/iu.test(text)
  );
}

/** After a title's comma: an organisation, or several words with capitals. */
function isName(title: string, text: string): boolean {
  if (!/^["“«„]?\p{Lu}/u.test(text) || /^\p{Lu}\.?$/u.test(text) || title.length < 4) return false;
  const { employer, title: job } = evidence(text);
  if (employer > job) return true;
  const all = words(text);
  return all.length > 1 ? /\p{L}{2}\s+(?:\p{Ll}+\s+)*\p{Lu}/u.test(text) : words(title).length > 1;
}

function startsNotice(line: Line, first: Line | undefined, slice: Slice): boolean {
  if (line.gap >= 0.35 || !first) return true;
  const [look, other] = [line, first].map((each) => lookAt(each, each.textStart)) as [Look, Look];
  const same =
    look.bold === other.bold &&
    look.italic === other.italic &&
    Math.abs(look.size - other.size) < 0.4 &&
    look.color === other.color;
  return same && !first.bullet && slice.text.length < 140;
}
