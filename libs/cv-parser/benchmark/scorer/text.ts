const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ı: 'i', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd' };
/** Soft hyphens, zero-width characters and marks of direction. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const UNSPACED_SCRIPT = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]/u;

/** Small letters without marks: what is left to compare when spelling and typography do not matter. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/[ßıøæœłđ]/g, (letter) => LETTERS[letter]!);
}

/** Words; scripts without spaces give one for each character. `+` and `#` count («C++»). */
export function words(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .flatMap((word) => (UNSPACED_SCRIPT.test(word) ? splitUnspaced(word) : [word]));
}

function splitUnspaced(word: string): string[] {
  const parts: string[] = [];
  let inRun = false;
  for (const character of word) {
    const unspaced = UNSPACED_SCRIPT.test(character);
    if (unspaced || !inRun) parts.push(character);
    else parts.push(`${parts.pop() ?? ''}${character}`);
    inRun = !unspaced;
  }
  return parts;
}

/** Dice's coefficient of the sets of words, 0…1. */
export function similarity(a: string, b: string): number {
  const [left, right] = [new Set(words(a)), new Set(words(b))];
  if (left.size === 0 || right.size === 0) return 0;
  return (2 * [...left].filter((word) => right.has(word)).length) / (left.size + right.size);
}

/** From here on two names mean the same thing: an abbreviation or a legal form may be missing. */
export const SIMILAR = 0.7;
const EPSILON = 1e-9;

export const similar = (a: string, b: string): boolean => similarity(a, b) >= SIMILAR - EPSILON;

export function sameWords(a: string, b: string): boolean {
  const [left, right] = [new Set(words(a)), new Set(words(b))];
  return left.size === right.size && [...left].every((word) => right.has(word));
}
