import { Counter, Gauge } from 'prom-client';

import { registry } from './registry.js';

const registers = [registry];

/** Runs of background jobs, by services/jobs: a run is one, however many tries it takes. */
export const jobMetrics = {
  jobRuns: new Counter({
    name: 'cv_job_runs_total',
    help: 'Runs of background jobs that have ended, by outcome: succeeded or failed.',
    labelNames: ['job', 'outcome'] as const,
    registers,
  }),
  scheduleLastSuccess: new Gauge({
    name: 'cv_schedule_last_success_timestamp_seconds',
    help: 'When a schedule’s job last ended well, since 1970. The same from every process: take max.',
    labelNames: ['schedule'] as const,
    registers,
  }),
  scheduleOverdue: new Gauge({
    name: 'cv_schedule_overdue_seconds',
    help: 'How long ago a schedule’s last time was if its job has not ended well since, else 0. The same from every process: take max.',
    labelNames: ['schedule'] as const,
    registers,
  }),
} as const;
