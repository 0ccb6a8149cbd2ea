/**
 * Which part of the words a person may be made of. One item in five of every list of the vocabulary is kept for the
 * held-out half of the corpus, where it is drawn half of the time: what is tuned on the other half has never seen it.
 */
export type Half = 'tuning' | 'held-out';

/** Lists shorter than this are not split: too little would be left of them. */
const MIN_SPLIT = 5;
const KEPT_OF_FIVE = 3;

const isKept = (index: number, length: number): boolean => length >= MIN_SPLIT && index % 5 === KEPT_OF_FIVE;

/** Choices that only the seed (and the half) decides. */
export class Random {
  private state: number;

  constructor(
    seed: number,
    readonly half: Half = 'tuning',
  ) {
    this.state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0;
  }

  /** In [0, 1): mulberry32, by Tommy Ettinger, public domain. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** One of a list of the vocabulary, as far as this half may use it. */
  pick<T>(items: readonly T[]): T {
    const open = this.open(items);
    return open[Math.floor(this.next() * open.length)]!;
  }

  /** One of a list of which both halves may use everything: no vocabulary, but structure. */
  any<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** Several different ones, in random order; fewer if there are no more. */
  sample<T>(items: readonly T[], count: number): T[] {
    const kept = items.filter((_, index) => isKept(index, items.length));
    const free = this.shuffle(items.filter((_, index) => !isKept(index, items.length)));
    if (this.half === 'tuning') return free.slice(0, count);
    const fromKept = this.shuffle(kept).slice(0, Math.ceil(count / 2));
    return this.shuffle([...fromKept, ...free.slice(0, Math.max(0, count - fromKept.length))]);
  }

  shuffle<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let index = result.length - 1; index > 0; index--) {
      const other = Math.floor(this.next() * (index + 1));
      [result[index], result[other]] = [result[other]!, result[index]!];
    }
    return result;
  }

  /** One of the keys, by their weights. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let rest = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) if ((rest -= weight) < 0) return key;
    return entries.at(-1)![0];
  }

  private open<T>(items: readonly T[]): readonly T[] {
    const kept = this.half === 'held-out' && this.chance(0.5);
    const open = items.filter((_, index) => isKept(index, items.length) === kept);
    return open.length > 0 ? open : items;
  }
}
