export interface BatchOptions<Item> {
  /** Items after which they are sent. */
  most: number;
  /** The longest that one waits, in milliseconds. */
  afterMs: number;
  send: (items: Item[]) => void;
}

/** Gathers items and sends them together. */
export class Batch<Item> {
  private items: Item[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: BatchOptions<Item>) {}

  add(item: Item): void {
    this.items.push(item);
    if (this.items.length >= this.options.most) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), this.options.afterMs);
  }

  /** Sends what waits, if anything does. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.items.length > 0) this.options.send(this.items.splice(0));
  }
}
