import { counter, grow, hold, restarted, spike, type Alert } from './alert.js';

const background = { team: 'platform', dashboard: 'jobs' } as const;
const runs = (succeeded: string, failed: string) => ({
  'cv_job_runs_total{service="jobs", job="maintenance.purge", outcome="succeeded"}': succeeded,
  'cv_job_runs_total{service="jobs", job="maintenance.purge", outcome="failed"}': failed,
});
const overdue = (samples: string) => ({
  'cv_schedule_overdue_seconds{service="jobs", schedule="refresh-statistics"}': samples,
});

export const backgroundJobAlerts: readonly Alert[] = [
  {
    ...background,
    name: 'JobFailing',
    expr: `sum by (job) (increase(cv_job_runs_total{outcome="failed"}[1h])) > 0`,
    severity: 'warning',
    priority: 'P3',
    problem: 'background-job',
    summary: 'The background job {{ $labels.job }} failed',
    description: '{{ $value | humanize }} runs in an hour, each after all its tries.',
    test: {
      fires: runs(grow(1), grow(1)),
      quiet: { 'a counter reset': runs(restarted(2), '9+0x40 0+0x40'), 'what is normal': runs(grow(2), hold(3)) },
    },
  },
  {
    ...background,
    name: 'JobsFailOften',
    expr: `sum(increase(cv_job_runs_total{outcome="failed"}[6h])) > 0.05 * sum(increase(cv_job_runs_total[6h]))
and sum(increase(cv_job_runs_total{outcome="failed"}[6h])) >= 5`,
    for: '5m',
    severity: 'critical',
    priority: 'P2',
    problem: 'background-job',
    summary: 'One background job in twenty fails',
    description:
      '{{ $value | humanize }} runs in six hours failed after all their tries: the objective is one in twenty.',
    test: {
      fires: runs(grow(4), grow(1)),
      quiet: {
        'low traffic': runs(grow(1), counter([0, 30], [1, 2], [0, 57])),
        'just below the threshold': runs(grow(100), grow(4)),
        'a counter reset': runs(restarted(100), restarted(0)),
      },
    },
  },
  {
    ...background,
    name: 'ScheduleMissed',
    expr: `max by (schedule) (cv_schedule_overdue_seconds) > 1800`,
    for: '5m',
    severity: 'warning',
    priority: 'P3',
    problem: 'schedule-missed',
    summary: 'The schedule {{ $labels.schedule }} has missed its time',
    description: 'Its job should have ended well {{ $value | humanizeDuration }} ago, and has not.',
    test: {
      fires: overdue('0+60x90'),
      quiet: { 'a short spike': overdue(spike(0, 4_000, 3)), 'what is normal': overdue(spike(0, 600, 20)) },
    },
  },
];
