import { setTimeout as delay } from 'node:timers/promises';

import type { ConfigOf, postgresVariables } from '@discover/config';
import { AppError } from '@discover/contracts';
import { metrics, type Logger } from '@discover/telemetry';

import type { Handle } from './handle.js';
import { ProfileWriter } from './profiler/profile-writer.js';
import { QueryProfiler } from './profiler/query-profiler.js';
import { Bulkhead, BulkheadFullError } from './replication/bulkhead.js';
import { ConsistencyTokens, type TokenStore } from './replication/consistency-tokens.js';
import { DatabaseServer } from './replication/database-server.js';
import { ReplicaMonitor, type ReplicaState } from './replication/replica-monitor.js';
import { walPosition, type WalPosition } from './replication/wal-position.js';
import { within } from './within.js';

type PostgresConfig = ConfigOf<{ postgres: typeof postgresVariables }>['postgres'];

/** How often replicas are looked at, in milliseconds: also the longest that a person's reads stay on the primary once a replica has caught up. */
const MONITOR_INTERVAL_MS = 250;
/** Reads that may wait for the primary when no replica can take them. */
const MAX_WAITING_READS = 1_000;
/** Tries of a transaction that met a deadlock or a serialisation failure. */
const TRANSACTION_ATTEMPTS = 4;
/** SQLSTATE of what goes away when the same transaction is run again: serialization_failure, deadlock_detected. */
const RETRYABLE = new Set(['40001', '40P01']);
/** SQLSTATE of a replica's read that stood in the way of what the primary sent: the primary can answer it. */
const RECOVERY_CONFLICT = '40001';

/**
 * What a person changes is found by its keys: one plan is right for all values. Postgres by itself deems a plan for the one
 * partition that is concerned so much cheaper that it would plan each statement each time, which takes as long as running it.
 */
const BEGIN_FOR_A_PERSON = 'BEGIN; SET LOCAL plan_cache_mode = force_generic_plan';

/** On whose behalf what everybody may see is read, and what changes that is written beside its author: nobody then finds what was withdrawn. */
export const EVERYBODY = 'everybody';

/**
 * The platform's database: one primary, any number of streaming replicas.
 *
 * Reads go to a replica that has all that the reading person wrote (told by the position of their last commit in the
 * write-ahead log); if none has, to the primary, within bounds. Writes go to the primary, in transactions.
 */
export class Database {
  private readonly primary: DatabaseServer;
  private readonly replicas: DatabaseServer[];
  private readonly monitor: ReplicaMonitor;
  private readonly tokens: ConsistencyTokens;
  private readonly primaryReads: Bulkhead;
  private readonly profile: ProfileWriter;
  /** Names of the servers that `inspect` waits for: one call each, or those that hang would use up the pools. */
  private readonly inspected = new Set<string>();

  constructor(config: PostgresConfig, tokenStore: TokenStore, logger: Logger) {
    const { poolSize, statementTimeoutMs } = config;
    const profiler = new QueryProfiler(config.slowQueryMs);
    const serverOf = (name: string, url: string) =>
      new DatabaseServer({ name, url, poolSize, statementTimeoutMs, profile: profiler.server(name) });
    this.primary = serverOf('primary', config.primaryUrl);
    this.replicas = config.replicaUrls.map((url, index) => serverOf(`replica-${index}`, url));
    this.profile = new ProfileWriter(profiler, this.primary, logger.child({ part: 'profiler' }));
    this.monitor = new ReplicaMonitor(
      this.primary,
      this.replicas,
      { intervalMs: MONITOR_INTERVAL_MS, maxLagMs: config.maxReplicaLagMs },
      logger.child({ part: 'replicas' }),
    );
    this.tokens = new ConsistencyTokens(tokenStore);
    this.primaryReads = new Bulkhead(Math.max(1, Math.floor(poolSize * 0.8)), MAX_WAITING_READS);
  }

  /** Begins to watch the replicas. No server needs to be there for it to return. */
  async start(): Promise<void> {
    await this.monitor.start();
    this.profile.start();
  }

  /** Stores now what is known of this process's statements, which else happens once a minute. */
  flushProfile(): Promise<void> {
    return this.profile.flush();
  }

  /** Reads on behalf of `userId`, who sees all that they wrote. */
  async read<T>(userId: string, work: (handle: Handle) => Promise<T>): Promise<T> {
    if (this.replicas.length === 0) return this.readPrimary('no_replica', work);
    const position = await this.tokens.get(userId);
    if (position === 'unknown') return this.readPrimary('unknown_position', work);
    const replica = this.choose(position === 'none' ? 0n : position);
    if (!replica) return this.readPrimary('replicas_behind', work);
    try {
      const result = await replica.server.use(work);
      metrics.databaseReads.inc({ server: 'replica', reason: 'caught_up' });
      return result;
    } catch (error) {
      if (sqlState(error) === RECOVERY_CONFLICT) return this.readPrimary('replica_conflict', work);
      if (!isConnectionError(error)) throw error;
      this.monitor.eject(replica, error);
      return this.readPrimary('replica_failed', work);
    }
  }

