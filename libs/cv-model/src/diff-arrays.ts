import { canonicalJson } from './canonical.js';

/** Which item of an array became which of another. */
export interface Alignment {
  /** For each item of the later array the index of the earlier one that it was; undefined if it is new. */
  readonly origins: readonly (number | undefined)[];
  /** Indices of earlier items that keep their order among themselves and so need not move. */
  readonly settled: ReadonlySet<number>;
}

/** Longest arrays that are compared item by item; no CV comes near, and longer ones are replaced whole. */
const MAX_ITEMS = 2_000;
/** Most pairs of items that are weighed for their likeness. */
const MAX_PAIRS = 10_000;
/** Share of equal members from which two objects are the same item, changed. */
const ALIKE = 0.3;

/**
 * Pairs equal items first, then alike ones, then what is left between the same neighbours; what then keeps its order is
 * found as a longest increasing subsequence. Null for arrays that are too long.
 */
export function alignItems(before: readonly unknown[], after: readonly unknown[]): Alignment | null {
  if (Math.max(before.length, after.length) > MAX_ITEMS) return null;
  const origins: (number | undefined)[] = after.map(() => undefined);
  pairEqual(before, after, origins);
  pairAlike(before, after, origins);
  pairNeighbours(before, origins);
  return { origins, settled: longestIncreasing(origins) };
}

function pairEqual(before: readonly unknown[], after: readonly unknown[], origins: (number | undefined)[]): void {
  const texts = [before.map(canonicalJson), after.map(canonicalJson)] as const;
  // Both ends first, so that a repeated item is paired with the one in its own place.
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && texts[0][start] === texts[1][start]) origins[start] = start++;
  let end = 0;
  while (end < shorter - start && texts[0].at(-1 - end) === texts[1].at(-1 - end)) {
    end++;
    origins[after.length - end] = before.length - end;
  }
  const byText = Map.groupBy([...before.keys()].slice(start, before.length - end), (index) => texts[0][index]!);
  for (let index = start; index < after.length - end; index++) origins[index] = byText.get(texts[1][index]!)?.shift();
}

function pairAlike(before: readonly unknown[], after: readonly unknown[], origins: (number | undefined)[]): void {
  const free = new Map([...unpaired(before, origins)].map((index) => [index, membersOf(before[index])]));
  const open = [...origins.keys()].filter((index) => origins[index] === undefined);
  if (free.size * open.length > MAX_PAIRS) return;
  for (const index of open) {
    const members = membersOf(after[index]);
    let best = { origin: -1, likeness: 0 };
    for (const [origin, candidate] of free) {
      const likeness = likenessOf(candidate, members);
      if (likeness > best.likeness) best = { origin, likeness };
    }
    if (best.likeness < ALIKE) continue;
    origins[index] = best.origin;
    free.delete(best.origin);
  }
}

/** What is left on both sides between the same two items that stay is taken for changed, in its order. */
function pairNeighbours(before: readonly unknown[], origins: (number | undefined)[]): void {
  const settled = longestIncreasing(origins);
  const free = unpaired(before, origins);
  const gaps = new Map<number, number[]>();
  let gap = -1;
  for (const index of before.keys()) {
    if (settled.has(index)) gap = index;
    else if (free.has(index)) gaps.set(gap, [...(gaps.get(gap) ?? []), index]);
  }
  gap = -1;
  for (const [index, origin] of origins.entries()) {
    if (origin === undefined) origins[index] = gaps.get(gap)?.shift();
    else if (settled.has(origin)) gap = origin;
  }
}

function unpaired(before: readonly unknown[], origins: readonly (number | undefined)[]): Set<number> {
  const paired = new Set(origins);
  return new Set([...before.keys()].filter((index) => !paired.has(index)));
}

/** Members of an object or array as text, by their names; none of anything else. */
function membersOf(item: unknown): ReadonlyMap<string, string> {
  if (typeof item !== 'object' || item === null) return new Map();
  return new Map(Object.entries(item).map(([name, member]) => [name, canonicalJson(member)]));
}

/** Share of the members of both that are equal in both: 0 … 1. */
function likenessOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  const equal = [...after].filter(([name, text]) => before.get(name) === text).length;
  const names = before.size + after.size - [...after.keys()].filter((name) => before.has(name)).length;
  return equal / Math.max(1, names);
}

/** A longest subsequence that increases, by patience sorting (Fredman, 1975): O(n log n). */
function longestIncreasing(values: readonly (number | undefined)[]): Set<number> {
  /** The smallest value that ends an increasing subsequence of each length, and what came before each value in its own. */
  const ends: number[] = [];
  const predecessors = new Map<number, number | undefined>();
  for (const value of values) {
    if (value === undefined) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! < value) low = middle + 1;
      else high = middle;
    }
    predecessors.set(value, ends[low - 1]);
    ends[low] = value;
  }
  const longest = new Set<number>();
  for (let value = ends.at(-1); value !== undefined; value = predecessors.get(value)) longest.add(value);
  return longest;
}
