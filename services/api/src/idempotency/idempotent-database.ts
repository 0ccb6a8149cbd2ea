import type { OutboxStore } from '@discover/contracts';
import { Database, type Handle } from '@discover/database';

import { apart, currentSlot } from './execution.js';

/**
 * The database as requests see it: in one that brought an idempotency key each transaction is done once, however often the
 * request is run. Elsewhere it is the database.
 */
export class IdempotentDatabase extends Database {
  override async transaction<T>(userId: string | null, work: (handle: Handle) => Promise<T>): Promise<T> {
    const execution = currentSlot()?.execution;
    const ordinal = execution?.begin();
    if (!execution || ordinal == null) return super.transaction(userId, work);
    const recorded = execution.recorded(ordinal);
    // It was serialised from a T.
    if (recorded) return recorded.value as T;
    const result = await apart(() =>
      super.transaction(userId, async (handle) => {
        const value = await work(handle);
        await execution.record(handle, ordinal, value);
        return value;
      }),
    );
    execution.hasEffects = true;
    return result;
  }
}

/** An outbox whose own transactions are no steps of the request that hands a message over: publishing twice is publishing once. */
export function outsideOfRequests(store: OutboxStore): OutboxStore {
  return {
    take: (...args) => apart(() => store.take(...args)),
    unfinished: (...args) => store.unfinished(...args),
    giveUp: (...args) => store.giveUp(...args),
  };
}
