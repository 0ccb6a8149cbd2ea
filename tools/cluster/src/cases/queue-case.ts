import type { JobProducer } from '@discover/queue';

import { replicasOf, story, type Case } from './lab.js';

const MINUTE = 60_000;

/** @param producer of the Redis whose queues the exporter tells */
export function queueCase(producer: JobProducer): Case {
  return {
    namespace: 'queue',
    name: '6 pending parse jobs and 11 pending renders, then none (real Redis and BullMQ)',
    wanted: 'parser and render 2; back to 1 after 600 s at the earliest',
    values: { 'scaling.workloads.parser.minReplicas': 1, 'scaling.workloads.render.minReplicas': 1 },
    async run({ history }) {
      const all = (replicas: number) =>
        ['parser', 'render'].every((workload) => replicasOf(history, this.namespace, workload) === replicas);
      await history.until(() => all(1), MINUTE);
      const from = Date.now();
      await add(producer, 'parse', 6);
      await add(producer, 'render', 11);
      const grown = await history.until(() => all(2), 3 * MINUTE);
      const emptyFrom = Date.now();
      for (const name of ['parse', 'render'] as const) await producer.queue(name).drain();
      const back = await history.until(() => all(1), 14 * MINUTE);
      const seconds = (Date.now() - emptyFrom) / 1_000;
      const stories = ['parser', 'render'].map(
        (workload) => `${workload} ${story(history, this.namespace, workload, from)}`,
      );
      return {
        seen: `${stories.join(', ')}; emptied after ${Math.round((emptyFrom - from) / 1_000)} s`,
        ok: grown && back && seconds >= 600,
      };
    },
  };
}

async function add(producer: JobProducer, queue: 'parse' | 'render', count: number): Promise<void> {
  const jobs = Array.from({ length: count }, (_, index) => ({
    name: 'nobody-takes-this',
    data: {},
    opts: { jobId: `case-${index}`, priority: 10 },
  }));
  await producer.queue(queue).addBulk(jobs);
}
