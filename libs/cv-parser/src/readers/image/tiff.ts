import { inflateSync } from 'node:zlib';

import { ParseError } from '../../errors.js';
import type { Limits } from '../../limits.js';

/** Tags of the TIFF 6.0 specification and its supplements that decide how the picture is stored. */
const TAG = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  offsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  counts: 279,
  planar: 284,
  predictor: 317,
  tileWidth: 322,
  jpegTables: 347,
} as const;
const COMPRESSION = { none: 1, jpeg: 7, deflate: 8, oldDeflate: 32946 } as const;
const HORIZONTAL_DIFFERENCES = 2;
/** A smaller copy or a mask of another page. */
const REDUCED_OR_MASK = 0b101;
const MAX_FIELDS = 200;
const MAX_STRIPS = 20_000;
/** Bytes of a value by its type's number; others are not needed. */
const TYPE_SIZES: Record<number, number> = { 1: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
const SHORT = 3;
const LONG = 4;

interface Field {
  type: number;
  count: number;
  /** Where the value stands. */
  at: number;
}

interface Directory {
  at: number;
  fields: Map<number, Field>;
}

export function isTiff(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0x49 && b === 0x49 && c === 42 && d === 0) || (a === 0x4d && b === 0x4d && c === 0 && d === 42);
}

/**
 * The pages of a TIFF, each as pictures that the decoder reads, to be put below each other. The decoder knows one page
 * a file, and neither deflated nor JPEG-coded strips: a page of the first is inflated, the second are JPEGs already.
 */
export function* tiffPages(bytes: Uint8Array, limits: Limits): Generator<Uint8Array[]> {
  try {
    const file = new TiffFile(bytes);
    for (const page of file.directories(Math.min(limits.maxPages, limits.maxOcrPages))) {
      if ((file.number(page, TAG.subfile) & REDUCED_OR_MASK) === 0) yield file.pictures(page, limits);
    }
  } catch (error) {
    if (error instanceof ParseError) throw error;
    throw new ParseError('corrupt_document', undefined, { cause: error });
  }
}

class TiffFile {
  readonly #view: DataView;
  readonly #little: boolean;

  constructor(private readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#little = bytes[0] === 0x49;
  }

