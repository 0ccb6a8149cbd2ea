import { LRUCache } from 'lru-cache';

/** How many requests one subject may make in a minute. */
export interface Limit {
  /** Shown to clients, and part of the counter's key. */
  readonly name: string;
  /** Requests in a window. */
  readonly quota: number;
}

/** What is left of a limit after a request was counted. */
export interface Standing {
  readonly limit: Limit;
  /** False if nothing was left: the request was not counted and is to be refused. */
  readonly admitted: boolean;
  readonly remaining: number;
  /** Seconds until the window ends and the whole quota is there again. */
  readonly resetSeconds: number;
}

/** Where instances add up what each has counted. */
export interface SharedCounts {
  /** Adds to the count of a key in a window and answers the sum of all instances. @throws if it cannot be reached */
  add(key: string, amount: number): Promise<number>;
}

export const WINDOW_SECONDS = 60;
const WINDOW_MS = WINDOW_SECONDS * 1_000;

/** Subjects that are counted at once; beyond that the ones that have been quiet for longest begin anew. */
const MOST_COUNTERS = 50_000;
/** An instance tells the others once it has counted this share of a quota: it is what each may be wrong by. */
const SHARE_TOLD = 0.01;
/** After a failure the shared counts are left alone for this long, in milliseconds: each instance then counts for itself. */
const REST_MS = 1_000;

interface Counter {
  window: number;
  /** As all instances have told. */
  shared: number;
  /** Counted here and not told yet. */
  own: number;
  telling: boolean;
}

/**
 * Counts requests in windows of a minute by the clock. Counting touches only this process's memory; what was counted is
 * told to the others in blocks of one hundredth of the quota, behind the requests. So no request waits for the network, and
 * the sum is exceeded by at most a hundredth for each instance. Without the others each instance still keeps to the quota.
 */
export class RateCounters {
  private readonly counters = new LRUCache<string, Counter>({ max: MOST_COUNTERS });
  private restUntil = 0;

  constructor(
    private readonly sharedCounts: SharedCounts,
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts one request of `subject`, unless the limit is reached. */
  count(limit: Limit, subject: string): Standing {
    const now = this.now();
    const window = Math.floor(now / WINDOW_MS);
    const key = `${limit.name}:${subject}`;
    const counter = this.counterOf(key, window);
    const used = counter.shared + counter.own;
    const resetSeconds = Math.ceil(((window + 1) * WINDOW_MS - now) / 1_000);
    if (used >= limit.quota) return { limit, admitted: false, remaining: 0, resetSeconds };
    counter.own++;
    if (!counter.telling && counter.own >= limit.quota * SHARE_TOLD && now >= this.restUntil)
      void this.tell(key, counter);
    return { limit, admitted: true, remaining: limit.quota - used - 1, resetSeconds };
  }

  private counterOf(key: string, window: number): Counter {
    const known = this.counters.get(key);
    if (known?.window === window) return known;
    // A new object, and not the old one reset: an answer that is under way still belongs to the old window.
    const counter: Counter = { window, shared: 0, own: 0, telling: false };
    this.counters.set(key, counter);
    return counter;
  }

  private async tell(key: string, counter: Counter): Promise<void> {
    const amount = counter.own;
    counter.telling = true;
    try {
      counter.shared = await this.sharedCounts.add(`${key}:${counter.window}`, amount);
      counter.own -= amount;
    } catch {
      this.restUntil = this.now() + REST_MS;
    } finally {
      counter.telling = false;
    }
  }
}
