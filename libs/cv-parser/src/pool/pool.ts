import { createRequire } from 'node:module';

import type { Reading } from '@discover/cv-model';

import { ParseError } from '../errors.js';
import type { ParseOptions } from '../parse.js';
import { Lane } from './lane.js';
import type { ParseOutcome } from './protocol.js';
import { ParserProcess, ProcessDied } from './parser-process.js';

export interface ParserPoolOptions {
  /** Documents that are parsed at once, each in a process of its own of about 120 MB. */
  threads: number;
  /** Bound of one document from when a process takes it, in milliseconds; the process is ended at it. */
  timeoutMs: number;
  /** Bound of a process's JavaScript heap in megabytes. With all else (PDFium, pictures) it may have 512 MB more. */
  memoryMb: number;
  /** Compiled entry of the processes, by default the parser's own; tests give one that misbehaves. */
  worker?: string;
}

export interface ParserPoolStats {
  threads: number;
  /** Processes that are warm: fewer than `threads` while one is being replaced. */
  ready: number;
  busy: number;
  /** Documents that wait for a process. */
  queued: number;
  /** What the processes had of the machine's memory, each after its last document. */
  residentBytes: number;
}

/** What a process may have besides its JavaScript heap: PDFium's bound, see `readers/pdf/pdfium.ts`. */
const NATIVE_MB = 512;
/** When processes cannot be started at all, tries follow at this distance. */
const RESTART_DELAY_MS = 1_000;

interface Waiting {
  take(process: ParserProcess): void;
  give(error: Error): void;
}

/**
 * Parses documents in processes, so that one that loops, bursts or crashes harms no other. Not in threads: a thread whose
 * heap overflows at one large allocation takes the whole process with it (ADR 24).
 */
export class ParserPool {
  readonly #processes = new Set<ParserProcess>();
  /** The one used last is taken first: its caches are warm. */
  readonly #idle: ParserProcess[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #worker: string;
  readonly #scans: Lane;
  #ready = 0;
  #warm = Promise.withResolvers<undefined>();
  #closed = false;

  constructor(private readonly options: ParserPoolOptions) {
    // Compiled code: a process of its own cannot run TypeScript sources, so this exists only after a build.
    this.#worker = options.worker ?? createRequire(import.meta.url).resolve('@discover/cv-parser/worker');
    this.#scans = new Lane(Math.max(1, options.threads - 1));
    for (let index = 0; index < options.threads; index++) this.#start();
  }

  get stats(): ParserPoolStats {
    const { threads } = this.options;
    return {
      threads,
      ready: this.#ready,
      busy: this.#ready - this.#idle.length,
      queued: this.#waiting.length + this.#scans.waiting,
      residentBytes: [...this.#processes].reduce((sum, { residentBytes }) => sum + residentBytes, 0),
    };
  }

  /** Resolves when every process is warm. Documents may come before: they wait for the first that is. */
  async warm(): Promise<void> {
    while (this.#ready < this.options.threads && !this.#closed) await this.#warm.promise;
  }

  /**
   * Parses one document. The bytes are copied, so the caller may go on using them.
   * @throws {ParseError} as `parseDocument` does; `timeout` also where the process ran out of memory
   * @throws the signal's reason, if it was aborted
   */
  async parse(bytes: Uint8Array, options: ParseOptions = {}, signal?: AbortSignal): Promise<Reading> {
    const outcome = await this.#run(bytes, { ...options, deferRecognition: true }, signal);
    if (outcome.ok) return outcome.reading;
    if (outcome.code !== 'deferred') throw toError(outcome);
    // A scan takes as long as fifty text documents: one process is always left to these.
    await this.#scans.enter(signal);
    try {
      const recognised = await this.#run(bytes, options, signal);
      if (recognised.ok) return recognised.reading;
      throw toError(recognised);
    } finally {
      this.#scans.leave();
    }
  }

  async #run(bytes: Uint8Array, options: ParseOptions, signal: AbortSignal | undefined): Promise<ParseOutcome> {
    const process = await this.#take(signal);
    const { timeoutMs } = this.options;
    try {
      return await process.run(
        { bytes, options: { ...options, limits: { timeoutMs, ...options.limits } } },
        timeoutMs,
        signal,
      );
    } catch (error) {
      throw this.#translate(error, signal);
    } finally {
      this.#release(process);
    }
  }

  /** Ends all processes; documents under way are given up. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#warm.resolve(undefined);
    this.#refuse(closedError());
    const gone = [...this.#processes].map((process) => process.gone);
    for (const process of this.#processes) process.end('cancelled');
    await Promise.all(gone);
  }

  /** A warm process, when this document's turn has come: its time runs only while it is worked on. */
  async #take(signal: AbortSignal | undefined): Promise<ParserProcess> {
    signal?.throwIfAborted();
    if (this.#closed) throw closedError();
    const idle = this.#idle.pop();
    if (idle) return idle;
    const { promise, resolve, reject } = Promise.withResolvers<ParserProcess>();
    const waiting: Waiting = { take: resolve, give: reject };
    const cancel = () => {
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      reject(signal!.reason as Error);
    };
    this.#waiting.push(waiting);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await promise;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  #start(): void {
    if (this.#closed) return;
    const { memoryMb } = this.options;
    const process = new ParserProcess({
      worker: this.#worker,
      heapMb: memoryMb,
      residentMb: memoryMb + NATIVE_MB,
    });
    this.#processes.add(process);
    process.ready.then(
      () => this.#join(process),
      (error: unknown) => this.#failedToStart(error),
    );
    void process.gone.then(() => this.#processes.delete(process));
  }

  #join(process: ParserProcess): void {
    this.#ready++;
    this.#warm.resolve(undefined);
    this.#warm = Promise.withResolvers();
    void process.gone.then(() => this.#replace(process));
    this.#offer(process);
  }

  #replace(process: ParserProcess): void {
    this.#ready--;
    const idle = this.#idle.indexOf(process);
    if (idle >= 0) this.#idle.splice(idle, 1);
    this.#start();
  }

  /** Whoever waits is told: a machine that cannot start a process would keep them for ever. */
  #failedToStart(error: unknown): void {
    if (this.#closed) return;
    if (this.#ready === 0) this.#refuse(new Error('No parser process could be started.', { cause: error }));
    setTimeout(() => this.#start(), RESTART_DELAY_MS).unref();
  }

  /** To the next in the queue, so that no newcomer slips in between. */
  #offer(process: ParserProcess): void {
    const next = this.#waiting.shift();
    if (next) next.take(process);
    else this.#idle.push(process);
  }

  #release(process: ParserProcess): void {
    if (process.alive && !process.worn) this.#offer(process);
    else process.end('memory');
  }

  #refuse(error: Error): void {
    for (const waiting of this.#waiting.splice(0)) waiting.give(error);
  }

  #translate(error: unknown, signal: AbortSignal | undefined): unknown {
    if (!(error instanceof ProcessDied)) return error;
    if (signal?.aborted) return signal.reason;
    if (this.#closed) return closedError();
    return new ParseError(error.death === 'crash' ? 'corrupt_document' : 'timeout', undefined, { cause: error });
  }
}

/** A document that was not to be deferred and still is has found a defect of ours. */
function toError(outcome: Exclude<ParseOutcome, { ok: true }>): ParseError {
  if (outcome.code === 'deferred') return new ParseError('corrupt_document');
  return new ParseError(outcome.code, outcome.message, { cause: outcome.defect });
}

const closedError = () => new Error('The parser pool is closed: it takes no more documents.');
