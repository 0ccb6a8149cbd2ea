import type { OcrBox, OcrSymbol, OcrWord } from './engine.js';
import { inkOf, type Ink } from './ink.js';
import { SMALL_HEIGHT, type MeasuredLine } from './measure.js';
import type { Raster } from './raster.js';

export const BULLET = '•';
/** Sizes and distances of a list's dot in multiples of the font size, and the share of its box that it fills. */
const MIN_SIZE = 0.1;
const MAX_SIZE = 0.48;
const MIN_RISE = 0.12;
const MAX_RISE = 0.5;
const GAP = 0.2;
const REACH = 2.2;
const DOT_FILL = 0.6;
const MAX_ASPECT = 1.7;
/** A sign of a letter's size that fills more of its box, in a word that was read without certainty, is a pictogram. */
const PICTOGRAM_FILL = 0.5;
const PICTOGRAM_MIN = 0.45;
const PICTOGRAM_MAX = 1.3;
const PICTOGRAM_CONFIDENCE = 97;
const UNSURE_WORD = 60;

/** What a line or cell starts with: a dot, which the engine may take for another sign or overlook; no pictogram. */
export function withMarker(word: OcrWord, line: MeasuredLine, page: Raster): OcrSymbol[] {
  const { symbols } = word;
  const [first, ...rest] = symbols;
  if (!first) return symbols;
  const { size, baseline } = line;
  const dotIn = (area: OcrBox): OcrSymbol | null => {
    const ink = inkOf(page, area);
    return ink && isDot(ink, line) ? { text: BULLET, bbox: ink.box, confidence: 100 } : null;
  };
  const apart = rest.length === 0 || rest[0]!.bbox.x0 - first.bbox.x1 > GAP * size;
  const misread = apart && !/[.,:;'"]/.test(first.text) ? dotIn(first.bbox) : null;
  if (misread) return [misread, ...rest];
  const ink = inkOf(page, first.bbox);
  if (ink && word.confidence < UNSURE_WORD && isPictogram(ink, first, size)) return rest;
  const overlooked = dotIn({
    x0: Math.max(0, Math.round(first.bbox.x0 - REACH * size)),
    y0: Math.round(baseline - size),
    x1: Math.round(first.bbox.x0 - MIN_SIZE * size),
    y1: Math.round(baseline + GAP * size),
  });
  return overlooked ? [overlooked, ...symbols] : symbols;
}

/** A compact spot at half the height of small letters. */
function isDot({ box, fill }: Ink, { size, baseline }: MeasuredLine): boolean {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  const rise = (baseline - (box.y0 + box.y1) / 2) / size;
  return (
    fill > DOT_FILL &&
    Math.max(width, height) < MAX_SIZE * size &&
    Math.min(width, height) > MIN_SIZE * size &&
    Math.max(width / height, height / width) < MAX_ASPECT &&
    rise > MIN_RISE &&
    rise < MAX_RISE
  );
}

function isPictogram({ box, fill }: Ink, { text, confidence }: OcrSymbol, size: number): boolean {
  const width = box.x1 - box.x0;
  const isLetterSized =
    box.y1 - box.y0 > SMALL_HEIGHT * size && width > PICTOGRAM_MIN * size && width < PICTOGRAM_MAX * size;
  return isLetterSized && fill > PICTOGRAM_FILL && confidence < PICTOGRAM_CONFIDENCE && !/[\p{N}+(]/u.test(text);
}