  /** The chain of directories, one a page. */
  directories(most: number): Directory[] {
    const found: Directory[] = [];
    const seen = new Set<number>();
    for (let at = this.#long(4); at !== 0;) {
      if (seen.has(at)) throw new ParseError('corrupt_document');
      if (found.length === most) throw new ParseError('too_many_pages');
      seen.add(at);
      const count = this.#short(at);
      if (count > MAX_FIELDS) throw new ParseError('corrupt_document');
      found.push({
        at,
        fields: new Map(Array.from({ length: count }, (_value, index) => this.#field(at + 2 + 12 * index))),
      });
      at = this.#long(at + 2 + 12 * count);
    }
    return found;
  }

  number(page: Directory, tag: number, otherwise = 0): number {
    return this.#numbers(page, tag)[0] ?? otherwise;
  }

  pictures(page: Directory, limits: Limits): Uint8Array[] {
    const compression = this.number(page, TAG.compression, COMPRESSION.none);
    const coded = compression === COMPRESSION.jpeg;
    const deflated = compression === COMPRESSION.deflate || compression === COMPRESSION.oldDeflate;
    if (page.fields.has(TAG.tileWidth) || (!coded && !deflated)) return [this.#withFirstPage(page)];
    const pixels = this.number(page, TAG.width) * this.number(page, TAG.height);
    if (pixels > limits.maxPixels) throw new ParseError('too_large');
    if (coded) return this.#strips(page).map((strip) => this.#asJpeg(page, strip));
    return [this.#inflated(page, pixels)];
  }

  /** The same file with another page as its first. */
  #withFirstPage(page: Directory): Uint8Array {
    const copy = new Uint8Array(this.bytes);
    new DataView(copy.buffer).setUint32(4, page.at, this.#little);
    return copy;
  }

  #strips(page: Directory): Uint8Array[] {
    const offsets = this.#numbers(page, TAG.offsets);
    const counts = this.#numbers(page, TAG.counts);
    if (offsets.length === 0 || offsets.length !== counts.length) throw new ParseError('corrupt_document');
    return offsets.map((offset, index) => this.bytes.subarray(offset, offset + counts[index]!));
  }

  /** A strip with the tables that all strips share: both start and end with a marker of two bytes. */
  #asJpeg(page: Directory, strip: Uint8Array): Uint8Array {
    const tables = page.fields.get(TAG.jpegTables);
    if (!tables || tables.count < 4) return strip;
    const shared = this.bytes.subarray(tables.at, tables.at + tables.count - 2);
    return Buffer.concat([shared, strip.subarray(2)]);
  }

  /** A TIFF of this page alone, with its strips inflated into one. */
  #inflated(page: Directory, pixels: number): Uint8Array {
    const samples = this.number(page, TAG.samples, 1);
    const bits = this.number(page, TAG.bits, 1);
    const differences = this.number(page, TAG.predictor, 1) === HORIZONTAL_DIFFERENCES;
    if (this.number(page, TAG.planar, 1) !== 1 || (differences && bits !== 8)) throw new ParseError('corrupt_document');
    const rowBytes = Math.ceil((this.number(page, TAG.width) * samples * bits) / 8);
    // No strip holds more than the picture, to the whole byte in each row.
    const most = Math.ceil((pixels * samples * bits) / 8) + this.number(page, TAG.height);
    const data = Buffer.concat(this.#strips(page).map((strip) => inflateSync(strip, { maxOutputLength: most })));
    if (data.length > most) throw new ParseError('corrupt_document');
    if (differences) undoDifferences(data, rowBytes, samples);
    return this.#write(page, data);
  }

  #write(page: Directory, data: Uint8Array): Uint8Array {
    const height = this.number(page, TAG.height);
    const fields: [tag: number, type: number, value: number][] = [
      [TAG.width, LONG, this.number(page, TAG.width)],
      [TAG.height, LONG, height],
      [TAG.bits, SHORT, this.number(page, TAG.bits, 1)],
      [TAG.compression, SHORT, COMPRESSION.none],
      [TAG.photometric, SHORT, this.number(page, TAG.photometric, 1)],
      [TAG.offsets, LONG, 0],
      [TAG.orientation, SHORT, this.number(page, TAG.orientation, 1)],
      [TAG.samples, SHORT, this.number(page, TAG.samples, 1)],
      [TAG.rowsPerStrip, LONG, height],
      [TAG.counts, LONG, data.length],
    ];
    const head = new Uint8Array(8 + 2 + 12 * fields.length + 4);
    const view = new DataView(head.buffer);
    const little = this.#little;
    view.setUint16(0, little ? 0x4949 : 0x4d4d);
    view.setUint16(2, 42, little);
    view.setUint32(4, 8, little);
    view.setUint16(8, fields.length, little);
    fields.forEach(([tag, type, value], index) => {
      const at = 10 + 12 * index;
      view.setUint16(at, tag, little);
      view.setUint16(at + 2, type, little);
      view.setUint32(at + 4, 1, little);
      if (type === SHORT) view.setUint16(at + 8, value, little);
      else view.setUint32(at + 8, tag === TAG.offsets ? head.length : value, little);
    });
    return Buffer.concat([head, data]);
  }

  #field(at: number): [number, Field] {
    const type = this.#short(at + 2);
    const count = this.#long(at + 4);
    const inline = count * (TYPE_SIZES[type] ?? 4) <= 4;
    return [this.#short(at), { type, count, at: inline ? at + 8 : this.#long(at + 8) }];
  }

  #numbers(page: Directory, tag: number): number[] {
    const field = page.fields.get(tag);
    if (!field || (field.type !== SHORT && field.type !== LONG)) return [];
    if (field.count > MAX_STRIPS) throw new ParseError('corrupt_document');
    return Array.from({ length: field.count }, (_value, index) =>
      field.type === SHORT ? this.#short(field.at + 2 * index) : this.#long(field.at + 4 * index),
    );
  }

  #short(at: number): number {
    return this.#view.getUint16(at, this.#little);
  }

  #long(at: number): number {
    return this.#view.getUint32(at, this.#little);
  }
}

/** Each sample was stored as its difference from the pixel before it. */
function undoDifferences(data: Uint8Array, rowBytes: number, samples: number): void {
  for (let row = 0; row + rowBytes <= data.length; row += rowBytes) {
    for (let at = row + samples; at < row + rowBytes; at++) data[at] = data[at]! + data[at - samples]!;
  }
}
