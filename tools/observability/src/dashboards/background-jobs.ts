import { graph, type Dashboard } from './dashboard.js';

export const jobs: Dashboard = {
  name: 'jobs',
  title: 'Background jobs',
  description: 'Schedules and how they fare, the outbox, webhooks.',
  rows: [
    {
      title: 'Schedules',
      panels: [
        graph(
          'Success in the last day',
          'Runs that ended well, of all that ended; 95 % is the objective.',
          'percentunit',
          {
            share:
              'sum(increase(cv_job_runs_total{outcome="succeeded"}[1d])) / (sum(increase(cv_job_runs_total[1d])) > 0)',
          },
        ),
        graph(
          'Overdue',
          'Since the last time of a schedule whose job has not ended well since. Half an hour warns.',
          's',
          { '{{ schedule }}': 'max by (schedule) (cv_schedule_overdue_seconds)' },
          { limits: { warning: 1_800, critical: 86_400 } },
        ),
        graph('Runs', 'Ended, by job and outcome; a run is one, however many tries it took.', 'short', {
          '{{ job }} {{ outcome }}': 'sum by (job, outcome) (increase(cv_job_runs_total[1h]))',
        }),
        graph('Since the last success', 'By schedule.', 's', {
          '{{ schedule }}': 'time() - max by (schedule) (cv_schedule_last_success_timestamp_seconds)',
        }),
        graph('Time of a run, 95th percentile', 'Of one try.', 's', {
          '{{ job }}':
            'histogram_quantile(0.95, sum by (job, le) (rate(cv_job_run_seconds_bucket{queue="maintenance"}[1h])))',
        }),
        graph('Tries', 'By how they ended: `retried` is tried again, `dead` was given up.', 'short', {
          '{{ outcome }}': 'sum by (outcome) (increase(cv_job_run_seconds_count{queue="maintenance"}[1h]))',
        }),
      ],
    },
    {
      title: 'Outbox',
      panels: [
        graph(
          'Not on the queue yet',
          'Accepted jobs in Postgres; usually none for longer than milliseconds.',
          'short',
          { jobs: 'max(cv_outbox_jobs)' },
        ),
        graph(
          'Age of the oldest',
          'A minute wakes somebody.',
          's',
          { age: 'max(cv_outbox_oldest_age_seconds)' },
          {
            limits: { warning: 10, critical: 60 },
          },
        ),
        graph(
          'Handed to the queue',
          'By what found them: `relay` and `reconciler` say that something was lost, and found.',
          'ops',
          {
            '{{ by }}': 'sum by (by) (rate(cv_outbox_relayed_total[$__rate_interval]))',
          },
        ),
        graph('Jobs of this service', 'Runs by job.', 'ops', {
          '{{ job }}': 'sum by (job) (rate(cv_job_run_seconds_count{service="jobs"}[$__rate_interval]))',
        }),
      ],
    },
    {
      title: 'Webhooks',
      panels: [
        graph(
          'Tries',
          'By what came of them.',
          'ops',
          {
            '{{ outcome }}': 'sum by (outcome) (rate(cv_webhook_deliveries_total[$__rate_interval]))',
          },
          { stacked: true },
        ),
        graph('Time of a delivery', '95th percentile of one run; a receiver has 10 s.', 's', {
          '{{ job }}':
            'histogram_quantile(0.95, sum by (job, le) (rate(cv_job_run_seconds_bucket{queue="webhooks"}[$__rate_interval])))',
        }),
      ],
    },
  ],
};
