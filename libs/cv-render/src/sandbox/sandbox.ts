import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { RenderError } from '../errors.js';
import type { Rendered, RenderRequest } from '../request.js';
import type { Answer } from '../worker.js';

export interface SandboxOptions {
  /** Renders at the same time, each in a process of its own. */
  processes: number;
  /** How long one render may run before its process is killed, in milliseconds. */
  timeoutMs: number;
  /** Resident memory at which a process is killed, in MiB. Only seen where `/proc` tells it (Linux). */
  memoryMb: number;
}

/** How often a running process's memory is looked at: a template fills some 20 MiB in this time, in milliseconds. */
const WATCH_EVERY_MS = 50;
const PAGE_BYTES = 4096;

/**
 * Typst would fetch packages; it honours these, and nothing listens there. The process gets no other variable, so it holds
 * no secret either.
 */
const NOWHERE = 'http://127.0.0.1:1';
const ENVIRONMENT = { HTTPS_PROXY: NOWHERE, HTTP_PROXY: NOWHERE, ALL_PROXY: NOWHERE, HOME: '/nonexistent' };

/**
 * Renders uploaded templates. Typst gives a template no way to files outside its root, programs or the clock; what is left
 * to bound is time, memory and the network, and a native call can be interrupted in a process only. A process is started
 * with the first render and kept; one that was killed is replaced by the next render.
 */
export class Sandbox {
  private readonly idle: ChildProcess[] = [];
  private readonly all = new Set<ChildProcess>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly options: SandboxOptions) {}

  /**
   * @throws RenderError `invalid_template` where the template is at fault, memory included; `timeout`
   */
  async render(request: RenderRequest, signal?: AbortSignal): Promise<Rendered> {
    await this.turn();
    try {
      signal?.throwIfAborted();
      const child = this.idle.pop() ?? this.start();
      const answer = await this.ask(child, request, signal);
      this.idle.push(child);
      if (!answer.ok) throw new RenderError(answer.error.code, answer.error.message, answer.error.problems);
      return answer.rendered;
    } finally {
      this.running--;
      this.waiting.shift()?.();
    }
  }

  /** Ends the processes, also those that are at work. */
  async close(): Promise<void> {
    await Promise.all([...this.all].map((child) => kill(child)));
  }

  private async turn(): Promise<void> {
    while (this.running >= this.options.processes) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running++;
  }

  private start(): ChildProcess {
    const entry = createRequire(import.meta.url).resolve('@discover/cv-render/sandbox');
    const child = fork(entry, {
      env: ENVIRONMENT,
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
  private async ask(child: ChildProcess, request: RenderRequest, signal: AbortSignal | undefined): Promise<Answer> {
    const ended = new AbortController();
    const stop = (reason: unknown) => () => ended.abort(reason);
    const { timeoutMs } = this.options;
    const timer = setTimeout(stop(new RenderError('timeout', `The render took more than ${timeoutMs} ms.`)), timeoutMs);
    const watch = setInterval(() => void this.watchMemory(child, ended), WATCH_EVERY_MS);
    const onAbort = () => ended.abort(signal?.reason);
    const onExit = stop(new RenderError('invalid_template', 'The template made the typesetter crash.'));
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
    const { memoryMb } = this.options;
    const statm = await readFile(`/proc/${child.pid}/statm`, 'utf8').catch(() => '');
    const resident = (Number(statm.split(' ')[1] ?? 0) * PAGE_BYTES) / 1024 ** 2;
    if (resident > memoryMb)
      ended.abort(new RenderError('invalid_template', `The template needs more than ${memoryMb} MiB of memory.`));
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
