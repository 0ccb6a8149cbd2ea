import type { ChildProcess } from 'node:child_process';

import { answerOf, startChild } from './child.js';

export interface BareRoute {
  readonly path: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

export type BareCommand = { readonly type: 'serve'; readonly routes: readonly BareRoute[] } | { readonly type: 'cpu' };
export interface BareAnswer {
  readonly port?: number;
  readonly microseconds?: number;
}

/** The baseline of everything that is read: Fastify alone in a process of its own, which sends the same bytes. */
export class BareServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(routes: readonly BareRoute[], signal: AbortSignal): Promise<BareServer> {
    const child = startChild('bare-process', signal);
    const { port } = await ask(child, { type: 'serve', routes });
    return new BareServer(child, `http://127.0.0.1:${port ?? 0}`);
  }

  /** Seconds of CPU that the process has used. */
  async cpuSeconds(): Promise<number> {
    const { microseconds = NaN } = await ask(this.child, { type: 'cpu' });
    return microseconds / 1e6;
  }

  stop(): void {
    this.child.kill();
  }
}

function ask(child: ChildProcess, command: BareCommand): Promise<BareAnswer> {
  child.send(command);
  return answerOf<BareAnswer>(child);
}
