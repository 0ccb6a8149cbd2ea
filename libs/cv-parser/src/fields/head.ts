import { Slice } from '../conservation/slice.js';
import type { TextDocument } from '../document/model.js';
import type { Entry } from '../entries/split.js';
import { lookAt } from '../sections/index.js';
import { couldBePlace, placeScore } from './location.js';

/** A part of an entry's head: its text, and its slot, so that entries of one section can be compared. */
export interface HeadPiece {
  slice: Slice;
  /** Number of the line and of the part in it, dates left out: «first part of the second line». */
  slot: string;
  bold: boolean;
  line: number;
  cell: number;
}

export interface Head {
  pieces: HeadPiece[];
  place: Slice | null;
}

const STRONG = /\t|\n|\s*[|•·∙⋄]\s*|\s[–—]{1,2}\s|\s-\s|\s*;\s+|\s\/\/\s/u;
const AT = /\s+(?:at|@|bei(?:\s+der|\s+dem)?|beim|chez|presso|au sein de)\s+(?=\p{Lu})/u;

/** Cuts an entry's head at cells and separators, with dates and the place taken out. */
export function toHead(source: TextDocument, entry: Entry, commas: (piece: Slice) => Slice[]): Head {
  const pieces: HeadPiece[] = [];
  let row = 0;
  entry.head.forEach((line) => {
    let parts: { slice: Slice; cell: number }[] = Slice.ofLine(source, line)
      .split(/\t/u)
      .map((slice, cell) => ({ slice, cell }));
    for (const period of entry.periods)
      parts = parts.flatMap(({ slice, cell }) =>
        (overlap(slice, period.whole) ? slice.without(period.whole) : [slice]).map((left) => ({ slice: left, cell })),
      );
    const cut = parts
      .flatMap(({ slice, cell }) =>
        byLook(slice, line)
          .flatMap((part) => part.split(STRONG))
          .flatMap((part) => part.split(AT))
          .map((part) => ({ slice: withoutAt(part.trim(/[\s,;:|•·–—\-/()]/u)), cell, raw: part })),
      )
      .map(({ slice, cell, raw }) => ({ slice: balance(slice, raw), cell }))
      .flatMap(({ slice, cell }) => commas(slice).map((part) => ({ slice: part, cell })))
      .filter(({ slice }) => /\p{L}/u.test(slice.raw));
    cut.forEach(({ slice, cell }, index) =>
      pieces.push({ slice, slot: `${row}.${index}`, bold: lookAt(line, slice.start).bold, line: row, cell }),
    );
    if (cut.length > 0) row++;
  });
  const place = takePlace(pieces);
  return { pieces: pieces.filter((piece) => piece.slice !== place), place };
}

/** «at» at the beginning of a part only binds it to the one before. */
function withoutAt(slice: Slice): Slice {
  const found = slice.match(/^(?:at|@|bei|beim|chez|presso)\s+(?=\p{Lu})/u);
  return found ? slice.sub(found.slice.end - slice.start, slice.raw.length) : slice;
}

function overlap(a: Slice, b: Slice): boolean {
  return a.start < b.end && a.end > b.start;
}

/** A change from bold to plain, or of slant, after a comma or a gap parts a title from what it belongs to. */
function byLook(
  slice: Slice,
  line: { runs: { start: number; end: number; look: { bold: boolean; italic: boolean } }[] },
): Slice[] {
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

/** Gives back a closing bracket that was trimmed although its opening one is inside. */
function balance(slice: Slice, raw: Slice): Slice {
  const open = slice.raw.split('(').length - slice.raw.split(')').length;
  if (open > 0 && slice.document.text[slice.end] === ')' && slice.end < raw.end)
    return new Slice(slice.document, slice.start, slice.end + 1);
  return slice;
}

/** The piece that is most surely a place; of equals, the one furthest right. */
function takePlace(pieces: readonly HeadPiece[]): Slice | null {
  let best: { slice: Slice; score: number } | null = null;
  if (pieces.length < 2) return null;
  for (const piece of pieces) {
    const score =
      placeScore(piece.slice.text) +
      (piece.cell > 0 ? 0.05 : 0) -
      (piece.bold ? 0.15 : 0) -
      (piece.slot === '0.0' ? 0.2 : 0);
    if (score >= 0.6 && score >= (best?.score ?? 0)) best = { slice: piece.slice, score };
  }
  return best?.slice ?? null;
}

/** Where most entries of a section end with a place after a comma, what stands there in the others is one as well. */
export function sharePlaces(heads: readonly Head[]): void {
  const placed = heads.filter(({ place }) => place !== null).length;
  if (placed === 0 || placed < heads.length / 2) return;
  for (const head of heads.filter(({ place }) => place === null)) {
    for (const piece of head.pieces) {
      const [, before, after] = piece.slice.match(/^(.+),\s+([^,]+)$/su)?.groups ?? [];
      if (!before || !after || !couldBePlace(after.text)) continue;
      piece.slice = before;
      head.place = after;
      break;
    }
  }
}

/** Mean of a score by slot over the entries of a section: what one entry's words leave open, the others tell. */
export function slotMeans(heads: readonly Head[], score: (piece: HeadPiece) => number): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const piece of heads.flatMap((head) => head.pieces)) {
    const entry = sums.get(piece.slot) ?? { sum: 0, count: 0 };
    sums.set(piece.slot, { sum: entry.sum + score(piece), count: entry.count + 1 });
  }
  return new Map([...sums].map(([slot, { sum, count }]) => [slot, sum / count]));
}
