import { createRequire } from 'node:module';

import type { Reading } from '@discover/cv-model';
import { Piscina } from 'piscina';

import { ParseError } from '../errors.js';
import type { ParseOptions } from '../parse.js';
import type { ParseOutcome, ParseTask } from './protocol.js';

export interface ParserPoolOptions {
  /** Worker threads; each keeps its own PDFium, about 60 MB. */
  threads: number;
  /** Bound of one document from when a thread takes it, in milliseconds; the thread is ended at it. */
  timeoutMs: number;
  /** Bound of a thread's JavaScript heap in megabytes. PDFium's own memory has its own bound. */
  memoryMb: number;
  /** Compiled entry of the threads, by default the parser's own; tests give one that misbehaves. */
  worker?: string;
}

export interface ParserPoolStats {
  threads: number;
  busy: number;
  /** Documents that wait for a thread. */
  queued: number;
}

/** Parses documents in worker threads, so that one that loops, bursts or crashes harms no other. */
export class ParserPool {
  readonly #piscina: Piscina<ParseTask, ParseOutcome>;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #closed = false;

  constructor(private readonly options: ParserPoolOptions) {
    this.#piscina = new Piscina<ParseTask, ParseOutcome>({
      // Compiled code: a thread cannot run TypeScript sources, so this exists only after a build.
      filename: options.worker ?? createRequire(import.meta.url).resolve('@discover/cv-parser/worker'),
      minThreads: options.threads,
      maxThreads: options.threads,
      concurrentTasksPerWorker: 1,
      resourceLimits: {
        maxOldGenerationSizeMb: options.memoryMb,
        maxYoungGenerationSizeMb: Math.max(16, Math.round(options.memoryMb / 8)),
      },
    });
    // A thread that dies rejects its own document; the event itself needs no further care.
    this.#piscina.on('error', () => undefined);
  }

  get stats(): ParserPoolStats {
    return { threads: this.options.threads, busy: this.#busy, queued: this.#waiting.length };
  }

  /**
   * Parses one document. The bytes are copied, so the caller may go on using them.
   * @throws {ParseError} as `parseDocument` does; `timeout` also where the thread ran out of memory
   * @throws the signal's reason, if it was aborted
   */
  async parse(bytes: Uint8Array, options: ParseOptions = {}, signal?: AbortSignal): Promise<Reading> {
    await this.#turn(signal);
    const timeout = AbortSignal.timeout(this.options.timeoutMs);
    try {
      const task: ParseTask = {
        bytes,
        options: { ...options, limits: { timeoutMs: this.options.timeoutMs, ...options.limits } },
      };
      const outcome = await this.#piscina.run(task, { signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
      if (outcome.ok) return outcome.reading;
      throw new ParseError(outcome.code, outcome.message, { cause: outcome.defect });
    } catch (error) {
      throw this.#translate(error, timeout, signal);
    } finally {
      this.#release();
    }
  }

  /** Ends all threads; documents under way are given up. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const wake of this.#waiting.splice(0)) wake();
    await this.#piscina.destroy();
  }

  /** Waits for a free thread, so that a document's time runs only while it is worked on. */
  async #turn(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#busy < this.options.threads && !this.#closed) this.#busy++;
    else if (!this.#closed) {
      await new Promise<void>((resolve, reject) => {
        const wake = () => {
          signal?.removeEventListener('abort', cancel);
          resolve();
        };
        const cancel = () => {
          const at = this.#waiting.indexOf(wake);
          if (at >= 0) this.#waiting.splice(at, 1);
          reject(signal!.reason as Error);
        };
        this.#waiting.push(wake);
        signal?.addEventListener('abort', cancel, { once: true });
      });
    }
    if (this.#closed) throw new Error('The parser pool is closed: it takes no more documents.');
  }

  /** Hands the thread to the next in the queue, so that no newcomer slips in between. */
  #release(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#busy--;
  }

  #translate(error: unknown, timeout: AbortSignal, signal: AbortSignal | undefined): unknown {
    if (error instanceof ParseError) return error;
    if (signal?.aborted) return signal.reason;
    if (timeout.aborted) return new ParseError('timeout', undefined, { cause: error });
    if (this.#closed) return error;
    const code = (error as { code?: unknown } | null)?.code;
    return new ParseError(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'timeout' : 'corrupt_document', undefined, {
      cause: error,
    });
  }
}
