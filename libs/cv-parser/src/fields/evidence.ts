import {
  EMPLOYER_WORDS,
  fold,
  HEAD_FIRST,
  HEAD_LAST,
  INSTITUTION_WORDS,
  POSITION_WORDS,
  SELF_EMPLOYED,
  TRADE_WORDS,
  words,
} from '../lexicon/index.js';
import { isCity } from '../lexicon/places.js';

/** What the words of a text say about whether it names a job or who gave it; 0 nothing … about 2 both loudly. */
export interface Evidence {
  title: number;
  employer: number;
}

/** Weights of a word by its kind and by whether it is the head of its phrase. */
const HEAD = 1;
const ASIDE = 0.6;
const ENDING = 0.55;
const TRADE_HEAD = 0.5;
const TRADE_ASIDE = 0.1;
const MAX = 2;
/** «Freelance» beside a title stands for the employer; alone it is neither. */
const SELF_BALANCE = -0.4;
const CACHE_SIZE = 2000;

/** Words after which the head of «Head of Sales» or «Leiter der Küche» has been named. */
const PREPOSITION = /\s(?:of|for|in|at|to|with|für|im|in|bei|der|des|von|am|zur|zum|mit|and|und)\s/iu;
const BREAK = /[,;:(–—|/\n\t]|\s-\s/u;

const cache = new Map<string, Evidence>();

/** The signs of a text, by its words and their forms, in any of the languages that are read. */
export function evidence(text: string): Evidence {
  const known = cache.get(text);
  if (known) return known;
  if (cache.size > CACHE_SIZE) cache.clear();
  const found = weigh(text);
  cache.set(text, found);
  return found;
}

function weigh(text: string): Evidence {
  const phrase = text.split(BREAK, 1)[0]!.trim();
  const core = wordsOf(phrase.split(PREPOSITION, 1)[0]!);
  const first = core[0] ?? '';
  const last = core.at(-1) ?? '';
  let title = 0;
  let employer = 0;
  for (const word of new Set(wordsOf(text))) {
    const isFirst = word === first;
    const isLast = word === last;
    if (POSITION_WORDS.has(word)) title += isFirst || (isLast && HEAD_LAST.titles.has(word)) ? HEAD : ASIDE;
    if (EMPLOYER_WORDS.has(word) || INSTITUTION_WORDS.has(word)) employer += isLast ? HEAD : isFirst ? 0.9 : ASIDE;
    else if (TRADE_WORDS.has(word)) {
      // «Leiter Technik», «Manager Sales»: after a title a trade is only its field.
      const heads =
        (isLast && HEAD_LAST.trades.has(word) && !POSITION_WORDS.has(first)) ||
        (isFirst && !isLast && HEAD_FIRST.trades.has(word));
      employer += heads && core.length > 1 ? TRADE_HEAD : TRADE_ASIDE;
    }
  }
  if (title === 0 && employer < HEAD && !isCity(phrase)) {
    if (HEAD_LAST.endings.has(last) || HEAD_FIRST.endings.has(first)) title += ENDING;
  }
  if (/["“”„«»]|\s&\s\p{Lu}/u.test(text)) employer += 0.3;
  return { title: Math.min(MAX, title), employer: Math.min(MAX, employer) };
}

/** Words once each: with an ending full stop only where a list has it so, «inc.». */
function wordsOf(text: string): string[] {
  const all = words(text);
  const isDotted = (index: number) =>
    all[index + 1] !== undefined && all[index]!.replace(/[.'-]+$/, '') === all[index + 1];
  const keepsDot = (index: number) => EMPLOYER_WORDS.has(all[index]!) && !EMPLOYER_WORDS.has(all[index + 1]!);
  return all.filter((_, index) =>
    isDotted(index) ? keepsDot(index) : !(index > 0 && isDotted(index - 1) && keepsDot(index - 1)),
  );
}

/** Above 0 for a title, below for an employer. */
export function titleBalance(text: string): number {
  if (SELF_EMPLOYED.has(fold(text))) return SELF_BALANCE;
  const { title, employer } = evidence(text);
  return title - employer - (fold(text).split(' ').length > 9 ? 1 : 0);
}
