import { figure, graph, table, type Dashboard } from './dashboard.js';
import { each, perSecond } from './per-server.js';

const statements = 'sum by (le) (rate(cv_db_query_duration_seconds_bucket[$__rate_interval]))';

export const postgres: Dashboard = {
  name: 'postgres',
  title: 'Postgres',
  description: 'Primary and replicas, as they tell of themselves, and as our processes see them.',
  rows: [
    {
      title: 'Servers',
      panels: [
        figure('Up', 'Servers that answer.', 'short', { up: `sum(${each('cv_postgres_up')})` }),
        figure('Replicas in use', 'Replicas that get reads.', 'short', {
          replicas: 'sum(max by (replica) (cv_db_replica_usable))',
        }),
        figure('Size', 'Our database on the primary’s disk.', 'bytes', {
          size: each('cv_postgres_database_size_bytes{server="primary"}'),
        }),
        figure(
          'Buffer hits',
          'Share of blocks found in memory.',
          'percentunit',
          {
            hits: 'sum(rate(cv_postgres_blocks_hit_total[5m])) / (sum(rate(cv_postgres_blocks_hit_total[5m])) + sum(rate(cv_postgres_blocks_read_total[5m])))',
          },
          { limits: { warning: 0.95, critical: 0.9, below: true } },
        ),
        figure(
          'Transaction ids',
          'Share used since the oldest row that is not frozen; 2.1 billion are all.',
          'percentunit',
          {
            used: `max(${each('cv_postgres_transaction_id_age')}) / 2147483648`,
          },
          { limits: { warning: 0.47, critical: 0.8 } },
        ),
        table(
          'Running since',
          'When each server was started.',
          'dateTimeFromNow',
          { started: `${each('cv_postgres_start_time_seconds')} * 1000` },
          { width: 4 },
        ),
      ],
    },
    {
      title: 'Load',
      panels: [
        graph(
          'Connections',
          'By state.',
          'short',
          { '{{ server }} {{ state }}': each('cv_postgres_connections', 'server, state') },
          { stacked: true },
        ),
        graph(
          'Connections in use',
          'Share of what the server takes. 75 % warns.',
          'percentunit',
          {
            '{{ server }}': `sum by (server) (${each('cv_postgres_connections', 'server, state')}) / ${each('cv_postgres_max_connections')}`,
          },
          { limits: { warning: 0.75, critical: 0.95 } },
        ),
        graph('Transactions', 'By how they ended.', 'ops', {
          '{{ server }} {{ outcome }}': perSecond('cv_postgres_transactions_total', 'server, outcome'),
        }),
        graph('Rows', 'Of the primary, by what was done.', 'ops', {
          '{{ operation }}': perSecond('cv_postgres_rows_total{server="primary"}', 'operation'),
        }),
        graph('Statements', 'The ten that take most of the time: seconds a second.', 's', {
          '{{ query }} on {{ server }}':
            'topk(10, sum by (query, server) (rate(cv_db_query_duration_seconds_sum[$__rate_interval])))',
        }),
        graph('Slow statements', '95th percentile, the ten slowest.', 's', {
          '{{ query }} on {{ server }}':
            'topk(10, histogram_quantile(0.95, sum by (query, server, le) (rate(cv_db_query_duration_seconds_bucket[$__rate_interval]))))',
        }),
        graph('Pools', 'Connections of our processes, by state. Any that wait for five minutes warn.', 'short', {
          '{{ service }} {{ server }} {{ state }}': 'sum by (service, server, state) (cv_db_pool_connections)',
        }),
        graph('Spilled', 'Sorts and joins that did not fit into memory.', 'Bps', {
          '{{ server }}': perSecond('cv_postgres_temp_bytes_total'),
        }),
      ],
    },
    {
      title: 'Statements',
      panels: [
        graph(
          'All statements',
          'As our processes see them, with the way there and back. The 95th percentile is to be below 10 ms; 50 ms warn.',
          's',
          {
            p50: `histogram_quantile(0.5, ${statements})`,
            p95: `histogram_quantile(0.95, ${statements})`,
            p99: `histogram_quantile(0.99, ${statements})`,
          },
          { limits: { warning: 0.01, critical: 0.05 } },
        ),
        graph('Over 100 ms', 'Share of the calls on each server. Each is kept: `GET /admin/queries`.', 'percentunit', {
          '{{ server }}':
            '1 - sum by (server) (rate(cv_db_query_duration_seconds_bucket{le="0.1"}[$__rate_interval])) / sum by (server) (rate(cv_db_query_duration_seconds_count[$__rate_interval]))',
        }),
        graph(
          'Findings',
          'What the hourly analysis found and is still so: regressions against the last release, statements that requests repeat, unused indexes, slow statements.',
          'short',
          { '{{ code }}': each('cv_db_findings', 'code') },
        ),
        graph(
          'Operations',
          'Pieces of work within services since these were started, 95th percentile: most are too rare for a rate.',
          's',
          {
            '{{ service }} {{ operation }}':
              'histogram_quantile(0.95, sum by (service, operation, le) (cv_operation_duration_seconds_bucket))',
          },
        ),
      ],
    },
    {
      title: 'Replication',
      panels: [
        graph(
          'Lag',
          'As our processes measure it. At 5 s it warns, at 10 s the replica gets no reads.',
          's',
          {
            '{{ replica }}': 'max by (replica) (cv_db_replica_lag_seconds)',
          },
          { limits: { warning: 5, critical: 10 } },
        ),
        graph('Lag in bytes', 'Log that the most distant replica has still to replay.', 'bytes', {
          '{{ server }}': each('cv_postgres_replication_lag_bytes'),
        }),
        graph(
          'Reads',
          'Where they were sent, and why.',
          'ops',
          {
            '{{ server }} {{ reason }}': 'sum by (server, reason) (rate(cv_db_reads_total[$__rate_interval]))',
          },
          { stacked: true },
        ),
        graph('Slots and streams', 'Log that slots keep on disk, by whether somebody reads it.', 'bytes', {
          '{{ server }} active={{ active }}': each('cv_postgres_slot_retained_bytes', 'server, active'),
        }),
        graph(
          'Streaming replicas',
          'Replicas that stream from each server; and which servers are replicas themselves.',
          'short',
          {
            '{{ server }} has': each('cv_postgres_streaming_replicas'),
            '{{ server }} is one': each('cv_postgres_in_recovery'),
          },
        ),
        graph('Recovery conflicts', 'Queries on replicas that had to make way; the primary answered them.', 'ops', {
          '{{ server }}': perSecond('cv_postgres_conflicts_total'),
        }),
      ],
    },
    {
      title: 'Health',
      panels: [
        graph(
          'Oldest transaction',
          'Ten minutes warn: vacuum cannot clean behind it.',
          's',
          {
            '{{ server }}': each('cv_postgres_oldest_transaction_seconds'),
          },
          { limits: { warning: 600, critical: 3600 } },
        ),
        graph(
          'Locks and deadlocks',
          'Connections that wait for another’s lock; deadlocks of the last interval.',
          'short',
          {
            '{{ server }} waiting': each('cv_postgres_lock_waits'),
            '{{ server }} deadlocks': `max by (server) (increase(cv_postgres_deadlocks_total[$__rate_interval]))`,
          },
        ),
        graph('Dead rows', 'Rows that wait for vacuum.', 'short', { '{{ server }}': each('cv_postgres_dead_rows') }),
        graph(
          'Oldest vacuum',
          'Of a table with more than 10,000 dead rows. A day warns.',
          's',
          {
            '{{ server }}': each('cv_postgres_oldest_vacuum_seconds'),
          },
          { limits: { warning: 86_400, critical: 604_800 } },
        ),
      ],
    },
  ],
};
