import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { Client, type QueryResultRow } from 'pg';

import { freePort, type PostgresOptions } from '../src/index.js';

/** A new folder, and the options of a small cluster in it. */
export async function scratch(): Promise<{ folder: string; options: PostgresOptions; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), `discover-test-${process.pid}-`));
  await chmod(folder, 0o755);
  const options = { folder, port: await freePort(), replicas: [await freePort()], durable: false };
  return { folder, options, remove: () => rm(folder, { recursive: true, force: true }) };
}

export async function query<R extends QueryResultRow>(url: string, sql: string): Promise<R[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await delay(20);
  }
}
