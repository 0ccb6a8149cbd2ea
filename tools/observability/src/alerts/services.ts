import { counter, grow, hold, spike, type Alert } from './alert.js';

const SERVICES = ['api', 'parser', 'render', 'jobs'] as const;
const ours = `service=~"${SERVICES.join('|')}"`;
const platform = { team: 'platform', dashboard: 'services' } as const;
const up = (service: string, value: string, instance = '10.0.0.1:9464') => ({
  [`up{service="${service}", instance="${instance}"}`]: value,
});
/** As two processes of one container tell it. */
const cpu = (samples: string) => ({
  'cv_container_cpu_seconds_total{service="api", instance="a", process="1"}': samples,
  'cv_container_cpu_seconds_total{service="api", instance="a", process="2"}': samples,
  'cv_container_cpu_limit_cores{service="api", instance="a", process="1"}': hold(2),
  'cv_container_cpu_limit_cores{service="api", instance="a", process="2"}': hold(2),
});
const memory = (samples: string) => ({
  'cv_container_memory_bytes{service="api", instance="a"}': samples,
  'cv_container_memory_limit_bytes{service="api", instance="a"}': hold(1_000),
});
const allUp = Object.assign({}, ...SERVICES.map((service) => up(service, hold(1)))) as Record<string, string>;

