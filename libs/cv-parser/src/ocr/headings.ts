import { fold, headingKind, LEXICONS } from '../lexicon/index.js';
import { certaintyOf } from './certainty.js';
import type { OcrLine, OcrWord } from './engine.js';
import type { OcrLanguage } from './languages.js';

/** Letters of a heading for each that may be misread, and the shortest that is mended at all. */
const LETTERS_PER_ERROR = 6;
const MIN_LETTERS = 6;
/** A line that is read as surely as this says what it says. */
const SURE = 0.95;

/**
 * A line that was read unsurely and is a known heading but for a letter is that heading: without it, a whole section
 * would be taken for a part of the one above. No value of a resume is ever mended so.
 */
export function mendHeading(line: OcrLine, language: OcrLanguage): OcrLine {
  const text = line.words.map((word) => word.text).join(' ');
  if (text.length < MIN_LETTERS || headingKind(text) !== null) return line;
  if (line.words.every((word) => certaintyOf(word) >= SURE)) return line;
  const folded = fold(text);
  const heading = headingsOf(language).find(
    (known) =>
      known.split(' ').length === line.words.length &&
      distance(folded, known) <= Math.min(2, Math.floor(known.length / LETTERS_PER_ERROR)),
  );
  if (heading === undefined) return line;
  const spelt = heading.split(' ');
  return { ...line, words: line.words.map((word, index) => respell(word, spelt[index]!)) };
}

function headingsOf(language: OcrLanguage): string[] {
  const lexicon = LEXICONS.find((known) => known.language === language);
  return lexicon ? Object.values(lexicon.headings).flat().map(fold) : [];
}

/** Writes other letters into a word's box, in the word's case, evenly spaced. */
function respell(word: OcrWord, letters: string): OcrWord {
  const capitals = word.text === word.text.toUpperCase();
  const text = capitals ? letters.toUpperCase() : word.text.slice(0, 1) + letters.slice(1);
  const { x0, x1, y0, y1 } = word.bbox;
  const width = (x1 - x0) / text.length;
  const symbols = Array.from(text, (letter, index) => ({
    text: letter,
    confidence: word.confidence,
    bbox: { x0: Math.round(x0 + index * width), x1: Math.round(x0 + (index + 1) * width), y0, y1 },
  }));
  return { ...word, text, symbols };
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_value, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
