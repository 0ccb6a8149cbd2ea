import { randomUUID } from 'node:crypto';

import { metrics, type Logger } from '@discover/telemetry';

import type { BreakerState } from './breaker.js';
import { Bus } from './bus.js';
import { systemClock, within, type Clock } from './clock.js';
import { prepare, type Stored } from './codec.js';
import { Invalidations } from './invalidations.js';
import type { CacheKey } from './keys.js';
import { Level1, UNCONFIRMED_MAX_MS, type Level1Watcher } from './level1.js';
import { Level2 } from './level2.js';
import { countLookup } from './lookups.js';
import type { Popular } from './popular.js';
import type { CachePolicy } from './policies.js';
import { Reads, type Lookup } from './reads.js';
import type { Source } from './source.js';
import { nameOf, type CacheTag } from './tags.js';

export interface CacheOptions {
  /** The cache’s Redis (`REDIS_CACHE_URL`). */
  readonly url: string;
  readonly logger: Logger;
  /** Room for L1 in bytes; 100 MB unless told. */
  readonly l1MaxBytes?: number;
  /** The longest that one operation on Redis may take, in ms; 50 unless told. */
  readonly l2TimeoutMs?: number;
  readonly clock?: Clock;
  /** Spreads the ends of lives; in [0, 1). */
  readonly random?: () => number;
}

export interface CacheCondition {
  readonly breaker: BreakerState;
  /** Whether announcements from other instances arrive. */
  readonly bus: boolean;
  readonly l1Bytes: number;
  /** Invalidations that L2 does not have yet. */
  readonly unconfirmedInvalidations: number;
}

declare const isPermit: unique symbol;
/** That a writer has begun: from {@link Cache.beginWrite} for {@link Cache.write}. */
export type WritePermit = string & { readonly [isPermit]: true };

const MEASURED: Level1Watcher = {
  onResize: (bytes, entries) => {
    metrics.cacheBytes.set(bytes);
    metrics.cacheEntries.set(entries);
  },
  onEvicted: () => metrics.cacheEvictions.inc(),
};

/** D1 */
const L1_MAX_BYTES = 100 * 1_024 * 1_024;
/** The most that {@link Cache.setTtlFactor} takes: with it nothing but templates lives longer than ten hours. */
export const MAX_TTL_FACTOR = 10;

/**
 * L1 in the process before L2 in Redis before the source. Redis being down, hung or gone makes look-ups slower, never
 * wrong, and never fail; README.md has the bounds.
 */
export class Cache {
  private readonly clock: Clock;
  private readonly level1: Level1;
  private readonly level2: Level2;
  private readonly bus: Bus;
  private readonly invalidations: Invalidations;
  private readonly reads: Reads;
  private readonly popularListeners = new Set<() => void>();

  private constructor(options: CacheOptions) {
    const { url, logger, clock = systemClock, random = Math.random } = options;
    const instance = randomUUID();
    this.clock = clock;
    this.level1 = new Level1(options.l1MaxBytes ?? L1_MAX_BYTES, MEASURED);
    this.level2 = new Level2({ url, instance, clock, logger, timeoutMs: options.l2TimeoutMs ?? 50 });
    this.bus = new Bus({
      url,
      instance,
      clock,
      logger,
      onInvalidated: (names) => this.reads.forget(names),
      onArrived: (key) => this.reads.arrived(key),
      onPopular: () => this.popularListeners.forEach((listener) => listener()),
    });
    this.invalidations = new Invalidations({
      clock,
      send: (names) => this.level2.invalidate(names),
      purge: () => this.level2.purge(),
    });
    const { level1, level2, bus, invalidations } = this;
    this.reads = new Reads({ clock, random, logger, level1, level2, bus, invalidations });
  }

  /** Never fails: without Redis it begins as one that has just lost it. */
  static async connect(options: CacheOptions): Promise<Cache> {
    const cache = new Cache(options);
    const attempts = Promise.all([cache.level2.attempted, cache.bus.attempted]);
    await within(cache.clock, UNCONFIRMED_MAX_MS, attempts).catch(() => undefined);
    return cache;
  }

  /**
   * The value for a key: from L1, else L2, else the source, which is asked once however many wait.
   *
   * @param tags what else the value depends on: it is not handed out any more once one of them was invalidated. The same
   *   for all who ask for the key.
   * @throws what the source throws, or AppError `unavailable`, if there is no stale value to fall back on
   */
  async get<Type extends string, Value>(
    policy: CachePolicy<Type>,
    key: CacheKey<NoInfer<Type>>,
    source: Source<Value>,
    tags?: readonly CacheTag[],
  ): Promise<Stored<Value> | undefined> {
    return (await this.lookup(policy, key, source, tags)).value;
  }

