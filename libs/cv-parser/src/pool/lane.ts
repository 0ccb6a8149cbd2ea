/** Lets a number of tasks of one kind go on at once; the others wait in the order in which they came. */
export class Lane {
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(private readonly width: number) {}

  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Whoever enters must leave.
   * @throws the signal's reason, if it is aborted before
   */
  async enter(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.#inside < this.width) {
      this.#inside++;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const wake = () => resolve(undefined);
    const cancel = () => {
      this.#waiting.splice(this.#waiting.indexOf(wake), 1);
      reject(signal!.reason as Error);
    };
    this.#waiting.push(wake);
    signal?.addEventListener('abort', cancel, { once: true });
    await promise.finally(() => signal?.removeEventListener('abort', cancel));
  }

  /** Hands the place to the next, so that no newcomer slips in between. */
  leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#inside--;
  }
}
