import { Slice } from '../conservation/slice.js';
import type { Line, TextDocument } from '../document/model.js';
import { lookAt } from '../sections/index.js';

/** One item of running text: a list item with its continuation lines, or a paragraph. */
export interface Paragraph {
  bullet: boolean;
  slice: Slice;
  lines: Line[];
}

/** Joins lines to paragraphs and list items. */
export function toParagraphs(source: TextDocument, lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  lines.forEach((line, index) => {
    const last = paragraphs.at(-1);
    if (last && continues(source, lines[index - 1]!, line, last.lines[0]!)) {
      last.lines.push(line);
      last.slice = new Slice(source, last.slice.start, line.end);
    } else paragraphs.push({ bullet: line.bullet, slice: Slice.ofLine(source, line), lines: [line] });
  });
  return paragraphs;
}

/** Whether a line goes on with what the one before began, by its indentation, its spacing and how full that line is. */
export function continues(source: TextDocument, previous: Line, line: Line, first: Line): boolean {
  if (line.bullet || line.headingLevel !== undefined) return false;
  const before = source.text.slice(previous.start, previous.end).trimEnd();
  const text = source.text.slice(line.textStart, line.end);
  if (line.box && previous.box) {
    if (line.page !== previous.page || line.region !== previous.region) {
      const open = !/[.!?:;]$/.test(before) && /^[\p{Ll}\d(]/u.test(text);
      return open && line.column === previous.column;
    }
    if (line.gap > 0.6) return false;
    // After a full stop, a wider gap begins something new.
    if (/[.!?]$/.test(before) && /^\p{Lu}/u.test(text) && line.gap > 0.25) return false;
    if (Math.abs(line.look.size - previous.look.size) > 1) return false;
    if (changesWeight(previous, line) && /^\p{Lu}/u.test(text) && !/[-,]$/.test(before)) return false;
    const full =
      previous.columnRight !== undefined && previous.box[2] > previous.columnRight - firstWordWidth(line, text) - 6;
    // What stands further out than the item's marker is no part of the item.
    if (first.bullet && line.indent < first.indent - 2) return false;
    if (first.bullet) return line.indent > first.indent + 2 || (full && line.look.bold === first.look.bold);
    return full || /^\p{Ll}/u.test(text) || /[-,]$/.test(before);
  }
  if (line.gap > 0.4) return false;
  if (first.bullet) return line.indent > first.indent;
  return before.length > 60 || /^\p{Ll}/u.test(text);
}

/** Whether the type is bold up to the end of one line, or from the beginning of the next one, and not on both. */
function changesWeight(previous: Line, line: Line): boolean {
  return lookAt(previous, previous.end - 1).bold !== lookAt(line, line.textStart).bold;
}

/** Room that the line's first word would have needed on the line before. */
function firstWordWidth(line: Line, text: string): number {
  const word = /^\S*/.exec(text)![0].length + 1;
  return ((line.box![2] - line.box![0]) / Math.max(1, text.length)) * word;
}
