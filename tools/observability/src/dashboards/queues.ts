import { graph, type Dashboard } from './dashboard.js';

export const queues: Dashboard = {
  name: 'queues',
  title: 'Queues',
  description: 'Who waits, for how long, and what was given up.',
  variables: { queue: { metric: 'cv_queue_jobs', label: 'queue' } },
  rows: [
    {
      title: 'Waiting',
      panels: [
        graph('Pending', 'Waiting and prioritised jobs: what autoscalers read.', 'short', {
          '{{ queue }}': 'max by (queue) (cv_queue_jobs{queue=~"$queue", state="pending"})',
        }),
        graph(
          'Age of the oldest',
          'A minute warns, five wake somebody.',
          's',
          {
            '{{ queue }}': 'max by (queue) (cv_queue_oldest_age_seconds{queue=~"$queue"})',
          },
          { limits: { warning: 60, critical: 300 } },
        ),
        graph('Age of the oldest by class', 'Premium goes first, batches last.', 's', {
          '{{ queue }} {{ class }}': 'max by (queue, class) (cv_queue_class_oldest_age_seconds{queue=~"$queue"})',
        }),
        graph('Active', 'Jobs in hand.', 'short', {
          '{{ queue }}': 'max by (queue) (cv_queue_jobs{queue=~"$queue", state="active"})',
        }),
      ],
    },
    {
      title: 'Work',
      panels: [
        graph('Ended', 'Runs by how they ended.', 'ops', {
          '{{ queue }} {{ outcome }}':
            'sum by (queue, outcome) (rate(cv_job_run_seconds_count{queue=~"$queue"}[$__rate_interval]))',
        }),
        graph('Utilisation', 'Busy time over slots.', 'percentunit', {
          '{{ queue }}': 'discover:worker_utilisation:ratio5m{queue=~"$queue"}',
        }),
        graph('Waiting, 95th percentile', 'From accepted to taken.', 's', {
          '{{ queue }}':
            'histogram_quantile(0.95, sum by (queue, le) (rate(cv_job_wait_seconds_bucket{queue=~"$queue"}[$__rate_interval])))',
        }),
        graph('Running, 95th percentile', 'Time of one run.', 's', {
          '{{ queue }} {{ job }}':
            'histogram_quantile(0.95, sum by (queue, job, le) (rate(cv_job_run_seconds_bucket{queue=~"$queue"}[$__rate_interval])))',
        }),
      ],
    },
    {
      title: 'Trouble',
      panels: [
        graph('Dead letters', 'Jobs given up; they are kept for a week.', 'short', {
          '{{ queue }} kept': 'max by (queue) (cv_queue_jobs{queue=~"$queue", state="failed"})',
          '{{ queue }} in the last hour': 'sum by (queue) (increase(cv_job_dead_lettered_total{queue=~"$queue"}[1h]))',
        }),
        graph('Stalled', 'Jobs that lost their worker.', 'short', {
          '{{ queue }}': 'sum by (queue) (increase(cv_job_stalled_total{queue=~"$queue"}[$__rate_interval]))',
        }),
        graph('Figures that could not be read', 'While they cannot be, autoscalers hold.', 'short', {
          '{{ queue }}': 'sum by (queue) (increase(cv_queue_scrape_errors_total{queue=~"$queue"}[$__rate_interval]))',
        }),
        graph('Postponed', 'Jobs that wait for their time: pauses between tries, schedules.', 'short', {
          '{{ queue }}': 'max by (queue) (cv_queue_jobs{queue=~"$queue", state="delayed"})',
        }),
      ],
    },
  ],
};
