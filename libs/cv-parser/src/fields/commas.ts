import type { Slice } from '../conservation/slice.js';
import { UNIT_WORDS, words } from '../lexicon/index.js';
import { isCity } from '../lexicon/places.js';
import { COMMA } from '../lexicon/script.js';
import { evidence } from './evidence.js';
import { placeScore } from './location.js';

/** How a kind of entry tells its two names apart. */
export interface Naming {
  /** Above 0 for what one has done (a title, a degree), below for where. */
  balance: (text: string) => number;
  /** What stands at an end by itself: a kind of employment, a grade. */
  isTail: (text: string) => boolean;
}

const SURE_PLACE = 0.8;
/** Least difference of two names that a comma may part. */
const MIN_CONTRAST = 0.45;

/** Cuts at commas only where that parts two names, a place or a remark: «Engineer, Acme Ltd, Leeds, UK». */
export function cutAtCommas(piece: Slice, naming: Naming): Slice[] {
  const parts = piece.splitOutsideBrackets(COMMA);
  if (parts.length === 1 || (isCity(parts[0]!.text) && placeScore(piece.text) >= SURE_PLACE)) return [piece];
  const { raw } = piece;
  const from = (index: number) => piece.sub(parts[index]!.start - piece.start, raw.length).trim();
  const upTo = (index: number) => piece.sub(0, parts[index]!.end - piece.start).trim();
  const last = parts.length - 1;
  if (naming.isTail(parts[last]!.text)) return [...cutAtCommas(upTo(last - 1), naming), parts[last]!.trim()];
  for (let index = 1; index <= last; index++)
    if (placeScore(from(index).text) >= SURE_PLACE) return [...cutAtCommas(upTo(index - 1), naming), from(index)];
  const remark = parts.findIndex((part, index) => index > 0 && naming.isTail(part.text));
  if (remark > 0)
    return [...cutAtCommas(upTo(remark - 1), naming), parts[remark]!.trim(), ...cutAtCommas(from(remark + 1), naming)];
  const cut = edge(parts.map((part) => naming.balance(part.text)));
  if (cut === null) return [piece];
  const [before, after] = [upTo(cut - 1), from(cut)];
  const first = parts[cut]!;
  // A department between the two is neither.
  if (cut < last && isUnit(first.text)) return [before, first.trim(), from(cut + 1)];
  return [before, after];
}

/** The comma that parts the two names: where what is before and what is after differ most. */
function edge(balances: readonly number[]): number | null {
  let best: number | null = null;
  let most = MIN_CONTRAST;
  for (let cut = 1; cut < balances.length; cut++) {
    const before = Math.max(...balances.slice(0, cut));
    const after = Math.max(...balances.slice(cut));
    const low = before > after ? balances.slice(cut) : balances.slice(0, cut);
    if (Math.max(before, after) < 0.5 || (before < after && balances.length > 2 && Math.min(...low) >= 0)) continue;
    const contrast = Math.abs(before - after);
    if (contrast > most) [best, most] = [cut, contrast];
  }
  return best;
}

function isUnit(text: string): boolean {
  return words(text).some((word) => UNIT_WORDS.has(word)) && evidence(text).employer < 0.9;
}
