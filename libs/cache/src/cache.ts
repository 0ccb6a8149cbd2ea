import { randomUUID } from 'node:crypto';

import { metrics, type Logger } from '@discover/telemetry';

import { Arrivals, type Expectation } from './arrivals.js';
import type { BreakerState } from './breaker.js';
import { Bus } from './bus.js';
import { systemClock, within, type Clock } from './clock.js';
import { prepare, type Held, type Prepared, type Stored } from './codec.js';
import { Flights, type Flight } from './flights.js';
import { Generations } from './generations.js';
import { Invalidations } from './invalidations.js';
import type { CacheKey } from './keys.js';
import { Level1, UNCONFIRMED_MAX_MS, type Level1Watcher } from './level1.js';
import { Level2, type Lease, type Reading } from './level2.js';
import { countLookup } from './lookups.js';
import type { Popular } from './popular.js';
import { jittered, type CachePolicy } from './policies.js';
import { load, type Source } from './source.js';
import { isTagName, nameOf, type CacheTag } from './tags.js';

/** Where a value came from; `miss`: from the source; `stale`: it is past its time, and being made anew. */
export type CacheStatus = 'l1' | 'l2' | 'miss' | 'stale';

export interface Lookup<Value> {
  /** undefined if the source has no such thing */
  readonly value: Value | undefined;
  readonly status: CacheStatus;
}

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

/** What a look-up is about. */
interface Subject {
  readonly policy: CachePolicy;
  readonly key: string;
  /** The names of its tags. */
  readonly tags: readonly string[];
}

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
/** How long a stale value is good for after the source failed, before the source is asked again. */
const RETRY_SOURCE_MS = 1_000;
/** A source that just makes its deadline still has time to store. */
const LEASE_MARGIN_MS = 1_000;
/**
 * How long one waits for what another process is reading from the source, before asking it as well: the other may have died.
 * Longer than any source that is well takes.
 */
const JOIN_MS = 1_000;

/**
 * L1 in the process before L2 in Redis before the source. Redis being down, hung or gone makes look-ups slower, never
 * wrong, and never fail; README.md has the bounds.
 */
export class Cache {
  private readonly clock: Clock;
  private readonly random: () => number;
  private readonly logger: Logger;
  private readonly level1: Level1;
  private readonly level2: Level2;
  private readonly bus: Bus;
  private readonly flights = new Flights<Lookup<unknown>>();
  private readonly generations = new Generations();
  private readonly arrivals = new Arrivals();
  private readonly invalidations: Invalidations;
  private readonly popularListeners = new Set<() => void>();
  private ttlFactor = 1;

  private constructor(options: CacheOptions) {
    const { url, logger, clock = systemClock } = options;
    const instance = randomUUID();
    this.clock = clock;
    this.random = options.random ?? Math.random;
    this.logger = logger;
    this.level1 = new Level1(options.l1MaxBytes ?? L1_MAX_BYTES, MEASURED);
    this.level2 = new Level2({ url, instance, clock, logger, timeoutMs: options.l2TimeoutMs ?? 50 });
    this.bus = new Bus({
      url,
      instance,
      clock,
      logger,
      onInvalidated: (names) => this.forget(names),
      onArrived: (key) => this.arrivals.announce(key),
      onPopular: () => this.popularListeners.forEach((listener) => listener()),
    });
    this.invalidations = new Invalidations({
      clock,
      send: (names) => this.level2.invalidate(names),
      purge: () => this.level2.purge(),
    });
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
    const found = this.fromLevel1(key) ?? (await this.joinOrStart(policy, key, tags, source).answer);
    countLookup(policy.type, found.status);
    // The key says which type of value this is.
    return found as Lookup<Stored<Value>>;
  }

  /**
   * What {@link get} would hand out from this process's memory, for callers that have something better to do than to wait:
   * undefined says nothing but that `get` has to be asked.
   */
  peek<Value>(policy: CachePolicy, key: CacheKey): Stored<Value> | undefined {
    const found = this.fromLevel1(key);
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
    this.forget(names);
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
    this.forget([key]);
    const lifeMs = this.lifeOf(policy, policy.ttlMs) + policy.staleMs + policy.graceMs;
    const written = await this.level2.write(key, prepare(value), lifeMs, permit);
    if (!written) return this.invalidate([key]);
    // Somebody may have found the old value in L2 just before.
    this.forget([key]);
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
    this.ttlFactor = factor;
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
    this.forget(null);
  }

  private fromLevel1(key: string): Lookup<unknown> | undefined {
    const now = this.clock.now();
    const kept = this.level1.get(key, now, this.bus.confirmed(now));
    return kept && { value: kept.held.value, status: kept.stale ? 'stale' : 'l1' };
  }

  private joinOrStart(
    policy: CachePolicy,
    key: string,
    tags: readonly CacheTag[],
    source: Source<unknown>,
  ): Flight<Lookup<unknown>> {
    const now = this.clock.now();
    const trusted = (startedAt: number) => now - startedAt <= UNCONFIRMED_MAX_MS || this.bus.confirmed(now);
    const joined = this.flights.join(key, trusted);
    if (joined) return joined;
    const names = tags.map(nameOf);
    const flight = this.flights.start(key, now, this.generations.of(names));
    void this.fly(flight, { policy, key, tags: names }, source);
    return flight;
  }

