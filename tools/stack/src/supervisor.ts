import { setTimeout as delay } from 'node:timers/promises';

import type { ServerExit, ServerProcess } from '@discover/embedded';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** Whoever ran this long had recovered: its next crash is a new matter. */
const STABLE_MS = 30_000;

/** Keeps a server running: starts it again, with growing pauses, whenever it ends unasked. */
export class Supervisor {
  private readonly stopped = new AbortController();
  private restarting: Promise<void> = Promise.resolve();
  private pauseMs = FIRST_PAUSE_MS;
  private startedAt = 0;
  /** While it starts, its end is the failure of that start, not one more reason to start it. */
  private starting = false;

  constructor(
    private readonly server: ServerProcess,
    private readonly tell: (line: string) => void,
  ) {
    server.onExit((exit) => {
      if (!exit.expected && !this.starting && !this.hasStopped()) this.restarting = this.restart(exit);
    });
  }

  get name(): string {
    return this.server.name;
  }

  /** @throws EmbeddedError `start_failed`; a first start is not tried again */
  async start(): Promise<void> {
    this.starting = true;
    try {
      await this.server.start();
      this.startedAt = Date.now();
    } finally {
      this.starting = false;
    }
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.server.stop();
    await this.restarting;
    // A restart may have been under way when it was asked to end.
    await this.server.stop();
  }

  private async restart(exit: ServerExit): Promise<void> {
    if (Date.now() - this.startedAt > STABLE_MS) this.pauseMs = FIRST_PAUSE_MS;
    this.tell(`${this.name} ended unasked (${exit.signal ?? `exit code ${exit.code ?? '?'}`}); starting it again …`);
    while (!this.hasStopped()) {
      const pause = this.pauseMs;
      this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
      await delay(pause, undefined, { signal: this.stopped.signal }).catch(() => undefined);
      if (this.hasStopped()) return;
      try {
        await this.start();
        this.tell(`${this.name} is back`);
        return;
      } catch (error) {
        if (!this.hasStopped()) this.tell((error as Error).message);
      }
    }
  }

  private hasStopped(): boolean {
    return this.stopped.signal.aborted;
  }
}
