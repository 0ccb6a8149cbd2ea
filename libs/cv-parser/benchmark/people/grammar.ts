import type { Random } from './random.js';

export type Gender = 'm' | 'f';

/** What a phrase may refer to. */
export interface Context {
  readonly gender: Gender;
  /** Words for `$name` in phrases. */
  readonly words?: Readonly<Record<string, string>>;
}

/**
 * Writes out a phrase of the vocabulary. `[a|b]` is one of several wordings (they nest), `{3-40}` a number, `<m|f>` the
 * form for a man or a woman, `$city` a word of the context, which `~` ends where letters follow.
 */
export function expand(phrase: string, random: Random, context: Context): string {
  // The forms first: their bar is not the one between wordings.
  const formed = phrase.replace(/<([^<>|]*)\|([^<>|]*)>/g, (_, man: string, woman: string) =>
    context.gender === 'm' ? man : woman,
  );
  return choose(formed, random)
    .replace(/\{(\d+)-(\d+)\}/g, (_, least: string, most: string) =>
      String(random.integer(Number(least), Number(most))),
    )
    .replace(/\$([a-zA-Z]+2?)/g, (whole, word: string) => context.words?.[word] ?? whole)
    .replace(/~/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Chooses from the inside out, until nothing is left to choose. */
function choose(text: string, random: Random): string {
  const innermost = /\[([^[\]]*)\]/.exec(text);
  if (innermost === null) return text;
  const [whole, wordings = ''] = innermost;
  return choose(
    text.replace(whole, () => random.any(wordings.split('|'))),
    random,
  );
}

/** The items of a list that is written one per line or between semicolons. */
export function list(text: string): string[] {
  return text
    .split(/[\n;]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
