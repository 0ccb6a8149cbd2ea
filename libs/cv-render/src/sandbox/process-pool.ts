import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

export interface ProcessPoolOptions {
  /** Requests answered at the same time, each in a process of its own. */
  processes: number;
  /** How long one request may run before its process is killed, in milliseconds. Waiting for a free process does not count. */
  timeoutMs: number;
  /** Resident memory at which a process is killed, in MiB. Only seen where `/proc` tells it (Linux). */
  memoryMb: number;
}

/** What to throw when a process reaches a bound, or dies. */
export interface ProcessFailures {
  timeout: () => Error;
  memory: () => Error;
  crash: () => Error;
}

export interface ProcessEntry {
  /** Compiled JavaScript that answers each message with one message. */
  path: string;
  /** All that its environment holds. */
  env: Readonly<Record<string, string>>;
  /** Whether each request has a process of its own, so that none can leave anything behind for the next. The next one is started meanwhile. */
  once?: boolean;
}

/** How often a running process's memory is looked at, in milliseconds: some 20 MiB are filled in this time. */
const WATCH_EVERY_MS = 50;
const PAGE_BYTES = 4096;

/**
 * Runs what is not to be trusted in processes that can be killed: a native call can be interrupted in no other way. A
 * process is started with the first request and kept; one that was killed is replaced by the next request.
 */
export class ProcessPool<Request extends object, Answer> {
  private readonly idle: ChildProcess[] = [];
  private readonly all = new Set<ChildProcess>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private closed = false;

  constructor(
    private readonly entry: ProcessEntry,
    private readonly options: ProcessPoolOptions,
    private readonly failures: ProcessFailures,
  ) {}

  /** @throws what `failures` makes, or the signal's reason */
  async run(request: Request, signal?: AbortSignal): Promise<Answer> {
    await this.turn();
    try {
      signal?.throwIfAborted();
      const child = this.idle.pop() ?? this.start();
      const answer = await this.ask(child, request, signal);
      if (this.entry.once) void kill(child);
      this.idle.push(this.entry.once && !this.closed ? this.start() : child);
      return answer;
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }

  /** Ends the processes, also those that are at work. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.all].map((child) => kill(child)));
  }

  private async turn(): Promise<void> {
    while (this.running >= this.options.processes) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running++;
  }

  private start(): ChildProcess {
    const child = fork(this.entry.path, {
      env: this.entry.env,
      execArgv: ['--max-old-space-size=256'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.all.add(child);
    // Of a process that is dying, or could not be started: whoever waits for it is told by its end or by the time.
    child.on('error', () => undefined);
    child.once('exit', () => {
      this.all.delete(child);
      const index = this.idle.indexOf(child);
      if (index >= 0) this.idle.splice(index, 1);
    });
    return child;
  }

  /** Whichever comes first: the answer, the process's end, or one of the bounds, at which it is killed. */
  private async ask(child: ChildProcess, request: Request, signal: AbortSignal | undefined): Promise<Answer> {
    const ended = new AbortController();
    const timer = setTimeout(() => ended.abort(this.failures.timeout()), this.options.timeoutMs);
    const watch = setInterval(() => void this.watchMemory(child, ended), WATCH_EVERY_MS);
    const onAbort = () => ended.abort(signal?.reason);
    const onExit = () => ended.abort(this.failures.crash());
    signal?.addEventListener('abort', onAbort, { once: true });
    child.once('exit', onExit);
    try {
      const answered = once(child, 'message', { signal: ended.signal });
      child.send(request);
      const [answer] = (await answered) as [Answer];
      return answer;
    } catch {
      await kill(child);
      throw ended.signal.reason;
    } finally {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', onAbort);
      child.removeListener('exit', onExit);
    }
  }

  private async watchMemory(child: ChildProcess, ended: AbortController): Promise<void> {
    const statm = await readFile(`/proc/${child.pid}/statm`, 'utf8').catch(() => '');
    const resident = (Number(statm.split(' ')[1] ?? 0) * PAGE_BYTES) / 1024 ** 2;
    if (resident > this.options.memoryMb) ended.abort(this.failures.memory());
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
