import type { OcrLine, OcrSymbol, OcrWord } from './engine.js';
import { inkOf, strokeWidth } from './ink.js';
import type { Raster } from './raster.js';

/** Heights of kinds of characters in multiples of the font size, as usual text faces have them. */
export const CAPITAL_HEIGHT = 0.7;
export const SMALL_HEIGHT = 0.51;
const CAPITALS = /[\p{Lu}\p{N}]/u;
const SMALL = /^[acemnorsuvwxz]$/;
/** Sizes that differ by a smaller share are one size, measured with error; more where few characters tell it. */
const SAME_SIZE = 0.065;
const FEW_CHARACTERS = 5;
/** How much thicker than the page's usual strokes those of bold type are; regular type varies by a tenth. */
const BOLD_RATIO = 1.18;
/** Pixels by which grey edges widen each stroke: they weigh more in small type. */
const BLUR = 0.8;
/** A shorter word has too few strokes to tell by alone. */
const MIN_BOLD_LETTERS = 4;

/** A line with what is measured on it, in pixels. */
export interface MeasuredLine {
  words: MeasuredWord[];
  /** At the middle of the line: what slope is left is an error of measurement. */
  baseline: number;
  /** Font size. */
  size: number;
  /** Characters that the size was measured on. */
  evidence: number;
}

export interface MeasuredWord extends OcrWord {
  /** Thickness of strokes in multiples of the font size. */
  stroke: number;
  bold: boolean;
}

/** Measures a page's lines: sizes agree where lines look alike, and weight is told by comparison with the page's usual. */
export function measureLines(lines: readonly OcrLine[], page: Raster): MeasuredLine[] {
  const measured = lines.map((line) => measure(line, page));
  agreeOnSizes(measured);
  const letters = measured.flatMap(({ words }) => words.flatMap((word) => word.symbols.map(() => word.stroke)));
  const boldFrom = median(letters) * BOLD_RATIO;
  for (const { words } of measured) weigh(words, boldFrom);
  return measured;
}

function measure(line: OcrLine, page: Raster): MeasuredLine {
  const sizes = line.words.flatMap((word) => word.symbols).flatMap((symbol) => sizeBy(symbol, page));
  const { rowHeight, descenders } = line.rowAttributes;
  const size = Math.max(1, sizes.length > 0 ? median(sizes) : (rowHeight - descenders) / CAPITAL_HEIGHT);
  return {
    size,
    evidence: sizes.length,
    baseline: (line.baseline.y0 + line.baseline.y1) / 2,
    words: line.words.map((word) => ({
      ...word,
      stroke: Math.max(0, strokeWidth(page, word.bbox) - BLUR) / size,
      bold: false,
    })),
  };
}

/** The font size that a character's height tells, if it is of a kind whose height is known. */
function sizeBy({ text, bbox }: OcrSymbol, page: Raster): number[] {
  const share = CAPITALS.test(text) ? CAPITAL_HEIGHT : SMALL.test(text) ? SMALL_HEIGHT : null;
  const ink = share && inkOf(page, bbox);
  return ink ? [(ink.box.y1 - ink.box.y0) / share] : [];
}

/** The size with most characters is settled first, with all lines that are near it; then the next of what is left. */
function agreeOnSizes(lines: MeasuredLine[]): void {
  let left = [...lines];
  while (left.length > 0) {
    const weightNear = (size: number) =>
      left.reduce((sum, line) => sum + (differ(line.size, size) < SAME_SIZE ? line.evidence : 0), 0);
    const weights = left.map((line) => weightNear(line.size));
    const best = left[weights.indexOf(Math.max(...weights))]!.size;
    const isNear = ({ size, evidence }: MeasuredLine) =>
      differ(size, best) < (evidence < FEW_CHARACTERS ? 2 * SAME_SIZE : SAME_SIZE);
    const group = left.filter(isNear);
    left = left.filter((line) => !isNear(line));
    const size = median(group.flatMap((line) => Array.from({ length: line.evidence }, () => line.size))) || best;
    for (const line of group) line.size = size;
  }
}

function differ(a: number, b: number): number {
  return Math.abs(Math.log(a / b));
}

function weigh(words: MeasuredWord[], boldFrom: number): void {
  words.forEach((word, index) => {
    // Dashes have one long stroke: they, and short words, are as bold as what they stand beside.
    const near = word.symbols.length < MIN_BOLD_LETTERS ? words.slice(Math.max(0, index - 1), index + 2) : [word];
    word.bold = median(near.flatMap(({ symbols, stroke }) => symbols.map(() => stroke))) > boldFrom;
  });
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
