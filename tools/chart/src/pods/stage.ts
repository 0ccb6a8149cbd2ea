import { setTimeout as delay } from 'node:timers/promises';

import { docker, MARK } from './docker.js';

/** Programs of others: those of the public images, or stand-ins (docker/local) by the variables that compose reads. */
export const IMAGES = {
  edge: process.env.EDGE_IMAGE ?? 'nginx:1.30',
  redis: process.env.REDIS_IMAGE ?? 'valkey/valkey:9',
  postgres: process.env.POSTGRES_IMAGE ?? 'postgres:18-bookworm',
  pgbouncer: process.env.PGBOUNCER_IMAGE ?? 'edoburu/pgbouncer:v1.24.1-p1',
  s3: process.env.S3_IMAGE ?? 'versity/versitygw:v1.8.0',
};

export const SECRETS = {
  'discover/JWT_SECRET': 'not-a-secret-but-long-enough-for-a-test',
  'discover/REDIS_PASSWORD': 'queue1',
  'discover/REDIS_CACHE_PASSWORD': 'cache2',
  'discover/S3_ACCESS_KEY_ID': 'key3',
  'discover/S3_SECRET_ACCESS_KEY': 'secret4',
  'cv-discover-postgres-app/password': 'database5',
};

/** What an operator and a provider bring, under the names that the chart expects: Postgres, its pooler, S3. */
export async function startSurroundings(repository: string): Promise<void> {
  const password = SECRETS['cv-discover-postgres-app/password'];
  await beside('postgres', 'cv-discover-postgres-rw', [
    ...['--env', `DATABASE_PASSWORD=${password}`, '--env', 'POSTGRES_PASSWORD=a', '--env', 'REPLICATION_PASSWORD=b'],
    ...['--user', 'postgres', '--volume', `${repository}/docker/postgres:/etc/discover:ro`],
    ...['--entrypoint', '/etc/discover/start.sh', IMAGES.postgres, 'primary'],
  ]);
  await beside('pooler', 'cv-discover-postgres-pooler', [
    ...['--env', `DATABASE_PASSWORD=${password}`, '--env', 'PRIMARY_HOST=cv-discover-postgres-rw'],
    ...['--volume', `${repository}/docker/pgbouncer:/etc/discover:ro`, '--entrypoint', 'sh', IMAGES.pgbouncer],
    // The operator's pooler listens on Postgres's own port.
    ...['-c', "sed 's/= 6432/= 5432/' /etc/discover/start.sh | sh"],
  ]);
  await beside('s3', 's3', [
    ...['--env', `ROOT_ACCESS_KEY=${SECRETS['discover/S3_ACCESS_KEY_ID']}`],
    ...['--env', `ROOT_SECRET_KEY=${SECRETS['discover/S3_SECRET_ACCESS_KEY']}`, '--env', 'VGW_REGION=local'],
    ...['--volume', `${repository}/docker/s3:/etc/discover:ro`, '--entrypoint', '/etc/discover/start.sh', IMAGES.s3],
  ]);
}

function beside(name: string, alias: string, args: readonly string[]): Promise<string> {
  return docker(
    'run',
    '--detach',
    '--name',
    `${MARK}-${name}`,
    '--network',
    MARK,
    '--label',
    MARK,
    '--network-alias',
    alias,
    ...args,
  );
}

/** Waits until a probe answers 200, as a kubelet asks it. @throws Error after `seconds` */
export async function untilReady(url: string, seconds = 120): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(4_000) }).catch(() => undefined);
    if (answer?.ok === true) return;
    await delay(500);
  }
  throw new Error(`${url} did not get ready within ${seconds} s.`);
}
