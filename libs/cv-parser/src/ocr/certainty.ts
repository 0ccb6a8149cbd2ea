import type { OcrLine, OcrSymbol, OcrWord } from './engine.js';

/** Mean confidence of a word's characters: text has 95 and more, what is made of rules and photographs 93 and less. */
const NOISE_BELOW = 93.5;
/** On a poor page text has less as well: so far below the page's usual word lies noise. */
const BELOW_USUAL = 4;
/** A word that the engine itself holds for likely is never noise. */
const LIKELY = 60;

/** How sure a character is, 0…1: the share of characters with the engine's figures that are right. */
export function certaintyOf(symbol: OcrSymbol, word: OcrWord): number {
  return Math.max(0, Math.min(1, 1 - (100 - symbol.confidence - 1) / 30, 1 - (100 - word.confidence - 10) / 300));
}

/** The lines without what the engine made of rules, pictures and specks: no text, but decoration. */
export function withoutNoise(lines: readonly OcrLine[]): OcrLine[] {
  const means = lines.flatMap(({ words }) => words.flatMap((word) => Array.from(word.symbols, () => meanOf(word))));
  const usual = means.sort((a, b) => a - b)[means.length >> 1] ?? 0;
  const limit = Math.min(NOISE_BELOW, usual - BELOW_USUAL);
  const isText = (word: OcrWord) => word.confidence >= LIKELY || meanOf(word) >= limit;
  return lines.map((line) => ({ ...line, words: line.words.filter(isText) })).filter(({ words }) => words.length > 0);
}

function meanOf({ symbols }: OcrWord): number {
  return symbols.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, symbols.length);
}
