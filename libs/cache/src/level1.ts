import { LRUCache } from 'lru-cache';

import type { Held } from './codec.js';
import { present, type Generation } from './generations.js';
import { L1_MAX_MS } from './policies.js';

/**
 * The longest that a copy is trusted which announcements of changes may not have reached: the bound on staleness while
 * the bus is away, in milliseconds.
 */
export const UNCONFIRMED_MAX_MS = 1_000;

export interface Kept {
  readonly held: Held;
  /** Past its time, and kept for a moment because the source fails. */
  readonly stale: boolean;
  /** When the read that gave it began; its age counts from there. */
  readonly since: number;
  readonly until: number;
  /** Those of its tags that it was read in. */
  readonly generations: readonly Generation[];
}

/** Told of what happens to what is kept. */
export interface Level1Watcher {
  readonly onResize: (bytes: number, entries: number) => void;
  /** A value was dropped for room. */
  readonly onEvicted: () => void;
}

const UNWATCHED: Level1Watcher = { onResize: () => undefined, onEvicted: () => undefined };

/** Room for the entry, its key and its place in the table. */
const OVERHEAD_BYTES = 256;

/** L1: what this process keeps for itself, bounded in bytes and in time. Times are those of one Clock. */
export class Level1 {
  private readonly entries: LRUCache<string, Kept>;

  constructor(
    maxBytes: number,
    private readonly watcher: Level1Watcher = UNWATCHED,
  ) {
    this.entries = new LRUCache({
      maxSize: maxBytes,
      dispose: (_kept, _key, reason) => reason === 'evict' && watcher.onEvicted(),
      // One value must not push out most others.
      maxEntrySize: Math.ceil(maxBytes / 8),
      sizeCalculation: ({ held }, key) => held.bytes + 2 * key.length + OVERHEAD_BYTES,
    });
  }

  /** @param confirmed whether all announcements up to a moment ago are known to have arrived */
  get(key: string, now: number, confirmed: boolean): Kept | undefined {
    const kept = this.entries.get(key);
    if (kept === undefined) return undefined;
    const inTime = now < kept.until && (confirmed || now - kept.since <= UNCONFIRMED_MAX_MS);
    if (inTime && present(kept.generations)) return kept;
    this.drop(key);
    return undefined;
  }

  keep(key: string, entry: Kept): void {
    this.entries.set(key, { ...entry, until: Math.min(entry.until, entry.since + L1_MAX_MS) });
    this.resized();
  }

  drop(key: string): void {
    if (this.entries.delete(key)) this.resized();
  }

  clear(): void {
    this.entries.clear();
    this.resized();
  }

  get bytes(): number {
    return this.entries.calculatedSize;
  }

  private resized(): void {
    this.watcher.onResize(this.bytes, this.entries.size);
  }
}
