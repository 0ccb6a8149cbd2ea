import { bars, figure, graph, table, type Dashboard } from './dashboard.js';

const chosen = 'service=~"$service"';

export const services: Dashboard = {
  name: 'services',
  title: 'Services',
  description: 'Processes and what they use, against what they may.',
  variables: { service: { metric: 'cv_build_info', label: 'service' } },
  rows: [
    {
      title: 'Use and limits',
      panels: [
        graph(
          'CPU',
          'Share of the limit of all processes of a service. 80 % for ten minutes warns.',
          'percentunit',
          {
            '{{ service }}': `sum by (service) (max without (process) (rate(cv_container_cpu_seconds_total{${chosen}}[$__rate_interval]))) / sum by (service) (max without (process) (cv_container_cpu_limit_cores{${chosen}}))`,
          },
          { limits: { warning: 0.8, critical: 1 } },
        ),
        graph(
          'Memory',
          'Share of the limit, the fullest process of each service. 85 % warns.',
          'percentunit',
          {
            '{{ service }}': `max by (service) (cv_container_memory_bytes{${chosen}} / cv_container_memory_limit_bytes{${chosen}})`,
          },
          { limits: { warning: 0.85, critical: 0.95 } },
        ),
        graph('CPU throttled', 'Time for which a container was not let run, a second.', 's', {
          '{{ service }}': `sum by (service) (max without (process) (rate(cv_container_cpu_throttled_seconds_total{${chosen}}[$__rate_interval])))`,
        }),
        graph('Memory of the process', 'Resident; heap is a part of it.', 'bytes', {
          '{{ service }} {{ instance }} {{ process }} resident': `process_resident_memory_bytes{${chosen}}`,
          '{{ service }} {{ instance }} {{ process }} heap': `nodejs_heap_size_used_bytes{${chosen}}`,
        }),
      ],
    },
    {
      title: 'Event loop and garbage',
      panels: [
        graph(
          'Event loop in use',
          'Share of the time for which it was not idle; near 100 % the process is full.',
          'percentunit',
          {
            '{{ service }} {{ instance }} {{ process }}': `rate(cv_event_loop_active_seconds_total{${chosen}}[$__rate_interval])`,
          },
          { limits: { warning: 0.8, critical: 0.95 } },
        ),
        graph(
          'Event loop lag',
          '99th percentile between two looks. 250 ms for ten minutes warn.',
          's',
          {
            '{{ service }} {{ instance }} {{ process }}': `nodejs_eventloop_lag_p99_seconds{${chosen}}`,
          },
          { limits: { warning: 0.25, critical: 1 } },
        ),
        graph('Garbage collection', 'Seconds a second, by kind.', 's', {
          '{{ service }} {{ kind }}': `sum by (service, kind) (rate(nodejs_gc_duration_seconds_sum{${chosen}}[$__rate_interval]))`,
        }),
        graph('Handles', 'Open sockets, files, timers.', 'short', {
          '{{ service }} {{ instance }} {{ process }}': `nodejs_active_handles_total{${chosen}}`,
        }),
      ],
    },
    {
      title: 'Levers',
      panels: [
        figure('Moved', 'Levers that are set to something else than they are built with.', 'short', {
          levers: 'max(cv_levers_moved)',
        }),
        figure(
          'Maintenance',
          '0 off, 1 read-only, 2 closed.',
          'short',
          { mode: 'max(cv_maintenance_mode)' },
          { limits: { warning: 1, critical: 2 } },
        ),
        graph(
          'Set to',
          'As each service follows it: factors, and 1 for on.',
          'short',
          { '{{ lever }} ({{ service }})': `max by (lever, service) (cv_lever_value{${chosen}})` },
          { width: 16 },
        ),
      ],
    },
    {
      title: 'Processes',
      panels: [
        table('What runs', 'By service, version and Node.js.', 'short', {
          processes: `count by (service, version, node) (cv_build_info{${chosen}})`,
        }),
        table('Running since', 'When each process was started.', 'dateTimeFromNow', {
          started: `max by (service, instance, process) (process_start_time_seconds{${chosen}}) * 1000`,
        }),
      ],
    },
  ],
};

const lastDay = (metric: string, by: string) => ({ [`{{ ${by} }}`]: `sum by (${by}) (increase(${metric}[24h]))` });

