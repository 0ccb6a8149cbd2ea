import type { Redis, Result } from 'ioredis';

/**
 * The commands of the shared cache that must not be interleaved. Each works on the value, its lease, the note that somebody
 * waits, and the tokens of its tags.
 *
 * A lease is a random token that a reader gets when it finds no fresh value, before it asks the source. An invalidation
 * deletes value and lease; only who still holds the present lease may store. So nothing that was read before an
 * invalidation is stored after it (leases of memcached: Nishtala et al., «Scaling Memcache at Facebook», NSDI 2013,
 * §3.2.1). An evicted or lost lease means that nothing is stored: Redis forgetting is never wrong.
 *
 * A tag has a random token as well, which an invalidation deletes. A value begins with the tokens that its tags had when
 * its lease was given, and a lease ends with them: what was stored under a token that is gone is not there any more, and
 * what was read under it cannot be stored. A token that Redis forgot is never made again, so neither is that ever wrong.
 */

/** What the lease of a writer begins with. It will not read the source, so nobody waits for it: a reader takes it over. */
const WRITER = 'w';

/** The token of a writer’s lease, which no reader’s is. */
export const writerToken = (token: string): string => WRITER + token.slice(1);

/** The length of each token: a UUID. */
export const TOKEN_LENGTH = 36;

/** Where it is told that a value arrived that somebody waits for, or that it will not: the key. */
export const ARRIVALS = 'v1:cache-arrivals';

/**
 * Reads a value and, unless it is fresh, the lease for making it anew. The first to get a lease is to ask the source; for the
 * others it is noted that they wait. The lease of one who died ends by itself, so it is not made longer for who only waits.
 * KEYS: value, lease, waiting, tags. ARGV: a new token, life of the lease in ms, life left in ms below which a value is not fresh, 1
 * for who will ask the source in any case.
 * Returns value or nil; how long it is still fresh in ms (not positive: no longer), by the clock of Redis alone; lease; 1 if
 * the caller is to ask the source.
 */
const READ = `
local generation = ''
for i = 4, #KEYS do
  local token = redis.call('GET', KEYS[i])
  if not token then
    token = ARGV[1]
    redis.call('SET', KEYS[i], token, 'PX', ARGV[2])
  end
  generation = generation .. token
end
local value = redis.call('GET', KEYS[1])
if value and string.sub(value, 1, #generation) ~= generation then value = false end
local fresh = 0
if value then
  fresh = redis.call('PTTL', KEYS[1]) - tonumber(ARGV[3])
  if fresh > 0 then return {value, fresh} end
end
local lease = redis.call('GET', KEYS[2])
if not lease or string.sub(lease, 1, 1) == '${WRITER}' or string.sub(lease, ${TOKEN_LENGTH} + 1) ~= generation then
  lease = ARGV[1] .. generation
  redis.call('SET', KEYS[2], lease, 'PX', ARGV[2])
  return {value, fresh, lease, 1}
end
if ARGV[4] == '1' then
  redis.call('PEXPIRE', KEYS[2], ARGV[2])
  return {value, fresh, lease, 1}
end
redis.call('SET', KEYS[3], 1, 'PX', ARGV[2])
return {value, fresh, lease, 0}`;

const TELL = `if redis.call('DEL', KEYS[3]) == 1 then redis.call('PUBLISH', '${ARRIVALS}', KEYS[1]) end`;

/**
 * Stores a value if the lease is still the one given and its tags still have their tokens, which then live at least as long
 * as the value; and tells those who wait that there is no more to wait for.
 * KEYS: value, lease, waiting, tags. ARGV: lease, value, life in ms. Returns 1 if it was stored.
 */
const STORE = `
local stored = 0
if redis.call('GET', KEYS[2]) == ARGV[1] then
  local generation = ''
  for i = 4, #KEYS do generation = generation .. (redis.call('GET', KEYS[i]) or '') end
  if string.sub(ARGV[1], ${TOKEN_LENGTH} + 1) == generation then
    redis.call('SET', KEYS[1], generation .. ARGV[2], 'PX', ARGV[3])
    for i = 4, #KEYS do redis.call('PEXPIRE', KEYS[i], ARGV[3], 'GT') end
    stored = 1
  end
  redis.call('DEL', KEYS[2])
end
${TELL}
return stored`;

/**
 * Gives a lease back under which nothing will be stored, and tells those who wait.
 * KEYS: value, lease, waiting. ARGV: lease.
 */
const RELEASE = `
if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end
${TELL}
return 1`;

/**
 * Stores what a writer has committed, if the lease is still the one that it took before its commit; otherwise deletes what
 * there is. Either way nothing that was read before can be stored any more.
 *
 * Writers take the lease from whoever has it, one after the other, since each holds the lock of what it writes. So the one
 * that still has it is the last; who read or invalidated meanwhile has taken it away.
 * KEYS: value, lease, waiting. ARGV: lease, value, life in ms. Returns 1 if it was stored.
 */
const WRITE = `
local stored = 0
if redis.call('GET', KEYS[2]) == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  stored = 1
else
  redis.call('DEL', KEYS[1])
end
redis.call('DEL', KEYS[2])
${TELL}
return stored`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    cacheReadBuffer(
      ...args: [...keys: KeyNames, token: string, leaseMs: number, leftMs: number, insist: 0 | 1]
    ): Result<[value: Buffer | null, freshMs: number, lease?: Buffer, first?: 0 | 1], Context>;
    cacheStore(...args: [...keys: KeyNames, token: string, body: Buffer, lifeMs: number]): Result<0 | 1, Context>;
    cacheWrite(...args: [...keys: KeyNames, token: string, body: Buffer, lifeMs: number]): Result<0 | 1, Context>;
    cacheRelease(...args: [...keys: KeyNames, token: string]): Result<1, Context>;
  }
}

/** How many follow; a value, its lease, the note that somebody waits for it, and its tags. */
type KeyNames = [count: number, value: string, lease: string, waiting: string, ...tags: string[]];

/** The lease of a key. */
export const leaseOf = (key: string): string => `lease:{${key}}`;

/** Tags lie wherever they lie: with them the scripts need one Redis, not a Redis Cluster. */
export const keysOf = (key: string, tags: readonly string[] = []): KeyNames => [
  3 + tags.length,
  key,
  leaseOf(key),
  `waiting:{${key}}`,
  ...tags,
];

export function defineScripts(redis: Redis): void {
  redis.defineCommand('cacheRead', { lua: READ });
  redis.defineCommand('cacheStore', { lua: STORE });
  redis.defineCommand('cacheWrite', { lua: WRITE });
  redis.defineCommand('cacheRelease', { lua: RELEASE });
}
