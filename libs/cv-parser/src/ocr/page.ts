import { ParseError } from '../errors.js';
import { detectLanguage } from '../lexicon/index.js';
import type { PdfPage } from '../readers/pdf/glyphs.js';
import { whiten } from './background.js';
import type { OcrBox, OcrEngine, OcrLine, OcrSymbol } from './engine.js';
import { toGlyphs } from './glyphs.js';
import { mendHeading } from './headings.js';
import { isOcrLanguage, lacksAt, type OcrLanguage } from './languages.js';
import { crop, rotate, scale, turn, type Raster } from './raster.js';
import { findLies, type Lie } from './skew.js';

/** Milliseconds that the recognition of one page may take: a dense page takes three seconds on a slow machine. */
const MAX_PAGE_MS = 15_000;
/** Resolution that pages are brought to, and what is left as it is. */
const GOOD_DPI = 250;
const MIN_DPI = 200;
const MAX_DPI = 310;
const MAX_ENLARGEMENT = 3;
/** Tilt below which turning would blur more than it mends. */
const MIN_TILT = 0.0015;
/** Share of the page's height that shows which language it has and which way up it is. */
const SAMPLE_HEIGHT = 0.16;
/** Mean confidence of a page that is the right way up; upside down it is below 50. */
const UPRIGHT_CONFIDENCE = 65;
/** The language that pages are looked at in before theirs is known: its letters are part of all others. */
const FIRST_LANGUAGE: OcrLanguage = 'en';
/** Mean confidence below which a picture shows no text: grain and photographs reach 40. */
const MIN_CONFIDENCE = 45;
/** Dark pixels of a letter or two. */
const MIN_INK = 100;
/** What looks like an address of mail or of a site. */
const ADDRESS_LIKE = /\p{L}{4}.*\.\p{L}{2,}$/u;
const MIN_OVERLAP = 0.8;
const POINTS_PER_INCH = 72;

/** A page as a picture. */
export interface Picture {
  raster: Raster;
  dpi: number;
}

interface ReadPage {
  page: Raster;
  lines: OcrLine[];
}

/** Reads the pages of one document, one after the other: what is learnt of one helps with the next. */
export class PageRecogniser {
  #language: OcrLanguage | null = null;

  /** @param checkTime throws when the document's time is up */
  constructor(
    private readonly engine: OcrEngine,
    private readonly checkTime: () => void,
  ) {}

  /** The page's text as glyphs, put upright. The page's size is that of the picture after turning. */
  async read(picture: Picture, number: number): Promise<PdfPage> {
    this.checkTime();
    const { raster, dpi } = toGoodSize(picture);
    const white = whiten(raster);
    const unit = POINTS_PER_INCH / dpi;
    if (!hasInk(white))
      return { number, width: white.width * unit, height: white.height * unit, glyphs: [], links: [], shapes: [] };
    const { page, lines } = await this.#readUpright(white, dpi);
    const language = this.#language ?? FIRST_LANGUAGE;
    const addressed = lacksAt(language) ? await this.#readAddresses(page, lines, dpi) : lines;
    const mended = addressed.map((line) => mendHeading(line, language));
    const glyphs = confidence(lines) < MIN_CONFIDENCE ? [] : toGlyphs(mended, page, unit);
    return { number, width: page.width * unit, height: page.height * unit, glyphs, links: [], shapes: [] };
  }

  /** A part of the page is read first: it tells at a fifth of the cost which way up the page is, and its language. */
  async #readUpright(page: Raster, dpi: number): Promise<ReadPage> {
    const sample = await this.#bestSample(page, dpi);
    const known = this.#language;
    this.#language ??= languageOf(sample.lines);
    const first = this.#language ?? FIRST_LANGUAGE;
    const lines = await this.#recognise(sample.page, first, dpi);
    this.#language ??= languageOf(lines);
    // Where the sample had too few words to tell by, the page is read again in its own language.
    return known === null && this.#language !== null && this.#language !== first
      ? { page: sample.page, lines: await this.#recognise(sample.page, this.#language, dpi) }
      : { page: sample.page, lines };
  }

