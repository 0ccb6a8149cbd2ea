import { Slice } from '../conservation/slice.js';
import type { Line, TextDocument } from '../document/model.js';
import type { Entry } from '../entries/split.js';
import { EMPLOYMENT_WORDS, fold } from '../lexicon/index.js';
import { lookAt } from '../sections/index.js';
import { evidence } from './evidence.js';
import { isUnfinished, placeScore } from './location.js';
import { isGrade } from './grades.js';
import { isPlaceLike, takePlaces } from './places.js';

/** A part of an entry's head: its text, and its slot and look, so that entries of one section can be compared. */
export interface HeadPiece {
  slice: Slice;
  /** Number of the line and of the part in it, dates and places left out: «first part of the second line». */
  slot: string;
  look: string;
  bold: boolean;
  line: number;
  cell: number;
}

export interface Head {
  pieces: HeadPiece[];
  place: Slice | null;
  /** Kinds of employment and other remarks: no title, no employer, no place. */
  asides: Slice[];
}

const STRONG = /\t|\s*[|•·∙⋄]\s*|\s[–—]{1,2}\s|\s-\s|\s*;\s+|\s\/\/\s/u;
const AT =
  /\s+(?:at|@|bei(?:\s+der|\s+dem|\s+den)?|beim|im Hause|chez|presso|c\/o|au sein d[eu]|hos)\s+(?=["“«„]?\p{Lu})/u;
/** Words that bind a title to its employer only where what follows is one. */
const LOOSE_AT =
  /\s+(?:am|an der|an dem|im|in der|in the|in|en el|en la|en|à la|à l['’]|à|au|aux|alla|al|all['’]|nel|nella|nell['’]|bij|no|na|em|ved)\s+(?=["“«„]?\p{Lu})/u;
const EDGE_SIGNS = /[\s,;:|•·–—\-/()]/u;

/** Cuts the heads of a section's entries into parts, with dates, places and remarks taken out; `subjects` may stand among them. */
export function toHeads(
  source: TextDocument,
  entries: readonly Entry[],
  cut: (piece: Slice) => Slice[],
  subjects = false,
): Head[] {
  const heads = entries.map((entry) => cutHead(source, entry, cut));
  takePlaces(heads, subjects);
  for (const head of heads) {
    takeAsides(head);
    numberSlots(head.pieces);
  }
  return heads;
}

/** One head by itself. */
export function toHead(source: TextDocument, entry: Entry, cut: (piece: Slice) => Slice[]): Head {
  return toHeads(source, [entry], cut)[0]!;
}

function cutHead(source: TextDocument, entry: Entry, cut: (piece: Slice) => Slice[]): Head {
  const pieces: HeadPiece[] = [];
  joinUnfinished(source, entry.head).forEach(({ line, slice: whole }, row) => {
    let parts: { slice: Slice; cell: number }[] = whole.split(/\t/u).map((slice, cell) => ({ slice, cell }));
    for (const period of entry.periods)
      parts = parts.flatMap(({ slice, cell }) =>
        (overlap(slice, period.whole) ? slice.without(period.whole) : [slice]).map((left) => ({ slice: left, cell })),
      );
    for (const { slice, cell } of parts)
      for (const piece of cutCell(slice, line, cut))
        pieces.push({ slice: piece, slot: '', ...lookOf(line, piece), line: row, cell });
  });
  return { pieces, place: null, asides: [] };
}

interface HeadLine {
  line: Line;
  slice: Slice;
}

/** Lines that end within a word or a name, «Department of», with those that they go on on. */
function joinUnfinished(source: TextDocument, lines: readonly Line[]): HeadLine[] {
  const joined: HeadLine[] = [];
  for (const line of lines) {
    const slice = Slice.ofLine(source, line);
    const last = joined.at(-1);
    if (last && line.cells.length === 1 && goesOn(last, slice))
      last.slice = new Slice(source, last.slice.start, line.end);
    else joined.push({ line, slice });
  }
  return joined;
}

function goesOn({ line, slice }: HeadLine, next: Slice): boolean {
  if (line.cells.length > 1) return false;
  const isBroken = /\p{L}-$/u.test(slice.text) && /^\p{Ll}/u.test(next.text);
  return isBroken || (isUnfinished(slice.text) && /^\p{Lu}/u.test(next.text));
}

function cutCell(cell: Slice, line: Line, cut: (piece: Slice) => Slice[]): Slice[] {
  return byLook(cell, line)
    .flatMap((part) => part.split(STRONG))
    .flatMap(afterLink)
    .flatMap(cutAt)
    .flatMap(cutBracket)
    .map((part) => balance(withoutAt(part.trim(EDGE_SIGNS)), part))
    .flatMap(cutLooseAt)
    .flatMap(cut)
    .filter((slice) => /\p{L}/u.test(slice.raw) || isGrade(slice.text));
}

function lookOf(line: Line, piece: Slice): { look: string; bold: boolean } {
  const look = lookAt(line, piece.start);
  const caps = /\p{Lu}{3}/u.test(piece.raw) && !/\p{Ll}/u.test(piece.raw);
  return { look: [look.bold, look.italic, Math.round(look.size * 2), look.color, caps].join(), bold: look.bold };
}

/** «Engineer at Acme», but «University of Texas at Austin». */
function cutAt(slice: Slice): Slice[] {
  const parts = slice.split(AT);
  const { title, employer } = evidence(parts[0]?.text ?? '');
  return employer > title && employer >= 0.9 ? [slice] : parts;
}

const BINDING = 'at|@|bei(?: der| dem)?|beim|im Hause|chez|presso|c\\/o';
const BINDING_START = new RegExp(`^(?:${BINDING})\\s+(?=\\p{Lu})`, 'u');
const BINDING_END = new RegExp(`(?<=\\S)\\s+(?:${BINDING})\\s*$`, 'u');

/** «at» at the beginning or end of a part only binds it to another one. */
function withoutAt(slice: Slice): Slice {
  const start = slice.match(BINDING_START);
  const rest = start ? slice.sub(start.slice.end - slice.start, slice.raw.length) : slice;
  const end = rest.match(BINDING_END);
  return end ? rest.sub(0, end.slice.start - rest.start) : rest;
}

/** «Pfleger im Klinikum Nord»: a title before, an employer after the word that binds them. */
function cutLooseAt(slice: Slice): Slice[] {
  const found = slice.match(LOOSE_AT);
  if (!found) return [slice];
  const before = slice.sub(0, found.slice.start - slice.start);
  const after = slice.sub(found.slice.end - slice.start, slice.raw.length);
  const left = evidence(before.text);
  const right = evidence(after.text);
  return left.title > left.employer && left.title >= 0.5 && right.employer >= 0.9 && right.title < 0.5
    ? [before, after]
    : [slice];
}

/** A place or a kind of employment in brackets at the end is a part of its own. */
function cutBracket(slice: Slice): Slice[] {
  const [, before, inner] = slice.match(/^(.*\S)\s*\(([^()]+)\)\s*$/su)?.groups ?? [];
  if (!before || !inner || !/\p{L}/u.test(before.raw)) return [slice];
  const named = evidence(before.text);
  const given = named.employer >= 0.9 && named.employer > named.title;
  if (placeScore(inner.text) >= 0.6 || (given && isPlaceLike(inner.text))) return [before, inner];
  return isEmployment(inner.text) && named.title <= named.employer ? [before, inner] : [slice];
}

function overlap(a: Slice, b: Slice): boolean {
  return a.start < b.end && a.end > b.start;
}

/** A change from bold to plain, or of slant, after a comma or a gap parts a title from what it belongs to. */
function byLook(slice: Slice, line: Line): Slice[] {
  const runs = line.runs.filter((run) => run.end > slice.start && run.start < slice.end);
  const cuts = runs.slice(1).filter((run, index) => {
    const before = runs[index]!;
    const changed = before.look.bold !== run.look.bold || before.look.italic !== run.look.italic;
    return (
      (changed && /[,\s(:–—-]\s*$/u.test(slice.document.text.slice(slice.start, run.start))) ||
      (changed && /^[,\s:(]/u.test(slice.document.text.slice(run.start, run.end)))
    );
  });
  const edges = [slice.start, ...cuts.map((run) => run.start), slice.end];
  return edges
    .slice(1)
    .map((end, index) => new Slice(slice.document, edges[index]!, end))
    .filter((part) => /[\p{L}\d]/u.test(part.raw));
}

/** A name that is a link ends where the link does: «[Acme Ltd] Senior Engineer». */
function afterLink(slice: Slice): Slice[] {
  const { text, links } = slice.document;
  const link = links.find(({ start, end }) => start <= slice.start && end > slice.start && end < slice.end);
  if (!link || !/^\s*\p{Lu}/u.test(text.slice(link.end, slice.end))) return [slice];
  const edge = link.end - slice.start;
  return [slice.sub(0, edge), slice.sub(edge, slice.raw.length)].filter((part) => /\p{L}/u.test(part.raw));
}

/** Gives back a closing bracket that was trimmed although its opening one is inside. */
function balance(slice: Slice, raw: Slice): Slice {
  const open = slice.raw.split('(').length - slice.raw.split(')').length;
  if (open > 0 && slice.document.text[slice.end] === ')' && slice.end < raw.end)
    return new Slice(slice.document, slice.start, slice.end + 1);
  return slice;
}

export function isEmployment(text: string): boolean {
  const bare = fold(text).replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, '');
  return EMPLOYMENT_WORDS.has(bare) || /^\d{2,3}\s?%(?:\s|$)/.test(text.trim());
}

/** Takes out what tells the kind of employment, as long as a title and an employer can still be there. */
function takeAsides(head: Head): void {
  for (const piece of [...head.pieces]) {
    if (head.pieces.length < 2 || !isEmployment(piece.slice.text)) continue;
    // A line of its own above all others names the employer, be it «Freelance».
    if (piece === head.pieces[0] && head.pieces[1]!.line !== piece.line) continue;
    // «Freelance», «Praktikum»: a title as well, or instead of an employer.
    if (evidence(piece.slice.text).title > 0) continue;
    head.pieces.splice(head.pieces.indexOf(piece), 1);
    head.asides.push(piece.slice);
  }
}

function numberSlots(pieces: readonly HeadPiece[]): void {
  let row = -1;
  let at = 0;
  let line = -1;
  for (const piece of pieces) {
    if (piece.line === line) at++;
    else {
      row++;
      at = 0;
    }
    line = piece.line;
    piece.slot = `${row}.${at}`;
  }
}

/** Means of a score by slot and by look over the entries of a section. */
export interface Means {
  slots: ReadonlyMap<string, number>;
  looks: ReadonlyMap<string, number>;
}

/** Weights of what the other entries of a section show against an entry's own words. */
const SLOT_WEIGHT = 0.7;
const LOOK_WEIGHT = 0.4;

/** What one entry's words leave open, the arrangement of the others tells. */
export function meansOf(heads: readonly Head[], score: (piece: HeadPiece) => number): Means {
  const pieces = heads.flatMap((head) => head.pieces);
  const mean = (key: (piece: HeadPiece) => string) => {
    const sums = new Map<string, { sum: number; count: number }>();
    for (const piece of pieces) {
      const entry = sums.get(key(piece)) ?? { sum: 0, count: 0 };
      sums.set(key(piece), { sum: entry.sum + score(piece), count: entry.count + 1 });
    }
    return new Map([...sums].map(([name, { sum, count }]) => [name, sum / count]));
  };
  return { slots: mean((piece) => piece.slot), looks: mean((piece) => piece.look) };
}

export function inContext(piece: HeadPiece, own: number, means: Means): number {
  return own + SLOT_WEIGHT * (means.slots.get(piece.slot) ?? 0) + LOOK_WEIGHT * (means.looks.get(piece.look) ?? 0);
}
