/** What a part of a whole answered: the newest that is known. */
export interface PartValue<T> {
  /** Null if there has been none yet. */
  readonly value: T | null;
  /** When it was read. */
  readonly at: Date | null;
  /** Whether the last try to read it failed. */
  readonly failed: boolean;
}

export interface PartOptions<T> {
  read: () => Promise<T>;
  /** A value that is younger is not read anew, in milliseconds: what the part costs at most, however often it is asked. */
  freshMs: number;
  /** The longest that an asker waits; then they get what is known, in milliseconds. */
  patienceMs: number;
  onError: (error: unknown) => void;
}

/** A part of an answer that may be slow or fail without the whole being so. Reading goes on behind whoever lost patience. */
export class Part<T> {
  private known: PartValue<T> = { value: null, at: null, failed: false };
  private reading: Promise<void> | undefined;

  constructor(private readonly options: PartOptions<T>) {}

  async get(): Promise<PartValue<T>> {
    const { freshMs, patienceMs } = this.options;
    const age = this.known.at === null ? Infinity : Date.now() - this.known.at.getTime();
    if (age >= freshMs) {
      this.reading ??= this.read().finally(() => (this.reading = undefined));
      await withPatience(this.reading, patienceMs);
    }
    return this.known;
  }

  private async read(): Promise<void> {
    try {
      this.known = { value: await this.options.read(), at: new Date(), failed: false };
    } catch (error) {
      this.known = { ...this.known, failed: true };
      this.options.onError(error);
    }
  }
}

async function withPatience(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, patience]).finally(() => clearTimeout(timer));
}
