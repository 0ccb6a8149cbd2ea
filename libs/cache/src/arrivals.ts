/** Who in this process waits for a value that another process is reading from the source. */
export class Arrivals {
  private readonly expected = new Map<string, Set<() => void>>();

  /** To be called before the other process can have told of it. */
  expect(key: string): Expectation {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const tell = () => resolve(undefined);
    const waiting = this.expected.get(key) ?? new Set();
    this.expected.set(key, waiting.add(tell));
    const forget = () => {
      waiting.delete(tell);
      if (waiting.size === 0 && this.expected.get(key) === waiting) this.expected.delete(key);
    };
    return { arrived: promise, forget };
  }

  /** The other process has stored the value, or given up. */
  announce(key: string): void {
    for (const tell of this.expected.get(key) ?? []) tell();
  }
}

export interface Expectation {
  /** Resolves when the key is announced. */
  readonly arrived: Promise<undefined>;
  readonly forget: () => void;
}
