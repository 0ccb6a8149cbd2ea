import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { Client } from 'pg';

import { EmbeddedError } from './errors.js';
import { assertPortFree } from './ports.js';
import { locatePostgres, type PostgresBinaries } from './postgres-binaries.js';
import { ensurePrimaryData, isReplicaOf, makeReplica, writeConnection } from './postgres-data.js';
import { untilNobodyRunsOn } from './previous-run.js';
import { ServerProcess } from './server-process.js';
import { unprivilegedAccount, type Account } from './unprivileged-user.js';

export interface PostgresOptions {
  /** Holds `primary/`, `replica-1/`, … and their logs; made if missing. */
  readonly folder: string;
  readonly port: number;
  /** One streaming replica for each port. */
  readonly replicas?: readonly number[];
  /** Made if missing. The user is the superuser of the cluster. All three are `discover` unless told. */
  readonly database?: string;
  readonly user?: string;
  readonly password?: string;
  /** False for tests: nothing is forced to disk, which a kill -9 survives and a power cut does not. */
  readonly durable?: boolean;
  /** Further settings of all servers, by their names in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly logFolder?: string;
  /** Named in the message about a taken port. */
  readonly portSetting?: string;
  readonly replicaPortSetting?: string;
  readonly onProgress?: (line: string) => void;
}

/** One Postgres server. `stop()` is the «fast» shutdown; `stop('SIGQUIT')` the immediate one, as in a crash. */
export class PostgresServer extends ServerProcess {
  constructor(
    options: ConstructorParameters<typeof ServerProcess>[0],
    readonly url: string,
    readonly port: number,
  ) {
    super(options);
  }
}

export interface EmbeddedPostgres {
  readonly primary: PostgresServer;
  readonly replicas: readonly PostgresServer[];
  readonly primaryUrl: string;
  readonly replicaUrls: readonly string[];
  /** The primary first, so that the replicas receive its last words; then the replicas. */
  stop(): Promise<void>;
}

interface Cluster {
  readonly folder: string;
  readonly logFolder: string;
  readonly binaries: PostgresBinaries;
  readonly account: Account;
  readonly settings: Readonly<Record<string, string>>;
  readonly urlOf: (port: number, database?: string) => string;
  readonly progress: (line: string) => void;
}

/** How long an existing replica may take to be served by its primary again before it is made anew. */
const RESUME_STREAMING_MS = 5_000;
const FIRST_STREAMING_MS = 30_000;

/**
 * Starts Postgres 18 with its replicas on the data in the folder, making what is missing; resolves when the primary
 * takes writes and every replica streams.
 *
 * @throws EmbeddedError; nothing is left running then
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const { database = 'discover', user = 'discover', password = 'discover', replicas: replicaPorts = [] } = options;
  const cluster = await openCluster(options, user, password);
  const data = join(cluster.folder, 'primary');
  await Promise.all([data, `${data}.partial`].map(untilNobodyRunsOn));
  await Promise.all(replicaPorts.map((_, index) => untilNobodyRunsOn(join(cluster.folder, `replica-${index + 1}`))));
  await assertPortFree(options.port, 'the Postgres primary', options.portSetting ?? '`port`');
  for (const port of replicaPorts) {
    await assertPortFree(port, 'a Postgres replica', options.replicaPortSetting ?? '`replicas`');
  }

  const primary = createServer(cluster, 'primary', options.port);
  const replicas: PostgresServer[] = [];
  const stop = async () => {
    await primary.stop();
    await Promise.all(replicas.map((replica) => replica.stop()));
  };
  try {
    const { binaries, account } = cluster;
    const superuser = { user, password };
    const made = await ensurePrimaryData(data, { binaries, account, superuser, durable: options.durable ?? true });
    cluster.progress(
      made === 'made' ? 'Postgres: made a new database cluster' : 'Postgres: starting on the existing data',
    );
    await rm(join(data, 'postmaster.pid'), { force: true }); // Nobody runs on it: see above.
    await primary.start();
    await withClient(cluster.urlOf(options.port, 'postgres'), (client) => ensureDatabase(client, database));
    for (const [index, port] of replicaPorts.entries()) {
      const replica = createServer(cluster, `replica-${index + 1}`, port);
      replicas.push(replica);
      await startReplica(cluster, replica, `replica-${index + 1}`, primary);
    }
  } catch (error) {
    await stop();
    throw inPlainWords(error);
  }
  return {
    primary,
    replicas,
    primaryUrl: cluster.urlOf(options.port, database),
    replicaUrls: replicaPorts.map((port) => cluster.urlOf(port, database)),
    stop,
  };
}

/** A root that a container has stripped of its powers may not even enter folders of the user that Postgres runs as. */
function inPlainWords(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EACCES') return error;
  const { message } = error as Error;
  return new EmbeddedError(
    'unusable_data',
    `The data of Postgres cannot be reached (${message}): run this as an ordinary user.`,
    {
      cause: error,
    },
  );
}

