import { NO_STYLE, type Glyph, type GlyphStyle } from '../readers/pdf/glyphs.js';
import { certaintyOf, withoutNoise } from './certainty.js';
import type { OcrLine, OcrSymbol } from './engine.js';
import { BULLET, withMarker } from './markers.js';
import { measureLines, type MeasuredLine } from './measure.js';
import type { Raster } from './raster.js';

/** A gap that wide, in multiples of the font size, parts cells, as in layout: no space is put into it. */
const CELL_GAP = 1;
/** How far a line of usual type reaches above and below its baseline. */
const ASCENT = 0.8;
const DESCENT = 0.25;
/** Letters are never narrower than this. */
const MIN_ADVANCE = 0.12;
const FONT = 'ocr';

/**
 * Recognised lines as the glyphs that a PDF would have: advance boxes without gaps inside words, spaces between words,
 * sizes and weights as measured, list dots whatever the engine took them for.
 * @param unit points per pixel
 */
export function toGlyphs(lines: readonly OcrLine[], page: Raster, unit: number): Glyph[] {
  return measureLines(withoutNoise(lines), page).flatMap((line) => lineGlyphs(line, page, unit));
}

function lineGlyphs(line: MeasuredLine, page: Raster, unit: number): Glyph[] {
  const { size, baseline } = line;
  const plain: GlyphStyle = { ...NO_STYLE, font: FONT, size: Math.round(size * unit * 2) / 2 };
  const bold: GlyphStyle = { ...plain, bold: true };
  const glyphs: Glyph[] = [];
  const put = (text: string, left: number, right: number, look: GlyphStyle, certainty: number) =>
    glyphs.push({
      text,
      left: left * unit,
      right: right * unit,
      top: (baseline - ASCENT * size) * unit,
      bottom: (baseline + DESCENT * size) * unit,
      baseline: baseline * unit,
      look,
      order: glyphs.length,
      certainty,
    });
  let end = -Infinity;
  for (const word of line.words) {
    const look = word.bold ? bold : plain;
    const startsCell = word.bbox.x0 - end > CELL_GAP * size;
    const symbols = startsCell ? withMarker(word, line, page) : word.symbols;
    if (!startsCell) put(' ', end, word.bbox.x0, look, 1);
    const edges = edgesOf(symbols, MIN_ADVANCE * size);
    const certainty = certaintyOf(word);
    symbols.forEach((symbol, index) => {
      const { left, right } = edges[index]!;
      put(symbol.text, left, right, look, symbol.text === BULLET ? 1 : certainty);
      const next = edges[index + 1];
      if (symbol.text === BULLET && next) put(' ', right, next.left, look, 1);
    });
    end = edges.at(-1)?.right ?? end;
  }
  return glyphs;
}

/** Left and right of each character: they share the space between them, except with a list's dot. */
function edgesOf(symbols: readonly OcrSymbol[], least: number): { left: number; right: number }[] {
  const [first] = symbols;
  if (!first) return [];
  if (first.text === BULLET)
    return [{ left: first.bbox.x0, right: first.bbox.x1 }, ...edgesOf(symbols.slice(1), least)];
  const left = Math.min(...symbols.map(({ bbox }) => bbox.x0));
  const right = Math.max(...symbols.map(({ bbox }) => bbox.x1));
  const borders = symbols.slice(1).map(({ bbox }, index) => (symbols[index]!.bbox.x1 + bbox.x0) / 2);
  const all = [left, ...borders, right];
  // The recogniser's boxes can be out of order or on top of each other, although its letters are not.
  const inOrder = all.every((border, index) => index === 0 || border - all[index - 1]! > least);
  const width = (right - left) / symbols.length;
  return symbols.map((_symbol, index) =>
    inOrder
      ? { left: all[index]!, right: all[index + 1]! }
      : { left: left + index * width, right: left + (index + 1) * width },
  );
}
