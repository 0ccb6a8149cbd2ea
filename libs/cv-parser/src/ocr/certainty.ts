import type { OcrLine, OcrWord } from './engine.js';

/** Mean confidence of a word's characters: text has 95 and more, what is made of rules and photographs 93 and less. */
const NOISE_BELOW = 93.5;
/** On a poor page text has less as well: so far below the page's usual word lies noise. */
const BELOW_USUAL = 4;
/** A word that the engine itself holds for likely is never noise. */
const LIKELY = 60;

/**
 * The engine's confidence in a word → the share of such words that are right: counted on 4,800 words of nine CVs printed at
 * 90 to 200 dpi with blur, grain and JPEG's losses. Between these points it is interpolated.
 */
const RIGHT: readonly [confidence: number, share: number][] = [
  [0, 0.15],
  [40, 0.2],
  [50, 0.57],
  [65, 0.67],
  [75, 0.81],
  [86, 0.9],
  [89, 0.93],
  [91, 0.965],
  [93, 0.975],
  [95, 0.99],
  [97, 0.998],
  [100, 1],
];

/** How sure a word is, 0…1: the share of words with the engine's confidence that are right. */
export function certaintyOf({ confidence }: OcrWord): number {
  const next = Math.max(
    1,
    RIGHT.findIndex(([from]) => confidence <= from),
  );
  const [[fromLow, low], [fromHigh, high]] = [RIGHT[next - 1]!, RIGHT[next]!];
  return low + ((high - low) * (confidence - fromLow)) / (fromHigh - fromLow);
}

/** Between two words it is what parts them, however unsurely it was read. */
const DASH = /^[-–—|]$/;

/** The lines without what the engine made of rules, pictures and specks: no text, but decoration. */
export function withoutNoise(lines: readonly OcrLine[]): OcrLine[] {
  const means = lines.flatMap(({ words }) => words.flatMap((word) => Array.from(word.symbols, () => meanOf(word))));
  const usual = means.sort((a, b) => a - b)[means.length >> 1] ?? 0;
  const limit = Math.min(NOISE_BELOW, usual - BELOW_USUAL);
  const isText = (word: OcrWord, place: number, { length }: OcrWord[]) =>
    word.confidence >= LIKELY || meanOf(word) >= limit || (DASH.test(word.text) && place > 0 && place < length - 1);
  return lines.map((line) => ({ ...line, words: line.words.filter(isText) })).filter(({ words }) => words.length > 0);
}

function meanOf({ symbols }: OcrWord): number {
  return symbols.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, symbols.length);
}
