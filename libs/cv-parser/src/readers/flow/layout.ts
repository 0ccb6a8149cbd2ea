import { DocumentBuilder, type NewLine } from '../../document/builder.js';
import type { TextDocument } from '../../document/model.js';
import { closeSpaced } from '../../document/spaced.js';
import type { Wording } from '../../layout/index.js';
import type { Limits } from '../../limits.js';
import type { Block, FlowContent, Paragraph, Table } from './blocks.js';
import { measureGaps, type SpacedLine } from './gaps.js';
import { continuesColumns, rowKind } from './tables.js';

/** How much further in, in points, the lines of a list item stand that follow a break. */
const HANGING_INDENT = 10;
/** Space in points above the row of a table, as cells have some. */
const ROW_SPACE = 3;

/** The blocks of a document as one text in reading order. */
export function layOutFlows(content: FlowContent, wording: Wording, limits: Limits): TextDocument {
  const builder = new DocumentBuilder(limits.maxCharacters);
  const layout = new FlowLayout(wording);
  for (const { blocks, furniture } of content.flows)
    for (const line of measureGaps(layout.lines(blocks)))
      builder.add({ ...line, furniture: furniture || line.furniture === true });
  return builder.build(content.pages);
}

class FlowLayout {
  #region = 0;
  #column: 'left' | 'right' | null = null;

  constructor(private readonly wording: Wording) {}

  lines(blocks: readonly Block[]): SpacedLine[] {
    return blocks.flatMap((block) => {
      switch (block.kind) {
        case 'paragraph':
          return this.#paragraph(block);
        case 'table':
          return this.#table(block);
        case 'apart':
          return this.#apart(() => this.lines(block.blocks));
      }
    });
  }

  #paragraph({ lines, indent = 0, before = 0, after = 0, headingLevel, listItem = false }: Paragraph): SpacedLine[] {
    return lines.map((cells, index) => ({
      page: 1,
      cells: cells.filter((cell) => cell.some((piece) => piece.text.trim() !== '')).map(closeSpaced),
      gap: 0,
      indent: indent + (listItem && index > 0 ? HANGING_INDENT : 0),
      region: this.#region,
      column: this.#column,
      ...(headingLevel !== undefined && { headingLevel }),
      listItem: listItem && index === 0,
      before: index === 0 ? before : 0,
      after: index === lines.length - 1 ? after : 0,
    }));
  }

  #table({ rows, hasTitles = false }: Table): SpacedLine[] {
    const lines: SpacedLine[] = hasTitles ? this.#row(rows[0]!).map((line) => ({ ...line, furniture: true })) : [];
    for (let index = hasTitles ? 1 : 0; index < rows.length;) {
      const row = rows[index++]!;
      if (rowKind(row, this.wording) !== 'columns') {
        lines.push(...this.#row(row));
        continue;
      }
      // Columns that go on over several rows are each read to their end.
      const group = [row];
      while (index < rows.length && continuesColumns(rows[index]!, row.length, this.wording))
        group.push(rows[index++]!);
      const filled = row.map((_, at) => group.flatMap((cells) => cells[at]!)).filter((blocks) => blocks.length > 0);
      filled.forEach((blocks, at) => lines.push(...this.#apart(() => this.lines(blocks), at === 0 ? 'left' : 'right')));
    }
    return lines;
  }

  #row(row: readonly Block[][]): SpacedLine[] {
    const across = rowKind(row, this.wording) === 'lines';
    const cells = row.map((cell) => this.lines(cell).filter((line) => line.cells.length > 0));
    const filled = cells.filter((lines) => lines.length > 0);
    if (filled.length === 0) return [];
    if (filled.length === 1) return filled[0]!;
    const height = across ? Math.max(...filled.map((lines) => lines.length)) : 1;
    const heads = Array.from({ length: height }, (_, at) =>
      this.#join(
        filled.flatMap((lines) => lines[at] ?? []),
        at,
      ),
    );
    return [...heads, ...filled.flatMap((lines) => lines.slice(height))];
  }

  #join(lines: readonly SpacedLine[], at: number): SpacedLine {
    const first = lines[0]!;
    return {
      ...first,
      cells: lines.flatMap((line) => line.cells),
      listItem: false,
      before: at === 0 ? Math.max(first.before, ROW_SPACE) : 0,
      after: 0,
    };
  }

  /** Reads what stands apart from the text around it, as a region of its own. */
  #apart(read: () => SpacedLine[], column: NewLine['column'] = this.#column): SpacedLine[] {
    const outer = this.#column;
    this.#column = column ?? null;
    this.#region++;
    const lines = read();
    this.#region++;
    this.#column = outer;
    return lines;
  }
}
