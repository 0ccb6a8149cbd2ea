import { NO_STYLE, type Glyph, type GlyphStyle } from '../readers/pdf/glyphs.js';
import type { OcrBox, OcrLine, OcrSymbol, OcrWord } from './engine.js';
import { certaintyOf, withoutNoise } from './certainty.js';
import { inkOf, strokeWidth, type Ink } from './ink.js';
import type { Raster } from './raster.js';

/** Heights of kinds of characters in multiples of the font size, as usual text faces have them. */
const CAPITAL_HEIGHT = 0.7;
const SMALL_HEIGHT = 0.51;
const CAPITALS = /[\p{Lu}\p{N}]/u;
const SMALL = /^[acemnorsuvwxz]$/;
/** Sizes that differ by less are one size, measured with error. */
const SAME_SIZE = 0.08;
const FEW_CHARACTERS = 5;
/** How much thicker than the page's usual strokes those of bold type are. */
const BOLD_RATIO = 1.25;
/** A gap that wide parts cells, as in layout: no space is put into it. */
const CELL_GAP = 1;
/** Largest size of a list's dot in multiples of the font size, and how full its box is. */
const BULLET_SIZE = 0.48;
const BULLET_GAP = 0.2;
const MIN_BULLET_SIZE = 0.1;
const BULLET_FILL = 0.6;
/** How far left of its text a list's dot may stand. */
const BULLET_REACH = 2.2;
/** Ink that fills more of its box is a pictogram and no letter. */
const ICON_FILL = 0.5;
const ICON_CONFIDENCE = 97;
const FONT = 'ocr';

/** A line with what is measured on it, in pixels. */
interface MeasuredLine {
  words: MeasuredWord[];
  /** At the middle of the line: what slope is left is an error of measurement. */
  baseline: number;
  size: number;
  /** Characters that the size was measured on. */
  evidence: number;
}

interface MeasuredWord extends OcrWord {
  /** Thickness of strokes in multiples of the font size; 0 where it cannot be told. */
  stroke: number;
}

/**
 * Recognised lines as the glyphs that a PDF would have: advance boxes without gaps inside words, spaces between words,
 * sizes that agree where they look alike, list dots whatever the engine took them for.
 * @param unit points per pixel
 */
export function toGlyphs(lines: readonly OcrLine[], page: Raster, unit: number): Glyph[] {
  const measured = withoutNoise(lines).map((line) => measure(line, page));
  agreeOnSizes(measured);
  const strokes = measured.flatMap(({ words }) => words.map(({ stroke }) => stroke)).filter((stroke) => stroke > 0);
  const usual = median(strokes);
  return measured.flatMap((line) => lineGlyphs(line, page, unit, usual * BOLD_RATIO));
}

function measure(line: OcrLine, page: Raster): MeasuredLine {
  const sizes = line.words.flatMap((word) => word.symbols).flatMap((symbol) => sizeBy(symbol, page));
  const { rowHeight, descenders } = line.rowAttributes;
  const size = sizes.length > 0 ? median(sizes) : (rowHeight - descenders) / CAPITAL_HEIGHT;
  return {
    size,
    evidence: sizes.length,
    baseline: (line.baseline.y0 + line.baseline.y1) / 2,
    words: line.words.map((word) => ({ ...word, stroke: strokeWidth(page, word.bbox) / size })),
  };
}

/** The font size that a character's height tells, if it is of a kind whose height is known. */
function sizeBy({ text, bbox }: OcrSymbol, page: Raster): number[] {
  const share = CAPITALS.test(text) ? CAPITAL_HEIGHT : SMALL.test(text) ? SMALL_HEIGHT : null;
  const ink = share && inkOf(page, bbox);
  return ink ? [(ink.box.y1 - ink.box.y0) / share] : [];
}

/**
 * Gives lines of nearly one size that size. The size with most characters is settled first, then the next of what is
 * left; lines of few characters may be measured less exactly.
 */
function agreeOnSizes(lines: MeasuredLine[]): void {
  let left = [...lines];
  while (left.length > 0) {
    const weightNear = (size: number) =>
      left.reduce((sum, line) => sum + (differ(line.size, size) < SAME_SIZE ? line.evidence : 0), 0);
    const best = left.reduce((most, line) => (weightNear(line.size) > weightNear(most.size) ? line : most)).size;
    const group = left.filter(
      (line) => differ(line.size, best) < (line.evidence < FEW_CHARACTERS ? 2 * SAME_SIZE : SAME_SIZE),
    );
    const size = median(group.flatMap((line) => Array.from({ length: line.evidence }, () => line.size))) || best;
    left = left.filter((line) => !group.includes(line));
    for (const line of group) line.size = size;
  }
}

function differ(a: number, b: number): number {
  return Math.abs(Math.log(a / b));
}

