import type { Alert } from './alert.js';
import { apiAlerts } from './api.js';
import { backgroundJobAlerts } from './background-jobs.js';
import { postgresAlerts } from './postgres.js';
import { queueAlerts } from './queues.js';
import { cacheAlerts, redisAlerts } from './redis.js';
import { serviceAlerts } from './services.js';
import { sloAlerts } from './slo.js';
import { webVitalAlerts } from './web-vitals.js';

export type { Alert } from './alert.js';

/** Every alert that there is. */
export const ALERTS: readonly Alert[] = [
  ...sloAlerts,
  ...apiAlerts,
  ...serviceAlerts,
  ...webVitalAlerts,
  ...queueAlerts,
  ...backgroundJobAlerts,
  ...cacheAlerts,
  ...redisAlerts,
  ...postgresAlerts,
];
