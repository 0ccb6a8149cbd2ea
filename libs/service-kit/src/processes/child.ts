import type { Worker } from 'node:cluster';
import { once } from 'node:events';

import type { Answers, Asked, Question, Said } from './messages.js';

/** How long a process may take to answer, in milliseconds: longer than its own checks. */
const ANSWER_TIMEOUT_MS = 3_000;

/** One of the processes of a service, as the first one sees it. */
export class Child {
  /** Whether it has served since it was started. */
  served = false;
  /** Its exit code, null if a signal ended it; when no connection is given to it any more. */
  readonly ended: Promise<number | null>;
  private lastId = 0;
  private readonly waiting = new Map<number, (answer: unknown) => void>();

  constructor(
    private readonly worker: Worker,
    onStarted: () => void,
  ) {
    this.ended = once(worker, 'exit').then(async ([code]) => {
      if (worker.isConnected()) await once(worker, 'disconnect');
      return code as number | null;
    });
    worker.on('message', (message: Said) => {
      if ('answer' in message) this.waiting.get(message.id)?.(message.answer);
      else {
        this.served = true;
        onStarted();
      }
    });
    worker.once('disconnect', () => {
      for (const answer of this.waiting.values()) answer(undefined);
    });
    // A pipe that breaks is told by the exit that follows.
    worker.on('error', () => undefined);
  }

  /** Whether it serves as far as is known: one that ends is cut off first. */
  get serves(): boolean {
    return this.served && this.worker.isConnected();
  }

  get pid(): number | undefined {
    return this.worker.process.pid;
  }

  /** Undefined if it does not answer in time, or has ended. */
  async ask<Q extends Question>(question: Q): Promise<Answers[Q] | undefined> {
    const id = ++this.lastId;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const timer = setTimeout(() => resolve(undefined), ANSWER_TIMEOUT_MS);
    this.waiting.set(id, resolve);
    try {
      if (this.worker.isConnected()) this.worker.send({ ask: question, id } satisfies Asked);
      else resolve(undefined);
      return (await promise) as Answers[Q] | undefined;
    } finally {
      clearTimeout(timer);
      this.waiting.delete(id);
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.worker.process.kill(signal);
  }
}
