// Jobs a second through the whole transport with a handler that does nothing: the queue's own price.
// Producer, worker and Redis (append-only file, as in production) share the machine.
//   npx nx run @discover/queue:build && node tools/run.mjs node libs/queue/benchmark/throughput.mjs
import { freePort, startRedis } from '@discover/embedded';
import { BullmqServer, createJobApp, HandlesJob, JobProducer } from '@discover/queue';
import { createLogger } from '@discover/telemetry';
import { Controller, Module } from '@nestjs/common';
import { mkdtemp, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const JOBS = 20_000;
const CONCURRENCY = 8;
const contract = { name: 'bench.nothing', queue: 'parse', payload: z.object({ n: z.number() }) };
const logger = createLogger('bench', 'warn');

const finished = { count: 0, all: Promise.withResolvers(), of: JOBS };
class NothingController {
  async nothing() {
    if (++finished.count === finished.of) finished.all.resolve();
    return null;
  }
}
HandlesJob(contract)(
  NothingController.prototype,
  'nothing',
  Object.getOwnPropertyDescriptor(NothingController.prototype, 'nothing'),
);
Controller()(NothingController);
class NothingModule {}
Module({ controllers: [NothingController] })(NothingModule);

async function measure(what, jobs, work) {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1_000;
  console.log(
    `${what}: ${Math.round(jobs / seconds).toLocaleString('en')} jobs/s (${jobs} in ${seconds.toFixed(2)} s)`,
  );
}

async function worker(url, prefix) {
  const queues = [{ name: 'parse', concurrency: CONCURRENCY }];
  const app = await createJobApp(
    NothingModule,
    new BullmqServer({ url, prefix, logger, queues, contracts: [contract] }),
    { logger: false },
  );
  await app.listen();
  return app;
}

const expectAll = (jobs) => Object.assign(finished, { count: 0, all: Promise.withResolvers(), of: jobs });
const add = (producer, round, n) => producer.add(contract, { n }, { id: `${round}-${n}`, priority: n % 2 ? 10 : 100 });

const folder = await mkdtemp(join(tmpdir(), 'queue-bench-'));
const redis = await startRedis({ folder, role: 'queue', port: await freePort() });
const prefix = 'bull';
const producer = new JobProducer({ url: redis.url, prefix, logger });
try {
  await producer.check();
  // Warm both sides up.
  expectAll(2_000);
  const warm = await worker(redis.url, prefix);
  await Promise.all(Array.from({ length: 2_000 }, (_, n) => add(producer, 'warm', n)));
  await finished.all.promise;
  await warm.close();

  await measure('add, one by one', 5_000, async () => {
    for (let n = 0; n < 5_000; n++) await add(producer, 'single', n);
  });
  await measure('add, 100 at once', 5_000, async () => {
    for (let n = 0; n < 5_000; n += 100)
      await Promise.all(Array.from({ length: 100 }, (_, i) => add(producer, 'burst', n + i)));
  });
  await measure('addMany, 100 each (outbox)', 10_000, async () => {
    for (let n = 0; n < 10_000; n += 100) {
      await producer.addMany(
        Array.from({ length: 100 }, (_, i) => ({
          jobId: `many-${n + i}`,
          queue: 'parse',
          name: contract.name,
          payload: { n },
          priority: 10,
        })),
      );
    }
  });
  expectAll(JOBS);
  let app;
  await measure(`process, concurrency ${CONCURRENCY}`, JOBS, async () => {
    app = await worker(redis.url, prefix);
    await finished.all.promise;
  });
  expectAll(10_000);
  await measure(`add and process at once, concurrency ${CONCURRENCY}`, 10_000, async () => {
    for (let n = 0; n < 10_000; n += 100)
      await Promise.all(Array.from({ length: 100 }, (_, i) => add(producer, 'both', n + i)));
    await finished.all.promise;
  });
  const pings = [];
  for (let n = 0; n < 500; n++) {
    const start = performance.now();
    await add(producer, 'ping', n);
    await producer.wait(contract, `ping-${n}`, { timeoutMs: 5_000 });
    pings.push(performance.now() - start);
  }
  pings.sort((a, b) => a - b);
  console.log(
    `add and wait for the result, one at a time: p50 ${pings[250].toFixed(1)} ms, p99 ${pings[495].toFixed(1)} ms`,
  );
  await app.close();
} finally {
  await producer.close();
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
}
