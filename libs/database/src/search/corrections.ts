import type { Handle } from '../handle.js';
import { countProfilesWith, findNearWords, findOwnTexts } from '../repositories/search.js';
import { isCorrectable, knownWords, nearest, type KnownWord } from './spelling.js';
import { fold, readable, wordsOf } from './text.js';

/** Words of one query that are looked up. */
const MOST_WORDS = 8;
/** Candidates for one word whose profiles are counted. */
const MOST_CANDIDATES = 5;
/** A word that is found is taken for a slip only if the other one is so many times as frequent. */
const FREQUENT = 10;

/** A known word and in how many documents it is. */
interface CountedWord extends KnownWord {
  count: number;
}

/** The same words with what was probably meant in place of those that are misspelt; null if none seems to be. */
export async function correct(
  handle: Handle,
  { userId, words, languages }: { userId: string | null; words: string; languages: readonly string[] },
): Promise<string | null> {
  const asked = [...new Set(wordsOf(words).map(fold))].filter(isCorrectable).slice(0, MOST_WORDS);
  const own = userId === null ? null : countWords(await findOwnTexts(handle, userId));
  const better = new Map<string, string>();
  for (const word of asked) {
    const [self, ...others] = own ? nearOf(word, own) : await nearProfiles(handle, word, languages);
    const best = others.sort((a, b) => b.count - a.count)[0];
    if (best && best.count > FREQUENT * self!.count) better.set(word, best.spelling);
  }
  if (better.size === 0) return null;
  return words.replace(/[\p{L}\p{M}]+/gu, (word) => better.get(fold(word)) ?? word);
}

/** The word itself, and those that are nearest to it. */
function nearOf(word: string, known: readonly CountedWord[]): CountedWord[] {
  const self = known.find((candidate) => candidate.word === word) ?? { word, spelling: word, count: 0 };
  return [self, ...nearest(word, known)];
}

async function nearProfiles(handle: Handle, word: string, languages: readonly string[]): Promise<CountedWord[]> {
  const candidates = nearest(word, await findNearWords(handle, word)).slice(0, MOST_CANDIDATES);
  const all = [{ word, spelling: word }, ...candidates];
  const counts = await countProfilesWith(
    handle,
    all.map(({ spelling }) => spelling),
    languages,
  );
  return all.map((known, index) => ({ ...known, count: counts[index]! }));
}

/** In how many of these texts each word is. */
function countWords(bodies: readonly string[]): CountedWord[] {
  const counted = new Map<string, CountedWord>();
  for (const { word, spelling } of bodies.flatMap((body) => knownWords(readable(body)))) {
    const before = counted.get(word);
    counted.set(word, { word, spelling: before?.spelling ?? spelling, count: (before?.count ?? 0) + 1 });
  }
  return [...counted.values()];
}
