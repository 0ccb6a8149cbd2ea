import type { Look } from '../../document/model.js';
import { ParagraphBuilder, type Block, type ParagraphStyle } from '../flow/blocks.js';

interface OpenTable {
  rows: Block[][][];
  row: Block[][];
  cell: Block[];
}

/** Where text goes: the body, a header, a text box or a note. It collects paragraphs, and tables of any depth. */
export class Frame {
  readonly #blocks: Block[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #apart: Block[] = [];
  readonly paragraph = new ParagraphBuilder();
  /** The paragraph began with a list's marker. */
  hasMarker = false;

  text(text: string, look: Look, url: string | undefined): void {
    this.paragraph.text(text, look, url);
  }

  /** A text box or note that hangs on the paragraph. */
  apart(blocks: Block[]): void {
    if (blocks.length > 0) this.#apart.push({ kind: 'apart', blocks });
  }

  /** Ends a paragraph that stands in as many tables as `depth` says. */
  endParagraph(style: ParagraphStyle, depth: number): void {
    const target = this.#at(depth);
    const listItem = this.hasMarker && style.headingLevel === undefined;
    target.push(this.paragraph.take({ ...style, listItem }), ...this.#apart.splice(0));
    this.hasMarker = false;
  }

  endCell(style: ParagraphStyle, depth: number): void {
    this.endParagraph(style, depth);
    const table = this.#tables.at(-1)!;
    table.row.push(table.cell);
    table.cell = [];
  }

  endRow(depth: number): void {
    this.#at(depth);
    const table = this.#tables.at(-1)!;
    if (table.row.length > 0) table.rows.push(table.row);
    table.row = [];
  }

  finish(style: ParagraphStyle): Block[] {
    if (!this.paragraph.isEmpty || this.#apart.length > 0) this.endParagraph(style, this.#tables.length === 0 ? 0 : 1);
    this.#at(0);
    return this.#blocks;
  }

  /** The list of blocks at a depth of tables; deeper tables end with it. */
  #at(depth: number): Block[] {
    while (this.#tables.length > depth) {
      const { rows, row, cell } = this.#tables.pop()!;
      if (cell.length > 0) row.push(cell);
      if (row.length > 0) rows.push(row);
      (this.#tables.at(-1)?.cell ?? this.#blocks).push({ kind: 'table', rows });
    }
    while (this.#tables.length < depth) this.#tables.push({ rows: [], row: [], cell: [] });
    return this.#tables.at(-1)?.cell ?? this.#blocks;
  }
}
