/** Letters that other scripts write in one way and keyboards in several, and digits of other scripts. */
const VARIANTS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ё: 'е',
  Ё: 'Е',
};
const VARIANT = /[أإآٱىیکёЁ\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19\u3000]/g;
/** First code of each block of ten digits. */
const DIGITS = [0x660, 0x6f0, 0x966, 0xff10];

/** One spelling for letters and digits that have several. Of the same length, so that places in the text stay valid. */
export function plain(text: string): string {
  return text.replace(VARIANT, (sign) => {
    const code = sign.charCodeAt(0);
    if (code === 0x3000) return ' ';
    const zero = DIGITS.find((first) => code >= first && code < first + 10);
    return zero === undefined ? VARIANTS[sign]! : String(code - zero);
  });
}

/** Characters of which each is about a word's half and which stand without spaces. */
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Length in Latin letters: an ideograph says as much as two. */
export function breadth(text: string): number {
  return text.length + (text.match(IDEOGRAPH)?.length ?? 0);
}

/** Number of words; two ideographs count as one. */
export function wordCount(text: string): number {
  const ideographs = text.match(IDEOGRAPH)?.length ?? 0;
  return text.trim().split(/\s+/).length + Math.max(0, Math.ceil(ideographs / 2) - 1);
}

/** A comma between two parts: with a space, or one of a script that writes none. */
export const COMMA = /,\s+|[，、،]\s*|(?<=\p{Script=Han}),\s*|,(?=\p{Script=Han})/u;
