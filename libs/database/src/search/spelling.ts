import { fold, wordsOf } from './text.js';

/** A word of the documents: as it is compared, and as it is written. */
export interface KnownWord {
  word: string;
  spelling: string;
}

/** Shorter words are too easily meant to be what they are; longer ones are no words. */
const SHORTEST = 3;
const LONGEST = 40;

/** The words of a text that a misspelt one could have been meant to be, each once. */
export function knownWords(text: string): KnownWord[] {
  const known = new Map<string, string>();
  for (const spelling of wordsOf(text)) {
    const word = fold(spelling);
    if (isCorrectable(word) && !known.has(word)) known.set(word, spelling);
  }
  return [...known].map(([word, spelling]) => ({ word, spelling }));
}

/** Numbers are what they are. */
export function isCorrectable(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && /^\p{L}+$/u.test(word);
}

/** Slips of the fingers that a word of this length may have: the measure of Lucene's automatic fuzziness. */
export function tolerance(word: string): number {
  return word.length < 6 ? 1 : 2;
}

/**
 * Of these words those that are nearest to the given one, all as near; none if none is near enough, and never the word itself.
 */
export function nearest<Word extends KnownWord>(word: string, known: readonly Word[]): Word[] {
  let best = tolerance(word);
  let found: Word[] = [];
  for (const candidate of known) {
    const distance = editDistance(word, candidate.word, best);
    if (distance === 0 || distance > best) continue;
    if (distance < best) found = [];
    best = distance;
    found.push(candidate);
  }
  return found;
}

/**
 * How many letters were left out, added, mistaken or exchanged with their neighbour (optimal string alignment); more than
 * `most` if more than that.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const mistaken = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(mistaken, above[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, above] = [above, row];
  }
  return above[b.length]!;
}