export const serviceAlerts: readonly Alert[] = [
  {
    ...platform,
    name: 'Watchdog',
    expr: 'vector(1)',
    severity: 'info',
    priority: 'P4',
    problem: 'watchdog',
    summary: 'Alerting works',
    description: 'Always firing: its absence, told by a dead man’s switch outside, says that alerts do not arrive.',
    dashboard: 'overview',
    test: { fires: {}, quiet: {}, firesOnNothing: true },
  },
  {
    ...platform,
    name: 'ClusterDown',
    expr: `(sum(up{${ours}}) or vector(0)) == 0`,
    for: '2m',
    severity: 'critical',
    priority: 'P1',
    problem: 'cluster',
    summary: 'No process of the platform can be reached',
    description:
      'Not one of api, parser, render and jobs answers Prometheus: the platform is down, or Prometheus is cut off.',
    dashboard: 'overview',
    test: {
      fires: Object.assign({}, ...SERVICES.map((service) => up(service, hold(0)))) as Record<string, string>,
      quiet: {
        'a short spike': Object.assign({}, ...SERVICES.map((service) => up(service, spike(1, 0, 1)))) as Record<
          string,
          string
        >,
        'what is normal': allUp,
      },
      firesOnNothing: true,
    },
  },
  {
    ...platform,
    name: 'ServiceDown',
    expr: [
      `sum by (service) (up{${ours}}) == 0`,
      ...SERVICES.map((service) => `or absent(up{service="${service}"})`),
    ].join('\n'),
    for: '2m',
    severity: 'critical',
    priority: 'P1',
    problem: 'service-down',
    summary: 'No {{ $labels.service }} can be reached',
    description: 'Not one process of {{ $labels.service }} answers Prometheus, or none is known to it.',
    test: {
      fires: { ...allUp, ...up('render', hold(0)) },
      quiet: { 'a short spike': { ...allUp, ...up('render', spike(1, 0, 1)) }, 'what is normal': allUp },
      firesOnNothing: true,
    },
  },
  {
    ...platform,
    name: 'TargetDown',
    expr: `up{${ours}} == 0`,
    for: '10m',
    severity: 'warning',
    priority: 'P3',
    problem: 'service-down',
    summary: 'A process of {{ $labels.service }} does not answer',
    description: '{{ $labels.instance }} has not answered Prometheus for 10 minutes.',
    test: {
      fires: { ...up('api', hold(1)), ...up('api', hold(0), '10.0.0.2:9464') },
      quiet: { 'a short spike': up('api', spike(1, 0, 5)) },
    },
  },
  {
    ...platform,
    name: 'ServiceRestarts',
    expr: `max by (service) (changes(process_start_time_seconds{${ours}}[30m])) > 3`,
    severity: 'warning',
    priority: 'P2',
    problem: 'restarts',
    summary: '{{ $labels.service }} starts again and again',
    description: 'A process of {{ $labels.service }} was started {{ $value }} times in 30 minutes.',
    test: {
      fires: { 'process_start_time_seconds{service="parser", instance="a"}': '100+5x90' },
      quiet: {
        'a short spike': { 'process_start_time_seconds{service="parser", instance="a"}': '100+0x29 200+0x1 300+0x60' },
      },
    },
  },
  {
    ...platform,
    name: 'ServiceCpuHigh',
    expr: `sum by (service) (max without (process) (rate(cv_container_cpu_seconds_total[5m])))
> 0.8 * sum by (service) (max without (process) (cv_container_cpu_limit_cores))`,
    for: '10m',
    severity: 'warning',
    priority: 'P3',
    problem: 'cpu',
    summary: '{{ $labels.service }} uses more than 80 % of its CPU',
    description: '{{ $value | humanize }} CPUs of its limit, for 10 minutes: autoscaling has not brought it down.',
    test: {
      fires: cpu(grow(108)),
      quiet: { 'a short spike': cpu(counter([30, 30], [118, 4], [30, 56])), 'just below the threshold': cpu(grow(90)) },
    },
  },
  {
    ...platform,
    name: 'ServiceMemoryHigh',
    expr: `max by (service) (cv_container_memory_bytes / cv_container_memory_limit_bytes) > 0.85`,
    for: '10m',
    severity: 'warning',
    priority: 'P3',
    problem: 'memory',
    summary: 'A process of {{ $labels.service }} uses more than 85 % of its memory',
    description: '{{ $value | humanizePercentage }} of its limit; at 100 % the kernel ends it.',
    test: {
      fires: memory(hold(900)),
      quiet: { 'a short spike': memory(spike(500, 900, 5)), 'just below the threshold': memory(hold(840)) },
    },
  },
  {
    ...platform,
    name: 'EventLoopSlow',
    expr: `max by (service) (nodejs_eventloop_lag_p99_seconds{${ours}}) > 0.25`,
    for: '10m',
    severity: 'warning',
    priority: 'P3',
    problem: 'event-loop',
    summary: 'The event loop of {{ $labels.service }} is held up',
    description: 'Timers come {{ $value | humanizeDuration }} late: something computes on the main thread.',
    test: {
      fires: { 'nodejs_eventloop_lag_p99_seconds{service="api", instance="a"}': hold(0.4) },
      quiet: {
        'a short spike': { 'nodejs_eventloop_lag_p99_seconds{service="api", instance="a"}': spike(0.02, 3, 4) },
      },
    },
  },
  {
    ...platform,
    name: 'MaintenanceMode',
    expr: `max(cv_maintenance_mode{service="api"}) > 0`,
    severity: 'info',
    priority: 'P4',
    problem: 'maintenance',
    summary: 'An operator has put the platform into maintenance',
    description: 'The lever `maintenance` is {{ if eq $value 2.0 }}closed{{ else }}read_only{{ end }}.',
    test: {
      fires: { 'cv_maintenance_mode{service="api", instance="a"}': hold(2) },
      quiet: { 'what is normal': { 'cv_maintenance_mode{service="api", instance="a"}': hold(0) } },
    },
  },
  {
    ...platform,
    name: 'ReleaseMixed',
    expr: `count by (service) (count by (service, version) (cv_build_info)) > 1`,
    for: '1h',
    severity: 'info',
    priority: 'P4',
    problem: 'release',
    summary: '{{ $labels.service }} runs in {{ $value }} versions',
    description: 'A roll-out has not ended within an hour.',
    test: {
      fires: {
        'cv_build_info{service="api", version="1.4.0", instance="a"}': hold(1),
        'cv_build_info{service="api", version="1.5.0", instance="b"}': hold(1),
      },
      at: 75,
      quiet: {
        'a short spike': {
          'cv_build_info{service="api", version="1.4.0", instance="a"}': '1+0x30',
          'cv_build_info{service="api", version="1.5.0", instance="b"}': '_x20 1+0x60',
        },
      },
    },
  },
  {
    ...platform,
    name: 'ScalingAtMaximum',
    expr: `max by (horizontalpodautoscaler) (kube_horizontalpodautoscaler_status_current_replicas)
>= max by (horizontalpodautoscaler) (kube_horizontalpodautoscaler_spec_max_replicas)`,
    for: '15m',
    severity: 'warning',
    priority: 'P3',
    problem: 'scaling',
    summary: '{{ $labels.horizontalpodautoscaler }} has all the replicas that it may have',
    description: 'It runs {{ $value }} replicas, its maximum, for 15 minutes: more load will be felt.',
    dashboard: 'scaling',
    test: {
      fires: {
        'kube_horizontalpodautoscaler_status_current_replicas{horizontalpodautoscaler="api"}': hold(20),
        'kube_horizontalpodautoscaler_spec_max_replicas{horizontalpodautoscaler="api"}': hold(20),
      },
      quiet: {
        'a short spike': {
          'kube_horizontalpodautoscaler_status_current_replicas{horizontalpodautoscaler="api"}': spike(3, 20, 10),
          'kube_horizontalpodautoscaler_spec_max_replicas{horizontalpodautoscaler="api"}': hold(20),
        },
      },
    },
  },
  {
    ...platform,
    name: 'ScalingBlind',
    expr: `max by (horizontalpodautoscaler) (kube_horizontalpodautoscaler_status_condition{condition="ScalingActive", status="false"}) == 1`,
    for: '10m',
    severity: 'warning',
    priority: 'P2',
    problem: 'scaling',
    summary: '{{ $labels.horizontalpodautoscaler }} cannot read its metrics',
    description: 'The autoscaler has had no figures for 10 minutes and holds its replicas.',
    dashboard: 'scaling',
    test: {
      fires: {
        'kube_horizontalpodautoscaler_status_condition{horizontalpodautoscaler="api", condition="ScalingActive", status="false"}':
          hold(1),
      },
      quiet: {
        'a short spike': {
          'kube_horizontalpodautoscaler_status_condition{horizontalpodautoscaler="api", condition="ScalingActive", status="false"}':
            spike(0, 1, 5),
        },
      },
    },
  },
];
