/** There is no room: too much is running and waiting already. */
export class BulkheadFullError extends Error {
  constructor() {
    super('too many reads wait for the primary');
    this.name = 'BulkheadFullError';
  }
}

/**
 * Lets at most `limit` pieces of work run at once and `queueLimit` wait, so that reads which the replicas cannot take do
 * not take every connection of the primary from the writes.
 */
export class Bulkhead {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly limit: number,
    private readonly queueLimit: number,
  ) {}

  /** @throws BulkheadFullError without having run `work` */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.limit) {
      if (this.waiting.length >= this.queueLimit) throw new BulkheadFullError();
      // The one who ends hands its place on, so `running` stays as it is for the one who waited.
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running++;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
