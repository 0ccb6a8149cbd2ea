/** Numbers in [0, 1) that only the seed decides: mulberry32, by Tommy Ettinger, public domain. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [result[index], result[other]] = [result[other]!, result[index]!];
  }
  return result;
}

/**
 * Draws numbers below `count` as people look at things: the one at place r is drawn as often as 1/r says (Zipf’s law with
 * exponent 1).
 */
export function zipf(count: number, random: () => number): () => number {
  const upTo: number[] = [];
  let sum = 0;
  for (let place = 1; place <= count; place++) upTo.push((sum += 1 / place));
  return () => {
    const drawn = random() * sum;
    return upTo.findIndex((share) => drawn < share);
  };
}
