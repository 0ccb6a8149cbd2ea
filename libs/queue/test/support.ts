import { PLAN_PRIORITY, type JobContract } from '@discover/contracts';
import { createLogger } from '@discover/telemetry';
import { uniqueName } from '@discover/testing';
import { Module, type INestMicroservice, type Provider, type Type } from '@nestjs/common';
import { z } from 'zod';

import { BullmqServer, createJobApp, JobProducer, type BullmqServerOptions } from '../src/index.js';

export const logger = createLogger('queue-test', 'silent');

const payload = z.object({ n: z.number() });
export type Payload = z.infer<typeof payload>;

/** Kinds of job for tests: their handlers are whatever the test says. */
export const WORK: JobContract<'test.work', Payload, { double: number }> = {
  name: 'test.work',
  queue: 'parse',
  payload,
};
export const DRAW: JobContract<'test.draw', Payload, null> = { name: 'test.draw', queue: 'render', payload };
export const TIDY: JobContract<'test.tidy', Payload, null> = { name: 'test.tidy', queue: 'maintenance', payload };

export const free = (id = uniqueName('job')) => ({ id, priority: PLAN_PRIORITY.free });
export const premium = (id = uniqueName('job')) => ({ id, priority: PLAN_PRIORITY.premium });

/** Everything a suite starts, ended in the opposite order. */
export class Stage {
  readonly #ends: (() => Promise<unknown>)[] = [];

  constructor(
    readonly url: string,
    readonly prefix: string,
  ) {}

  /** Calls `end` at the end. */
  keep<T>(thing: T, end: () => Promise<unknown>): T {
    this.#ends.push(end);
    return thing;
  }

  producer(): JobProducer {
    const producer = new JobProducer({ url: this.url, prefix: this.prefix, logger });
    return this.keep(producer, () => producer.close());
  }

  server(options: Partial<BullmqServerOptions> = {}): BullmqServer {
    const { url, prefix } = this;
    const queues = [{ name: 'parse' as const, concurrency: 4 }];
    return new BullmqServer({ url, prefix, logger, queues, contracts: [WORK, DRAW, TIDY], graceMs: 5_000, ...options });
  }

  /** A listening Nest application with these controllers. */
  async worker(
    controllers: Type[],
    options: { server?: BullmqServer; providers?: Provider[]; prepare?: (app: INestMicroservice) => void } = {},
  ): Promise<{ app: INestMicroservice; server: BullmqServer }> {
    const { server = this.server(), providers = [], prepare } = options;
    @Module({ controllers, providers })
    class TestModule {}
    const app = await createJobApp(TestModule, server, { logger: false });
    prepare?.(app);
    await app.listen();
    this.keep(app, () => app.close());
    return { app, server };
  }

  async end(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }
}
