import { CLASS_PRIORITIES, JOB_CLASSES, type JobClass } from '@discover/contracts';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';

import { DUE } from './due.js';

export const STATES = ['pending', 'active', 'delayed', 'failed', 'completed'] as const;

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

/** One queue, as it is at a moment. */
export interface QueueFigures {
  jobs: Record<(typeof STATES)[number], number>;
  /** Age of the job that has been pending longest, in seconds; 0 if none is. */
  oldestSeconds: number;
  oldestSecondsByClass: Record<JobClass, number>;
}

export async function readQueueFigures(queue: Queue, client: Redis): Promise<QueueFigures> {
  const keys = ['wait', 'prioritized', 'active', 'delayed', 'failed', 'completed'].map((key) => queue.toKey(key));
  const answer = await client.eval(FIGURES, keys.length, ...keys, queue.toKey(''), ...CLASSES);
  const figures = (answer as (number | string)[]).map(Number);
  const [oldest, ...oldestOfClasses] = figures.slice(STATES.length).map(secondsSince);
  return {
    jobs: Object.fromEntries(STATES.map((state, index) => [state, figures[index]!])) as QueueFigures['jobs'],
    oldestSeconds: oldest!,
    oldestSecondsByClass: Object.fromEntries(
      JOB_CLASSES.map((kind, index) => [kind, oldestOfClasses[index]!]),
    ) as QueueFigures['oldestSecondsByClass'],
  };
}

/** Of a time in milliseconds; 0 for -1, which says that there is none. */
function secondsSince(time: number): number {
  return time < 0 ? 0 : Math.max(0, Date.now() - time) / 1_000;
}
