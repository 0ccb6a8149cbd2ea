import { counter, grow, hold, restarted, spike, type Alert } from './alert.js';

const documents = { team: 'documents', dashboard: 'queues' } as const;
const age = (kind: string, samples: string) => ({
  [`cv_queue_class_oldest_age_seconds{service="jobs", queue="parse", class="${kind}"}`]: samples,
});
const dead = (samples: string) => ({
  'cv_job_dead_lettered_total{service="parser", queue="parse", job="cv.import"}': samples,
});
const renders = (good: string, bad: string) => ({
  'cv_documents_rendered_total{service="render", template="plain", format="pdf", outcome="ok"}': good,
  'cv_documents_rendered_total{service="render", template="any", format="any", outcome="render_failed"}': bad,
});
const ended = (good: string, bad: string) => ({
  'cv_job_run_seconds_count{service="parser", queue="parse", job="cv.import", outcome="completed"}': good,
  ...dead(bad),
});
const pending = (samples: string) => ({
  'cv_queue_jobs{service="jobs", queue="render", state="pending"}': samples,
  'cv_queue_jobs{service="jobs", queue="parse", state="pending"}': hold(0),
});
const deliveries = (delivered: string, retried: string, givenUp: string) => ({
  'cv_webhook_deliveries_total{service="jobs", outcome="delivered"}': delivered,
  'cv_webhook_deliveries_total{service="jobs", outcome="retried"}': retried,
  'cv_webhook_deliveries_total{service="jobs", outcome="given_up"}': givenUp,
});

