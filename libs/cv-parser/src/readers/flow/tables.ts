import type { Wording } from '../../layout/index.js';
import type { Block } from './blocks.js';

/** How a row of a table, or boxes side by side, are read. */
export type RowKind =
  /** Cells of one line, each with what belongs to it below. */
  | 'row'
  /** Short cells whose lines stand side by side: read line by line across the cells. */
  | 'lines'
  /** Columns of a page: each is read from top to bottom. */
  | 'columns';

interface Shape {
  lines: number;
  headings: number;
  dates: number;
  items: number;
  longest: number;
}

/** Cells with at least so many lines are columns of a page if another such stands beside them. */
const COLUMN_LINES = 4;
/** Cells with at most so many short lines are read across. */
const ACROSS_LINES = 3;
const SHORT_LINE = 60;
/** Share of dates in a cell's lines above which it is the column of dates of a table. */
const DATE_SHARE = 0.4;

export function rowKind(cells: readonly Block[][], wording: Wording): RowKind {
  const shapes = cells.map((cell) => shapeOf(cell, wording)).filter((shape) => shape.lines > 0);
  if (shapes.length < 2) return 'row';
  const hasDates = shapes.some((shape) => shape.dates > DATE_SHARE * shape.lines);
  const long = shapes.filter((shape) => shape.lines >= COLUMN_LINES).length;
  const headed = shapes.filter((shape) => shape.headings > 0 && shape.lines > 1).length;
  if (!hasDates && (long >= 2 || headed >= 2)) return 'columns';
  const across = shapes.every(
    ({ lines, items, longest }) => lines <= ACROSS_LINES && items === 0 && longest <= SHORT_LINE,
  );
  return across ? 'lines' : 'row';
}

/** Whether a row goes on with the columns of the rows above it: one of the same number of cells of which one is filled. */
export function continuesColumns(cells: readonly Block[][], columns: number, wording: Wording): boolean {
  if (cells.length !== columns) return false;
  return cells.filter((cell) => shapeOf(cell, wording).lines > 0).length <= 1 || rowKind(cells, wording) === 'columns';
}

function shapeOf(blocks: readonly Block[], wording: Wording): Shape {
  const shape: Shape = { lines: 0, headings: 0, dates: 0, items: 0, longest: 0 };
  const visit = (block: Block): void => {
    if (block.kind === 'table') block.rows.flat(2).forEach(visit);
    else if (block.kind === 'apart') block.blocks.forEach(visit);
    else {
      const texts = block.lines.map((cells) =>
        cells
          .flatMap((cell) => cell.map(({ text }) => text))
          .join(' ')
          .trim(),
      );
      for (const text of texts.filter((text) => text !== '')) {
        shape.lines++;
        shape.longest = Math.max(shape.longest, text.length);
        if (wording.isHeading(text)) shape.headings++;
        if (wording.isDate(text)) shape.dates++;
      }
      if (block.listItem) shape.items++;
    }
  };
  blocks.forEach(visit);
  return shape;
}
