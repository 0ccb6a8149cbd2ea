import type { Handle } from '../handle.js';

/** What one server says of itself; asked of the primary, it tells of the replicas too. Seconds and bytes. */
export interface DatabaseHealth {
  at: Date;
  inRecovery: boolean;
  connections: { active: number; idle: number; idleInTransaction: number; max: number };
  /** Share of blocks found in memory since the figures were last put to zero; null before the first. */
  cacheHitRatio: number | null;
  /** Connections that wait for a lock. */
  lockWaits: number;
  /** 0 if no transaction is open. */
  longestTransactionSeconds: number;
  deadlocks: number;
  /** Of sorts and joins that did not fit into memory. */
  tempBytes: number;
  /** Share of transaction ids used since the oldest row that is not frozen; at 1 writes stop. */
  transactionIdsUsed: number;
  sizeBytes: number;
  /** What runs for longer than `LONG_SECONDS`, or is blocked for so long; the longest first. Never its text. */
  longRunning: LongRunning[];
  replicas: { name: string; state: string | null; lagBytes: number | null; lagSeconds: number | null }[];
  /** Tables with most dead rows. */
  tables: TableHealth[];
}

export interface LongRunning {
  pid: number;
  application: string;
  state: string;
  seconds: number;
  /** `Lock:transactionid` and the like; null while it works. */
  waitsFor: string | null;
  blockedBy: number[];
}

export interface TableHealth {
  table: string;
  liveRows: number;
  deadRows: number;
  /** Of all rows. */
  deadShare: number;
  sizeBytes: number;
  lastVacuumAt: Date | null;
  lastAnalyzeAt: Date | null;
}

const LONG_SECONDS = 5;
/** Rows of each list. */
const LISTED = 10;

export async function readDatabaseHealth(handle: Handle): Promise<DatabaseHealth> {
  const [server, longRunning, replicas, tables] = await Promise.all([
    readServer(handle),
    readLongRunning(handle),
    readReplicas(handle),
    readTables(handle),
  ]);
  return { ...server, longRunning, replicas, tables };
}

type Server = Omit<DatabaseHealth, 'longRunning' | 'replicas' | 'tables'>;

async function readServer(handle: Handle): Promise<Server> {
  const [row] = await handle.query<Omit<Server, 'connections'> & Server['connections']>(
    'health_server',
    `WITH activity AS (
       SELECT count(*) FILTER (WHERE state = 'active')::int AS active, count(*) FILTER (WHERE state = 'idle')::int AS idle,
         count(*) FILTER (WHERE state LIKE 'idle in transaction%')::int AS "idleInTransaction",
         count(*) FILTER (WHERE wait_event_type = 'Lock')::int AS "lockWaits",
         coalesce(extract(epoch FROM max(clock_timestamp() - xact_start) FILTER (WHERE pid <> pg_backend_pid())), 0)::float8
           AS "longestTransactionSeconds"
       FROM pg_stat_activity WHERE backend_type = 'client backend'
     )
     SELECT now() AS at, pg_is_in_recovery() AS "inRecovery", activity.*, current_setting('max_connections')::int AS max,
       blks_hit::float8 / nullif(blks_hit + blks_read, 0) AS "cacheHitRatio",
       deadlocks::float8, temp_bytes::float8 AS "tempBytes", pg_database_size(current_database())::float8 AS "sizeBytes",
       (SELECT max(age(datfrozenxid)) FROM pg_database)::float8 / 2147483648 AS "transactionIdsUsed"
     FROM pg_stat_database, activity WHERE datname = current_database()`,
  );
  const { active, idle, idleInTransaction, max, ...server } = row!;
  return { ...server, connections: { active, idle, idleInTransaction, max } };
}

function readLongRunning(handle: Handle): Promise<LongRunning[]> {
  return handle.query<LongRunning>(
    'health_long_running',
    `SELECT pid, application_name AS application, state,
       extract(epoch FROM clock_timestamp() - CASE WHEN state = 'active' THEN query_start ELSE xact_start END)::float8 AS seconds,
       CASE WHEN state = 'active' THEN wait_event_type || ':' || wait_event END AS "waitsFor",
       CASE WHEN wait_event_type = 'Lock' THEN pg_blocking_pids(pid) ELSE '{}' END AS "blockedBy"
     FROM pg_stat_activity
     WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND xact_start IS NOT NULL AND state IS NOT NULL
       AND CASE WHEN state = 'active' THEN query_start ELSE xact_start END < clock_timestamp() - make_interval(secs => $1)
     ORDER BY seconds DESC LIMIT $2`,
    [LONG_SECONDS, LISTED],
  );
}

function readReplicas(handle: Handle): Promise<DatabaseHealth['replicas']> {
  return handle.query<DatabaseHealth['replicas'][number]>(
    'health_replicas',
    `SELECT application_name AS name, state,
       pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END, replay_lsn)::float8
         AS "lagBytes",
       extract(epoch FROM replay_lag)::float8 AS "lagSeconds"
     FROM pg_stat_replication ORDER BY application_name, pid`,
  );
}

async function readTables(handle: Handle): Promise<TableHealth[]> {
  return handle.query<TableHealth>(
    'health_tables',
    `SELECT relname AS table, n_live_tup::float8 AS "liveRows", n_dead_tup::float8 AS "deadRows",
       n_dead_tup::float8 / nullif(n_live_tup + n_dead_tup, 0) AS "deadShare", pg_total_relation_size(relid)::float8 AS "sizeBytes",
       greatest(last_vacuum, last_autovacuum) AS "lastVacuumAt", greatest(last_analyze, last_autoanalyze) AS "lastAnalyzeAt"
     FROM pg_stat_user_tables WHERE n_dead_tup > 0 ORDER BY n_dead_tup DESC LIMIT $1`,
    [LISTED],
  );
}
