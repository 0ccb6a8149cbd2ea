import { ParseError } from '../errors.js';
import { leadingMarker } from './markers.js';
import { TextDocument, type Doubt, type Line, type Link, type Look, type Range, type Run } from './model.js';

/** What the user is told where a document has more characters than its bound. */
export const TOO_MUCH_TEXT = 'The document has far more text than a CV. Send only the CV itself.';

/** A stretch of text with one look; its edges in points where the format has geometry. */
export interface Piece {
  text: string;
  look: Look;
  left?: number;
  right?: number;
  url?: string | undefined;
  /** How sure it is that the text was recognised rightly, 0…1; absent where the document spells it. */
  certainty?: number;
}

/** A line as a reader finds it; the builder gives it its place in the document's text. */
export interface NewLine {
  page: number;
  cells: Piece[][];
  gap: number;
  indent: number;
  region: number;
  column?: 'left' | 'right' | null;
  box?: [number, number, number, number];
  columnRight?: number;
  headingLevel?: number | undefined;
  /** The format itself says that this is an item of a list. */
  listItem?: boolean;
  furniture?: boolean;
  hidden?: boolean;
}

/** Characters that a document's lines have on average at the least: so its bound of characters is one of lines too. */
const SHORTEST_LINE = 16;

/** Puts lines together to a document: cells are divided by a tab, lines by a line break. */
export class DocumentBuilder {
  readonly #parts: string[] = [];
  readonly #lines: Line[] = [];
  readonly #links: Link[] = [];
  readonly #left: number[] = [];
  readonly #right: number[] = [];
  /** Only of recognised text: range by range, in order. */
  readonly #doubts: Doubt[] = [];
  #length = 0;

  constructor(private readonly maxCharacters: number) {}

  add(line: NewLine): void {
    const start = this.#length;
    const firstPart = this.#parts.length;
    const cells: Range[] = [];
    const runs: Run[] = [];
    for (const cell of line.cells) {
      if (cells.length > 0) this.#append('\t', NaN, NaN);
      const cellStart = this.#length;
      for (const piece of cell) this.#piece(piece, runs);
      if (this.#length > cellStart) cells.push({ start: cellStart, end: this.#length });
    }
    const end = this.#length;
    this.#append('\n', NaN, NaN);
    if (this.#length > this.maxCharacters || this.#lines.length * SHORTEST_LINE > this.maxCharacters) {
      throw new ParseError('too_large', TOO_MUCH_TEXT);
    }
    if (end === start || runs.length === 0) return;
    const marker = leadingMarker(this.#parts.slice(firstPart, -1).join(''));
    const { cells: _cells, listItem, furniture, hidden, headingLevel, ...place } = line;
    this.#lines.push({
      ...place,
      column: line.column ?? null,
      ...(headingLevel !== undefined && { headingLevel }),
      start,
      end,
      cells,
      runs,
      look: dominant(runs),
      textStart: start + marker,
      bullet: marker > 0 || listItem === true,
      furniture: furniture ?? false,
      hidden: hidden ?? false,
    });
  }

  build(pages: number): TextDocument {
    const geometry = this.#lines.some((line) => line.box);
    if (geometry) this.#fill(this.#length);
    const edges = geometry ? { left: Float32Array.from(this.#left), right: Float32Array.from(this.#right) } : null;
    return new TextDocument(this.#parts.join(''), this.#lines, this.#links, pages, edges, this.#doubts);
  }

  #piece(piece: Piece, runs: Run[]): void {
    if (piece.text === '') return;
    const start = this.#length;
    this.#append(piece.text, piece.left ?? NaN, piece.right ?? NaN);
    const end = this.#length;
    if (piece.certainty !== undefined && piece.certainty < 1)
      this.#doubts.push({ start, end, certainty: piece.certainty });
    const last = runs.at(-1);
    if (last && (piece.text.trim() === '' || sameLook(last.look, piece.look))) last.end = end;
    else runs.push({ start, end, look: piece.look });
    if (piece.url === undefined) return;
    const link = this.#links.at(-1);
    if (link?.url === piece.url && link.end >= start - 1) link.end = end;
    else this.#links.push({ start, end, url: piece.url });
  }

  #append(text: string, left: number, right: number): void {
    this.#parts.push(text);
    if (!Number.isNaN(left)) {
      this.#fill(this.#length);
      // One entry per UTF-16 unit, as ranges count them.
      for (let units = text.length; units > 0; units--) {
        this.#left.push(left);
        this.#right.push(right);
      }
    }
    this.#length += text.length;
  }

  /** Gives all characters before a place edges that say nothing; a document without geometry has none at all. */
  #fill(length: number): void {
    while (this.#left.length < length) {
      this.#left.push(NaN);
      this.#right.push(NaN);
    }
  }
}

function sameLook(a: Look, b: Look): boolean {
  return (
    a === b || (a.bold === b.bold && a.italic === b.italic && a.color === b.color && Math.abs(a.size - b.size) < 0.3)
  );
}

function dominant(runs: readonly Run[]): Look {
  return runs.reduce((most, run) => (run.end - run.start > most.end - most.start ? run : most)).look;
}
