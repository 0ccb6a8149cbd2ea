import type { OcrLine, OcrSymbol, OcrWord } from './engine.js';

const WORDY = /[\p{L}\p{N}]/u;

/** How sure a character is, 0…1: the share of characters with the engine's figures that are right. */
export function certaintyOf(symbol: OcrSymbol, word: OcrWord): number {
  return Math.max(0, Math.min(1, 1 - (100 - symbol.confidence - 1) / 30, 1 - (100 - word.confidence - 10) / 300));
}

/** What the engine made of rules, pictures and specks: no text, so it is left out as decoration. */
export function isNoise(word: OcrWord, _line: OcrLine): boolean {
  if (!WORDY.test(word.text)) return word.confidence < 10;
  return false;
}
