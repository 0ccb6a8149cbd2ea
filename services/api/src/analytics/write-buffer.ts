/** What is handed to a {@link WriteBuffer}. */
export interface WriteBufferOptions<Item> {
  /** The longest that an item waits, in milliseconds. */
  everyMs: number;
  /** Items that may wait; beyond it they are dropped. */
  most: number;
  write: (items: Item[]) => Promise<void>;
  /** Told when a write failed, with the number of items that had to be dropped since the last call. */
  onFailure: (error: unknown, dropped: number) => void;
}

/**
 * Gathers items and writes them in batches, so that whoever adds one never waits. A batch that cannot be written is tried
 * again with the next one.
 */
export class WriteBuffer<Item> {
  private waiting: Item[] = [];
  private dropped = 0;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;

  constructor(private readonly options: WriteBufferOptions<Item>) {}

  add(item: Item): void {
    if (this.waiting.length >= this.options.most) {
      this.dropped++;
      return;
    }
    this.waiting.push(item);
    this.wake();
  }

  /** Writes what waits, once. */
  async close(): Promise<void> {
    await this.writing;
    await this.write();
    clearTimeout(this.timer);
  }

  private wake(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.writing = this.write().finally(() => (this.writing = undefined));
    }, this.options.everyMs).unref();
  }

  private async write(): Promise<void> {
    const items = this.waiting;
    if (items.length === 0) return;
    this.waiting = [];
    try {
      await this.options.write(items);
    } catch (error) {
      const all = [...items, ...this.waiting];
      this.waiting = all.slice(0, this.options.most);
      this.options.onFailure(error, this.dropped + all.length - this.waiting.length);
      this.dropped = 0;
      this.wake();
    }
  }
}
