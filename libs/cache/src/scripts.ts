import type { Redis, Result } from 'ioredis';

/**
 * The commands of the shared cache that must not be interleaved. Each works on two keys: the value, and its lease.
 *
 * A lease is a random token that a reader gets when it finds no fresh value, before it asks the source. An invalidation
 * deletes value and lease; only who still holds the present lease may store. So nothing that was read before an
 * invalidation is stored after it (leases of memcached: Nishtala et al., «Scaling Memcache at Facebook», NSDI 2013,
 * §3.2.1). An evicted or lost lease means that nothing is stored: Redis forgetting is never wrong.
 */

/**
 * Reads a value and, unless it is fresh, the lease for making it anew.
 * KEYS: value, lease. ARGV: a new token, life of the lease in ms, life left in ms below which a value is not fresh.
 * Returns value or nil; how long it is still fresh in ms (not positive: no longer), by the clock of Redis alone; lease.
 */
const READ = `
local value = redis.call('GET', KEYS[1])
local fresh = 0
if value then
  fresh = redis.call('PTTL', KEYS[1]) - tonumber(ARGV[3])
  if fresh > 0 then return {value, fresh} end
end
redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return {value, fresh, redis.call('GET', KEYS[2])}`;

/**
 * Stores a value if the lease is still the one given.
 * KEYS: value, lease. ARGV: lease, value, life in ms. Returns 1 if it was stored.
 */
const STORE = `
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
redis.call('DEL', KEYS[2])
return 1`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    cacheReadBuffer(
      value: string,
      lease: string,
      token: string,
      leaseMs: number,
      leftMs: number,
    ): Result<[value: Buffer | null, freshMs: number, lease?: Buffer], Context>;
    cacheStore(value: string, lease: string, token: string, body: Buffer, lifeMs: number): Result<0 | 1, Context>;
  }
}

/** The lease of a key. The braces put both on the same slot of a Redis Cluster. */
export const leaseOf = (key: string): string => `lease:{${key}}`;

export function defineScripts(redis: Redis): void {
  redis.defineCommand('cacheRead', { numberOfKeys: 2, lua: READ });
  redis.defineCommand('cacheStore', { numberOfKeys: 2, lua: STORE });
}
