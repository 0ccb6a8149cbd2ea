import type { Logger } from '@discover/telemetry';

import { Arrivals, type Expectation } from './arrivals.js';
import type { Bus } from './bus.js';
import { within, type Clock } from './clock.js';
import { prepare, type Held, type Prepared } from './codec.js';
import { Flights, type Flight } from './flights.js';
import { Generations } from './generations.js';
import type { Invalidations } from './invalidations.js';
import { UNCONFIRMED_MAX_MS, type Level1 } from './level1.js';
import type { Lease, Level2, Reading } from './level2.js';
import { jittered, type CachePolicy } from './policies.js';
import { load, type Source } from './source.js';
import { isTagName } from './tags.js';

/** Where a value came from; `miss`: from the source; `stale`: it is past its time, and being made anew. */
export type CacheStatus = 'l1' | 'l2' | 'miss' | 'stale';

export interface Lookup<Value> {
  /** undefined if the source has no such thing */
  readonly value: Value | undefined;
  readonly status: CacheStatus;
}

/** What a look-up is about. */
export interface Subject {
  readonly policy: CachePolicy;
  readonly key: string;
  /** The names of its tags. */
  readonly tags: readonly string[];
}

export interface ReadsOptions {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly logger: Logger;
  readonly level1: Level1;
  readonly level2: Level2;
  readonly bus: Bus;
  readonly invalidations: Invalidations;
}

/** How long a stale value is good for after the source failed, before the source is asked again. */
const RETRY_SOURCE_MS = 1_000;
/** A source that just makes its deadline still has time to store. */
const LEASE_MARGIN_MS = 1_000;
/**
 * How long one waits for what another process is reading from the source, before asking it as well: the other may have died.
 * Longer than any source that is well takes.
 */
const JOIN_MS = 1_000;

/** How a value is found: each key is read once at a time, by one flight that all share who ask for it meanwhile. */
export class Reads {
  private readonly flights = new Flights<Lookup<unknown>>();
  private readonly generations = new Generations();
  private readonly arrivals = new Arrivals();
  /** Lives of values are so many times those of their policies. */
  ttlFactor = 1;

  constructor(private readonly options: ReadsOptions) {}

  /** What this process keeps for itself. */
  fromMemory(key: string): Lookup<unknown> | undefined {
    const { level1, bus } = this.options;
    const now = this.now();
    const kept = level1.get(key, now, bus.confirmed(now));
    return kept && { value: kept.held.value, status: kept.stale ? 'stale' : 'l1' };
  }

  /** What L2 has, else the source. @throws what the source throws, or AppError `unavailable` */
  async answer(subject: Subject, source: Source<unknown>): Promise<Lookup<unknown>> {
    const now = this.now();
    const trusted = (startedAt: number) => now - startedAt <= UNCONFIRMED_MAX_MS || this.options.bus.confirmed(now);
    const joined = this.flights.join(subject.key, trusted);
    if (joined) return joined.answer;
    const flight = this.flights.start(subject.key, now, this.generations.of(subject.tags));
    void this.fly(flight, subject, source);
    return flight.answer;
  }

  /** What somebody waited for lies in L2, or will not. */
  arrived(key: string): void {
    this.arrivals.announce(key);
  }

  /** Drops this instance’s copies, and keeps what is being read at this moment from becoming one. */
  forget(names: readonly string[] | null): void {
    if (names === null) {
      this.options.level1.clear();
      this.flights.detachAll();
      return;
    }
    for (const name of names) {
      if (isTagName(name)) {
        this.generations.end(name);
      } else {
        this.options.level1.drop(name);
        this.flights.detach(name);
      }
    }
  }

  /** How long a value of this type is fresh that would be for `ttlMs`, in ms. */
  lifeOf({ extendable, jitter }: CachePolicy, ttlMs: number): number {
    const factor = extendable ? this.ttlFactor : Math.min(1, this.ttlFactor);
    return Math.max(1, jittered(ttlMs * factor, jitter, this.options.random()));
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
    if (!this.options.bus.settled(this.now()) || this.options.invalidations.concern([key, ...tags])) return nothing;
    const keptMs = policy.staleMs + policy.graceMs;
    const leaseMs = policy.hardTimeoutMs + LEASE_MARGIN_MS;
    return (await this.options.level2.read({ key, tags }, { keptMs, leaseMs, insist })) ?? nothing;
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
    await within(this.options.clock, old ? policy.softTimeoutMs : JOIN_MS, arrived).catch(() => undefined);
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
    const cancel = answerOld && this.options.clock.after(policy.softTimeoutMs, answerOld);
    try {
      const value = await load(this.options.clock, policy, source, () => flight.doNotStore());
      this.settle(flight, subject, prepare(value), reading.lease);
    } catch (error) {
      if (reading.lease) void this.options.level2.release(subject.key, reading.lease);
      if (!answerOld) throw error;
      this.options.logger.warn(
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
    if (flight.storable)
      void this.options.level2.store(subject, prepared, life + policy.staleMs + policy.graceMs, lease);
    else void this.options.level2.release(subject.key, lease);
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
    const until = this.now() + Math.min(lifeMs, policy.l1MaxMs);
    this.options.level1.keep(key, { held, stale, since, until, generations });
  }

  private now(): number {
    return this.options.clock.now();
  }
}

/** What there is to fall back on; that there was nothing is no such thing. */
function oldOf({ held }: Reading): Held | undefined {
  return held?.value === undefined ? undefined : held;
}
