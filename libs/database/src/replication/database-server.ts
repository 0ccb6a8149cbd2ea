import { metrics } from '@discover/telemetry';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

import { ENTITIES } from '../entities/index.js';
import { handleOf, isExhausted, profiled, type Handle } from '../handle.js';
import type { ServerProfile } from '../profiler/query-profiler.js';
import { gatheringSocket } from './gathering-socket.js';

export interface ServerOptions {
  name: string;
  url: string;
  poolSize: number;
  statementTimeoutMs: number;
  /** Where the times of its statements are noted. */
  profile: ServerProfile;
}

/** How long a connection may take to come from the pool or the network before the caller is told, in milliseconds. */
const CONNECT_TIMEOUT_MS = 3_000;

/**
 * One Postgres server with its pool. It connects at its first use and not at boot, so a server that is down keeps
 * nothing else from starting; every use after a failure tries again.
 */
export class DatabaseServer {
  readonly name: string;
  private readonly options: ServerOptions;
  private connecting: Promise<DataSource> | undefined;
  /** Uses in hand, for choosing the least busy server. */
  inFlight = 0;

  constructor(options: ServerOptions) {
    this.name = options.name;
    this.options = options;
  }

  /** Runs `work` outside a transaction: each of its statements on any connection of the pool. */
  async use<T>(work: (handle: Handle) => Promise<T>): Promise<T> {
    const dataSource = await this.dataSource();
    this.inFlight++;
    try {
      return await work(handleOf(dataSource.manager, poolOf(dataSource), this.options.profile));
    } finally {
      this.inFlight--;
    }
  }

  /**
   * Runs `work` in a transaction that begins by `begin`, and answers what it answered and what `after` says on the same
   * connection once it is committed. `after` must not fail: it is sent right behind the commit.
   */
  async transact<T, A>(
    work: (handle: Handle) => Promise<T>,
    after: (handle: Handle) => Promise<A>,
    begin = 'BEGIN',
  ): Promise<[T, A]> {
    const dataSource = await this.dataSource();
    const runner = dataSource.createQueryRunner();
    const { profile } = this.options;
    let client: PoolClient | undefined;
    this.inFlight++;
    try {
      const startedAt = performance.now();
      const waited = isExhausted(poolOf(dataSource));
      const connected = (client = (await runner.connect()) as PoolClient);
      const begun = profiled(profile, 'begin', waited, () => connected.query(begin), startedAt);
      // Where the connection breaks, the statement behind it is the one that tells.
      begun.catch(() => undefined);
      const handle = handleOf(runner.manager, connected, profile, begun);
      const result = await work(handle);
      await begun;
      const committed = profiled(profile, 'commit', false, () => connected.query('COMMIT'));
      const [, told] = await Promise.all([committed, after(handleOf(runner.manager, connected, profile))]);
      return [result, told];
    } catch (error) {
      // Where the connection itself broke there is nothing to roll back, and the first error is the one to tell.
      await client?.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      this.inFlight--;
      await runner.release();
    }
  }

  /** Writes the pool's state into the gauges. */
  observePool(): void {
    void this.connecting?.then(
      (dataSource) => {
        const pool = poolOf(dataSource);
        const labels = { server: this.name };
        metrics.poolConnections.set({ ...labels, state: 'idle' }, pool.idleCount);
        metrics.poolConnections.set({ ...labels, state: 'active' }, pool.totalCount - pool.idleCount);
        metrics.poolConnections.set({ ...labels, state: 'waiting' }, pool.waitingCount);
      },
      () => undefined,
    );
  }

  async close(): Promise<void> {
    const dataSource = await this.connecting?.catch(() => undefined);
    await dataSource?.destroy();
  }

  private dataSource(): Promise<DataSource> {
    this.connecting ??= this.connect().catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return this.connecting;
  }

  private async connect(): Promise<DataSource> {
    const { url, poolSize, statementTimeoutMs, name } = this.options;
    return new DataSource({
      type: 'postgres',
      url,
      entities: ENTITIES,
      synchronize: false,
      migrationsRun: false,
      poolSize,
      connectTimeoutMS: CONNECT_TIMEOUT_MS,
      // A pooled connection that breaks while idle is replaced at its next use; nobody is waiting on it.
      poolErrorHandler: () => undefined,
      applicationName: `discover-${name}`,
      extra: {
        statement_timeout: statementTimeoutMs,
        keepAlive: true,
        pipeline: true,
        stream: gatheringSocket,
      },
    }).initialize();
  }
}

/** The pool below TypeORM: its own query runners cost more than the statements of a read. */
function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as PostgresDriver).master as Pool;
}
