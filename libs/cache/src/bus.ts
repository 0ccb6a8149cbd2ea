import type { Redis } from 'ioredis';
import { metrics, type Logger } from '@discover/telemetry';

import { within, type Clock } from './clock.js';
import { connectFailFast } from './connection.js';
import { UNCONFIRMED_MAX_MS } from './level1.js';
import { CHANNEL, type Announcement } from './level2.js';
import { POPULAR_CHANNEL } from './popular.js';
import { ARRIVALS } from './scripts.js';

export interface BusOptions {
  readonly url: string;
  readonly instance: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Somebody else invalidated these keys and tags; `null`: announcements may have been missed, so it could be any. */
  readonly onInvalidated: (keys: readonly string[] | null) => void;
  /** What somebody waited for lies in L2, or will not. */
  readonly onArrived: (key: string) => void;
  /** There is a new list of what is popular. */
  readonly onPopular: () => void;
}

/** How often the connection is proved to be alive. */
const HEARTBEAT_MS = 250;

/**
 * How long after a loss Redis is distrusted: a Redis that hung and comes back still holds what others could not
 * invalidate meanwhile. They repeat that within ~1.3 s at worst: reconnecting 0.5 s (one attempt) + 0.2 s (pause before
 * the next), breaker 0.5 s, pause of the repeats 0.1 s.
 */
const SETTLE_MS = 2_000;

/**
 * Hears what other instances invalidate. Redis delivers each announcement at most once, and none while the connection is
 * away; so it is known up to which moment all have arrived (PINGs on the same connection: their answers queue up behind
 * the announcements), and every gap is reported.
 */
export class Bus {
  /** Settles after the first attempt to subscribe, however it went. */
  readonly attempted: Promise<void>;
  private readonly redis: Redis;
  private readonly noteAttempt: () => void;
  /** Rises with each connection and each loss: work begun under an older number is void. */
  private epoch = 0;
  private confirmedAt = Number.NEGATIVE_INFINITY;
  /** When Redis may be trusted again after a loss. */
  private settledFrom = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: BusOptions) {
    let noteAttempt: () => void = () => undefined;
    this.attempted = new Promise((resolve) => (noteAttempt = resolve));
    this.noteAttempt = noteAttempt;
    this.redis = connectFailFast(options.url);
    this.redis.on('ready', () => void this.listen());
    this.redis.on('close', () => this.lost());
    this.redis.on('message', (channel, message) => {
      if (channel === ARRIVALS) options.onArrived(message);
      else if (channel === POPULAR_CHANNEL) options.onPopular();
      else this.received(message);
    });
  }

  /** Whether every announcement older than {@link UNCONFIRMED_MAX_MS} is known to have arrived. */
  confirmed(now: number): boolean {
    return now - this.confirmedAt <= UNCONFIRMED_MAX_MS;
  }

  /** Whether Redis has not been lost of late; at the start it is given the benefit of the doubt. */
  settled(now: number): boolean {
    return now >= this.settledFrom;
  }

  close(): void {
    this.epoch += 1;
    this.redis.removeAllListeners('close').disconnect();
  }

  private async listen(): Promise<void> {
    const { clock } = this.options;
    const epoch = ++this.epoch;
    try {
      await within(clock, UNCONFIRMED_MAX_MS, this.redis.subscribe(CHANNEL, ARRIVALS, POPULAR_CHANNEL));
      if (epoch === this.epoch) this.found();
      while (epoch === this.epoch) {
        const sentAt = clock.now();
        await within(clock, UNCONFIRMED_MAX_MS, this.redis.ping());
        if (epoch === this.epoch) this.confirmedAt = sentAt;
        await new Promise<void>((resolve) => void clock.after(HEARTBEAT_MS, resolve));
      }
    } catch {
      if (epoch === this.epoch) {
        this.lost();
        this.redis.disconnect(true);
      }
    }
  }

  private found(): void {
    const now = this.options.clock.now();
    // Nothing is kept from before, so nothing can have been missed.
    this.options.onInvalidated(null);
    this.confirmedAt = now;
    if (this.settledFrom === Number.POSITIVE_INFINITY) {
      this.settledFrom = now + SETTLE_MS;
      this.options.logger.info('The bus of the shared cache is back.');
    }
    this.noteAttempt();
  }

  private lost(): void {
    this.epoch += 1;
    if (this.settledFrom !== Number.POSITIVE_INFINITY) {
      metrics.cacheErrors.inc({ operation: 'bus' });
      this.options.logger.warn('The bus of the shared cache is lost.');
    }
    this.confirmedAt = Number.NEGATIVE_INFINITY;
    this.settledFrom = Number.POSITIVE_INFINITY;
    this.options.onInvalidated(null);
    this.noteAttempt();
  }

  private received(message: string): void {
    const announcement = parse(message);
    if (announcement.from !== this.options.instance) this.options.onInvalidated(announcement.keys);
  }
}

/** What cannot be read, from another release say, could have named any key. */
function parse(message: string): Announcement {
  try {
    const { from, keys } = JSON.parse(message) as Announcement;
    if (Array.isArray(keys)) return { from, keys };
  } catch {
    metrics.cacheErrors.inc({ operation: 'bus' });
  }
  return { from: '', keys: null };
}
