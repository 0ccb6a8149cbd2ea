import { Counter, Gauge } from 'prom-client';

import { registry } from './registry.js';

const registers = [registry];

function gauge<L extends string>(name: string, help: string, ...labelNames: L[]): Gauge<L> {
  return new Gauge({ name, help, labelNames, registers });
}

function counter<L extends string>(name: string, help: string, ...labelNames: L[]): Counter<L> {
  return new Counter({ name, help, labelNames, registers });
}

/**
 * Figures of the servers below us, by services/jobs: every process of it reads the same, so take `max by (server)`.
 * `server` is as in `cv_db_pool_connections`: primary, replica-0 …; `redis` is queue or cache. A server that does not answer
 * has `up` 0 and nothing else.
 */
export const serverMetrics = {
  postgresUp: gauge('cv_postgres_up', '1 if the server answered in time, else 0.', 'server'),
  postgresInRecovery: gauge('cv_postgres_in_recovery', '1 for a replica, 0 for a primary.', 'server'),
  postgresStart: gauge('cv_postgres_start_time_seconds', 'When the server was started, since 1970.', 'server'),
  postgresConnections: gauge(
    'cv_postgres_connections',
    'Connections of clients by state: active, idle, idle_in_transaction or other.',
    'server',
    'state',
  ),
  postgresMaxConnections: gauge('cv_postgres_max_connections', 'Connections that the server takes.', 'server'),
  postgresSize: gauge('cv_postgres_database_size_bytes', 'Size of our database on disk.', 'server'),
  postgresBlocksHit: counter('cv_postgres_blocks_hit_total', 'Blocks found in the buffer cache.', 'server'),
  postgresBlocksRead: counter('cv_postgres_blocks_read_total', 'Blocks not found in the buffer cache.', 'server'),
  postgresDeadlocks: counter('cv_postgres_deadlocks_total', 'Deadlocks found.', 'server'),
  postgresConflicts: counter('cv_postgres_conflicts_total', 'Queries cancelled because of recovery.', 'server'),
  postgresTempBytes: counter(
    'cv_postgres_temp_bytes_total',
    'Bytes of queries that did not fit into memory.',
    'server',
  ),
  postgresTransactions: counter(
    'cv_postgres_transactions_total',
    'Transactions by how they ended: committed or rolled_back.',
    'server',
    'outcome',
  ),
  postgresRows: counter(
    'cv_postgres_rows_total',
    'Rows by what was done: fetched, inserted, updated or deleted.',
    'server',
    'operation',
  ),
  postgresOldestTransaction: gauge(
    'cv_postgres_oldest_transaction_seconds',
    'Age of the oldest open transaction, 0 if none is.',
    'server',
  ),
  postgresLockWaits: gauge('cv_postgres_lock_waits', 'Connections that wait for a lock of another.', 'server'),
  postgresTransactionIdAge: gauge(
    'cv_postgres_transaction_id_age',
    'Transactions since the oldest row that is not frozen; at 2 billion the server stops taking writes.',
    'server',
  ),
  postgresDeadRows: gauge('cv_postgres_dead_rows', 'Rows that wait for vacuum, in all tables.', 'server'),
  postgresVacuumAge: gauge(
    'cv_postgres_oldest_vacuum_seconds',
    'Longest time since the last vacuum of a table with more than 10,000 dead rows, 0 if there is none.',
    'server',
  ),
  postgresReplicas: gauge('cv_postgres_streaming_replicas', 'Replicas that stream from the server.', 'server'),
  postgresReplicationLag: gauge(
    'cv_postgres_replication_lag_bytes',
    'Write-ahead log that the most distant streaming replica has still to replay.',
    'server',
  ),
  postgresSlotRetained: gauge(
    'cv_postgres_slot_retained_bytes',
    'Write-ahead log that replication slots keep on disk: the largest, by whether somebody reads it.',
    'server',
    'active',
  ),
  outboxJobs: gauge(
    'cv_outbox_jobs',
    'Accepted jobs that are not on the queue yet, by server that was asked.',
    'server',
  ),
  outboxOldestAge: gauge(
    'cv_outbox_oldest_age_seconds',
    'Age of the accepted job that has waited longest to be put on the queue, 0 if none does.',
    'server',
  ),
  queryFindings: gauge(
    'cv_db_findings',
    'What the hourly analysis of statements and indexes found and is still so, by code: regression, repeated, unused_index or slow_statement.',
    'code',
  ),
  redisUp: gauge('cv_redis_up', '1 if the server answered in time, else 0.', 'redis'),
  redisStart: gauge('cv_redis_start_time_seconds', 'When the server was started, since 1970.', 'redis'),
  redisMemoryUsed: gauge('cv_redis_memory_used_bytes', 'Memory of data and overhead.', 'redis'),
  redisMemoryMax: gauge('cv_redis_memory_max_bytes', '`maxmemory`; without one the memory of its machine.', 'redis'),
  redisClients: gauge('cv_redis_clients', 'Connections by state: connected, or blocked (of these).', 'redis', 'state'),
  redisMaxClients: gauge('cv_redis_max_clients', 'Connections that the server takes.', 'redis'),
  redisHits: counter('cv_redis_keyspace_hits_total', 'Look-ups of keys that were there.', 'redis'),
  redisMisses: counter('cv_redis_keyspace_misses_total', 'Look-ups of keys that were not there.', 'redis'),
  redisEvicted: counter('cv_redis_evicted_keys_total', 'Keys dropped because memory was full.', 'redis'),
  redisExpired: counter('cv_redis_expired_keys_total', 'Keys dropped because their time was over.', 'redis'),
  redisCommands: counter('cv_redis_commands_total', 'Commands processed.', 'redis'),
  redisRejected: counter('cv_redis_rejected_connections_total', 'Connections refused at `maxclients`.', 'redis'),
  redisKeys: gauge('cv_redis_keys', 'Keys in all databases.', 'redis'),
  redisNoEviction: gauge('cv_redis_noeviction', '1 if `maxmemory-policy` is noeviction, else 0.', 'redis'),
  redisAofEnabled: gauge('cv_redis_aof_enabled', '1 if an append-only file is kept, else 0.', 'redis'),
  redisAofOk: gauge(
    'cv_redis_aof_ok',
    '1 if the append-only file was last written and rewritten well, else 0.',
    'redis',
  ),
} as const;