  /** Tries the ways that the page may lie until one can be read. */
  async #bestSample(page: Raster, dpi: number): Promise<ReadPage> {
    let best: ReadPage | null = null;
    for (const lie of findLies(page)) {
      const straight = straighten(page, lie);
      const lines = await this.#recognise(sampleOf(straight), this.#language ?? FIRST_LANGUAGE, dpi);
      const read = { page: straight, lines };
      if (confidence(lines) >= UPRIGHT_CONFIDENCE) return read;
      if (!best || confidence(lines) > confidence(best.lines)) best = read;
    }
    return best!;
  }

  /** Reads lines that may hold an address of mail again with a model that knows its sign. */
  async #readAddresses(page: Raster, lines: readonly OcrLine[], dpi: number): Promise<OcrLine[]> {
    const read: OcrLine[] = [];
    for (const line of lines) {
      const words = line.words.map(({ text }) => text);
      const again = words.some((text) => ADDRESS_LIKE.test(text) && !text.includes('@'));
      read.push(again ? await this.#readLine(page, line, dpi) : line);
    }
    return read;
  }

  async #readLine(page: Raster, line: OcrLine, dpi: number): Promise<OcrLine> {
    const { y0, y1 } = line.bbox;
    const top = Math.max(0, 2 * y0 - y1);
    const band = crop(page, top, Math.min(page.height, 2 * y1 - y0) - top);
    const others = (await this.#recognise(band, FIRST_LANGUAGE, dpi)).flatMap(({ words }) => words);
    const down = ({ bbox, ...rest }: OcrSymbol) => ({
      ...rest,
      bbox: { ...bbox, y0: bbox.y0 + top, y1: bbox.y1 + top },
    });
    const words = line.words.map((word) => {
      const other = others.find(({ text, bbox }) => text.includes('@') && overlap(bbox, word.bbox) > MIN_OVERLAP);
      return other ? { ...other, bbox: word.bbox, symbols: other.symbols.map(down) } : word;
    });
    return { ...line, words };
  }

  async #recognise(page: Raster, language: OcrLanguage, dpi: number): Promise<OcrLine[]> {
    const until = performance.now() + MAX_PAGE_MS;
    return this.engine.recognise(page, language, dpi, () => {
      this.checkTime();
      if (performance.now() > until) throw new ParseError('timeout');
    });
  }
}

function hasInk({ data }: Raster): boolean {
  let ink = 0;
  for (const shade of data) if (shade < 128) ink++;
  return ink >= MIN_INK;
}

function toGoodSize({ raster, dpi }: Picture): Picture {
  if (dpi >= MIN_DPI && dpi <= MAX_DPI) return { raster, dpi };
  const factor = Math.min(GOOD_DPI / dpi, MAX_ENLARGEMENT);
  return { raster: scale(raster, factor), dpi: dpi * factor };
}

function straighten(page: Raster, { turns, angle }: Lie): Raster {
  const turned = turn(page, turns);
  return Math.abs(angle) < MIN_TILT ? turned : rotate(turned, angle);
}

/** The share of both boxes' widths that they have in common. */
function overlap(a: OcrBox, b: OcrBox): number {
  return (Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) / (Math.max(a.x1, b.x1) - Math.min(a.x0, b.x0));
}

/** The band of the page that has most ink. */
function sampleOf(page: Raster): Raster {
  const { width, height, data } = page;
  const rows = new Uint32Array(height + 1);
  for (let y = 0; y < height; y++) {
    let ink = 0;
    for (let x = 0; x < width; x += 4) if (data[y * width + x]! < 128) ink++;
    // A solid row is a rule or a picture.
    rows[y + 1] = rows[y]! + (ink > width / 8 ? 0 : ink);
  }
  const band = Math.round(height * SAMPLE_HEIGHT);
  let top = 0;
  for (let y = 0; y + band <= height; y += 8) {
    if (rows[y + band]! - rows[y]! > rows[top + band]! - rows[top]!) top = y;
  }
  return crop(page, top, band);
}

function languageOf(lines: readonly OcrLine[]): OcrLanguage | null {
  const text = lines.map(({ words }) => words.map((word) => word.text).join(' ')).join('\n');
  const language = detectLanguage(text);
  return isOcrLanguage(language) ? language : null;
}

/** The mean over the letters, so that specks do not count; text that runs upwards or downwards counts as unread. */
function confidence(lines: readonly OcrLine[]): number {
  let letters = 0;
  let sum = 0;
  for (const { text, confidence, bbox } of lines.flatMap((line) => line.words)) {
    letters += text.length;
    const upright = text.length < 3 || bbox.x1 - bbox.x0 > bbox.y1 - bbox.y0;
    if (upright) sum += confidence * text.length;
  }
  return letters === 0 ? 0 : sum / letters;
}
