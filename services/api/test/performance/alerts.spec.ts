import { existsSync } from 'node:fs';

import { INITIAL_LEVERS } from '@discover/contracts';
import { describe, expect, it } from '@jest/globals';

import { OWN_ALERTS, ownAlerts } from '../../src/performance/alerts.js';
import type { Situation } from '../../src/performance/situation.js';
import { health, queue, service, wellFigures, wellSituation } from './situations.js';

const requests = (change: object) => ({ live: wellFigures({ requests: { ...wellFigures().requests, ...change } }) });
const services = (change: object) => ({ live: wellFigures({ services: [service(change)] }) });
const cache = (change: object) => ({ live: wellFigures({ cache: { ...wellFigures().cache, ...change } }) });
const queues = (change: Parameters<typeof queue>[0]) => ({ queues: [queue(change)] });
const connections = (active: number) => ({
  health: { ...health, connections: { active, idle: 0, idleInTransaction: 0, max: 100 } },
});
const replicas = (...usable: boolean[]) => ({
  live: wellFigures({
    replicas: usable.map((one, index) => ({ replica: `replica-${index}`, usable: one, lagSeconds: 0 })),
  }),
});

const FIRES: Record<string, Partial<Situation>> = {
  ApiLatencyCritical: requests({ p95Ms: 1_001 }),
  ApiLatencyHigh: requests({ p95Ms: 501 }),
  ApiErrorsCritical: requests({ errorShare: 0.051 }),
  ApiErrorsHigh: requests({ errorShare: 0.011 }),
  ServiceCpuHigh: services({ cpu: { used: 1, limit: 1, share: 0.81 } }),
  ServiceMemoryHigh: services({ memory: { used: 1, limit: 1, share: 0.86 } }),
  EventLoopSlow: services({ eventLoop: { lagMs: 251, utilisation: 0.5 } }),
  CacheHitsLow: cache({ hitRatio: 0.69 }),
  CacheBreakerOpen: cache({ breakersOpen: 1 }),
  QueueAgeCritical: queues({ ages: { premium: 301 } }),
  QueueAgeHigh: queues({ ages: { free: 61 } }),
  QueueNoWorkers: { ...queues({ pending: 1 }), live: wellFigures({ slots: {} }) },
  DeadLetters: queues({ failed: 1 }),
  PostgresConnectionsExhausted: connections(91),
  PostgresConnectionsHigh: connections(76),
  PostgresPoolWaiting: { live: wellFigures({ pools: [{ server: 'primary', state: 'waiting', connections: 1 }] }) },
  PostgresLongTransaction: { health: { ...health, longestTransactionSeconds: 301 } },
  NoReplicaUsable: replicas(false, false),
  ReplicaUnusable: replicas(true, false),
  RateLimitsHit: requests({ rateLimited: 2_001 }),
  MaintenanceMode: { levers: { ...INITIAL_LEVERS, maintenance: { mode: 'closed', message: null, until: null } } },
};

const SILENT: [string, Partial<Situation>][] = [
  ['at its thresholds', requests({ p95Ms: 500, errorShare: 0.01, rateLimited: 2_000 })],
  ['of too few requests', requests({ count: 49, p95Ms: 9_000, errorShare: 1, rateLimited: 49 })],
  ['of too few look-ups', cache({ lookups: 299, hitRatio: 0 })],
  ['of a cache that nobody asked', cache({ lookups: 0, hitRatio: null })],
  ['of batches that wait', queues({ ages: { free_batch: 5_000 } })],
  ['of a queue that was paused', { ...queues({ pending: 9, paused: true }), live: wellFigures({ slots: {} }) }],
  ['without replicas', replicas()],
  ['of which nothing is known', { queues: null, health: null, vitals: null, schedules: null, slowQueries: null }],
];

describe('our own alerts', () => {
  const alertsOf = (change: Partial<Situation>) => ownAlerts({ ...wellSituation(), ...change });

  it('are none where all is well', () => {
    expect(alertsOf({})).toEqual([]);
  });

  it.each(OWN_ALERTS)('%s fires, alone, and has a runbook', (name) => {
    expect(alertsOf(FIRES[name]!).map((alert) => alert.name)).toEqual([name]);
    const runbook = new URL(`../../../../docs/runbooks/${name}.md`, import.meta.url);
    expect(existsSync(runbook)).toBe(true);
  });

  it.each(SILENT)('do not fire %s', (_, change) => {
    expect(alertsOf(change)).toEqual([]);
  });

  it('leave out what maintenance refuses', () => {
    const names = alertsOf({ ...FIRES.MaintenanceMode, ...FIRES.ApiErrorsCritical }).map(({ name }) => name);
    expect(names).toEqual(['MaintenanceMode']);
  });

  it('come with the worst first', () => {
    const severities = alertsOf({ ...FIRES.MaintenanceMode, ...queues({ failed: 1 }), ...connections(95) });
    expect(severities.map(({ severity }) => severity)).toEqual(['critical', 'warning', 'info']);
  });
});
