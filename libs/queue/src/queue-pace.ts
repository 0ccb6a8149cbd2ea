import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';

/** How many of the last completed jobs tell how long one takes. */
const SAMPLE = 20;

export interface QueuePace {
  /** Jobs in hand: while others wait, that is as many as all workers together take at once. */
  active: number;
  /** How long the last jobs took, in milliseconds; null if none has ended lately. */
  meanRunMs: number | null;
}

/**
 * KEYS: active, completed. ARGV: prefix of the job hashes, sample size.
 * Answers the jobs in hand, the number of sampled jobs, and the sum of their run times in milliseconds.
 */
const PACE = `
local count, total = 0, 0
for _, id in ipairs(redis.call('ZREVRANGE', KEYS[2], 0, ARGV[2] - 1)) do
  local times = redis.call('HMGET', ARGV[1] .. id, 'processedOn', 'finishedOn')
  if times[1] and times[2] then
    count = count + 1
    total = total + (times[2] - times[1])
  end
end
return {redis.call('LLEN', KEYS[1]), count, total}`;

export async function readQueuePace(queue: Queue, client: Redis): Promise<QueuePace> {
  const keys = [queue.toKey('active'), queue.toKey('completed')];
  const answer = await client.eval(PACE, keys.length, ...keys, queue.toKey(''), SAMPLE);
  const [active, count, total] = answer as [number, number, number];
  return { active, meanRunMs: count === 0 ? null : total / count };
}
