import type { Slice } from '../conservation/slice.js';
import { fold, GRADE_WORDS, SCORE_WORDS } from '../lexicon/index.js';
import { alternatives } from './moments.js';

const GRADES = alternatives(GRADE_WORDS);
const NUMBER = '\\d{1,3}(?:[.,]\\d{1,3})?';
/** Scales that schools grade on: «3.8/4.0», «108 su 110», «8,7 de 10». */
const SCALED = `${NUMBER}\\s?(?:\\/|out of|von|sur|su|sobre|de|of)\\s?(?:4(?:[.,]0+)?|5(?:[.,]0+)?|6|7|10|20|30|45|60|100|110)(?![\\d./])`;
const HONOUR = '(?:\\s+(?:e|con|with|mit|cum)\\s+(?:lode|laude|honou?rs|distinction|Auszeichnung))?';
const WORD = `(?:${GRADES})(?![\\p{L}\\d])`;
const LABEL = `(?<![\\p{L}])(?:${alternatives(SCORE_WORDS)})\\s*(?:[:：=]|\\s)\\s*[(]?`;
/** «GPA: 3.8/4.0», «Note 1,3», «Voto: 110/110 e lode». */
const LABELLED_NUMBER = new RegExp(`${LABEL}(${SCALED}${HONOUR}|${NUMBER}\\s?%?${HONOUR}(?![\\d/]))`, 'iu');
/** «Abschluss: sehr gut», «Grade A». */
const LABELLED_WORD = new RegExp(`${LABEL}(${WORD}|[A-F][+-]?(?![\\p{L}\\d]))`, 'iu');
/** «3.8 GPA» */
const LABEL_BEHIND = new RegExp(`(?<![\\p{L}\\d.,])(${NUMBER})\\s+(?:GPA|CGPA)(?![\\p{L}])`, 'iu');
/** The same at the end, in brackets or after a sign: «BSc Nursing, 2:1», «(mention bien)», «– 100/100». */
const TAIL = new RegExp(`(?:^|[,;(–—|·-]\\s*|\\s)(${SCALED}${HONOUR})(?=\\s*(?:[),;.|·]|$))`, 'iu');
/** Of grades of several words a space before is enough: «Bac S mention bien». */
const PHRASES = alternatives([...GRADE_WORDS].filter((grade) => grade.includes(' ')));
const WORD_TAIL = new RegExp(
  `(?:(?:^|[,;(|·]\\s*|\\s[–—-]\\s)((?:${GRADES}))|\\s((?:${PHRASES})))(?=\\s*(?:[),;.|·]|$))`,
  'iu',
);

/** The surest first. */
const PATTERNS = [LABELLED_NUMBER, LABEL_BEHIND, TAIL, WORD_TAIL, LABELLED_WORD];

/** A grade in a text: the grade itself, and all that it takes up with its label and brackets. */
export interface Grade {
  value: Slice;
  whole: Slice;
}

export function findGrade(slice: Slice): Grade | null {
  for (const pattern of PATTERNS) {
    const found = slice.match(pattern);
    const value = found?.groups[1] ?? found?.groups[2];
    if (found && value) return { value, whole: found.slice };
  }
  return null;
}

export function isGrade(text: string): boolean {
  const bare = fold(text).replace(/^[(\s]+|[)\s.]+$/g, '');
  return GRADE_WORDS.has(bare) || new RegExp(`^${SCALED}${HONOUR}$`, 'iu').test(bare);
}
