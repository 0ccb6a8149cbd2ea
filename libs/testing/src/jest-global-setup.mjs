// Before the integration tests of one Jest run: one Postgres primary with a streaming replica and two Redis, in a
// folder of their own. The test files find them by the environment (see test-servers.ts). Plain JavaScript, because
// Jest does not transform what a global set-up imports: it uses the build of @discover/embedded.
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort, isAlive, startPostgres, startRedis } from '@discover/embedded';

const PREFIX = 'discover-test-';

export default async function startTestServers() {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  await chmod(folder, 0o755); // Postgres runs as another user when we are root.
  // One after the other: two calls at once could be given the same port.
  const [primaryPort, replicaPort, queuePort, cachePort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const redisFolder = join(folder, 'redis');
  const servers = await allOrNone([
    startPostgres({ folder: join(folder, 'postgres'), port: primaryPort, replicas: [replicaPort], durable: false }),
    startRedis({ folder: redisFolder, role: 'queue', port: queuePort }),
    startRedis({ folder: redisFolder, role: 'cache', port: cachePort }),
  ]);
  const [postgres, queue, cache] = servers;
  Object.assign(process.env, {
    TEST_DATABASE_URL: postgres.primaryUrl,
    TEST_DATABASE_REPLICA_URL: postgres.replicaUrls[0],
    TEST_REDIS_URL: queue.url,
    TEST_REDIS_CACHE_URL: cache.url,
  });
  globalThis.stopDiscoverTestServers = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  };
}

async function allOrNone(starts) {
  const results = await Promise.allSettled(starts);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure === undefined) return results.map((result) => result.value);
  await Promise.all(results.map((result) => result.value?.stop()));
  throw failure.reason;
}

/** The servers of a run that was killed die with it, but their folder stays. */
async function removeAbandoned() {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}
