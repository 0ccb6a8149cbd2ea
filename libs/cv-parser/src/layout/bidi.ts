import type { Glyph } from '../readers/pdf/glyphs.js';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;
/** Signs between the digits of one number, date or time; before it, a plus sign opens a phone number. */
const NUMBER_SIGN = /[.,:/%٪٫٬-]/u;
const MIRROR: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{' };
/** Gap in multiples of the font size that stands for a space. */
const SPACE = 0.17;
/** Where the stream has its spaces, only a wider gap parts two words. */
const WORD_GAP = 0.6;

/** What moves as a whole when visual order becomes reading order: a right-to-left word, or one other sign. */
interface Unit {
  glyphs: Glyph[];
  left: number;
  right: number;
  rtl: boolean;
  spaceBefore: boolean;
  spaceAfter: boolean;
}

export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Whether a page is read from right to left: by what most of its letters are. */
export function isRightToLeft(glyphs: readonly Glyph[]): boolean {
  let letters = 0;
  let rtl = 0;
  for (const { text } of glyphs) {
    if (hasRightToLeft(text)) rtl++;
    else if (LETTER.test(text)) letters++;
  }
  return rtl > 20 && rtl > letters * 0.6;
}

/**
 * Glyphs of a line with right-to-left words, in the order in which they are read: the Unicode bidirectional algorithm
 * (UAX #9) the other way round. Letters of a word keep their order in the stream, as their boxes overlap.
 */
export function toReadingOrder(glyphs: readonly Glyph[], spaces: ReadonlySet<number>, mirrored: boolean): Glyph[] {
  const units = withSpaces(toUnits(glyphs, spaces));
  const ordered = mirrored ? fromRight(units) : fromLeft(units);
  return mirrorBrackets(ordered.flatMap((unit) => unit.glyphs));
}

function toUnits(glyphs: readonly Glyph[], spaces: ReadonlySet<number>): Unit[] {
  const ink = glyphs.filter((glyph) => glyph.text.trim() !== '').sort((a, b) => a.order - b.order);
  const units: Unit[] = [];
  for (const glyph of ink) {
    const rtl = hasRightToLeft(glyph.text) && !DIGIT.test(glyph.text);
    const last = units.at(-1);
    const follows =
      last?.rtl &&
      rtl &&
      last.glyphs.at(-1)!.order === glyph.order - 1 &&
      touches(last, glyph, spaces.size > 0 ? WORD_GAP : SPACE);
    if (follows) {
      last.glyphs.push(glyph);
      last.left = Math.min(last.left, glyph.left);
      last.right = Math.max(last.right, glyph.right);
    } else
      units.push({ glyphs: [glyph], left: glyph.left, right: glyph.right, rtl, spaceBefore: false, spaceAfter: false });
  }
  for (const unit of units.filter(({ rtl }) => rtl)) {
    unit.spaceBefore = spaces.has(unit.glyphs[0]!.order - 1);
    unit.spaceAfter = spaces.has(unit.glyphs.at(-1)!.order + 1);
    if (!runsLeftwards(unit.glyphs)) {
      unit.glyphs.reverse();
      [unit.spaceBefore, unit.spaceAfter] = [unit.spaceAfter, unit.spaceBefore];
    }
    turnLigatures(unit.glyphs);
  }
  return units.sort((a, b) => a.left - b.left);
}

/** PDFium parts a ligature from left to right, and so turns it round when it turns the line. */
function turnLigatures(glyphs: Glyph[]): void {
  for (let index = 1; index < glyphs.length; index++) {
    const [a, b] = [glyphs[index - 1]!, glyphs[index]!];
    const size = a.look.size || 10;
    const wide = a.right - a.left > 0.06 * size && b.right - b.left > 0.06 * size;
    if (!wide || b.left <= a.left || Math.abs(b.left - a.right) > 0.03 * size) continue;
    [glyphs[index - 1], glyphs[index]] = [b, a];
    index++;
  }
}

/** The stream has no space here: only a gap as wide as a cell's parts two words. */
function touches(unit: Unit, glyph: Glyph, gap: number): boolean {
  const size = glyph.look.size || 10;
  return glyph.left < unit.right + gap * size && glyph.right > unit.left - gap * size;
}

function runsLeftwards(glyphs: readonly Glyph[]): boolean {
  const steps = glyphs.slice(1).map((glyph, index) => Math.sign(glyphs[index]!.left - glyph.left));
  return steps.reduce<number>((sum, step) => sum + step, 0) >= 0;
}

/** Adds, still from left to right, the spaces that the stream or the gaps show. */
function withSpaces(units: readonly Unit[]): Unit[] {
  return units.flatMap((unit, index) => {
    const before = units[index - 1];
    if (!before) return [unit];
    const size = unit.glyphs[0]!.look.size || 10;
    const told = (unit.rtl && unit.spaceAfter) || (before.rtl && before.spaceBefore);
    if (!told && unit.left - before.right <= SPACE * size) return [unit];
    const space: Glyph = {
      ...unit.glyphs[0]!,
      text: ' ',
      left: before.right,
      right: Math.max(before.right, unit.left),
    };
    return [{ ...unit, glyphs: [space], rtl: false, left: space.left, right: space.right }, unit];
  });
}

/** Of a line read from the right: all turned round, but numbers and left-to-right words as they stand. */
function fromRight(units: readonly Unit[]): Unit[] {
  const ordered: Unit[] = [];
  for (let end = units.length - 1; end >= 0; end--) {
    const start = isWord(units[end]!) ? runStart(units, end) : end;
    ordered.push(...units.slice(start, end + 1));
    end = start;
  }
  return ordered;
}

/** First unit of the left-to-right run that ends at `end`: words with what is between them, or one number. */
function runStart(units: readonly Unit[], end: number): number {
  let first = end;
  let numeric = end;
  let hasLetter = false;
  let unbroken = true;
  for (let index = end; index >= 0 && !units[index]!.rtl; index--) {
    const sign = textOf(units[index]!);
    const word = isWord(units[index]!);
    if (word) first = index;
    if (word && !DIGIT.test(sign)) hasLetter = true;
    if (unbroken && (DIGIT.test(sign) || (NUMBER_SIGN.test(sign) && index > 0))) {
      if (DIGIT.test(sign)) numeric = index;
    } else unbroken = false;
    // A phone number keeps its groups together.
    if (sign === '+' && first === index + 1) return index;
  }
  return hasLetter ? first : numeric;
}

function isWord(unit: Unit): boolean {
  return !unit.rtl && /[\p{L}\p{N}]/u.test(textOf(unit));
}

function textOf(unit: Unit): string {
  return unit.glyphs[0]!.text;
}

/** Of a line read from the left: only the stretches of right-to-left words are turned round. */
function fromLeft(units: readonly Unit[]): Unit[] {
  const ordered: Unit[] = [];
  for (let start = 0; start < units.length; start++) {
    let end = start;
    if (units[start]!.rtl)
      for (
        let index = start;
        index < units.length && !/[\p{L}\t]/u.test(units[index]!.rtl ? '' : textOf(units[index]!));
        index++
      )
        if (units[index]!.rtl) end = index;
    ordered.push(...(end > start ? fromRight(units.slice(start, end + 1)) : [units[start]!]));
    start = end;
  }
  return ordered;
}

/** Some producers write brackets as they look on the page: a closing one before any opening one tells. */
function mirrorBrackets(glyphs: readonly Glyph[]): Glyph[] {
  const first = glyphs.find(({ text }) => text in MIRROR);
  if (!first || !/[)\]}]/.test(first.text)) return [...glyphs];
  return glyphs.map((glyph) => (glyph.text in MIRROR ? { ...glyph, text: MIRROR[glyph.text]! } : glyph));
}
