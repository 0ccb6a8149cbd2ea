import type { Piece } from '../../document/builder.js';
import type { Look } from '../../document/model.js';

/**
 * What a format without fixed pages says: paragraphs and tables in reading order. All such readers give blocks; one
 * layout (`layOutFlows`) makes lines of them, so that tables, columns and space are understood alike in every format.
 */
export type Block = Paragraph | Table | Apart;

export interface Paragraph extends ParagraphStyle {
  kind: 'paragraph';
  /** Lines between breaks, of cells between tabs, of pieces of one look. */
  lines: Piece[][][];
}

/** Rows of cells of blocks. Whether it is a table or two columns side by side, its contents tell. */
export interface Table {
  kind: 'table';
  rows: Block[][][];
  /** The first row names the columns. */
  hasTitles?: boolean;
}

/** A text box or frame: it stands apart from the text around it. */
export interface Apart {
  kind: 'apart';
  blocks: Block[];
}

/** Measures in points; what is not said is zero. */
export interface ParagraphStyle {
  indent?: number;
  before?: number;
  after?: number;
  headingLevel?: number;
  listItem?: boolean;
}

/** A part of the document that is content, or else a repeated header, footer or menu. */
export interface Flow {
  blocks: Block[];
  furniture: boolean;
}

/** What the reader of a format without fixed pages gives. */
export interface FlowContent {
  flows: Flow[];
  pages: number;
  /** The day of the last change, or else of making, `YYYY-MM-DD`. */
  date: string | null;
}

/** Look of text of which the format says nothing. */
export const PLAIN_LOOK: Readonly<Look> = { size: 10, bold: false, italic: false, color: 0 };

/** Bullets of the fonts Symbol and Wingdings, which stand at private code points. */
const SYMBOL_BULLETS = /[\uf02d\uf06c\uf06e\uf071\uf076\uf09f\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc]/gu;
const PRIVATE_USE = /[\u{E000}-\u{F8FF}\u{F0000}-\u{10FFFD}]/gu;

const MAX_EMPTY_LINES = 3;

/** Puts the pieces of one paragraph together. */
export class ParagraphBuilder {
  #lines: Piece[][][] = [[[]]];

  text(text: string, look: Look, url?: string): void {
    const clean = cleanText(text);
    if (clean !== '')
      this.#lines
        .at(-1)!
        .at(-1)!
        .push({ text: clean, look, ...(url !== undefined && { url }) });
  }

  tab(): void {
    this.#lines.at(-1)!.push([]);
  }

  /** Begins a line; of many empty ones only as many are kept as count as space. */
  break(): void {
    const last = this.#lines.slice(-MAX_EMPTY_LINES);
    const isEmpty = (cells: Piece[][]) => cells.every((cell) => cell.length === 0);
    if (last.length < MAX_EMPTY_LINES || !last.every(isEmpty)) this.#lines.push([[]]);
  }

  get isEmpty(): boolean {
    return this.#lines.every((cells) => cells.every((cell) => cell.every((piece) => piece.text.trim() === '')));
  }

  /** The paragraph so far; the builder begins a new one. */
  take(style: ParagraphStyle): Paragraph {
    const paragraph: Paragraph = { kind: 'paragraph', ...style, lines: this.#lines };
    this.#lines = [[[]]];
    return paragraph;
  }
}

/** Plain spaces, no characters without width, composed letters; icons of fonts go, but their bullets stay. */
export function cleanText(text: string): string {
  return text
    .replace(SYMBOL_BULLETS, '•')
    .replace(PRIVATE_USE, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/(?![\t\n])[\p{Cc}\p{Cf}]/gu, '')
    .normalize('NFC');
}

/** A day as formats write it at the start of a timestamp; null for what is none. */
export function dayOf(timestamp: string | undefined): string | null {
  const day = timestamp?.trim().slice(0, 10) ?? '';
  return /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(day) ? day : null;
}

/** The text of blocks on one line: to tell whether there is any. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.flatMap(blockLines).join(' ').replace(/\s+/g, ' ').trim();
}

/** The text of each line of a block, its cells parted by a space. */
export function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'table':
      return block.rows.flat(2).flatMap(blockLines);
    case 'apart':
      return block.blocks.flatMap(blockLines);
    case 'paragraph':
      return block.lines.map((cells) => cells.map((cell) => cell.map(({ text }) => text).join('')).join(' '));
  }
}
