import type { NewLine, Piece } from '../../document/builder.js';
import { BULLET_ONLY, leadingMarker } from '../../document/markers.js';

/** A line with the space above and below it in points, before that is turned into `gap`. One without cells is an empty line. */
export interface SpacedLine extends NewLine {
  before: number;
  after: number;
}

const LINE_HEIGHT = 1.2;
/** Gap that one empty line is worth, and at most how many of them count. */
const EMPTY_LINE = 0.8;
const MAX_EMPTY_LINES = 2;

/** Turns space around paragraphs and empty lines into gaps, measured against what is usual in the document. */
export function measureGaps(lines: readonly SpacedLine[]): NewLine[] {
  const measured: { line: SpacedLine; space: number }[] = [];
  let after = 0;
  let empty = 0;
  for (const line of joinBullets(lines)) {
    if (line.cells.length === 0) {
      empty++;
      after = Math.max(after, line.before, line.after);
      continue;
    }
    const size = line.cells[0]![0]?.look.size ?? 10;
    const space = Math.max(line.before, after) / (size * LINE_HEIGHT) + Math.min(empty, MAX_EMPTY_LINES) * EMPTY_LINE;
    const other = measured.length > 0 && measured.at(-1)!.line.region !== line.region;
    measured.push({ line, space: other ? Math.max(space, 1) : space });
    after = line.after;
    empty = 0;
  }
  const usual = [...measured.map(({ space }) => space)].sort((a, b) => a - b)[Math.floor(measured.length * 0.2)] ?? 0;
  return measured.map(({ line: { before: _before, after: _after, ...line }, space }) => ({
    ...line,
    gap: Math.max(0, Math.round((space - usual) * 100) / 100),
    cells: trimMarker(line.cells),
  }));
}

/** A bullet that stands alone belongs to the line below it. */
function joinBullets(lines: readonly SpacedLine[]): SpacedLine[] {
  const joined: SpacedLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const isBullet = last?.cells.length === 1 && BULLET_ONLY.test(textOf(last.cells[0]!).trim());
    if (!last || !isBullet || line.cells.length === 0) joined.push(line);
    else
      joined[joined.length - 1] = {
        ...line,
        cells: [last.cells[0]!, ...line.cells],
        before: last.before,
        listItem: true,
      };
  }
  return joined;
}

function textOf(cell: readonly Piece[]): string {
  return cell.map(({ text }) => text).join('');
}

/** A list marker that was typed and followed by a tab is no cell of its own. */
function trimMarker(cells: Piece[][]): Piece[][] {
  const [first, second, ...rest] = cells;
  if (!first || !second) return cells;
  const text = textOf(first).trim();
  if (text.length > 2 || leadingMarker(`${text} x`) === 0) return cells;
  return [[...first, { text: ' ', look: first[0]!.look }, ...second], ...rest];
}
