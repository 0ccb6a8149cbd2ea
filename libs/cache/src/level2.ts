import { randomUUID } from 'node:crypto';

import type { Redis } from 'ioredis';
import { metrics, type Logger } from '@discover/telemetry';

import { Breaker, type BreakerState } from './breaker.js';
import { within, type Clock } from './clock.js';
import { decode, encode, type Held, type Prepared } from './codec.js';
import { connectFailFast } from './connection.js';
import { readPopular, type Popular } from './popular.js';
import { defineScripts, keysOf, leaseOf, TOKEN_LENGTH, writerToken } from './scripts.js';
import { isTagName } from './tags.js';

/** Where invalidated keys are announced: JSON {@link Announcement}. */
export const CHANNEL = 'v1:cache-invalidations';

export interface Announcement {
  /** The instance that announces, which has dropped its own copies already. */
  readonly from: string;
  /** Names of keys and of tags, in one list as the release before tags reads it; `null`: everything. */
  readonly keys: readonly string[] | null;
}

/** What L2 knows about a key. */
export interface Reading {
  readonly held?: Held;
  /** How long it is fresh still, in ms; not positive if it no longer is. */
  readonly freshMs: number;
  /** The right to store a value whose reading from the source begins now. */
  readonly lease?: Lease;
}

export interface Lease {
  /** Good only while no tag of the value is invalidated. */
  readonly token: string;
  /** Whether it was got to read the source at once: otherwise somebody else is reading it. */
  readonly first: boolean;
}

/** Where a value lies, and the names of the tags that it lies under. */
export interface Place {
  readonly key: string;
  readonly tags: readonly string[];
}

export interface ReadOptions {
  /** How long values of this type are kept after they were fresh, in ms. */
  readonly keptMs: number;
  /** How long the source may take, in ms. */
  readonly leaseMs: number;
  /** Whether the caller will ask the source even if somebody else does. */
  readonly insist: boolean;
}

export interface Level2Options {
  readonly url: string;
  readonly instance: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The longest that one operation may take. */
  readonly timeoutMs: number;
}

/** Larger values are not shared: carrying one would use up the time of the other operations. */
const MAX_VALUE_BYTES = 4 * 1_024 * 1_024;
const BREAKER = { failures: 5, overMs: 100, openMs: 500 };
const KEYS_PER_BATCH = 500;

/** Longer than a transaction takes from its lock to what follows its commit; in milliseconds. */
const WRITE_MS = 10_000;

const OPERATIONS = ['read', 'store', 'write', 'invalidate', 'purge'] as const;
type Operation = (typeof OPERATIONS)[number];

/** L2: the shared cache in Redis. No method ever rejects, and none takes longer than a few times `timeoutMs`. */
export class Level2 {
  /** Settles after the first attempt to connect, however it went. */
  readonly attempted: Promise<void>;
  private readonly redis: Redis;
  private readonly breaker: Breaker;

  constructor(private readonly options: Level2Options) {
    // From 0, so that the first of each is seen as an increase.
    for (const operation of OPERATIONS) metrics.cacheErrors.inc({ operation }, 0);
    this.redis = connectFailFast(options.url);
    defineScripts(this.redis);
    this.attempted = new Promise((resolve) => {
      this.redis.once('ready', resolve).once('close', resolve);
    });
    this.breaker = new Breaker(options.clock, BREAKER, (state) => this.breakerTurned(state));
  }

  get state(): BreakerState {
    return this.breaker.state;
  }

  /** @returns undefined if Redis could not be asked */
  async read({ key, tags }: Place, { keptMs, leaseMs, insist }: ReadOptions): Promise<Reading | undefined> {
    const args = [randomUUID(), leaseMs, keptMs, insist ? 1 : 0] as const;
    const reply = await this.attempt('read', () => this.redis.cacheReadBuffer(...keysOf(key, tags), ...args));
    if (!reply) return undefined;
    const [encoded, freshMs, token, first] = reply;
    const rest = { freshMs, ...(token && { lease: { token: token.toString(), first: first === 1 } }) };
    if (!encoded) return rest;
    try {
      return { held: decode(encoded.subarray(tags.length * TOKEN_LENGTH)), ...rest };
    } catch {
      metrics.cacheErrors.inc({ operation: 'decode' });
      await this.attempt('invalidate', () => this.redis.unlink(key));
      return undefined;
    }
  }