export const business: Dashboard = {
  name: 'business',
  title: 'Use',
  description: 'What people do with the platform. Figures are of processes: for accounts ask GET /api/v1/admin/kpis.',
  rows: [
    {
      title: 'In the last 24 hours',
      panels: [
        figure('Accounts opened', 'Sign-ups.', 'short', {
          accounts: 'sum(increase(cv_accounts_registered_total[24h]))',
        }),
        figure('CVs made', 'From a document of ours or from a file.', 'short', {
          cvs: 'sum(increase(cv_cvs_created_total[24h]))',
        }),
        figure('Files taken in', 'Of all kinds.', 'short', { uploads: 'sum(increase(cv_uploads_total[24h]))' }),
        figure('Renders', 'Documents that were made anew; what was there already is not counted.', 'short', {
          renders: 'sum(increase(cv_documents_rendered_total{outcome="ok"}[24h]))',
        }),
        figure('Shares', 'With people and by links.', 'short', {
          shares: 'sum(increase(cv_shares_created_total[24h]))',
        }),
        figure('Publications', 'Public profiles put or changed.', 'short', {
          publications: 'sum(increase(cv_publications_put_total[24h]))',
        }),
        bars('CVs by cause', 'Written or imported.', 'short', lastDay('cv_cvs_created_total', 'cause'), { width: 8 }),
        bars(
          'Files by purpose',
          'Imports, batches, and parsing without keeping.',
          'short',
          lastDay('cv_uploads_total', 'purpose'),
          { width: 8 },
        ),
        bars(
          'Renders by template',
          'People’s own templates are one.',
          'short',
          lastDay('cv_documents_rendered_total{outcome="ok"}', 'template'),
          { width: 8 },
        ),
        bars(
          'Renders by format',
          'Of documents.',
          'short',
          lastDay('cv_documents_rendered_total{outcome="ok"}', 'format'),
          { width: 8 },
        ),
        bars('Shares by kind', 'People or links.', 'short', lastDay('cv_shares_created_total', 'kind'), { width: 8 }),
        bars(
          'Publications by visibility',
          'Listed, unlisted, private.',
          'short',
          lastDay('cv_publications_put_total', 'visibility'),
          { width: 8 },
        ),
      ],
    },
    {
      title: 'Over time',
      panels: [
        graph('Accounts and CVs', 'Made an hour.', 'short', {
          accounts: 'sum(rate(cv_accounts_registered_total[$__rate_interval])) * 3600',
          CVs: 'sum(rate(cv_cvs_created_total[$__rate_interval])) * 3600',
        }),
        graph('Bytes taken in', 'Of uploaded files.', 'Bps', {
          bytes: 'sum(rate(cv_upload_bytes_total[$__rate_interval]))',
        }),
        graph('Integrations', 'Requests by API keys, and events sent to webhooks.', 'ops', {
          'API keys': 'sum(rate(cv_api_key_requests_total[$__rate_interval]))',
          webhooks: 'sum(rate(cv_webhook_deliveries_total{outcome="delivered"}[$__rate_interval]))',
        }),
        graph('Log-ins', 'By outcome.', 'ops', {
          '{{ outcome }}': 'sum by (outcome) (rate(cv_logins_total[$__rate_interval]))',
        }),
      ],
    },
  ],
};

const WISHES = ['step', 'memory', 'processing', 'schedule', 'forecast'] as const;

export const scaling: Dashboard = {
  name: 'scaling',
  title: 'Scaling',
  description: 'Replicas, what wants more of them, and why.',
  variables: { service: { metric: 'discover:scaling_replicas', label: 'service' } },
  rows: [
    {
      title: 'Replicas',
      panels: [
        graph('Replicas', 'What the autoscaler has set.', 'short', {
          '{{ service }}': `max by (service) (discover:scaling_replicas{${chosen}})`,
        }),
        graph('What the load wants', 'Replicas that the load of now asks for, whatever there is.', 'short', {
          '{{ service }}': `max by (service) (discover:scaling_demand_replicas{${chosen}})`,
        }),
        graph('Autoscalers', 'Replicas of each, and between which bounds. From kube-state-metrics.', 'short', {
          '{{ horizontalpodautoscaler }}':
            'max by (horizontalpodautoscaler) (kube_horizontalpodautoscaler_status_current_replicas)',
          '{{ horizontalpodautoscaler }} wanted':
            'max by (horizontalpodautoscaler) (kube_horizontalpodautoscaler_status_desired_replicas)',
          '{{ horizontalpodautoscaler }} at most':
            'max by (horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_max_replicas)',
          '{{ horizontalpodautoscaler }} at least':
            'max by (horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_min_replicas)',
        }),
        table('Autoscalers that cannot see', 'Of each autoscaler 1 if it has no figures.', 'short', {
          blind:
            'max by (horizontalpodautoscaler) (kube_horizontalpodautoscaler_status_condition{condition="ScalingActive", status="false"})',
        }),
      ],
    },
    {
      title: 'Signals',
      panels: [
        graph('Pending jobs', 'One more replica for each 5 (parser) or 10 (renderer).', 'short', {
          '{{ service }} {{ queue }}': `max by (service, queue) (discover:scaling_pending_jobs{${chosen}})`,
        }),
        graph('Requests', 'One more replica for each 233 a second.', 'reqps', {
          '{{ service }}': 'max by (service) (discover:scaling_requests_per_second)',
        }),
        graph(
          'Wishes',
          'Replicas that each reason asks for; 0 is no opinion.',
          'short',
          Object.fromEntries(
            WISHES.map((wish) => [
              `{{ service }} ${wish}`,
              `max by (service) (discover:scaling_${wish}_replicas{${chosen}})`,
            ]),
          ),
        ),
        graph('Same hour of earlier weeks', 'What the load wanted then: the forecast is their largest.', 'short', {
          '{{ service }}, {{ week }} weeks ago': `max by (service, week) (discover:scaling_expected_replicas{${chosen}})`,
        }),
        figure('Clock', 'Distance of the region’s clock from UTC: the schedule goes by it.', 's', {
          offset: 'max(discover:scaling_utc_offset_seconds)',
        }),
      ],
    },
  ],
};
