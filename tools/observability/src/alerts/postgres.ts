import { counter, grow, hold, restarted, spike, type Alert } from './alert.js';

const data = { team: 'data' } as const;
const server = (metric: string, samples: string, which = 'primary') => ({
  [`${metric}{service="jobs", server="${which}"}`]: samples,
});
const connections = (samples: string) => ({
  'cv_postgres_connections{service="jobs", server="primary", state="active"}': samples,
  'cv_postgres_connections{service="jobs", server="primary", state="idle"}': hold(10),
  ...server('cv_postgres_max_connections', hold(100)),
});
const replica = (metric: string, samples: string, name = 'replica-0') => ({
  [`${metric}{service="api", replica="${name}"}`]: samples,
});
/** Calls that take 2.5 ms at most, and all, of which none takes longer than 250 ms. */
const statementTimes = (quick: string, all: string) => ({
  'cv_db_query_duration_seconds_bucket{service="api", le="0.0025"}': quick,
  'cv_db_query_duration_seconds_bucket{service="api", le="0.1"}': quick,
  'cv_db_query_duration_seconds_bucket{service="api", le="0.25"}': all,
  'cv_db_query_duration_seconds_bucket{service="api", le="+Inf"}': all,
  'cv_db_query_duration_seconds_count{service="api"}': all,
});
const volume = (samples: string) => ({
  'kubelet_volume_stats_used_bytes{namespace="discover", persistentvolumeclaim="postgres-1"}': samples,
  'kubelet_volume_stats_capacity_bytes{namespace="discover", persistentvolumeclaim="postgres-1"}': hold(1_000),
});
const fullness = `max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_used_bytes / kubelet_volume_stats_capacity_bytes)`;
const used = `sum by (server) (max by (server, state) (cv_postgres_connections))`;
const allowed = `max by (server) (cv_postgres_max_connections)`;

