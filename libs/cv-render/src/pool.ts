import { EventEmitter, once } from 'node:events';
import { createRequire } from 'node:module';

import { Piscina } from 'piscina';

import { RenderError } from './errors.js';
import { isTypeset } from './formats.js';
import { prepareRequest, type Rendered, type RenderRequest } from './request.js';
import { Sandbox, type SandboxOptions } from './sandbox/sandbox.js';
import type { Answer, Notice, Task } from './worker.js';

export interface RenderPoolOptions {
  /** Renders done at the same time; no more than there are cores. */
  threads: number;
  /** How long one render may run before its thread is ended. Waiting for a free thread does not count. */
  timeoutMs: number;
  /** Bound on the JavaScript heap of one thread. Typst's own memory is outside of it, and bounded by its evicted cache. */
  memoryMb: number;
  /** Bounds of uploaded templates, which run in processes of their own. */
  sandbox?: Partial<SandboxOptions>;
}

const SANDBOX: SandboxOptions = { processes: 1, timeoutMs: 5_000, memoryMb: 600 };

export interface RenderPoolStats {
  threads: number;
  /** Being rendered now. */
  running: number;
  /** Waiting for a thread. */
  waiting: number;
  completed: number;
  failed: number;
  timedOut: number;
}

/** A job from its submission to its end. */
interface Job {
  started: boolean;
  onStart: () => void;
}

/** Renders in worker threads that keep fonts, templates and Typst's cache warm. */
export class RenderPool {
  private readonly pool: Piscina<Task, Answer>;
  private readonly jobs = new Map<number, Job>();
  private readonly events = new EventEmitter();
  private ready = 0;
  private lastId = 0;
  private readonly counts = { completed: 0, failed: 0, timedOut: 0 };

  private readonly sandbox: Sandbox;

  constructor(private readonly options: RenderPoolOptions) {
    this.sandbox = new Sandbox({ ...SANDBOX, ...options.sandbox });
    this.pool = new Piscina<Task, Answer>({
      // A thread runs compiled JavaScript, so this is the built entry even where the rest runs from its sources.
      filename: createRequire(import.meta.url).resolve('@discover/cv-render/worker'),
      minThreads: options.threads,
      maxThreads: options.threads,
      // Native objects are freed by tasks of the thread's event loop, which must turn between renders for that.
      atomics: 'disabled',
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    this.pool.on('message', (notice: Notice) => this.onNotice(notice));
  }

  /** Resolves when every thread is warm: before that, renders wait for it. */
  async warm(): Promise<void> {
    while (this.ready < this.options.threads) await once(this.events, 'ready');
  }

  /**
   * Aborting rejects with the signal's reason: a render that waits is dropped, one that runs is left to its end, which
   * is nearer than a new thread would be.
   * @throws RenderError of any code; with `timeout`, only this render's thread was ended, and is replaced
   */
  async render(request: RenderRequest, signal?: AbortSignal): Promise<Rendered> {
    signal?.throwIfAborted();
    const { format, source } = prepareRequest(request);
    if (source !== undefined && isTypeset(format)) return this.sandbox.render(request, signal);
    const id = ++this.lastId;
    const ended = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const job: Job = {
      started: false,
      onStart: () => {
        job.started = true;
        timer = setTimeout(() => ended.abort(), this.options.timeoutMs);
      },
    };
    this.jobs.set(id, job);
    const run = this.pool.run({ id, request }, { signal: ended.signal }).finally(() => {
      clearTimeout(timer);
      this.jobs.delete(id);
    });
    try {
      const answer = await raceAbort(run, signal, () => {
        if (!job.started) ended.abort();
      });
      if (!answer.ok) throw new RenderError(answer.error.code, answer.error.message, answer.error.problems);
      this.counts.completed++;
      return answer.rendered;
    } catch (error) {
      throw this.toFailure(error, ended.signal, signal);
    }
  }

  /** Finishes what was begun and what waits, then ends the threads. */
  async close(): Promise<void> {
    await Promise.all([this.pool.close(), this.sandbox.close()]);
  }

  get stats(): RenderPoolStats {
    const running = [...this.jobs.values()].filter((job) => job.started).length;
    return { threads: this.pool.threads.length, running, waiting: this.jobs.size - running, ...this.counts };
  }

  private onNotice(notice: Notice): void {
    if (notice.kind === 'started') this.jobs.get(notice.id)?.onStart();
    else {
      this.ready++;
      this.events.emit('ready');
    }
  }

  /** The error to tell the caller: a cancelled render is no failure of ours. */
  private toFailure(error: unknown, ended: AbortSignal, cancelled: AbortSignal | undefined): unknown {
    if (cancelled?.aborted) return cancelled.reason;
    if (ended.aborted) {
      this.counts.timedOut++;
      return new RenderError('timeout', `The render took more than ${this.options.timeoutMs} ms.`);
    }
    this.counts.failed++;
    return error instanceof RenderError
      ? error
      : new RenderError('render_failed', 'The rendering thread died.', [], { cause: error });
  }
}

/** The promise's outcome, or the signal's reason if that comes first. */
async function raceAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined, onAbort: () => void): Promise<T> {
  if (!signal) return promise;
  const aborted = Promise.withResolvers<never>();
  const listener = (): void => {
    onAbort();
    aborted.reject(signal.reason as Error);
  };
  signal.addEventListener('abort', listener, { once: true });
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', listener);
    promise.catch(() => undefined);
  }
}
