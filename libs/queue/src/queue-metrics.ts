import type { QueueName } from '@discover/contracts';
import { metrics, type Logger } from '@discover/telemetry';

import type { JobProducer } from './job-producer.js';

const STATES = ['pending', 'active', 'delayed', 'failed', 'completed'] as const;

/**
 * One queue's figures in one round trip.
 * KEYS: wait, prioritized, active, delayed, failed, completed. ARGV[1]: prefix of the job hashes.
 * Answers the five counts and the time (ms) since when the first of each priority has been due, the least of them; -1 if none is.
 * `prioritized` is ordered by priority × 2^32 + a counter, so the first of a priority is its oldest and the next priority
 * starts above it: one look per priority in use, however many jobs there are.
 */
const FIGURES = `
local function due(id)
  local job = redis.call('HMGET', ARGV[1] .. id, 'timestamp', 'opts')
  if not job[1] then return nil end
  local opts = job[2] and cjson.decode(job[2]) or {}
  return tonumber(opts.prevMillis) or tonumber(job[1]) + (tonumber(opts.delay) or 0)
end
local oldest = -1
local function consider(id)
  local time = id and due(id)
  if time and (oldest < 0 or time < oldest) then oldest = time end
end
consider(redis.call('LINDEX', KEYS[1], -1))
local from = '-inf'
while true do
  local first = redis.call('ZRANGEBYSCORE', KEYS[2], from, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  if not first[1] then break end
  consider(first[1])
  from = string.format('%.0f', (math.floor(tonumber(first[2]) / 4294967296) + 1) * 4294967296)
end
return {
  redis.call('LLEN', KEYS[1]) + redis.call('ZCARD', KEYS[2]), redis.call('LLEN', KEYS[3]), redis.call('ZCARD', KEYS[4]),
  redis.call('ZCARD', KEYS[5]), redis.call('ZCARD', KEYS[6]), string.format('%.0f', oldest)
}`;

/**
 * The queues' depth and age as Prometheus series, read when Prometheus asks. A queue that cannot be read has no series
 * then: an autoscaler must see that the figure is missing, not the last one.
 */
export class QueueMetrics {
  #reading: Promise<void> | undefined;

  constructor(private readonly options: { producer: JobProducer; queues: readonly QueueName[]; logger: Logger }) {}

  start(): void {
    // Both gauges are collected in one scrape and share one reading.
    const collect = () => this.#read();
    Object.assign(metrics.queueJobs, { collect });
    Object.assign(metrics.queueOldestAge, { collect });
  }

  stop(): void {
    Object.assign(metrics.queueJobs, { collect: undefined });
    Object.assign(metrics.queueOldestAge, { collect: undefined });
    for (const queue of this.options.queues) forget(queue);
  }

  #read(): Promise<void> {
    this.#reading ??= Promise.all(this.options.queues.map((queue) => this.#readQueue(queue)))
      .then(() => undefined)
      .finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readQueue(name: QueueName): Promise<void> {
    const { producer, logger } = this.options;
    const queue = producer.queue(name);
    const keys = ['wait', 'prioritized', 'active', 'delayed', 'failed', 'completed'].map((key) => queue.toKey(key));
    try {
      const [oldest, ...counts] = (
        (await producer.client.eval(FIGURES, keys.length, ...keys, queue.toKey(''))) as (number | string)[]
      ).reverse();
      counts
        .reverse()
        .forEach((count, index) => metrics.queueJobs.set({ queue: name, state: STATES[index]! }, Number(count)));
      const since = Number(oldest);
      metrics.queueOldestAge.set({ queue: name }, since < 0 ? 0 : Math.max(0, Date.now() - since) / 1_000);
    } catch (error) {
      forget(name);
      metrics.queueScrapeErrors.inc({ queue: name });
      logger.debug(
        { queue: name, reason: error instanceof Error ? error.message : 'unknown' },
        'the figures of a queue could not be read',
      );
    }
  }
}

function forget(queue: QueueName): void {
  for (const state of STATES) metrics.queueJobs.remove({ queue, state });
  metrics.queueOldestAge.remove({ queue });
}
