import type { Redis, Result } from 'ioredis';

/**
 * The commands of the shared cache that must not be interleaved. Each works on two keys: the value, and its lease.
 *
 * A lease is a random token that a reader gets when it finds no fresh value, before it asks the source. An invalidation
 * deletes value and lease; only who still holds the present lease may store. So nothing that was read before an
 * invalidation is stored after it (leases of memcached: Nishtala et al., «Scaling Memcache at Facebook», NSDI 2013,
 * §3.2.1). An evicted or lost lease means that nothing is stored: Redis forgetting is never wrong.
 */

/** Where it is told that a value arrived that somebody waits for, or that it will not: the key. */
export const ARRIVALS = 'v1:cache-arrivals';

/**
 * Reads a value and, unless it is fresh, the lease for making it anew. The first to get a lease is to ask the source; for the
 * others it is noted that they wait. The lease of one who died ends by itself, so it is not made longer for who only waits.
 * KEYS: value, lease, waiting. ARGV: a new token, life of the lease in ms, life left in ms below which a value is not fresh, 1
 * for who will ask the source in any case.
 * Returns value or nil; how long it is still fresh in ms (not positive: no longer), by the clock of Redis alone; lease; 1 if
 * the caller is to ask the source.
 */
const READ = `
local value = redis.call('GET', KEYS[1])
local fresh = 0
if value then
  fresh = redis.call('PTTL', KEYS[1]) - tonumber(ARGV[3])
  if fresh > 0 then return {value, fresh} end
end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return {value, fresh, ARGV[1], 1} end
if ARGV[4] == '1' then
  redis.call('PEXPIRE', KEYS[2], ARGV[2])
  return {value, fresh, redis.call('GET', KEYS[2]), 1}
end
redis.call('SET', KEYS[3], 1, 'PX', ARGV[2])
return {value, fresh, redis.call('GET', KEYS[2]), 0}`;

const TELL = `if redis.call('DEL', KEYS[3]) == 1 then redis.call('PUBLISH', '${ARRIVALS}', KEYS[1]) end`;

/**
 * Stores a value if the lease is still the one given, and tells those who wait that there is no more to wait for.
 * KEYS: value, lease, waiting. ARGV: lease, value, life in ms. Returns 1 if it was stored.
 */
const STORE = `
local stored = 0
if redis.call('GET', KEYS[2]) == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  redis.call('DEL', KEYS[2])
  stored = 1
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

declare module 'ioredis' {
  interface RedisCommander<Context> {
    cacheReadBuffer(
      ...args: [...keys: KeyNames, token: string, leaseMs: number, leftMs: number, insist: 0 | 1]
    ): Result<[value: Buffer | null, freshMs: number, lease?: Buffer, first?: 0 | 1], Context>;
    cacheStore(...args: [...keys: KeyNames, token: string, body: Buffer, lifeMs: number]): Result<0 | 1, Context>;
    cacheRelease(...args: [...keys: KeyNames, token: string]): Result<1, Context>;
  }
}

/** A value, its lease, and the note that somebody waits for it. */
type KeyNames = [value: string, lease: string, waiting: string];

/** The lease of a key. The braces put all three on the same slot of a Redis Cluster. */
export const leaseOf = (key: string): string => `lease:{${key}}`;

export const keysOf = (key: string): KeyNames => [key, leaseOf(key), `waiting:{${key}}`];

export function defineScripts(redis: Redis): void {
  redis.defineCommand('cacheRead', { numberOfKeys: 3, lua: READ });
  redis.defineCommand('cacheStore', { numberOfKeys: 3, lua: STORE });
  redis.defineCommand('cacheRelease', { numberOfKeys: 3, lua: RELEASE });
}
