import { AsyncLocalStorage } from 'node:async_hooks';
import { deserialize, serialize } from 'node:v8';

import { AppError } from '@discover/contracts';
import { appendIdempotencyStep, type Handle } from '@discover/database';

import type { RequestContent } from './request-content.js';
import { assertPlain } from './plain-data.js';
import type { Seal } from './seal.js';

/** What is kept of one committed transaction of a request. */
interface Step {
  /** Which transaction of the request it was, in the order in which they were begun, from 0. */
  ordinal: number;
  /** Hash of what had been read of the request's files by then, or null. */
  content: Buffer | null;
  value: unknown;
}

/**
 * One run of a request that brought an idempotency key. Each transaction that it commits is noted with its result in the
 * same transaction; a later run, after a crash, is given those results instead of doing them again.
 */
export class Execution {
  private readonly done = new Map<number, Step>();
  private begun = 0;
  private open = true;
  /** Whether anything was committed, by this run or one before. */
  hasEffects: boolean;

  constructor(
    readonly id: Buffer,
    readonly lease: string,
    steps: readonly Buffer[],
    readonly seal: Seal,
    readonly content: RequestContent | null,
  ) {
    for (const sealed of steps) {
      const step = deserialize(seal.open(sealed)) as Step;
      this.done.set(step.ordinal, step);
    }
    this.hasEffects = steps.length > 0;
  }

  /** The number of the transaction that begins now, or null once the answer is being stored: what comes then is not part of it. */
  begin(): number | null {
    return this.open ? this.begun++ : null;
  }

  /** What an earlier run committed as this transaction. @throws AppError `idempotency_key_reused` if it was given other files */
  recorded(ordinal: number): { value: unknown } | null {
    const step = this.done.get(ordinal);
    if (!step) return null;
    this.content?.assertSame(step.content);
    return { value: step.value };
  }

  /** Notes, inside the transaction, what it did. @throws AppError `idempotency_in_flight` if another run has taken over */
  async record(handle: Handle, ordinal: number, value: unknown): Promise<void> {
    assertPlain(value);
    const step: Step = { ordinal, content: this.content?.digest() ?? null, value };
    const sealed = this.seal.close(serialize(step));
    if (!(await appendIdempotencyStep(handle, this.id, this.lease, sealed))) throw takenOver();
  }

  close(): void {
    this.open = false;
  }
}

/** Filled once the key is claimed, which is after the context of the request was opened. */
export interface ExecutionSlot {
  execution: Execution | null;
}

const slots = new AsyncLocalStorage<ExecutionSlot | undefined>();

/** Runs `work` as part of a request that brought an idempotency key. */
export function withSlot<T>(slot: ExecutionSlot, work: () => T): T {
  return slots.run(slot, work);
}

export function currentSlot(): ExecutionSlot | undefined {
  return slots.getStore();
}

/** Runs `work` apart from the request that it was called in: its transactions are not steps of that. */
export function apart<T>(work: () => T): T {
  return slots.run(undefined, work);
}

function takenOver(): AppError {
  return new AppError('idempotency_in_flight', 'This request took too long and is being done again. Ask once more.', {
    retryAfterSeconds: 1,
  });
}
