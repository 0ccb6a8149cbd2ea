import { randomBytes } from 'node:crypto';

/** The servers that one Jest run shares, as the global set-up has announced them. */
export interface TestServers {
  readonly databaseUrl: string;
  readonly databaseReplicaUrl: string;
  /** The queue's Redis (noeviction, append-only file). */
  readonly redisUrl: string;
  /** The cache's Redis (allkeys-lru, nothing kept). */
  readonly redisCacheUrl: string;
}

export function testServers(): TestServers {
  return {
    databaseUrl: announced('TEST_DATABASE_URL'),
    databaseReplicaUrl: announced('TEST_DATABASE_REPLICA_URL'),
    redisUrl: announced('TEST_REDIS_URL'),
    redisCacheUrl: announced('TEST_REDIS_CACHE_URL'),
  };
}

export interface TestRedis {
  readonly url: string;
  readonly cacheUrl: string;
  /** Nobody else's keys start with it: a BullMQ prefix, a cache namespace. */
  readonly prefix: string;
}

/** The shared Redis servers with a key prefix for this suite alone. */
export function testRedis(name = 'test'): TestRedis {
  const { redisUrl, redisCacheUrl } = testServers();
  return { url: redisUrl, cacheUrl: redisCacheUrl, prefix: uniqueName(name) };
}

/** A name that was never used before; letters, digits and `_` only if the given one has no others. */
export function uniqueName(name: string): string {
  return `${name}_${randomBytes(6).toString('hex')}`;
}

function announced(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) {
    throw new Error(
      `${variable} is not set: only files named *.int-spec.ts have servers (jest --selectProjects integration).`,
    );
  }
  return value;
}
