import type { Clock } from './clock.js';

export interface InvalidationsOptions {
  readonly clock: Clock;
  /** Deletes keys and tags from L2 and announces it; false if that failed. */
  readonly send: (names: readonly string[]) => Promise<boolean>;
  /** Deletes everything from L2 and announces it; false if that failed. */
  readonly purge: () => Promise<boolean>;
  /** More than so many failed keys are not remembered one by one: then everything is purged. */
  readonly maxKeys?: number;
}

const REPEAT_MS = 100;
/** About 20 MB. */
const MAX_KEYS = 100_000;

/**
 * Invalidations of keys and tags on their way to L2: collected for one turn of the event loop, sent together, and repeated for as long as
 * they fail. Until one is confirmed this instance does not believe what L2 says about the key, or under the tag.
 */
export class Invalidations {
  /** Unconfirmed keys with the number of their latest invalidation: a newer one is not confirmed by an older’s success. */
  private readonly unconfirmed = new Map<string, number>();
  private latest = 0;
  private batch: { readonly keys: Set<string>; readonly sent: Promise<boolean> } | undefined;
  private purges = 0;
  private cancelRepeat: (() => void) | undefined;
  private closed = false;

  constructor(private readonly options: InvalidationsOptions) {}

  /** @returns whether L2 and the bus have them; if not, they are repeated until they do */
  async add(keys: readonly string[]): Promise<boolean> {
    if (keys.length === 0) return true;
    this.latest += 1;
    for (const key of keys) this.unconfirmed.set(key, this.latest);
    this.batch ??= { keys: new Set(), sent: this.afterThisTurn() };
    for (const key of keys) this.batch.keys.add(key);
    return this.batch.sent;
  }

  /** Whether what L2 says about a key with its tags may be from before an invalidation. */
  concern(names: readonly string[]): boolean {
    if (this.purges > 0) return true;
    return this.unconfirmed.size > 0 && names.some((name) => this.unconfirmed.has(name));
  }

  get waiting(): number {
    return this.unconfirmed.size;
  }

  /** Tries once more to send what is left, and repeats no longer. */
  async close(): Promise<void> {
    this.closed = true;
    await this.repeat();
  }

  private async afterThisTurn(): Promise<boolean> {
    await new Promise(setImmediate);
    const keys = [...(this.batch?.keys ?? [])];
    this.batch = undefined;
    return this.send(keys);
  }

  private async send(keys: readonly string[]): Promise<boolean> {
    const upTo = this.latest;
    const sent = await this.options.send(keys);
    if (sent) {
      for (const key of keys) if ((this.unconfirmed.get(key) ?? 0) <= upTo) this.unconfirmed.delete(key);
    } else {
      this.giveUpCounting();
      this.repeatSoon();
    }
    return sent;
  }

  private giveUpCounting(): void {
    if (this.unconfirmed.size <= (this.options.maxKeys ?? MAX_KEYS)) return;
    this.unconfirmed.clear();
    this.purges += 1;
  }

  private repeatSoon(): void {
    if (this.closed) return;
    this.cancelRepeat ??= this.options.clock.after(REPEAT_MS, () => void this.repeat());
  }

  private async repeat(): Promise<void> {
    this.cancelRepeat?.();
    this.cancelRepeat = undefined;
    const { purges } = this;
    if (purges > 0) {
      if (!(await this.options.purge())) {
        this.repeatSoon();
        return;
      }
      // Another one that became necessary meanwhile has yet to be done.
      this.purges -= purges;
      if (this.purges > 0) this.repeatSoon();
    }
    if (this.unconfirmed.size > 0) await this.send([...this.unconfirmed.keys()]);
  }
}