  /** Reads what must be the newest: anything that a write is decided by. @throws AppError `unavailable` */
  async readPrimary<T>(reason: string, work: (handle: Handle) => Promise<T>): Promise<T> {
    metrics.databaseReads.inc({ server: 'primary', reason });
    return this.primaryReads.run(() => this.primary.use(work)).catch(unavailable);
  }

  /**
   * Runs `work` in a transaction on the primary and commits. A deadlock or serialisation failure runs it again, so `work`
   * must have no effect but through its handle. After the commit the author, if there is one, reads their own write anywhere.
   *
   * @param author a person’s id, or how the result tells it or several: of somebody who only now comes to be, or of
   *   {@link EVERYBODY} beside the author
   * @throws AppError `unavailable` if the primary cannot be reached; what was to be done may then have been done or not
   */
  async transaction<T>(
    author: string | null | ((result: T) => string | readonly string[]),
    work: (handle: Handle) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        // The position is taken after the commit: before it, it would not cover the commit itself.
        const [result, position] =
          author === null
            ? await this.primary.transact(work, () => Promise.resolve('none' as const))
            : await this.primary.transact(work, (handle) => this.committedPosition(handle), BEGIN_FOR_A_PERSON);
        if (author !== null && position !== 'none') {
          const readers = typeof author === 'string' ? author : author(result);
          await Promise.all([readers].flat().map((reader) => this.tokens.set(reader, position)));
        }
        return result;
      } catch (error) {
        if (attempt >= TRANSACTION_ATTEMPTS || !RETRYABLE.has(sqlState(error))) return unavailable(error);
        await delay(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  /** For readiness: whether anything can be read, from the primary or a replica. */
  async check(): Promise<void> {
    const replica = this.choose(0n);
    const server = replica?.server ?? this.primary;
    await server.use((handle) => handle.query('ping', 'SELECT 1'));
  }

  /** For the scrape of metrics. */
  observe(): void {
    for (const server of [this.primary, ...this.replicas]) server.observePool();
  }

  /**
   * Runs `work` on every server, for figures about the servers themselves. Answers by the server's name what it answered, or
   * the error; a server that is still at the last call, or takes longer than `timeoutMs`, has one.
   */
  async inspect<T>(work: (handle: Handle) => Promise<T>, timeoutMs: number): Promise<Map<string, T | Error>> {
    const servers = [this.primary, ...this.replicas];
    return new Map(
      await Promise.all(
        servers.map(async (server) => [server.name, await this.look(server, work, timeoutMs)] as const),
      ),
    );
  }

  async close(): Promise<void> {
    await this.monitor.stop();
    await this.profile.stop();
    await Promise.all([this.primary, ...this.replicas].map((server) => server.close()));
  }

  private async look<T>(
    server: DatabaseServer,
    work: (handle: Handle) => Promise<T>,
    timeoutMs: number,
  ): Promise<T | Error> {
    if (this.inspected.has(server.name)) return new Error('the server is still at the last call');
    this.inspected.add(server.name);
    const asked = server.use(work).finally(() => this.inspected.delete(server.name));
    return within(timeoutMs, asked).catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );
  }

  private async committedPosition(handle: Handle): Promise<WalPosition | 'none' | 'unknown'> {
    if (this.replicas.length === 0) return 'none';
    try {
      const [row] = await handle.query<{ position: string }>(
        'wal_position',
        'SELECT pg_current_wal_lsn()::text AS position',
      );
      return walPosition(row!.position);
    } catch {
      // The work is committed: that its position could not be learnt must not look like its failure.
      return 'unknown';
    }
  }

  /** The less busy of two replicas that have replayed `position`, drawn at random (the power of two choices). */
  private choose(position: WalPosition): ReplicaState | undefined {
    const fit = this.monitor.replicas.filter((replica) => replica.usable && replica.replayed >= position);
    const a = fit[Math.floor(Math.random() * fit.length)];
    const b = fit[Math.floor(Math.random() * fit.length)];
    return a && b && b.server.inFlight < a.server.inFlight ? b : a;
  }
}

/** Tells what failed because the primary cannot be reached, or is too busy, apart from what is our own fault. */
function unavailable(error: unknown): never {
  if (!(error instanceof BulkheadFullError) && !isConnectionError(error)) throw error;
  throw new AppError('unavailable', 'The database cannot be reached at the moment. Try again soon.', {
    retryAfterSeconds: 2,
    cause: error,
  });
}

function sqlState(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** Whether the server, and not the statement or the caller's own code, is what failed: a network error, or SQLSTATE class 08 or 57P. */
function isConnectionError(error: unknown): boolean {
  const { message } = error as { message?: unknown };
  return (
    /^(08...|57P..|ECONN.*|ETIMEDOUT|EPIPE|ENOTFOUND)$/.test(sqlState(error)) ||
    /connection (terminated|error|ended)|timeout exceeded when trying to connect/i.test(String(message))
  );
}
