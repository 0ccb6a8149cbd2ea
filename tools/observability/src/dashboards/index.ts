import { api } from './api.js';
import { jobs } from './background-jobs.js';
import type { Dashboard } from './dashboard.js';
import { parser, render } from './documents.js';
import { overview } from './overview.js';
import { business, scaling, services } from './platform.js';
import { postgres } from './postgres.js';
import { queues } from './queues.js';
import { cache, redis } from './redis.js';
import { webVitals } from './web-vitals.js';

export { dashboardJson, type Dashboard } from './dashboard.js';

/** Every dashboard that there is. */
export const DASHBOARDS: readonly Dashboard[] = [
  overview,
  api,
  parser,
  render,
  queues,
  jobs,
  cache,
  postgres,
  redis,
  services,
  webVitals,
  business,
  scaling,
];
