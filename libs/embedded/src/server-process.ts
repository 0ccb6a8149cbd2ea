import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { EmbeddedError } from './errors.js';
import { Leash } from './leash.js';
import { descendants, isAlive, signalProcess } from './processes.js';

export interface ServerOptions {
  /** For messages: «Postgres primary». */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Run as this user; needs root. */
  readonly uid?: number;
  readonly gid?: number;
  readonly cwd?: string;
  /** Its output is appended here. */
  readonly logFile: string;
  /** The signal of an orderly stop, and how long that may take before SIGKILL; 20 s unless told. */
  readonly stopSignal: NodeJS.Signals;
  readonly graceMs?: number;
  /** Asked again and again until it is true; 60 s unless told. */
  readonly isReady: () => Promise<boolean>;
  readonly readyTimeoutMs?: number;
  /** A start that ends with this in its log is tried again, within the same time limit. */
  readonly transientFailure?: RegExp;
}

export interface ServerExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** False when nobody asked it to end. */
  readonly expected: boolean;
}

const POLL_MS = 25;
const LOG_TAIL_LINES = 15;
const LOG_TAIL_BYTES = 16_384;

/**
 * A server as a child process in a session of its own: Ctrl-C in the terminal does not reach it, so that its owner can
 * stop its servers in order; and it dies with its owner whatever becomes of that one ({@link Leash}).
 */
export class ServerProcess {
  private child: ChildProcess | undefined;
  private ended: Promise<void> = Promise.resolve();
  private stopping = false;
  private logStart = 0;
  private readonly exitListeners: ((exit: ServerExit) => void)[] = [];

  constructor(protected readonly options: ServerOptions) {}

  get name(): string {
    return this.options.name;
  }

  get logFile(): string {
    return this.options.logFile;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get running(): boolean {
    return this.child !== undefined;
  }

  /** Called at every end of the process, wanted or not. */
  onExit(listener: (exit: ServerExit) => void): void {
    this.exitListeners.push(listener);
  }

  /**
   * Starts it and resolves when it answers. Also after `kill()` and `stop()`: the same command on the same data.
   *
   * @throws EmbeddedError `start_failed`, with the end of its log.
   */
  async start(): Promise<void> {
    const deadline = Date.now() + (this.options.readyTimeoutMs ?? 60_000);
    for (;;) {
      await this.spawn();
      const failure = await this.untilReady(deadline);
      if (failure === undefined) return;
      await this.kill();
      const transient = this.options.transientFailure?.test(this.logTail()) === true && Date.now() < deadline;
      if (!transient) {
        throw new EmbeddedError(
          'start_failed',
          `${this.name} ${failure}. The end of ${this.logFile}:\n${this.logTail()}`,
        );
      }
      await delay(100);
    }
  }

  /** Asks it to end and waits for that; SIGKILL after the grace period. */
  async stop(signal: NodeJS.Signals = this.options.stopSignal): Promise<void> {
    if (this.child === undefined) return this.ended;
    this.stopping = true;
    this.resume();
    this.signal(signal);
    const killer = setTimeout(() => this.killGroup(), this.options.graceMs ?? 20_000);
    await this.ended;
    clearTimeout(killer);
  }

  /** SIGKILL, as an out-of-memory killer would. */
  async kill(): Promise<void> {
    if (this.child === undefined) return this.ended;
    this.stopping = true;
    const orphans = descendants(this.pid!);
    this.killGroup();
    // Those that pause() halted could not notice that their parent is gone.
    for (const pid of orphans) signalProcess(pid, 'SIGCONT');
    await this.ended;
  }

  /** Freezes it and all below it (SIGSTOP): connections stay open and nothing answers, as with a hung host. */
  pause(): void {
    this.signalAll('SIGSTOP');
  }

  resume(): void {
    this.signalAll('SIGCONT');
  }

  /** What it has written since its last start, at most the last lines. */
  logTail(): string {
    const log = openSync(this.logFile, 'r');
    const size = fstatSync(log).size;
    const start = Math.max(this.logStart, size - LOG_TAIL_BYTES);
    const bytes = Buffer.alloc(Math.max(0, size - start));
    readSync(log, bytes, 0, bytes.length, start);
    closeSync(log);
    return bytes.toString('utf8').trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
  }

  private async spawn(): Promise<void> {
    if (this.child !== undefined) throw new Error(`${this.name} is running already.`);
    mkdirSync(dirname(this.logFile), { recursive: true });
    const log = openSync(this.logFile, 'a');
    this.logStart = fstatSync(log).size;
    const { command, args, env, uid, gid, cwd } = this.options;
    const child = spawn(command, args, {
      env: env ?? process.env,
      stdio: ['ignore', log, log],
      detached: true,
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
      ...(cwd === undefined ? {} : { cwd }),
    });
    closeSync(log);
    try {
      await once(child, 'spawn');
    } catch (error) {
      throw new EmbeddedError('start_failed', `${this.name} cannot be run: ${(error as Error).message}`, {
        cause: error,
      });
    }
    this.stopping = false;
    this.child = child;
    const leash = new Leash(child.pid!, this.options.stopSignal);
    this.ended = once(child, 'exit').then(async ([code, signal]: (number | NodeJS.Signals | null)[]) => {
      this.child = undefined;
      await leash.release();
      const exit = { code: code as number | null, signal: signal as NodeJS.Signals | null, expected: this.stopping };
      for (const listener of this.exitListeners) listener(exit);
    });
  }

  /** Undefined when it is ready, otherwise what went wrong. */
  private async untilReady(deadline: number): Promise<string | undefined> {
    while (Date.now() < deadline) {
      if (this.child === undefined) return this.stopping ? 'was stopped while it started' : 'ended while it started';
      if (await this.options.isReady()) return undefined;
      await delay(POLL_MS);
    }
    return `did not answer within ${(this.options.readyTimeoutMs ?? 60_000) / 1000} s`;
  }

  private signal(signal: NodeJS.Signals): void {
    if (this.pid !== undefined && isAlive(this.pid)) signalProcess(this.pid, signal);
  }

  private signalAll(signal: NodeJS.Signals): void {
    if (this.pid === undefined) return;
    // The parent first, so that it makes no children that are missed.
    signalProcess(this.pid, signal);
    for (const pid of descendants(this.pid)) signalProcess(pid, signal);
  }

  private killGroup(): void {
    if (this.pid !== undefined) signalProcess(-this.pid, 'SIGKILL');
  }
}
