import type { OutboxMessage, OutboxStore } from '@discover/contracts';
import { metrics } from '@discover/telemetry';
import { startPrivateRedis, testRedis, waitFor } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { Ctx, Payload as Data } from '@nestjs/microservices';
import { setTimeout as delay } from 'node:timers/promises';

import { DeadLetters, HandlesJob, JobContext, OutboxRelay, PermanentJobError } from '../src/index.js';
import { logger, Stage, WORK, type Payload } from './support.js';

let stage: Stage;

beforeEach(() => {
  const { url, prefix } = testRedis('outbox');
  stage = new Stage(url, prefix);
});
afterEach(() => stage.end());

/** The port over an array: rows of accepted work, as a table would hold them. */
class MemoryStore implements OutboxStore {
  readonly rows = new Map<string, { message: OutboxMessage; published: boolean; ended: number; touched: number }>();
  readonly givenUp: string[] = [];
  #held = new Set<string>();

  accept(n: number): string {
    const jobId = `row-${String(this.rows.size).padStart(4, '0')}`;
    const message = { jobId, queue: 'parse' as const, name: WORK.name, payload: { n }, priority: 100 };
    this.rows.set(jobId, { message, published: false, ended: 0, touched: Date.now() });
    return jobId;
  }

  /** True the first time: a handler's fenced write. */
  end(jobId: string): boolean {
    const row = this.rows.get(jobId)!;
    row.ended++;
    return row.ended === 1;
  }

  async take(
    limit: number,
    publish: (messages: OutboxMessage[]) => Promise<void>,
    jobIds?: readonly string[],
  ): Promise<number> {
    const taken = [...this.rows.values()]
      .filter(
        ({ message, published }) =>
          !published && !this.#held.has(message.jobId) && (jobIds?.includes(message.jobId) ?? true),
      )
      .slice(0, limit);
    for (const { message } of taken) this.#held.add(message.jobId);
    try {
      if (taken.length > 0) await publish(taken.map(({ message }) => message));
      for (const row of taken) row.published = true;
    } finally {
      for (const { message } of taken) this.#held.delete(message.jobId);
    }
    return taken.length;
  }

  async unfinished({
    idleMs,
    limit,
    after = '',
  }: {
    idleMs: number;
    limit: number;
    after?: string;
  }): Promise<OutboxMessage[]> {
    return [...this.rows.entries()]
      .filter(([jobId, row]) => row.ended === 0 && jobId > after && Date.now() - row.touched >= idleMs)
      .slice(0, limit)
      .map(([, { message }]) => message);
  }

  async giveUp(jobId: string): Promise<void> {
    this.givenUp.push(jobId);
    this.end(jobId);
  }
}

/** A worker that ends rows, after `ms`; `runs` tells how often each was run. */
async function rowWorker(store: MemoryStore, ms = 0) {
  const runs: string[] = [];
  @Controller()
  class WorkController {
    @HandlesJob(WORK)
    async work(@Data() { n }: Payload, @Ctx() { id }: JobContext): Promise<null> {
      runs.push(id);
      await delay(ms);
      if (n < 0) throw new PermanentJobError('never works');
      store.end(id);
      return null;
    }
  }
  await stage.worker([WorkController]);
  return runs;
}

function relay(store: OutboxStore, options: { idleMs?: number; reconcileMs?: number } = {}) {
  const producer = stage.producer();
  const outbox = new OutboxRelay({ store, producer, logger, pollMs: 50, reconcileMs: 100, idleMs: 500, ...options });
  stage.keep(outbox, () => outbox.stop());
  return { outbox, producer };
}

const relayed = async (by: string) =>
  (await metrics.outboxRelayed.get()).values.find(({ labels }) => labels.by === by)?.value ?? 0;
const allEnded = (store: MemoryStore) => [...store.rows.values()].every(({ ended }) => ended === 1);