  /** As {@link get}, and tells where the value came from. */
  async lookup<Type extends string, Value>(
    policy: CachePolicy<Type>,
    key: CacheKey<NoInfer<Type>>,
    source: Source<Value>,
    tags: readonly CacheTag[] = [],
  ): Promise<Lookup<Stored<Value>>> {
    const found =
      this.reads.fromMemory(key) ?? (await this.reads.answer({ policy, key, tags: tags.map(nameOf) }, source));
    countLookup(policy.type, found.status);
    // The key says which type of value this is.
    return found as Lookup<Stored<Value>>;
  }

  /**
   * What {@link get} would hand out from this process's memory, for callers that have something better to do than to wait:
   * undefined says nothing but that `get` has to be asked.
   */
  peek<Value>(policy: CachePolicy, key: CacheKey): Stored<Value> | undefined {
    const found = this.reads.fromMemory(key);
    if (found?.status !== 'l1' || found.value === undefined) return undefined;
    countLookup(policy.type, found.status);
    // The key says which type of value this is.
    return found.value as Stored<Value>;
  }

  /**
   * To be called after the commit that changed what these keys and tags stand for. Once it resolves no `get` on this
   * instance that begins later returns the old value; other instances follow within the bounds of README.md. A tag costs
   * the same however many values are under it.
   *
   * @returns false if Redis could not be reached: it is repeated until it can. Never rejects.
   */
  async invalidate(keys: readonly CacheKey[], tags: readonly CacheTag[] = []): Promise<boolean> {
    const names = [...keys, ...tags.map(nameOf)];
    this.reads.forget(names);
    return this.invalidations.add(names);
  }

  /**
   * The first half of writing through, for a key that has no tags: to be called inside the transaction, while it holds the
   * lock that every writer of the value takes first, and to be settled before the commit. Then {@link write} can tell
   * whether anybody has written since.
   *
   * @returns undefined if Redis could not be asked: `write` then invalidates
   */
  async beginWrite(key: CacheKey): Promise<WritePermit | undefined> {
    const token = await this.level2.beginWrite(key);
    return token === undefined ? undefined : (token as WritePermit);
  }

  /**
   * The second half, after the commit, instead of {@link invalidate}, with the same promise: the value that was committed
   * lies in L2, unless somebody has written since.
   *
   * @returns as `invalidate`
   */
  async write<Type extends string>(
    policy: CachePolicy<Type>,
    key: CacheKey<NoInfer<Type>>,
    value: unknown,
    permit: WritePermit | undefined,
  ): Promise<boolean> {
    if (permit === undefined) return this.invalidate([key]);
    this.reads.forget([key]);
    const lifeMs = this.reads.lifeOf(policy, policy.ttlMs) + policy.staleMs + policy.graceMs;
    const written = await this.level2.write(key, prepare(value), lifeMs, permit);
    if (!written) return this.invalidate([key]);
    // Somebody may have found the old value in L2 just before.
    this.reads.forget([key]);
    return true;
  }

  /** What {@link announcePopular} put there last; undefined if there is nothing, or Redis cannot be asked. */
  async popular(): Promise<Popular | undefined> {
    return this.level2.popular();
  }

  /** Calls `listener` whenever there is a new list, until the returned function is called. */
  onPopular(listener: () => void): () => void {
    this.popularListeners.add(listener);
    return () => void this.popularListeners.delete(listener);
  }

  /**
   * From now on values are stored for so many times the life that their policy gives them: more spares the database, less
   * shortens what a lost invalidation can do. What is stored already keeps its life. Types that must be short-lived
   * (`CachePolicy.extendable`) get no more than their policy’s.
   *
   * @param factor above 0, at most {@link MAX_TTL_FACTOR}
   * @throws RangeError
   */
  setTtlFactor(factor: number): void {
    if (!(factor > 0 && factor <= MAX_TTL_FACTOR))
      throw new RangeError(`A factor of lives is above 0 and at most ${MAX_TTL_FACTOR}.`);
    this.reads.ttlFactor = factor;
  }

  /** For information. No reason to take an instance out of service: it works without Redis. */
  check(): CacheCondition {
    return {
      breaker: this.level2.state,
      bus: this.bus.confirmed(this.clock.now()),
      l1Bytes: this.level1.bytes,
      unconfirmedInvalidations: this.invalidations.waiting,
    };
  }

  async close(): Promise<void> {
    await this.invalidations.close();
    this.bus.close();
    this.level2.close();
    this.reads.forget(null);
  }
}
