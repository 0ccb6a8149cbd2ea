import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

import type { ParseOutcome, ParseTask, WorkerMessage } from './protocol.js';

export interface ParserProcessOptions {
  /** Compiled entry of the process. */
  worker: string;
  /** Bound of the JavaScript heap, in megabytes: the engine itself ends the process there. */
  heapMb: number;
  /** Bound of all its memory, in megabytes. */
  residentMb: number;
}

/** Why a process was ended, or ended by itself, while it had a document. */
export type Death = 'time' | 'memory' | 'cancelled' | 'crash';

export class ProcessDied extends Error {
  override readonly name = 'ProcessDied';

  constructor(
    readonly death: Death,
    how: string,
  ) {
    super(`the parser process ended: ${how}`);
  }
}

/** Whoever waits for a message of the process. */
interface Expected {
  kind: WorkerMessage['kind'];
  resolve(message: WorkerMessage): void;
  reject(error: ProcessDied): void;
}

/** Longer than any start on a busy machine: a process that is not warm by then never will be. */
const START_TIMEOUT_MS = 60_000;
/** How often the memory of a process at work is looked at. */
const WATCH_EVERY_MS = 200;
const MB = 1024 * 1024;

/** One process that parses one document at a time. It holds nothing of ours: no environment, no files, no connections. */
export class ParserProcess {
  /** Resolves when it is warm; rejects if it ends before. */
  readonly ready: Promise<void>;
  /** Resolves when it is gone, for whatever reason. */
  readonly gone: Promise<void>;
  readonly #child: ChildProcess;
  readonly #options: ParserProcessOptions;
  #death: Death = 'crash';
  #alive = true;
  /** What it had of the machine's memory after its last document. */
  residentBytes = 0;
  #expected: Expected | undefined;

  constructor(options: ParserProcessOptions) {
    this.#options = options;
    this.#child = fork(options.worker, [], {
      serialization: 'advanced',
      // None of the service's secrets go where hostile documents are read.
      env: { TZ: 'UTC' },
      execArgv: [`--max-old-space-size=${options.heapMb}`],
      // What the engine writes when it runs out of memory may quote the document.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const gone = Promise.withResolvers<undefined>();
    this.gone = gone.promise;
    const bury = () => {
      this.#alive = false;
      this.#expected?.reject(this.#obituary());
      gone.resolve(undefined);
    };
    this.#child.once('exit', bury);
    // One that could not be started has no «exit»; the other errors are of the channel to one that is dying.
    this.#child.on('error', () => this.#child.pid === undefined && bury());
    this.#child.on('message', (message: WorkerMessage) => {
      if (message.kind === this.#expected?.kind) this.#expected.resolve(message);
    });
    const slow = setTimeout(() => this.end('time'), START_TIMEOUT_MS);
    this.ready = this.#next('ready')
      .then(() => this.#hold(false))
      .finally(() => clearTimeout(slow));
  }

  get alive(): boolean {
    return this.#alive && this.#child.connected;
  }

  /** True if it keeps so much memory after its last document that a new one is better. */
  get worn(): boolean {
    return this.residentBytes > (this.#options.residentMb / 2) * MB;
  }

  /** @throws ProcessDied if it ended, or was ended, before an outcome */
  async run(task: ParseTask, timeoutMs: number, signal?: AbortSignal): Promise<ParseOutcome> {
    const cancel = () => this.end('cancelled');
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    const timeout = setTimeout(() => this.end('time'), timeoutMs);
    const watch = setInterval(() => void this.#checkMemory(), WATCH_EVERY_MS);
    this.#hold(true);
    try {
      const answer = this.#next('outcome');
      // A failure to send is a death, and told as one.
      if (this.alive) this.#child.send(task, () => undefined);
      const { outcome, residentBytes } = await answer;
      this.residentBytes = residentBytes;
      return outcome;
    } finally {
      clearTimeout(timeout);
      clearInterval(watch);
      signal?.removeEventListener('abort', cancel);
      this.#hold(false);
    }
  }

  /** Ends it at once, whatever it does. */
  end(death: Death): void {
    if (!this.#alive) return;
    this.#death = death;
    // Its end is waited for.
    this.#hold(true);
    this.#child.kill('SIGKILL');
  }

  /** The next message of a kind; rejects when the process is gone. */
  async #next<Kind extends WorkerMessage['kind']>(kind: Kind): Promise<Extract<WorkerMessage, { kind: Kind }>> {
    if (!this.#alive) throw this.#obituary();
    const { promise, resolve, reject } = Promise.withResolvers<WorkerMessage>();
    this.#expected = { kind, resolve, reject };
    try {
      return (await promise) as Extract<WorkerMessage, { kind: Kind }>;
    } finally {
      this.#expected = undefined;
    }
  }

  #obituary(): ProcessDied {
    const { exitCode, signalCode } = this.#child;
    // The engine aborts when its heap is full; the kernel kills when the machine is.
    const full = this.#death === 'crash' && (signalCode === 'SIGABRT' || signalCode === 'SIGKILL');
    return new ProcessDied(full ? 'memory' : this.#death, signalCode ?? `exit code ${exitCode}`);
  }

  async #checkMemory(): Promise<void> {
    const bytes = await residentBytesOf(this.#child.pid!);
    if (bytes > this.#options.residentMb * MB) this.end('memory');
  }

  /** Whether this process keeps the owner's alive: only while it has something to do. */
  #hold(held: boolean): void {
    if (held) {
      this.#child.ref();
      this.#child.channel?.ref();
    } else {
      this.#child.unref();
      this.#child.channel?.unref();
    }
  }
}

/** What a process has of the machine's memory. Zero where that cannot be told: then only the heap has a bound. */
async function residentBytesOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}
