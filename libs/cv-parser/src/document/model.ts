import type { SourceSpan } from '@discover/cv-model';

/** How a stretch of text looks. Sizes in points; formats without geometry give their nominal size. */
export interface Look {
  size: number;
  bold: boolean;
  italic: boolean;
  /** 0xRRGGBB. */
  color: number;
}

/** A half-open range of characters in `TextDocument.text`. */
export interface Range {
  start: number;
  end: number;
}

export interface Run extends Range {
  look: Look;
}

/** One printed line (PDF) or one paragraph's line (formats that flow). Cells are its parts between wide gaps or tabs. */
export interface Line extends Range {
  page: number;
  /** Left, top, right, bottom in points from the page's top left corner; absent without geometry. */
  box?: [number, number, number, number];
  cells: Range[];
  runs: Run[];
  /** The look of most of its characters. */
  look: Look;
  /** Where the text after a list marker starts; equal to `start` without a marker. */
  textStart: number;
  bullet: boolean;
  /** Space above in multiples of the usual space between two lines: 0 is the next line of a paragraph. */
  gap: number;
  /** Left edge in points; of flowing formats: the paragraph's indentation. */
  indent: number;
  /** Right edge of the column that the line stands in, where geometry is known. */
  columnRight?: number;
  /** Number of the column or region: lines of another region never continue a paragraph. */
  region: number;
  /** The side of a page of two columns that the line stands on; null on a page or part of one without columns. */
  column: 'left' | 'right' | null;
  /** Outline level 1… given by the format's own styles. */
  headingLevel?: number;
  /** Repeated page header, footer or page number: no content. */
  furniture: boolean;
  /** No reader of the page can see it (white on white, unpainted): listed as unmapped, never taken as content. */
  hidden: boolean;
}

export interface Link extends Range {
  url: string;
}

/** Text of which it is not certain that it was recognised rightly. */
export interface Doubt extends Range {
  /** 0…1. */
  certainty: number;
}

/** A document as text in reading order, with the look and place of every line: what all readers give. */
export class TextDocument {
  /** The day that the document speaks from, `YYYY-MM-DD`: years of two digits and times counted back are resolved against it. */
  asOf = new Date().toISOString().slice(0, 10);

  constructor(
    readonly text: string,
    readonly lines: readonly Line[],
    readonly links: readonly Link[],
    readonly pages: number,
    /** Left and right edge of each character of `text`, where the format has geometry. */
    private readonly edges: { left: Float32Array; right: Float32Array } | null,
    /** In order of place; empty for documents that spell their text. */
    private readonly doubts: readonly Doubt[] = [],
  ) {}

  /** How sure it is that the text of some ranges was recognised rightly: as sure as its least certain character. */
  certainty(ranges: readonly Range[]): number {
    let least = 1;
    for (const { start, end } of ranges) {
      for (let index = firstEndingAfter(this.doubts, start); index < this.doubts.length; index++) {
        const doubt = this.doubts[index]!;
        if (doubt.start >= end) break;
        least = Math.min(least, doubt.certainty);
      }
    }
    return least;
  }

  /** Where a range of characters stands: one span per line that it touches. */
  spans(range: Range): SourceSpan[] {
    const spans: SourceSpan[] = [];
    for (const line of this.linesIn(range)) {
      const start = Math.max(range.start, line.start);
      const end = Math.min(range.end, line.end);
      const box = this.#box(line, start, end);
      spans.push({ page: line.page, ...(box && { box }), start, end });
    }
    return spans;
  }

  /** The lines that a range touches, in order. */
  linesIn(range: Range): Line[] {
    const found: Line[] = [];
    for (
      let index = firstEndingAfter(this.lines, range.start);
      index < this.lines.length && this.lines[index]!.start < range.end;
      index++
    ) {
      found.push(this.lines[index]!);
    }
    return found;
  }

  #box(line: Line, start: number, end: number): [number, number, number, number] | undefined {
    if (!line.box || !this.edges) return undefined;
    let left = Infinity;
    let right = -Infinity;
    for (let index = start; index < end; index++) {
      left = Math.min(left, this.edges.left[index]!);
      right = Math.max(right, this.edges.right[index]!);
    }
    if (left > right) return line.box;
    return [round(left), line.box[1], round(right), line.box[3]];
  }
}

/** Index of the first of some ordered ranges that ends after a place. */
function firstEndingAfter(ranges: readonly Range[], place: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function round(points: number): number {
  return Math.round(points * 10) / 10;
}