  private async fly(flight: Flight<Lookup<unknown>>, subject: Subject, source: Source<unknown>) {
    const { key } = subject;
    const expectation = this.arrivals.expect(key);
    try {
      const first = await this.readLevel2(subject);
      const reading = first.lease?.first === false ? await this.join(flight, subject, first, expectation) : first;
      if (!reading) return;
      if (reading.held && reading.freshMs > 0) {
        this.keep(flight, subject, reading.held, reading.freshMs);
        flight.resolve({ value: reading.held.value, status: 'l2' });
      } else {
        await this.renew(flight, subject, source, reading);
      }
    } catch (error) {
      flight.reject(error);
    } finally {
      expectation.forget();
      this.flights.finish(key, flight);
    }
  }

  /** What L2 has, if what it has can be believed at the moment. */
  private async readLevel2({ policy, key, tags }: Subject, insist = false): Promise<Reading> {
    const nothing: Reading = { freshMs: 0 };
    if (!this.bus.settled(this.clock.now()) || this.invalidations.concern([key, ...tags])) return nothing;
    const keptMs = policy.staleMs + policy.graceMs;
    const leaseMs = policy.hardTimeoutMs + LEASE_MARGIN_MS;
    return (await this.level2.read({ key, tags }, { keptMs, leaseMs, insist })) ?? nothing;
  }

  /**
   * While another process asks the source: what L2 has when that one is done, or when it takes too long. Undefined if the old
   * value has been handed out instead; then the other goes on making it anew.
   */
  private async join(
    flight: Flight<Lookup<unknown>>,
    subject: Subject,
    reading: Reading,
    { arrived }: Expectation,
  ): Promise<Reading | undefined> {
    const { policy } = subject;
    const old = oldOf(reading);
    if (old && reading.freshMs > -policy.staleMs) {
      flight.resolve({ value: old.value, status: 'stale' });
      return undefined;
    }
    await within(this.clock, old ? policy.softTimeoutMs : JOIN_MS, arrived).catch(() => undefined);
    const again = await this.readLevel2(subject, old === undefined);
    if (!old || again.lease?.first !== false) return again;
    flight.resolve({ value: old.value, status: 'stale' });
    return undefined;
  }

  /** Asks the source; answers with the old value, if there is one, as soon as the policy says not to wait longer. */
  private async renew(
    flight: Flight<Lookup<unknown>>,
    subject: Subject,
    source: Source<unknown>,
    reading: Reading,
  ): Promise<void> {
    const { policy } = subject;
    const old = oldOf(reading);
    const answerOld = old && (() => flight.resolve({ value: old.value, status: 'stale' }));
    if (reading.freshMs > -policy.staleMs) answerOld?.();
    const cancel = answerOld && this.clock.after(policy.softTimeoutMs, answerOld);
    try {
      const value = await load(this.clock, policy, source, () => flight.doNotStore());
      this.settle(flight, subject, prepare(value), reading.lease);
    } catch (error) {
      if (reading.lease) void this.level2.release(subject.key, reading.lease);
      if (!answerOld) throw error;
      this.logger.warn(
        { type: policy.type, error: (error as Error).name },
        'A source failed: its stale value is used.',
      );
      this.keep(flight, subject, old, RETRY_SOURCE_MS, true);
      answerOld();
    } finally {
      cancel?.();
    }
  }

  /** Hands out a new value and stores it in both levels. */
  private settle(
    flight: Flight<Lookup<unknown>>,
    subject: Subject,
    prepared: Prepared,
    lease: Lease | undefined,
  ): void {
    const { policy } = subject;
    const { held } = prepared;
    const ttlMs = held.value === undefined ? policy.negativeTtlMs : policy.ttlMs;
    const life = this.lifeOf(policy, ttlMs);
    this.keep(flight, subject, held, life);
    flight.resolve({ value: held.value, status: 'miss' });
    if (!lease) return;
    if (flight.storable) void this.level2.store(subject, prepared, life + policy.staleMs + policy.graceMs, lease);
    else void this.level2.release(subject.key, lease);
  }

  private lifeOf({ extendable, jitter }: CachePolicy, ttlMs: number): number {
    const factor = extendable ? this.ttlFactor : Math.min(1, this.ttlFactor);
    return Math.max(1, jittered(ttlMs * factor, jitter, this.random()));
  }

  private keep(
    flight: Flight<Lookup<unknown>>,
    { policy, key }: Subject,
    held: Held,
    lifeMs: number,
    stale = false,
  ): void {
    if (!flight.storable) return;
    const { startedAt: since, generations } = flight;
    const until = this.clock.now() + Math.min(lifeMs, policy.l1MaxMs);
    this.level1.keep(key, { held, stale, since, until, generations });
  }

  /** Drops this instance’s copies, and keeps what is being read at this moment from becoming one. */
  private forget(names: readonly string[] | null): void {
    if (names === null) {
      this.level1.clear();
      this.flights.detachAll();
      return;
    }
    for (const name of names) {
      if (isTagName(name)) {
        this.generations.end(name);
      } else {
        this.level1.drop(name);
        this.flights.detach(name);
      }
    }
  }
}

/** What there is to fall back on; that there was nothing is no such thing. */
function oldOf({ held }: Reading): Held | undefined {
  return held?.value === undefined ? undefined : held;
}