export const postgresAlerts: readonly Alert[] = [
  {
    ...data,
    name: 'PostgresDown',
    expr: `max(cv_postgres_up{server="primary"}) == 0`,
    for: '1m',
    severity: 'critical',
    priority: 'P1',
    problem: 'postgres-primary',
    summary: 'The primary does not answer',
    description: 'Nothing can be written. What replicas and caches have can be read.',
    dashboard: 'postgres',
    test: {
      fires: server('cv_postgres_up', hold(0)),
      quiet: {
        'a short spike': server('cv_postgres_up', spike(1, 0, 1)),
        'what is normal': server('cv_postgres_up', hold(0), 'replica-0'),
      },
    },
  },
  {
    ...data,
    name: 'NoReplicaUsable',
    expr: `max(cv_db_replica_usable) == 0`,
    for: '2m',
    severity: 'critical',
    priority: 'P2',
    problem: 'replicas',
    summary: 'No replica gets reads',
    description: 'The primary answers every read, within its bounds; beyond them reads are refused.',
    dashboard: 'postgres',
    test: {
      fires: { ...replica('cv_db_replica_usable', hold(0)), ...replica('cv_db_replica_usable', hold(0), 'replica-1') },
      quiet: {
        'a short spike': replica('cv_db_replica_usable', spike(1, 0, 1)),
        'what is normal': {
          ...replica('cv_db_replica_usable', hold(0)),
          ...replica('cv_db_replica_usable', hold(1), 'replica-1'),
        },
      },
    },
  },
  {
    ...data,
    name: 'ReplicaUnusable',
    expr: `max by (replica) (cv_db_replica_usable) == 0`,
    for: '5m',
    severity: 'warning',
    priority: 'P3',
    problem: 'replicas',
    summary: '{{ $labels.replica }} gets no reads',
    description: 'It is too far behind or cannot be reached, for every process.',
    dashboard: 'postgres',
    test: {
      fires: { ...replica('cv_db_replica_usable', hold(0)), ...replica('cv_db_replica_usable', hold(1), 'replica-1') },
      quiet: { 'a short spike': replica('cv_db_replica_usable', spike(1, 0, 4)) },
    },
  },
  {
    ...data,
    name: 'ReplicaLagHigh',
    expr: `max by (replica) (cv_db_replica_lag_seconds) > 5`,
    for: '5m',
    severity: 'warning',
    priority: 'P3',
    problem: 'replica-lag',
    summary: '{{ $labels.replica }} is late',
    description:
      '{{ $value | humanizeDuration }} behind; at 10 s (`DATABASE_MAX_REPLICA_LAG_MS`) it gets no more reads.',
    dashboard: 'postgres',
    test: {
      fires: replica('cv_db_replica_lag_seconds', hold(8)),
      quiet: { 'a short spike': replica('cv_db_replica_lag_seconds', spike(0, 30, 4)) },
    },
  },
  {
    ...data,
    name: 'PostgresConnectionsHigh',
    expr: `${used} > 0.75 * ${allowed}`,
    for: '5m',
    severity: 'warning',
    priority: 'P3',
    problem: 'postgres-connections',
    summary: 'More than 75 % of the connections to {{ $labels.server }} are in use',
    description: '{{ $value }} connections.',
    dashboard: 'postgres',
    test: {
      fires: connections(hold(70)),
      quiet: { 'a short spike': connections(spike(10, 80, 3)), 'just below the threshold': connections(hold(60)) },
    },
  },
  {
    ...data,
    name: 'PostgresConnectionsExhausted',
    expr: `${used} > 0.95 * ${allowed}`,
    for: '1m',
    severity: 'critical',
    priority: 'P2',
    problem: 'postgres-connections',
    summary: '{{ $labels.server }} is about to refuse connections',
    description: '{{ $value }} connections, more than 95 % of what it takes.',
    dashboard: 'postgres',
    test: {
      fires: connections(hold(88)),
      quiet: { 'a short spike': connections(spike(10, 88, 1)), 'just below the threshold': connections(hold(80)) },
    },
  },
  {
    ...data,
    name: 'PostgresPoolWaiting',
    expr: `max by (service, server) (cv_db_pool_connections{state="waiting"}) > 0`,
    for: '5m',
    severity: 'warning',
    priority: 'P3',
    problem: 'postgres-pool',
    summary: '{{ $labels.service }} waits for connections to {{ $labels.server }}',
    description: '{{ $value }} uses wait for a connection of the pool.',
    dashboard: 'postgres',
    test: {
      fires: { 'cv_db_pool_connections{service="api", server="primary", state="waiting"}': hold(12) },
      quiet: {
        'a short spike': {
          'cv_db_pool_connections{service="api", server="primary", state="waiting"}': spike(0, 40, 3),
        },
      },
    },
  },
  {
    ...data,
    name: 'QueriesSlow',
    // Of a few calls the slowest are no share of all.
    expr: `histogram_quantile(0.95, sum by (le) (rate(cv_db_query_duration_seconds_bucket[5m]))) > 0.05
and sum(rate(cv_db_query_duration_seconds_count[5m])) > 1`,
    for: '10m',
    severity: 'warning',
    priority: 'P3',
    problem: 'postgres-slow',
    summary: 'Statements take long',
    description: 'The 95th percentile of all is {{ $value | humanizeDuration }}; 10 ms are promised.',
    dashboard: 'postgres',
    test: {
      fires: statementTimes(grow(540), grow(600)),
      quiet: {
        'a short spike': statementTimes(counter([600, 30], [0, 3], [600, 57]), grow(600)),
        'low traffic': statementTimes(grow(10), grow(30)),
        'a counter reset': statementTimes(restarted(580), restarted(600)),
        'just below the threshold': statementTimes(grow(576), grow(600)),
      },
    },
  },
  {
    ...data,
    name: 'QueriesRegressed',
    expr: `max(cv_db_findings{code="regression"}) > 0`,
    for: '15m',
    severity: 'warning',
    priority: 'P4',
    problem: 'postgres-regression',
    summary: 'Statements are slower than in the release before',
    description: '{{ $value }} of them: by more than half, and by more than 2 ms.',
    dashboard: 'postgres',
    test: {
      fires: { 'cv_db_findings{service="jobs", code="regression"}': hold(2) },
      quiet: {
        'a short spike': { 'cv_db_findings{service="jobs", code="regression"}': spike(0, 1, 5) },
        'what is normal': { 'cv_db_findings{service="jobs", code="unused_index"}': hold(3) },
      },
    },
  },
  {
    ...data,
    name: 'PostgresDeadlocks',
    expr: `max by (server) (increase(cv_postgres_deadlocks_total[15m])) > 5`,
    severity: 'warning',
    priority: 'P4',
    problem: 'postgres-deadlocks',
    summary: 'Transactions on {{ $labels.server }} lock each other out',
    description: '{{ $value | humanize }} deadlocks in 15 minutes. Each was tried again.',
    dashboard: 'postgres',
    test: {
      fires: server('cv_postgres_deadlocks_total', grow(1)),
      quiet: {
        'a short spike': server('cv_postgres_deadlocks_total', counter([0, 30], [2, 2], [0, 58])),
        'a counter reset': server('cv_postgres_deadlocks_total', '50+0x40 0+0x40'),
      },
    },
  },
  {
    ...data,
    name: 'PostgresLongTransaction',
    expr: `max by (server) (cv_postgres_oldest_transaction_seconds) > 600`,
    for: '5m',
    severity: 'warning',
    priority: 'P3',
    problem: 'postgres-transaction',
    summary: 'A transaction on {{ $labels.server }} has been open for long',
    description:
      '{{ $value | humanizeDuration }}: it keeps vacuum from removing what was changed since, and may hold locks.',
    dashboard: 'postgres',
    test: {
      fires: server('cv_postgres_oldest_transaction_seconds', '0+60x90'),
      quiet: { 'a short spike': server('cv_postgres_oldest_transaction_seconds', spike(1, 700, 3)) },
    },
  },
  {
    ...data,
    name: 'PostgresSlotRetainsLog',
    expr: `max by (server) (cv_postgres_slot_retained_bytes) > 5e9`,
    for: '5m',
    severity: 'warning',
    priority: 'P2',
    problem: 'postgres-slots',
    summary: 'A replication slot keeps the log of {{ $labels.server }}',
    description: '{{ $value | humanize1024 }}B of write-ahead log cannot be removed; the disk will be full.',
    dashboard: 'postgres',
    test: {
      fires: { 'cv_postgres_slot_retained_bytes{service="jobs", server="primary", active="false"}': hold(8e9) },
      quiet: {
        'a short spike': {
          'cv_postgres_slot_retained_bytes{service="jobs", server="primary", active="true"}': spike(1e6, 8e9, 3),
        },
      },
    },
  },
  {
    ...data,
    name: 'PostgresTransactionIdsLow',
    expr: `max by (server) (cv_postgres_transaction_id_age) > 1e9`,
    for: '10m',
    severity: 'warning',
    priority: 'P2',
    problem: 'postgres-wraparound',
    audible: true,
    summary: 'Half of the transaction ids of {{ $labels.server }} are used up',
    description:
      '{{ $value | humanize }} transactions since the oldest row that is not frozen; at 2.1 billion writes stop.',
    dashboard: 'postgres',
    test: {
      fires: server('cv_postgres_transaction_id_age', hold(1.2e9)),
      quiet: { 'just below the threshold': server('cv_postgres_transaction_id_age', hold(9e8)) },
    },
  },
  {
    ...data,
    name: 'PostgresVacuumLate',
    expr: `max by (server) (cv_postgres_oldest_vacuum_seconds) > 86400`,
    for: '10m',
    severity: 'warning',
    priority: 'P4',
    problem: 'postgres-vacuum',
    summary: 'A table of {{ $labels.server }} has not been vacuumed for a day',
    description: 'It has more than 10,000 dead rows, and its last vacuum was {{ $value | humanizeDuration }} ago.',
    dashboard: 'postgres',
    test: {
      fires: server('cv_postgres_oldest_vacuum_seconds', hold(90_000)),
      quiet: { 'a short spike': server('cv_postgres_oldest_vacuum_seconds', spike(0, 90_000, 5)) },
    },
  },
  {
    ...data,
    name: 'VolumeAlmostFull',
    expr: `${fullness} > 0.85`,
    for: '5m',
    severity: 'warning',
    priority: 'P3',
    problem: 'storage',
    audible: true,
    summary: 'The volume {{ $labels.persistentvolumeclaim }} is more than 85 % full',
    description: '{{ $value | humanizePercentage }} in {{ $labels.namespace }}.',
    dashboard: 'overview',
    test: {
      fires: volume(hold(900)),
      quiet: { 'a short spike': volume(spike(500, 900, 3)), 'just below the threshold': volume(hold(840)) },
    },
  },
  {
    ...data,
    name: 'VolumeFull',
    expr: `${fullness} > 0.95`,
    for: '2m',
    severity: 'critical',
    priority: 'P1',
    problem: 'storage',
    audible: true,
    summary: 'The volume {{ $labels.persistentvolumeclaim }} is more than 95 % full',
    description: '{{ $value | humanizePercentage }} in {{ $labels.namespace }}; what writes there is about to stop.',
    dashboard: 'overview',
    test: {
      fires: volume(hold(970)),
      quiet: { 'a short spike': volume(spike(500, 970, 1)), 'just below the threshold': volume(hold(940)) },
    },
  },
];