  /** Stores a value if nobody invalidated its key or one of its tags since the lease was given. */
  async store({ key, tags }: Place, value: Prepared, lifeMs: number, lease: Lease): Promise<void> {
    if (value.body.length > MAX_VALUE_BYTES) return this.release(key, lease);
    const encoded = await encode(value);
    await this.attempt('store', () => this.redis.cacheStore(...keysOf(key, tags), lease.token, encoded, lifeMs));
  }

  /** Says that nothing will be stored under the lease. */
  async release(key: string, lease: Lease): Promise<void> {
    await this.attempt('store', () => this.redis.cacheRelease(...keysOf(key), lease.token));
  }

  /** Deletes values and leases, and tokens of tags, then announces it; in this order, or an instance that heard of it could read them again. */
  async invalidate(names: readonly string[]): Promise<boolean> {
    for (let start = 0; start < names.length; start += KEYS_PER_BATCH) {
      const some = names.slice(start, start + KEYS_PER_BATCH);
      const done = await this.attempt('invalidate', async () => {
        const unlink = this.redis.unlink(...some.flatMap((name) => (isTagName(name) ? name : [name, leaseOf(name)])));
        await Promise.all([unlink, this.announce(some)]);
        return this.arrived();
      });
      if (!done) return false;
    }
    return true;
  }

  /** The lease of one who is about to write what the key stands for, and whose turn it is; undefined if Redis could not be asked. */
  async beginWrite(key: string): Promise<string | undefined> {
    const token = writerToken(randomUUID());
    const set = await this.attempt('write', () => this.redis.set(leaseOf(key), token, 'PX', WRITE_MS));
    return set && token;
  }

  /**
   * Stores what was committed under a writer’s lease and announces the change, as {@link invalidate} does; where the lease is
   * gone it only invalidates. False if neither can be said to be done.
   */
  async write(key: string, value: Prepared, lifeMs: number, token: string): Promise<boolean> {
    if (value.body.length > MAX_VALUE_BYTES) return false;
    const encoded = await encode(value);
    const done = await this.attempt('write', async () => {
      const written = this.redis.cacheWrite(...keysOf(key), token, encoded, lifeMs);
      await Promise.all([written, this.announce([key])]);
      return this.arrived();
    });
    return done ?? false;
  }

  /** Deletes whatever the cache has put there, and announces it. Leases first: none may store behind the deletion. */
  async purge(): Promise<boolean> {
    for (const pattern of ['lease:*', 'tag:*', 'waiting:*', 'v[0-9]*:*']) {
      let cursor = '0';
      do {
        const page = await this.attempt('purge', async () => {
          const [next, found] = await this.redis.scan(cursor, 'MATCH', pattern, 'COUNT', KEYS_PER_BATCH);
          if (found.length > 0) await this.redis.unlink(...found);
          return { next };
        });
        if (!page) return false;
        cursor = page.next;
      } while (cursor !== '0');
    }
    return (await this.attempt('purge', () => this.announce(null))) !== undefined;
  }

  async popular(): Promise<Popular | undefined> {
    return this.attempt('read', () => readPopular(this.redis));
  }

  close(): void {
    this.redis.disconnect();
  }

  /**
   * Redis may answer us before it has written to those who listen, but it has written to all before it reads its next
   * command: then the news is on its way to every instance before our caller can tell anybody of the change.
   */
  private async arrived(): Promise<true> {
    await this.redis.ping();
    return true;
  }

  private announce(keys: readonly string[] | null): Promise<number> {
    return this.redis.publish(CHANNEL, JSON.stringify({ from: this.options.instance, keys } satisfies Announcement));
  }

  /** One operation within its time, if the breaker admits it; undefined if it failed or was refused. */
  private async attempt<T>(operation: Operation, call: () => Promise<T>): Promise<T | undefined> {
    if (!this.breaker.admits()) {
      metrics.cacheErrors.inc({ operation });
      return undefined;
    }
    try {
      const result = await within(this.options.clock, this.options.timeoutMs, call());
      this.breaker.succeeded();
      return result;
    } catch {
      metrics.cacheErrors.inc({ operation });
      this.breaker.failed();
      return undefined;
    }
  }

  private breakerTurned(state: BreakerState): void {
    metrics.cacheBreakerOpen.set(state === 'closed' ? 0 : 1);
    if (state === 'half-open') metrics.cacheBreakerTrials.inc();
    // After lost packets TCP waits longer and longer before it sends again; a new connection does not.
    if (state === 'open' && this.redis.status === 'ready') this.redis.disconnect(true);
    const level = state === 'open' ? 'warn' : 'info';
    this.options.logger[level]({ breaker: state }, 'The circuit breaker of the shared cache turned.');
  }
}
