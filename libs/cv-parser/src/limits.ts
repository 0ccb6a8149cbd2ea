import { ParseError } from './errors.js';

/** Bounds of one parse. What lies beyond is refused with a code and never half read. */
export interface Limits {
  /** Bytes of the document itself. */
  maxBytes: number;
  maxPages: number;
  /** Pages that must be read by text recognition, at some two seconds each. */
  maxOcrPages: number;
  /** Pixels of a picture, by its header: a page at 600 dpi, or a telephone's 50 megapixels. */
  maxPixels: number;
  /** Characters of text: a CV of 50 dense pages has fewer. */
  maxCharacters: number;
  /** Entries of a ZIP container. */
  maxZipEntries: number;
  /** Bytes that all parts which are read may inflate to. */
  maxInflatedBytes: number;
  /** Nesting of XML elements. */
  maxXmlDepth: number;
  /** Elements of one XML part, or values of a JSON document. */
  maxXmlNodes: number;
  /** Characters of one XML part or JSON document, markup included: what a heap of 256 MB has room for as a tree. */
  maxMarkup: number;
  /** Milliseconds after which the parser gives up between two steps; the pool adds a hard bound. */
  timeoutMs: number;
}

export const DEFAULT_LIMITS: Readonly<Limits> = {
  maxBytes: 20 * 1024 * 1024,
  maxPages: 50,
  maxOcrPages: 10,
  maxPixels: 52_000_000,
  maxCharacters: 400_000,
  maxZipEntries: 2_000,
  maxInflatedBytes: 64 * 1024 * 1024,
  maxXmlDepth: 200,
  maxXmlNodes: 250_000,
  maxMarkup: 16_000_000,
  timeoutMs: 15_000,
};

/** A point in time after which `check` throws `timeout`. */
export class Deadline {
  readonly #at: number;

  constructor(milliseconds: number) {
    this.#at = performance.now() + milliseconds;
  }

  check(): void {
    if (performance.now() > this.#at) throw new ParseError('timeout');
  }
}