export const queueAlerts: readonly Alert[] = [
  {
    ...documents,
    name: 'QueueAgeHigh',
    expr: `max by (queue) (cv_queue_class_oldest_age_seconds{class!~".*_batch"}) > 60`,
    for: '2m',
    severity: 'warning',
    priority: 'P3',
    problem: 'queue-age',
    summary: 'Somebody has been waiting for {{ $labels.queue }} for more than a minute',
    description: 'The oldest job has been pending for {{ $value | humanizeDuration }}. Batches are not counted.',
    test: {
      fires: age('free', hold(90)),
      quiet: { 'a short spike': age('free', spike(5, 200, 2)), 'what is normal': age('free_batch', hold(900)) },
    },
  },
  {
    ...documents,
    name: 'QueueAgeCritical',
    expr: `max by (queue) (cv_queue_class_oldest_age_seconds{class!~".*_batch"}) > 300`,
    for: '2m',
    severity: 'critical',
    priority: 'P2',
    problem: 'queue-age',
    summary: 'Somebody has been waiting for {{ $labels.queue }} for more than five minutes',
    description: 'The oldest job has been pending for {{ $value | humanizeDuration }}. Batches are not counted.',
    test: {
      fires: age('premium', hold(400)),
      quiet: { 'a short spike': age('free', spike(5, 900, 2)), 'just below the threshold': age('free', hold(290)) },
    },
  },
  {
    ...documents,
    name: 'QueueBatchAgeHigh',
    expr: `max by (queue) (cv_queue_class_oldest_age_seconds{class=~".*_batch"}) > 7200`,
    for: '10m',
    severity: 'warning',
    priority: 'P4',
    problem: 'queue-batch-age',
    summary: 'A batch has been waiting for {{ $labels.queue }} for more than two hours',
    description: 'Its oldest document has been pending for {{ $value | humanizeDuration }}.',
    test: {
      fires: age('free_batch', hold(8_000)),
      quiet: { 'a short spike': age('free_batch', spike(60, 8_000, 5)), 'what is normal': age('free', hold(8_000)) },
    },
  },
  {
    ...documents,
    name: 'QueueNoWorkers',
    expr: `max by (queue) (cv_queue_jobs{state="pending"}) > 0
unless on (queue) sum by (queue) (cv_worker_slots) > 0`,
    for: '2m',
    severity: 'critical',
    priority: 'P1',
    problem: 'queue-workers',
    summary: 'Nobody works on {{ $labels.queue }}',
    description: '{{ $value }} jobs are pending and no process takes any.',
    test: {
      fires: { ...pending(hold(7)), 'cv_worker_slots{service="parser", queue="parse"}': hold(4) },
      quiet: {
        'a short spike': { ...pending(hold(7)), 'cv_worker_slots{service="render", queue="render"}': spike(4, 0, 1) },
        'what is normal': { ...pending(hold(7)), 'cv_worker_slots{service="render", queue="render"}': hold(4) },
      },
    },
  },
  {
    ...documents,
    name: 'QueueFiguresMissing',
    expr: `absent(cv_queue_jobs{queue="parse", state="pending"})
or absent(cv_queue_jobs{queue="render", state="pending"})
or sum by (queue) (rate(cv_queue_scrape_errors_total[5m])) > 0`,
    for: '5m',
    severity: 'warning',
    priority: 'P2',
    problem: 'queue-figures',
    summary: 'The depth of {{ $labels.queue }} is not known',
    description: 'Autoscalers cannot see the queue and hold their replicas.',
    test: {
      fires: {
        'cv_queue_jobs{service="jobs", queue="parse", state="pending"}': hold(0),
        'cv_queue_jobs{service="jobs", queue="render", state="pending"}': hold(0),
        'cv_queue_scrape_errors_total{service="jobs", queue="parse"}': grow(4),
      },
      quiet: {
        'a short spike': {
          'cv_queue_jobs{service="jobs", queue="parse", state="pending"}': hold(0),
          'cv_queue_jobs{service="jobs", queue="render", state="pending"}': hold(0),
          'cv_queue_scrape_errors_total{service="jobs", queue="parse"}': counter([0, 30], [1, 1], [0, 59]),
        },
        'a counter reset': {
          'cv_queue_jobs{service="jobs", queue="parse", state="pending"}': hold(0),
          'cv_queue_jobs{service="jobs", queue="render", state="pending"}': hold(0),
          'cv_queue_scrape_errors_total{service="jobs", queue="parse"}': '5+0x40 0+0x40',
        },
      },
      firesOnNothing: true,
    },
  },
  {
    ...documents,
    name: 'DeadLetters',
    expr: `sum by (queue) (increase(cv_job_dead_lettered_total[15m])) > 0`,
    severity: 'warning',
    priority: 'P3',
    problem: 'dead-letters',
    summary: 'Jobs of {{ $labels.queue }} were given up',
    description: '{{ $value | humanize }} in 15 minutes. They stay for a week and can be tried again.',
    test: {
      fires: dead(grow(1)),
      quiet: { 'a counter reset': dead('7+0x40 0+0x40'), 'what is normal': dead(hold(3)) },
    },
  },
  {
    ...documents,
    name: 'DeadLettersMany',
    expr: `sum by (queue) (increase(cv_job_dead_lettered_total[15m])) >= 10
and sum by (queue) (increase(cv_job_dead_lettered_total[15m])) > 0.05 * sum by (queue) (increase(cv_job_run_seconds_count[15m]))`,
    for: '5m',
    severity: 'critical',
    priority: 'P2',
    problem: 'dead-letters',
    summary: 'One job of {{ $labels.queue }} in twenty is given up',
    description: '{{ $value | humanize }} in 15 minutes: this is no single document.',
    test: {
      fires: ended(grow(50), grow(5)),
      quiet: {
        'low traffic': ended(grow(1), counter([0, 30], [1, 4], [0, 56])),
        'just below the threshold': ended(grow(100), grow(4)),
        'a counter reset': ended(restarted(100), restarted(0)),
      },
    },
  },
  {
    ...documents,
    name: 'JobsStalled',
    expr: `sum by (queue) (increase(cv_job_stalled_total[15m])) > 5`,
    severity: 'warning',
    priority: 'P3',
    problem: 'stalled',
    summary: 'Workers of {{ $labels.queue }} lose their jobs',
    description: '{{ $value | humanize }} jobs in 15 minutes lost a worker that died or hung, and start again.',
    test: {
      fires: { 'cv_job_stalled_total{service="parser", queue="parse"}': grow(1) },
      quiet: {
        'a short spike': { 'cv_job_stalled_total{service="parser", queue="parse"}': counter([0, 30], [2, 2], [0, 58]) },
        'a counter reset': { 'cv_job_stalled_total{service="parser", queue="parse"}': '90+0x40 0+0x40' },
      },
    },
  },
  {
    ...documents,
    name: 'RendersFail',
    expr: `sum(rate(cv_documents_rendered_total{outcome=~"render_failed|timeout|internal_error"}[10m])) > 0.05 * sum(rate(cv_documents_rendered_total[10m]))
and sum(rate(cv_documents_rendered_total{outcome=~"render_failed|timeout|internal_error"}[10m])) * 600 >= 10`,
    for: '5m',
    severity: 'warning',
    priority: 'P3',
    problem: 'renders',
    summary: 'One render in twenty fails',
    description: '{{ $value | humanize }} renders a second fail by our fault.',
    dashboard: 'render',
    test: {
      fires: renders(grow(90), grow(10)),
      quiet: {
        'a short spike': renders(grow(100), counter([0, 30], [20, 1], [0, 59])),
        'low traffic': renders(grow(1), counter([0, 30], [1, 5], [0, 55])),
        'a counter reset': renders(restarted(100), restarted(1)),
      },
    },
  },
  {
    ...documents,
    name: 'OutboxStuck',
    expr: `max(cv_outbox_oldest_age_seconds) > 60`,
    for: '2m',
    severity: 'critical',
    priority: 'P2',
    problem: 'outbox',
    summary: 'Accepted work does not reach the queue',
    description:
      'A job has stood in the outbox for {{ $value | humanizeDuration }}; usually it leaves within milliseconds.',
    test: {
      fires: { 'cv_outbox_oldest_age_seconds{service="jobs", server="primary"}': '0+60x90' },
      quiet: { 'a short spike': { 'cv_outbox_oldest_age_seconds{service="jobs", server="primary"}': spike(0, 90, 2) } },
    },
  },
  {
    ...documents,
    name: 'QueueLostJobs',
    expr: `sum(increase(cv_outbox_relayed_total{by="reconciler"}[15m])) > 0`,
    severity: 'warning',
    priority: 'P3',
    problem: 'queue-loss',
    audible: true,
    summary: 'The queue had lost jobs, which were put back',
    description: '{{ $value | humanize }} jobs stood in Postgres as unfinished and were not on the queue.',
    test: {
      fires: { 'cv_outbox_relayed_total{service="jobs", by="reconciler"}': grow(1) },
      quiet: {
        'a counter reset': { 'cv_outbox_relayed_total{service="jobs", by="reconciler"}': '9+0x40 0+0x40' },
        'what is normal': { 'cv_outbox_relayed_total{service="api", by="request"}': grow(100) },
      },
    },
  },
  {
    ...documents,
    name: 'WebhooksFail',
    expr: `sum(rate(cv_webhook_deliveries_total{outcome!="delivered"}[15m])) > 0.5 * sum(rate(cv_webhook_deliveries_total[15m]))
and sum(rate(cv_webhook_deliveries_total{outcome!="delivered"}[15m])) * 900 >= 20`,
    for: '15m',
    severity: 'warning',
    priority: 'P3',
    problem: 'webhooks',
    summary: 'Half of all webhooks fail',
    description:
      '{{ $value | humanize }} tries a second fail. With many receivers at once it is our way out that is broken.',
    test: {
      fires: deliveries(grow(2), grow(8), hold(0)),
      quiet: {
        'a short spike': deliveries(grow(10), counter([0, 30], [60, 2], [0, 58]), hold(0)),
        'low traffic': deliveries(hold(0), grow(1), hold(0)),
        'a counter reset': deliveries(restarted(10), restarted(1), hold(0)),
      },
    },
  },
  {
    ...documents,
    name: 'WebhooksGivenUp',
    expr: `sum(increase(cv_webhook_deliveries_total{outcome="given_up"}[1h])) > 0`,
    severity: 'info',
    priority: 'P4',
    problem: 'webhooks-given-up',
    summary: 'Events could not be delivered for a day',
    description: '{{ $value | humanize }} deliveries were given up in the last hour; their owners can send them again.',
    test: {
      fires: deliveries(grow(10), hold(0), grow(1)),
      quiet: {
        'a counter reset': deliveries(grow(10), hold(0), '9+0x40 0+0x40'),
        'what is normal': deliveries(grow(10), grow(1), hold(0)),
      },
    },
  },
];