describe('accepted work', () => {
  it('is handed over by the request that accepted it', async () => {
    const store = new MemoryStore();
    await rowWorker(store);
    const { outbox, producer } = relay(store);
    const before = await relayed('request');
    const [mine, others] = [store.accept(1), store.accept(2)];
    expect(await outbox.flush([mine])).toBe(1);
    await producer.wait(WORK, mine, { timeoutMs: 5_000 });
    expect(store.rows.get(mine)?.ended).toBe(1);
    expect(store.rows.get(others)?.published).toBe(false);
    expect(await relayed('request')).toBe(before + 1);
  });

  it('is handed over by the relay if its request died, however much it is', async () => {
    const store = new MemoryStore();
    await rowWorker(store);
    const { outbox } = relay(store);
    for (let n = 0; n < 250; n++) store.accept(n);
    const before = await relayed('relay');
    outbox.start();
    await waitFor(() => allEnded(store), { what: 'all rows to end' });
    expect(await relayed('relay')).toBe(before + 250);
  });

  it('survives that the queue is away when it is accepted, and all is lost while it is worked on', async () => {
    const redis = await startPrivateRedis();
    stage = new Stage(redis.url, 'bull');
    stage.keep(redis, () => redis.dispose());
    const store = new MemoryStore();
    const runs = await rowWorker(store, 20);
    const { outbox, producer } = relay(store, { idleMs: 1_000 });
    await producer.check();
    outbox.start();
    for (let n = 0; n < 200; n++) store.accept(n);
    await waitFor(() => runs.length > 50, { what: 'a quarter of the work' });

    await producer.client.flushall();
    await redis.server.kill();
    const whileAway = store.accept(1);
    const start = Date.now();
    expect(await outbox.flush([whileAway])).toBe(0);
    expect(Date.now() - start).toBeLessThan(3_000);
    const before = await relayed('reconciler');
    await redis.server.start();
    const back = Date.now();

    await waitFor(() => allEnded(store), { what: 'all rows to end', timeoutMs: 30_000 });
    console.log(`all accepted jobs ended ${Date.now() - back} ms after Redis came back empty`);
    expect(await relayed('reconciler')).toBeGreaterThan(before);
    // What was in a worker's hand when Redis went may run twice, no more: concurrency is 4.
    expect(runs.length).toBeLessThanOrEqual(201 + 4);
  }, 60_000);

  it('is not run again while it waits or runs, however long', async () => {
    const store = new MemoryStore();
    const { outbox } = relay(store, { idleMs: 0, reconcileMs: 10 });
    for (let n = 0; n < 8; n++) store.accept(n);
    outbox.start();
    const runs = await rowWorker(store, 300);
    await waitFor(() => allEnded(store), { what: 'all rows to end' });
    expect(runs).toHaveLength(8);
  });

  it('that died on the queue without an end is run again, but not for ever', async () => {
    const store = new MemoryStore();
    const runs = await rowWorker(store);
    const { outbox, producer } = relay(store, { idleMs: 0, reconcileMs: 20 });
    const hopeless = store.accept(-1);
    outbox.start();
    await waitFor(() => runs.length === 3, { what: 'three runs' });
    const letters = new DeadLetters(producer);
    await waitFor(() => store.givenUp.length > 0, { what: 'it to be given up' });
    expect(store.givenUp).toEqual([hopeless]);
    expect(runs).toEqual([hopeless, hopeless, hopeless]);
    expect(await letters.count('parse')).toBe(1);
  });
});

it('two relays at once hand over each job once, and stop cleanly', async () => {
  const store = new MemoryStore();
  const runs = await rowWorker(store);
  const [first, second] = [relay(store), relay(store)];
  first.outbox.start();
  second.outbox.start();
  for (let n = 0; n < 300; n++) store.accept(n);
  await waitFor(() => allEnded(store), { what: 'all rows to end' });
  expect(runs).toHaveLength(300);
  await Promise.all([first.outbox.stop(), second.outbox.stop()]);
  const late = store.accept(1);
  await delay(150);
  expect(store.rows.get(late)?.published).toBe(false);
});
