import type { Handle } from '@discover/database';

/** What one server says of itself. Null: this server does not have it, or does not show it to us (`GRANT pg_monitor`). */
export interface PostgresFigures {
  inRecovery: boolean;
  startedAt: number;
  maxConnections: number;
  size: number;
  blocksHit: number;
  blocksRead: number;
  deadlocks: number;
  conflicts: number;
  tempBytes: number;
  committed: number;
  rolledBack: number;
  fetched: number;
  inserted: number;
  updated: number;
  deleted: number;
  active: number;
  idle: number;
  idleInTransaction: number;
  other: number;
  oldestTransaction: number;
  lockWaits: number;
  transactionIdAge: number;
  deadRows: number;
  vacuumAge: number;
  replicas: number;
  replicationLag: number | null;
  retainedActive: number;
  retainedInactive: number;
}

/**
 * Every figure as float8, since the driver gives larger integers as text. A standby has no current position; it is measured
 * by what it has replayed.
 */
const FIGURES = `
WITH here AS (
  SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END AS position
), activity AS (
  SELECT
    count(*) FILTER (WHERE state = 'active')::float8 AS active,
    count(*) FILTER (WHERE state = 'idle')::float8 AS idle,
    count(*) FILTER (WHERE state LIKE 'idle in transaction%')::float8 AS "idleInTransaction",
    count(*) FILTER (WHERE state IS NULL OR state NOT IN ('active', 'idle') AND state NOT LIKE 'idle in transaction%')::float8 AS other,
    coalesce(extract(epoch FROM max(clock_timestamp() - xact_start) FILTER (WHERE pid <> pg_backend_pid())), 0)::float8 AS "oldestTransaction",
    count(*) FILTER (WHERE wait_event_type = 'Lock')::float8 AS "lockWaits"
  FROM pg_stat_activity WHERE backend_type = 'client backend'
), rows AS (
  SELECT
    coalesce(sum(n_dead_tup), 0)::float8 AS "deadRows",
    coalesce(extract(epoch FROM max(now() - greatest(last_vacuum, last_autovacuum, pg_postmaster_start_time()))
      FILTER (WHERE n_dead_tup > 10000)), 0)::float8 AS "vacuumAge"
  FROM pg_stat_user_tables
), replicas AS (
  SELECT count(*) FILTER (WHERE state = 'streaming' OR state IS NULL)::float8 AS replicas,
    max(pg_wal_lsn_diff(here.position, replay_lsn))::float8 AS "replicationLag"
  FROM pg_stat_replication, here
), slots AS (
  SELECT
    coalesce(max(pg_wal_lsn_diff(here.position, restart_lsn)) FILTER (WHERE active), 0)::float8 AS "retainedActive",
    coalesce(max(pg_wal_lsn_diff(here.position, restart_lsn)) FILTER (WHERE NOT active), 0)::float8 AS "retainedInactive"
  FROM pg_replication_slots, here
)
SELECT
  pg_is_in_recovery() AS "inRecovery",
  extract(epoch FROM pg_postmaster_start_time())::float8 AS "startedAt",
  current_setting('max_connections')::float8 AS "maxConnections",
  pg_database_size(current_database())::float8 AS size,
  blks_hit::float8 AS "blocksHit", blks_read::float8 AS "blocksRead",
  deadlocks::float8, conflicts::float8, temp_bytes::float8 AS "tempBytes",
  xact_commit::float8 AS committed, xact_rollback::float8 AS "rolledBack",
  tup_fetched::float8 AS fetched, tup_inserted::float8 AS inserted, tup_updated::float8 AS updated, tup_deleted::float8 AS deleted,
  (SELECT max(age(datfrozenxid)) FROM pg_database)::float8 AS "transactionIdAge",
  activity.*, rows.*, replicas.*, slots.*
FROM pg_stat_database, activity, rows, replicas, slots
WHERE datname = current_database()`;

export async function readPostgres(handle: Handle): Promise<PostgresFigures> {
  const [figures] = await handle.query<PostgresFigures>('server_figures', FIGURES);
  return figures!;
}

export interface OutboxFigures {
  jobs: number;
  oldestAge: number;
}

/** Of the primary: a replica's are late. */
export async function readOutbox(handle: Handle): Promise<OutboxFigures> {
  const [figures] = await handle.query<OutboxFigures>(
    'outbox_figures',
    `SELECT count(*)::float8 AS jobs, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS "oldestAge" FROM outbox`,
  );
  return figures!;
}
