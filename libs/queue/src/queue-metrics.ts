import { CLASS_PRIORITIES, JOB_CLASSES, type QueueName } from '@discover/contracts';
import { metrics, type Logger } from '@discover/telemetry';

import { DUE } from './due.js';
import type { JobProducer } from './job-producer.js';

const STATES = ['pending', 'active', 'delayed', 'failed', 'completed'] as const;

/**
 * One queue's figures in one round trip.
 * KEYS: wait, prioritized, active, delayed, failed, completed. ARGV: prefix of the job hashes; then of each class its first, last
 * and raised priority. Answers the five counts and the times (ms) since when the oldest pending job has been due, of all and
 * of each class; -1 if none is.
 * `prioritized` is ordered by priority × 2^32 + a counter, so the first of a priority is its oldest and the next priority
 * starts above it: one look per priority in use, however many jobs there are.
 */
const FIGURES = `${DUE}
-- The first is that of all.
local oldest = {-1}
for class = 2, #ARGV, 3 do oldest[#oldest + 1] = -1 end
local function older(index, time)
  if oldest[index] < 0 or time < oldest[index] then oldest[index] = time end
end
local function consider(id, priority)
  local time = id and due(id)
  if not time then return end
  older(1, time)
  for class = 2, #ARGV, 3 do
    local from, to, raised = tonumber(ARGV[class]), tonumber(ARGV[class + 1]), tonumber(ARGV[class + 2])
    if (from <= priority and priority <= to) or priority == raised then older((class + 4) / 3, time) end
  end
end
consider(redis.call('LINDEX', KEYS[1], -1), 0)
local from = '-inf'
while true do
  local first = redis.call('ZRANGEBYSCORE', KEYS[2], from, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
  if not first[1] then break end
  local priority = math.floor(tonumber(first[2]) / 4294967296)
  consider(first[1], priority)
  from = string.format('%.0f', (priority + 1) * 4294967296)
end
local figures = {
  redis.call('LLEN', KEYS[1]) + redis.call('ZCARD', KEYS[2]), redis.call('LLEN', KEYS[3]), redis.call('ZCARD', KEYS[4]),
  redis.call('ZCARD', KEYS[5]), redis.call('ZCARD', KEYS[6])
}
for _, time in ipairs(oldest) do figures[#figures + 1] = string.format('%.0f', time) end
return figures`;

const CLASSES = JOB_CLASSES.map((name) => CLASS_PRIORITIES[name]).flatMap(({ from, to, raised }) => [from, to, raised]);

/**
 * The queues' depth and age as Prometheus series, read when Prometheus asks. A queue that cannot be read has no series
 * then: an autoscaler must see that the figure is missing, not the last one.
 */
export class QueueMetrics {
  #reading: Promise<void> | undefined;

  constructor(private readonly options: { producer: JobProducer; queues: readonly QueueName[]; logger: Logger }) {}

  start(): void {
    // The gauges are collected in one scrape and share one reading.
    const collect = () => this.#read();
    for (const queue of this.options.queues) metrics.queueScrapeErrors.inc({ queue }, 0);
    Object.assign(metrics.queueJobs, { collect });
    Object.assign(metrics.queueOldestAge, { collect });
    Object.assign(metrics.queueClassOldestAge, { collect });
  }

  stop(): void {
    Object.assign(metrics.queueJobs, { collect: undefined });
    Object.assign(metrics.queueOldestAge, { collect: undefined });
    Object.assign(metrics.queueClassOldestAge, { collect: undefined });
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
      const answer = await producer.client.eval(FIGURES, keys.length, ...keys, queue.toKey(''), ...CLASSES);
      const figures = (answer as (number | string)[]).map(Number);
      STATES.forEach((state, index) => metrics.queueJobs.set({ queue: name, state }, figures[index]!));
      const [oldest, ...oldestOfClasses] = figures.slice(STATES.length).map(secondsSince);
      metrics.queueOldestAge.set({ queue: name }, oldest!);
      JOB_CLASSES.forEach((kind, index) =>
        metrics.queueClassOldestAge.set({ queue: name, class: kind }, oldestOfClasses[index]!),
      );
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
  for (const kind of JOB_CLASSES) metrics.queueClassOldestAge.remove({ queue, class: kind });
}

/** Of a time in milliseconds; 0 for -1, which says that there is none. */
function secondsSince(time: number): number {
  return time < 0 ? 0 : Math.max(0, Date.now() - time) / 1_000;
}
