import { setTimeout as delay } from 'node:timers/promises';

export interface LoopOptions {
  /** One round. It ends early when `signal` is aborted. */
  work: (signal: AbortSignal) => Promise<void>;
  /** From the end of one round to the start of the next, in milliseconds. */
  everyMs: number;
  /** Called at the first failure of a row of failures. */
  onError: (error: unknown) => void;
}

/** The longest wait between two rounds while they fail, in milliseconds: what is away is seen soon after it is back. */
const LONGEST_BACKOFF_MS = 5_000;

/** Does something again and again: rounds never overlap, failures make it slower, and it keeps no process alive. */
export class Loop {
  readonly #stop = new AbortController();
  #alarm = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: LoopOptions) {}

  start(): void {
    this.#running = this.#run(this.#stop.signal);
  }

  /** Starts the next round now, or right after the present one. */
  wake(): void {
    this.#alarm.abort();
  }

  /** Resolves when the present round has ended; there is no other. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      this.#alarm = new AbortController();
      try {
        await this.options.work(signal);
        failures = 0;
      } catch (error) {
        if (failures++ === 0) this.options.onError(error);
      }
      const pause =
        failures === 0
          ? this.options.everyMs
          : Math.max(this.options.everyMs, Math.min(2 ** failures * 100, LONGEST_BACKOFF_MS));
      const interrupted = AbortSignal.any([signal, this.#alarm.signal]);
      await delay(pause, undefined, { ref: false, signal: interrupted }).catch(() => undefined);
    }
  }
}
