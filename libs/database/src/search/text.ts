/**
 * Text as Postgres is to read it. Its parser takes what stands together without a space for one thing (an address, a path, a
 * number with a sign), and under some locales every character beyond ASCII for a letter. So we say where words end: by a
 * character around every sign that never shows.
 */
const BOUNDARY = '\u0001';

/** What `C++` and `C#` are told from `C` by, as letters that no CV has (Canadian syllabics, which change with no case or accent). */
const SIGNS = new Map([
  ['+', '\u1429'],
  ['#', '\u1428'],
]);
const LETTERS = new Map([...SIGNS].map(([sign, letter]) => [letter, sign]));

/** Signs at the end of a word that are a part of it. */
const WORD_SIGNS = /(?<=\p{L})[+#]{1,2}(?![\p{L}\p{N}+#])/gu;

/** Around what is found in an excerpt, and between two excerpts: characters for private use, which texts are rid of. */
export const MARK = { start: '\uE000', stop: '\uE001', gap: '\uE002' } as const;
const RESERVED = /[\uE000-\uE002]|(?![\n\t])\p{Cc}/gu;

/** A text to be searched and to take excerpts from. */
export function indexable(text: string): string {
  return withLetters(text.normalize('NFC').replace(RESERVED, ' ')).replace(
    /[^\p{L}\p{M}\p{N}\s]/gu,
    `${BOUNDARY}$&${BOUNDARY}`,
  );
}

/** What somebody looks for, for `websearch_to_tsquery`: of all signs only `"` and a leading `-` mean something. */
export function searchable(query: string): string {
  return withLetters(query.normalize('NFC').replace(RESERVED, ' '))
    .replace(/[“”„«»]/g, '"')
    .replace(/(?<=\S)-|[^\p{L}\p{M}\p{N}\s"-]/gu, ' ')
    .trim();
}

/** As it was before {@link indexable}. */
export function readable(text: string): string {
  return text.replaceAll(BOUNDARY, '').replace(/[\u1428\u1429]/g, (letter) => LETTERS.get(letter)!);
}

function withLetters(text: string): string {
  return text.replace(WORD_SIGNS, (signs) => Array.from(signs, (sign) => SIGNS.get(sign)!).join(''));
}

/** Letters that are no letter with an accent, yet are mostly typed as others. */
const PLAIN = new Map(Object.entries({ ß: 'ss', ø: 'o', đ: 'd', ð: 'd', ł: 'l', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' }));

/** In small letters without accents: what is the same so is the same word. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøđðłæœþı]/g, (letter) => PLAIN.get(letter)!);
}

/** The words of a text as they are written, `C++` among them. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[+#]{1,2}(?![\p{L}\p{N}+#]))?/gu) ?? [];
}
