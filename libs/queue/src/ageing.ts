import { CLASS_PRIORITIES, JOB_CLASSES } from '@discover/contracts';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';

import { DUE } from './due.js';

export interface AgeingSettings {
  /** How long the first job of a class must have waited, in milliseconds. */
  afterMs: number;
  /** One job of each class in so many. More than there are classes, or those that were raised would pile up. */
  share: number;
}

/**
 * The first job of each class moves before all others, if it has waited for long enough. It keeps its place among those of
 * its class that were moved before, and its own priority in its hash: if it is tried again it goes back to its class.
 *
 * KEYS: prioritized. ARGV: prefix of the job hashes, now and the least wait (ms); then of each class the first and the last
 * priority and the raised one. Answers how many jobs were moved.
 * BullMQ scores a job with priority × 2^32 + a counter (getPriorityScore.lua).
 */
const RAISE = `${DUE}
local STEP = 4294967296
local function score(number) return string.format('%.0f', number) end
local raised = 0
for class = 4, #ARGV, 3 do
  local from, to = tonumber(ARGV[class]) * STEP, (tonumber(ARGV[class + 1]) + 1) * STEP - 1
  local first = redis.call('ZRANGEBYSCORE', KEYS[1], score(from), score(to), 'WITHSCORES', 'LIMIT', 0, 1)
  local since = first[1] and due(first[1])
  if since and tonumber(ARGV[2]) - since >= tonumber(ARGV[3]) then
    redis.call('ZADD', KEYS[1], score(tonumber(ARGV[class + 2]) * STEP + tonumber(first[2]) % STEP), first[1])
    raised = raised + 1
  end
end
return raised`;

const CLASSES = JOB_CLASSES.map((name) => CLASS_PRIORITIES[name]).flatMap(({ from, to, raised }) => [from, to, raised]);

/** Lets those go first that have waited for too long. To be done at every `share`th job that a worker begins. */
export async function raiseWaiting(
  client: Redis,
  queue: Pick<Queue, 'toKey'>,
  { afterMs }: AgeingSettings,
): Promise<number> {
  const prioritized = queue.toKey('prioritized');
  return (await client.eval(RAISE, 1, prioritized, queue.toKey(''), Date.now(), afterMs, ...CLASSES)) as number;
}
