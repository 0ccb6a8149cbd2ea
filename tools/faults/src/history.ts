/** Times are milliseconds of one clock. */
export interface StaleRead {
  /** When the read began. */
  readonly at: number;
  /** How long before that a newer value had been acknowledged. */
  readonly ageMs: number;
}

/**
 * What happened to one value that a single writer counts up, and that many read. Writes are numbered from 1; 0 is what was
 * there at first.
 */
export class History {
  private begun = 0;
  /** When each write was acknowledged, by its number; one that failed may have happened or not, and has none. */
  private readonly acknowledged: (number | undefined)[] = [];
  readonly stale: StaleRead[] = [];
  readonly impossible: string[] = [];

  constructor(readonly name: string) {}

  /** The number to be written next. */
  begin(): number {
    this.begun += 1;
    return this.begun;
  }

  acknowledge(number: number, at: number): void {
    this.acknowledged[number] = at;
  }

  /** The latest acknowledged write, 0 if there is none. */
  get latest(): number {
    return Math.max(
      0,
      this.acknowledged.findLastIndex((at) => at !== undefined),
    );
  }

  /** A read that began at `at` gave `number`. */
  read(number: number, at: number): void {
    if (!Number.isInteger(number) || number < 0 || number > this.begun) {
      this.impossible.push(`${this.name}: read ${number}, but ${this.begun} was the latest that anybody wrote`);
      return;
    }
    const newer = this.acknowledged.findIndex((time, other) => other > number && time !== undefined && time < at);
    if (newer !== -1) this.stale.push({ at, ageMs: at - this.acknowledged[newer]! });
  }

  /** What lies in the database after everything. */
  end(number: number): void {
    if (number < this.latest)
      this.impossible.push(`${this.name}: write ${this.latest} was acknowledged, but ${number} is what was kept`);
  }
}
