import { Slice } from '../conservation/slice.js';
import type { Line, TextDocument } from '../document/model.js';
import { findPeriods, type Period } from '../fields/dates.js';
import { evidence } from '../fields/evidence.js';
import { placeScore } from '../fields/location.js';
import { fold, SELF_EMPLOYED } from '../lexicon/index.js';
import { lookAt } from '../sections/index.js';
import { markItems, takeMargins } from './margins.js';
import { continues, toParagraphs, type Paragraph } from './paragraphs.js';

/** One job, school, project …: the lines that say what it is, when it was, and the text below. */
export interface Entry {
  head: Line[];
  periods: Period[];
  body: Paragraph[];
}

interface Item {
  line: Line;
  slice: Slice;
  /** Times that stand for the entry: not those inside a sentence. */
  periods: Period[];
  /** List item, its continuation, or a sentence: never the head of an entry. */
  body: boolean;
}

const MAX_HEAD_ABOVE = 3;
const MAX_HEAD_LENGTH = 110;
/** A line that begins with a time and is no longer tells when, and perhaps where. */
const MAX_DATED_LENGTH = 70;
/** A word in lower case, and what binds a year to it. */
const MENTION = /\p{Ll}\p{L}*\s+(?:of|from|de|del|dell['’]anno|di|du|von|vom|aus|d['’])\s*\d{4}$/u;
/** Signs between the names of a head. */
const SIGN = /\s[|•·–—]\s/u;
/** Space above, in line heights, that parts two entries. */
const ENTRY_GAP = 0.3;

/** Cuts a section into its entries: by dates first, else by look and spacing. */
export function splitEntries(source: TextDocument, lines: readonly Line[]): Entry[] {
  const items = toItems(source, lines);
  if (items.length === 0) return [];
  const starts = entryStarts(items);
  return starts.map((start, index) => toEntry(source, items.slice(start, starts[index + 1] ?? items.length)));
}

function toItems(source: TextDocument, printed: readonly Line[]): Item[] {
  const items: Item[] = [];
  let opener: Line | null = null;
  const { lines, margins } = takeMargins(source, markItems(source, printed));
  lines.forEach((line, index) => {
    const slice = Slice.ofLine(source, line);
    const previous = items[index - 1];
    const found = findPeriods(slice).filter((period) => standsAlone(slice, period));
    const dated = found.length > 0 && slice.raw.length < MAX_HEAD_LENGTH + 40;
    const goesOn: boolean =
      previous !== undefined &&
      opener !== null &&
      (previous.body || previous.line.bullet) &&
      !dated &&
      continues(source, previous.line, line, opener);
    if (!goesOn) opener = line;
    const body = line.bullet
      ? !isHeadBullet(line, dated)
      : goesOn || (!dated && isSentence(slice, line, lines[index + 1] && Slice.ofLine(source, lines[index + 1]!)));
    items.push({ line, slice, periods: dated && !body ? found : [], body });
    const margin = margins.get(line);
    if (margin) giveToHead(items, margin);
  });
  return withoutMentions(items);
}

/** Where entries have their times, a year that only ends a phrase, «a tram of 1975», is none. */
function withoutMentions(items: readonly Item[]): Item[] {
  const mentions = (item: Item) => item.periods.every((period) => isMention(item.slice, period));
  if (items.every((item) => item.periods.length === 0 || mentions(item))) return [...items];
  return items.map((item) => (mentions(item) ? { ...item, periods: [] } : item));
}

function isMention(slice: Slice, { single, whole }: Period): boolean {
  return single && MENTION.test(slice.raw.slice(0, whole.end - slice.start));
}

/** A date in the margin beside an entry's text belongs to the entry's head. */
function giveToHead(items: readonly Item[], margin: readonly Period[]): void {
  const head = items.findLast((item) => !item.body);
  if (head?.periods.length === 0) head.periods.push(...margin);
}

/** A list marker before a dated or bold line marks an entry, not an item of its text. */
function isHeadBullet(line: Line, dated: boolean): boolean {
  return dated && line.look.bold;
}

function isSentence(slice: Slice, line: Line, next: Slice | undefined): boolean {
  const { text } = slice;
  if (line.cells.length > 1 && text.length < MAX_HEAD_LENGTH) return false;
  if (namesEmployer(text) || (next && isHeadAbove(text, next))) return false;
  const count = text.split(/\s+/).length;
  if (text.length > MAX_HEAD_LENGTH) return true;
  if (/^\p{Ll}/u.test(text) && count > 3) return true;
  if (count > 5 && /\p{L}{4}[.!?]\s+\p{Lu}/u.test(text)) return true;
  if (count > 6 && !line.look.bold && next && /^\p{Ll}{2}/u.test(next.text) && findPeriods(next).length === 0)
    return true;
  if (count > 3 && /\p{L}{3}\.$/u.test(text) && isMostlyLower(text)) return true;
  return count > 7 && (/[.!?;]$/.test(text) || (!line.look.bold && text.length > 75));
}

/** «zu Rhein & Cie GmbH · Hamburg»: an employer and its place, whatever letter it begins with. */
function namesEmployer(text: string): boolean {
  const [first = '', second] = text.split(SIGN);
  if (second === undefined || !/^\p{Ll}/u.test(first)) return false;
  const { title, employer } = evidence(first);
  return (SELF_EMPLOYED.has(fold(first)) || (employer >= 0.9 && employer > title)) && !/[.!?]$/.test(text);
}

/** Names parted by a sign, right above a line that is hardly more than a time. */
function isHeadAbove(text: string, next: Slice): boolean {
  return SIGN.test(text) && text.length <= MAX_HEAD_LENGTH && !/[.!?;]$/.test(text) && beginsWithTime(next);
}

