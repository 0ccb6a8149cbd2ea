import { registry } from '@discover/telemetry';

import type { Health, Readiness } from '../health.js';

/** What a service tells its operators. */
export interface Management {
  /** In Prometheus's text format. */
  metrics(): Promise<string>;
  /** Whether it still does its work. */
  isAlive(): Promise<boolean>;
  readiness(): Promise<Readiness>;
}

/** The management of a service that is this process. @param observe brings gauges up to date before each scrape */
export function ownManagement(health: Health, observe: () => unknown): Management {
  return {
    metrics: async () => {
      await observe();
      return registry.metrics();
    },
    isAlive: async () => health.isAlive(),
    readiness: () => health.readiness(),
  };
}
