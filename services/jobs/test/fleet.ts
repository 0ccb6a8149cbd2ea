import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { Database, migrate } from '@discover/database';
import { JobProducer } from '@discover/queue';
import { createLogger } from '@discover/telemetry';
import {
  createTestDatabase,
  freePort,
  startPrivateRedis,
  temporaryFolder,
  testServers,
  waitFor,
  type PrivateRedis,
  type TestDatabase,
} from '@discover/testing';
import { Client } from 'pg';

const MAIN = join(import.meta.dirname, '../dist/main.js');

export interface Instance {
  readonly process: ChildProcess;
  /** Sum of a counter's series whose labels have these. */
  counted(name: string, ...labels: string[]): Promise<number>;
}

/** Any number of real `jobs` processes on a database, a queue and a folder of their own. */
export class Fleet {
  readonly #ends: (() => Promise<unknown>)[] = [];
  #environment: Record<string, string> = {};
  servers!: TestDatabase;
  redis!: PrivateRedis;
  client!: Client;
  producer!: JobProducer;

  async prepare(): Promise<void> {
    this.servers = await createTestDatabase();
    this.#ends.push(() => this.servers.drop());
    await migrate(this.servers.primaryUrl);
    this.redis = await startPrivateRedis();
    this.#ends.push(() => this.redis.dispose());
    const folder = await temporaryFolder();
    this.#ends.push(() => folder.remove());
    this.client = new Client({ connectionString: this.servers.primaryUrl });
    await this.client.connect();
    this.#ends.push(() => this.client.end());
    this.producer = new JobProducer({ url: this.redis.url, logger: createLogger('test', 'silent') });
    this.#ends.push(() => this.producer.close());
    this.#environment = {
      DATABASE_URL: this.servers.primaryUrl,
      REDIS_URL: this.redis.url,
      REDIS_CACHE_URL: testServers().redisCacheUrl,
      OBJECT_STORAGE_FOLDER: folder.path,
      LOG_LEVEL: 'warn',
    };
  }

  /** For the test itself. */
  database(): Database {
    const database = new Database(
      {
        primaryUrl: this.servers.primaryUrl,
        replicaUrls: [],
        poolSize: 3,
        maxReplicaLagMs: 10_000,
        statementTimeoutMs: 10_000,
        slowQueryMs: 100,
      },
      { get: () => Promise.resolve(null), set: () => Promise.resolve() },
      createLogger('test', 'silent'),
    );
    this.#ends.push(() => database.close());
    return database;
  }

  async launch(): Promise<Instance> {
    const port = await freePort();
    const child = spawn(process.execPath, [MAIN], {
      env: { ...process.env, ...this.#environment, JOBS_METRICS_PORT: String(port) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#ends.push(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    });
    const url = `http://127.0.0.1:${port}`;
    const ready = async () => (await fetch(`${url}/health/ready`).catch(() => null))?.ok;
    await waitFor(ready, { what: 'the instance to be ready', timeoutMs: 30_000 });
    return {
      process: child,
      counted: async (name, ...labels) => {
        const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n');
        return lines
          .filter((line) => line.startsWith(`${name}{`) && labels.every((label) => line.includes(label)))
          .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
      },
    };
  }

  async end(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }
}