function beginsWithTime(slice: Slice): boolean {
  const [period] = findPeriods(slice);
  return period !== undefined && period.whole.start - slice.start < 2 && slice.raw.length < MAX_DATED_LENGTH;
}

/** Names have capitals; of the words of a sentence most have none. */
function isMostlyLower(text: string): boolean {
  const all = text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return all.filter((word) => /^\p{Ll}/u.test(word)).length > all.length / 2;
}

/** At a cell's beginning or end, in brackets, or set off by a sign. */
function standsAlone(slice: Slice, period: Period): boolean {
  const before = slice.raw.slice(0, period.whole.start - slice.start);
  const after = slice.raw.slice(period.whole.end - slice.start);
  const opens = /(?:^|[\t|•·,–—(/:-])\s*$/u.test(before);
  const closes = /^\s*(?:$|[\t|•·,–—)/:;-])/u.test(after);
  return (opens && closes) || (closes && /^\s*[).]?\s*$/.test(after)) || /^\s*$/.test(before);
}

function entryStarts(items: readonly Item[]): number[] {
  const dated = items.flatMap((item, index) => (item.periods.length > 0 ? [index] : []));
  const starts = dated.length > 0 ? startsByDate(items, dated) : startsByLook(items);
  if (starts[0] !== 0) {
    if (
      dated.length > 0 &&
      starts.length > 0 &&
      items.slice(0, starts[0]).every((item) => !item.body) &&
      starts[0]! <= 2
    )
      starts[0] = 0;
    else starts.unshift(0);
  }
  return starts;
}

function signature(item: Item): string {
  const look = lookAt(item.line, item.line.textStart);
  return [Math.round(look.size * 2), look.bold, look.italic, look.color].join();
}

function startsByDate(items: readonly Item[], dated: readonly number[]): number[] {
  const first = items.slice(0, dated[0]).every((item) => !item.body) && dated[0]! <= MAX_HEAD_ABOVE ? dated[0]! : 0;
  const starts: number[] = [];
  dated.forEach((at, index) => {
    const floor = index === 0 ? 0 : dated[index - 1]! + 1;
    // A second date right below the first one belongs to the same head, unless it opens a new role.
    let best = at;
    let bestScore = -Infinity;
    for (let start = at; start >= Math.max(floor, at - MAX_HEAD_ABOVE); start--) {
      if (start < at && items[start]!.body) break;
      const score = startScore(items, start, at, first);
      if (score > bestScore) [best, bestScore] = [start, score];
    }
    starts.push(best);
  });
  return starts;
}

function startScore(items: readonly Item[], start: number, at: number, usual: number): number {
  const item = items[start]!;
  const previous = items[start - 1];
  let score = 0;
  if (!previous) score += 3;
  else if (previous.body) score += 1.5;
  else if (item.line.gap < 0.15) score -= 0.5;
  if (item.line.gap >= ENTRY_GAP) score += 1.5;
  if (signature(item) === signature(items[0]!)) score += 1;
  if (at - start === usual) score += 1.5;
  if (item.line.headingLevel !== undefined) score += 2;
  for (let index = start + 1; index <= at; index++) if (items[index]!.line.gap > item.line.gap + 0.2) score -= 1.5;
  return score;
}

function startsByLook(items: readonly Item[]): number[] {
  const head = signature(items[0]!);
  const plain = items.filter((item) => item.body).map(signature);
  const marked = !plain.includes(head) && items.some((item) => signature(item) !== head);
  return items.flatMap((item, index) => {
    if (index === 0) return [0];
    if (item.body) return [];
    const previous = items[index - 1]!;
    if (marked)
      return signature(item) === head && (previous.body || item.line.gap >= ENTRY_GAP || signature(previous) !== head)
        ? [index]
        : [];
    return previous.body || item.line.gap >= ENTRY_GAP + 0.2 ? [index] : [];
  });
}

/** A head that names a job or a degree and who gave it. */
function isComplete(head: readonly Item[]): boolean {
  const parts = head.flatMap(({ slice }) => slice.raw.split(/\t|,\s|\s[–—|·-]\s|[:：]\s/u)).map(evidence);
  return (
    parts.some(({ title, employer }) => title >= 0.9 && title > employer) &&
    parts.some(({ title, employer }) => employer >= 0.9 && employer > title)
  );
}

/** A place, or a line that is set apart from the text below by its look. */
function addsToHead(items: readonly Item[], at: number): boolean {
  const item = items[at]!;
  if (placeScore(item.slice.text) >= 0.6 || item.slice.text.length < 4) return true;
  const next = items[at + 1];
  if (item.line.look.italic || item.line.look.bold)
    return next === undefined || signature(next) !== signature(item) || next.body;
  return false;
}

function toEntry(source: TextDocument, items: readonly Item[]): Entry {
  let headEnd = items.findIndex((item) => item.body);
  if (headEnd < 0) headEnd = items.length;
  const lastDated = items.findLastIndex((item, index) => index < headEnd && item.periods.length > 0);
  // After the date, only lines that look like a head's second line: short, and close to it.
  let end = Math.min(headEnd, Math.max(lastDated + 3, 2));
  for (let index = Math.max(1, lastDated + 1); index < end; index++)
    if (
      items[index]!.line.gap > 0.9 ||
      (lastDated >= 0 && isComplete(items.slice(0, index)) && !addsToHead(items, index))
    )
      end = index;
  const head = items.slice(0, end);
  return {
    head: head.map((item) => item.line),
    periods: head.flatMap((item) => item.periods),
    body: toParagraphs(
      source,
      items.slice(end).map((item) => item.line),
    ),
  };
}
