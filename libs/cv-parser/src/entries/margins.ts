import { Slice } from '../conservation/slice.js';
import type { Line, TextDocument } from '../document/model.js';
import { findPeriods, isDateText, type Period } from '../fields/dates.js';

/** How far a list stands in from its heading, in points, at least. */
const LIST_INDENT = 7;
const DURATION =
  /^\(?\d+\s*(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois|anni|anno|mesi|mese|años?|meses|mes)\b/iu;

/**
 * Marks the items of lists whose markers are drawn and not written: lines that stand in from the section's edge, where
 * several do. A date's column at the left moves that edge to where its entries stand.
 */
export function markItems(source: TextDocument, lines: readonly Line[]): Line[] {
  if (lines.some((line) => line.bullet) || lines.length < 4) return [...lines];
  const lefts = lines.map((line) => contentLeft(source, line));
  const counts = new Map<number, number>();
  for (const left of lefts) if (left !== null) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
  const near = (left: number) => [-1, 0, 1].reduce((sum, step) => sum + (counts.get(Math.round(left) + step) ?? 0), 0);
  const edges = [...counts.keys()].filter((left) => near(left) >= 2).sort((a, b) => a - b);
  const [base] = edges;
  if (base === undefined) return [...lines];
  return lines.map((line, index) => {
    const left = lefts[index];
    if (
      left === null ||
      left === undefined ||
      left < base + LIST_INDENT ||
      near(left) < 3 ||
      line.cells.length > 1 ||
      index === 0
    )
      return line;
    const previous = lines[index - 1]!;
    const goesOn =
      lefts[index - 1] === left &&
      line.gap < 0.5 &&
      previous.box &&
      previous.columnRight !== undefined &&
      previous.box[2] > previous.columnRight - wordWidth(source, line);
    return goesOn || /^\p{Ll}/u.test(source.text.slice(line.textStart, line.end)) ? line : { ...line, bullet: true };
  });
}

function contentLeft(source: TextDocument, line: Line): number | null {
  const [first, second] = line.cells;
  if (!line.box || !first) return null;
  if (!second || !isDateText(source.text.slice(first.start, first.end))) return line.indent;
  return source.spans({ start: second.start, end: second.start + 1 })[0]?.box?.[0] ?? line.indent;
}

/** Room that the line's first word would have needed on the line before it. */
function wordWidth(source: TextDocument, line: Line): number {
  const text = source.text.slice(line.start, line.end);
  return ((line.box![2] - line.box![0]) / Math.max(1, text.length)) * (text.search(/\s|$/) + 2) + 4;
}

/** Takes dates and durations in the right margin off the list items that they happen to stand beside. */
export function takeMargins(
  source: TextDocument,
  lines: readonly Line[],
): { lines: Line[]; margins: Map<Line, Period[]> } {
  const margins = new Map<Line, Period[]>();
  const kept = lines.map((line) => {
    const last = line.cells.at(-1);
    if (line.cells.length < 2 || !last) return line;
    const margin = new Slice(source, last.start, last.end);
    const text = margin.text;
    const isDate = isDateText(text);
    const body = line.bullet || line.indent > Math.min(...lines.map((other) => other.indent)) + LIST_INDENT;
    if (!body || (!isDate && !DURATION.test(text))) return line;
    const rest: Line = { ...line, end: line.cells.at(-2)!.end, cells: line.cells.slice(0, -1) };
    margins.set(rest, isDate ? findPeriods(margin) : []);
    return rest;
  });
  return { lines: kept, margins };
}