function lineGlyphs(line: MeasuredLine, page: Raster, unit: number, boldFrom: number): Glyph[] {
  const { size, baseline } = line;
  const style = (bold: boolean): GlyphStyle => ({
    ...NO_STYLE,
    font: FONT,
    size: Math.round(size * unit * 2) / 2,
    bold,
  });
  const styles = { plain: style(false), bold: style(true) };
  const glyphs: Glyph[] = [];
  let end = -Infinity;
  for (const word of line.words) {
    const first = word.bbox.x0 - end > CELL_GAP * size;
    const symbols = first ? markersOf(word.symbols, page, size, line.baseline) : word.symbols;
    const look = word.stroke > boldFrom ? styles.bold : styles.plain;
    const place = (symbol: { text: string }, left: number, right: number, certainty: number) => {
      glyphs.push({
        text: symbol.text,
        left: left * unit,
        right: right * unit,
        top: (baseline - 0.8 * size) * unit,
        bottom: (baseline + 0.25 * size) * unit,
        baseline: baseline * unit,
        look,
        order: glyphs.length,
        certainty,
      });
    };
    if (!first) place({ text: ' ' }, end, word.bbox.x0, 1);
    const edges = edgesOf(symbols);
    symbols.forEach((symbol, index) => {
      place(symbol, edges[index]!.left, edges[index]!.right, certaintyOf(symbol, word));
      const next = edges[index + 1];
      if (isBullet(symbol) && next) place({ text: ' ' }, edges[index]!.right, next.left, 1);
    });
    end = edges.at(-1)?.right ?? end;
  }
  return glyphs;
}

/** Left and right of each character: they share the space between them, except with a list's dot. */
function edgesOf(symbols: readonly OcrSymbol[]): { left: number; right: number }[] {
  const [first] = symbols;
  if (!first) return [];
  if (isBullet(first)) return [{ left: first.bbox.x0, right: first.bbox.x1 }, ...edgesOf(symbols.slice(1))];
  const left = Math.min(...symbols.map(({ bbox }) => bbox.x0));
  const right = Math.max(...symbols.map(({ bbox }) => bbox.x1));
  const borders = symbols.slice(1).map(({ bbox }, index) => (symbols[index]!.bbox.x1 + bbox.x0) / 2);
  const all = [left, ...borders, right];
  // The recogniser's boxes can be out of order, although its letters are not.
  const inOrder = all.every((border, index) => index === 0 || border > all[index - 1]!);
  const width = (right - left) / symbols.length;
  return symbols.map((_symbol, index) =>
    inOrder
      ? { left: all[index]!, right: all[index + 1]! }
      : { left: left + index * width, right: left + (index + 1) * width },
  );
}

function isBullet({ text }: { text: string }): boolean {
  return text === BULLET;
}

const BULLET = '•';

/** What a line or cell starts with: a dot, which the engine may take for another sign or overlook; no pictogram. */
function markersOf(symbols: OcrSymbol[], page: Raster, size: number, baseline: number): OcrSymbol[] {
  const [first, ...rest] = symbols;
  if (!first) return symbols;
  const dot = (area: OcrBox): OcrSymbol | null => {
    const ink = inkOf(page, area);
    return ink && isDot(ink, size, baseline) ? { text: BULLET, bbox: ink.box, confidence: 100 } : null;
  };
  const apart = rest.length === 0 || rest[0]!.bbox.x0 - first.bbox.x1 > BULLET_GAP * size;
  const misread = apart && !/[.,:;'"]/.test(first.text) ? dot(first.bbox) : null;
  if (misread) return [misread, ...rest];
  const ink = inkOf(page, first.bbox);
  if (ink && isPictogram(ink, first, size)) return rest;
  const overlooked = dot({
    x0: Math.max(0, Math.round(first.bbox.x0 - BULLET_REACH * size)),
    y0: Math.round(baseline - size),
    x1: Math.round(first.bbox.x0 - 0.1 * size),
    y1: Math.round(baseline + 0.2 * size),
  });
  return overlooked ? [overlooked, ...symbols] : symbols;
}

/** A compact spot at half the height of small letters. */
function isDot({ box, fill }: Ink, size: number, baseline: number): boolean {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  const rise = baseline - (box.y0 + box.y1) / 2;
  return (
    fill > BULLET_FILL &&
    Math.max(width, height) < BULLET_SIZE * size &&
    Math.min(width, height) > MIN_BULLET_SIZE * size &&
    width < 1.7 * height &&
    height < 1.7 * width &&
    rise > 0.12 * size &&
    rise < 0.5 * size
  );
}

function isPictogram({ box, fill }: Ink, { text, confidence }: OcrSymbol, size: number): boolean {
  const large = box.y1 - box.y0 > SMALL_HEIGHT * size && box.x1 - box.x0 > 0.4 * size;
  return large && fill > ICON_FILL && confidence < ICON_CONFIDENCE && !/[\p{N}+(]/u.test(text);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