async function openCluster(options: PostgresOptions, user: string, password: string): Promise<Cluster> {
  const { database = 'discover' } = options;
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true });
  const binaries = await locatePostgres();
  return {
    folder,
    logFolder: options.logFolder ?? folder,
    binaries,
    account: await unprivilegedAccount(binaries.postgres, folder, join(folder, 'primary')),
    settings: {
      ...settings,
      ...(options.durable === false ? withoutDurability : {}),
      ...options.settings,
    },
    urlOf: (port, name = database) =>
      `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(name)}`,
    progress: options.onProgress ?? (() => undefined),
  };
}

/** Replicas must not have smaller limits than their primary, so all servers are started with the same ones. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  shared_preload_libraries: 'pg_stat_statements',
  timezone: 'UTC',
  log_timezone: 'UTC',
  wal_level: 'replica',
  hot_standby: 'on',
  hot_standby_feedback: 'on',
  max_wal_senders: '10',
  max_replication_slots: '10',
  // A replica that is away for long is made anew rather than filling the disk with what it has missed.
  max_slot_wal_keep_size: '1GB',
  wal_keep_size: '128MB',
  wal_retrieve_retry_interval: '500ms',
};

const withoutDurability: Readonly<Record<string, string>> = {
  fsync: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '10min',
};

function createServer(cluster: Cluster, name: string, port: number): PostgresServer {
  const data = join(cluster.folder, name);
  const flags = Object.entries({ ...cluster.settings, port: String(port) }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const url = cluster.urlOf(port);
  return new PostgresServer(
    {
      name: `Postgres ${name}`,
      ...cluster.account.wrap(cluster.binaries.postgres, ['-D', data, ...flags]),
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      logFile: join(cluster.logFolder, `postgres-${name}.log`),
      stopSignal: 'SIGINT',
      isReady: () => answers(cluster.urlOf(port, 'postgres')),
      // Right after a kill -9 the backends need a moment to notice that their postmaster is gone.
      transientFailure: /shared memory block.*is still in use/,
    },
    url,
    port,
  );
}

async function startReplica(
  cluster: Cluster,
  replica: PostgresServer,
  name: string,
  primary: PostgresServer,
): Promise<void> {
  const data = join(cluster.folder, name);
  const primaryData = join(cluster.folder, 'primary');
  const slot = name.replace('-', '_');
  const admin = cluster.urlOf(primary.port, 'postgres');
  const stream = async (timeoutMs: number) => {
    await rm(join(data, 'postmaster.pid'), { force: true });
    await writeConnection(data, new URL(admin), slot, cluster.account);
    await replica.start();
    await withClient(admin, (client) => untilStreaming(client, replica, slot, timeoutMs));
  };
  if (await isReplicaOf(data, primaryData)) {
    try {
      await stream(RESUME_STREAMING_MS);
      return;
    } catch (error) {
      if (!(error instanceof EmbeddedError)) throw error;
      cluster.progress(`Postgres: ${name} cannot follow its primary any more and is made anew`);
      await replica.kill();
    }
  }
  await withClient(admin, (client) =>
    makeReplica(data, { primary: primaryData, client, slot, account: cluster.account }),
  );
  await stream(FIRST_STREAMING_MS);
  cluster.progress(`Postgres: made ${name}, which streams from the primary`);
}

async function untilStreaming(client: Client, replica: PostgresServer, slot: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline && replica.running) {
    const { rows } = await client.query(
      // The pause is Postgres's own, so that this is one round trip for each look.
      `SELECT pg_sleep(0.02) FROM (SELECT) AS look WHERE NOT EXISTS
         (SELECT FROM pg_stat_replication WHERE application_name = $1 AND state IN ('streaming', 'catchup'))`,
      [slot],
    );
    if (rows.length === 0) return;
  }
  throw new EmbeddedError(
    'start_failed',
    `${replica.name} does not stream from its primary. The end of ${replica.logFile}:\n${replica.logTail()}`,
  );
}

async function ensureDatabase(client: Client, database: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('SELECT 1'));
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code !== '28P01') return false;
    throw new EmbeddedError(
      'unusable_data',
      'The data of Postgres were made with another user or password: give the same, or delete them.',
      { cause: error },
    );
  }
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // A lost connection fails the query in hand, which is enough.
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
