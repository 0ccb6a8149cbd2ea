import { formatWalPosition, walPosition, type WalPosition } from './wal-position.js';

/** The two commands of a Redis client that the tokens need. */
export interface TokenStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, mode: 'PX', milliseconds: number): Promise<unknown>;
}

/**
 * How long a person's token is kept. A replica further behind than `maxReplicaLagMs` gets no reads, so past that time any
 * replica in use has what the person wrote; this is well above any such limit.
 */
const KEEP_MS = 120_000;

/**
 * Remembers, for every instance to see, up to where a person's own writes reach. They are kept in the queue's Redis,
 * which evicts nothing. While it cannot be asked, and for as long as a token lives after that (one may have been lost in
 * the meantime), the answer is `unknown`: the person is then read from the primary.
 */
export class ConsistencyTokens {
  private untrustedUntil = 0;

  constructor(
    private readonly store: TokenStore,
    private readonly now: () => number = Date.now,
  ) {}

  async get(userId: string): Promise<WalPosition | 'none' | 'unknown'> {
    try {
      const text = await this.store.get(key(userId));
      if (text !== null) return walPosition(text);
      return this.now() < this.untrustedUntil ? 'unknown' : 'none';
    } catch {
      this.distrust();
      return 'unknown';
    }
  }

  async set(userId: string, position: WalPosition | 'unknown'): Promise<void> {
    if (position === 'unknown') {
      this.distrust();
      return;
    }
    try {
      await this.store.set(key(userId), formatWalPosition(position), 'PX', KEEP_MS);
    } catch {
      this.distrust();
    }
  }

  private distrust(): void {
    this.untrustedUntil = this.now() + KEEP_MS;
  }
}

function key(userId: string): string {
  return `ryw:${userId}`;
}
