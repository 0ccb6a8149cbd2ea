import type { Situation } from './situation.js';

/** Names are those of the alerts of Prometheus, and so of the runbooks. */
export interface OwnAlert {
  name: string;
  severity: 'critical' | 'warning' | 'info';
  summary: string;
  /** What it is about: a service, queue, server or page. */
  subject: string;
}

/** Below so many requests in the window shares and percentiles tell nothing. */
const ENOUGH_REQUESTS = 50;
const ENOUGH_LOOKUPS = 300;

interface Rule {
  name: string;
  severity: OwnAlert['severity'];
  /** Each subject of which it holds, with what there is to say. */
  holds: (situation: Situation) => { subject: string; summary: string }[];
}

/** What Prometheus's alerts of the same names ask of the last minutes, asked of our own figures: without how long it must hold. */
const RULES: readonly Rule[] = [
  latency('ApiLatencyCritical', 'critical', 1_000),
  latency('ApiLatencyHigh', 'warning', 500),
  errors('ApiErrorsCritical', 'critical', 0.05),
  errors('ApiErrorsHigh', 'warning', 0.01),
  ofServices('ServiceCpuHigh', ({ cpu }) => cpu.share > 0.8 && `uses ${percent(cpu.share)} of its CPU`),
  ofServices('ServiceMemoryHigh', ({ memory }) => memory.share > 0.85 && `uses ${percent(memory.share)} of its memory`),
  ofServices(
    'EventLoopSlow',
    ({ eventLoop }) => eventLoop.lagMs > 250 && `keeps its event loop waiting for ${Math.round(eventLoop.lagMs)} ms`,
  ),
  {
    name: 'CacheHitsLow',
    severity: 'warning',
    holds: ({ live: { cache } }) =>
      cache.lookups >= ENOUGH_LOOKUPS && cache.hitRatio !== null && cache.hitRatio < 0.7
        ? [{ subject: 'cache', summary: `${percent(cache.hitRatio)} of the look-ups are answered by the cache` }]
        : [],
  },
  {
    name: 'CacheBreakerOpen',
    severity: 'warning',
    holds: ({ live: { cache } }) =>
      cache.breakersOpen > 0
        ? [{ subject: 'cache', summary: `${cache.breakersOpen} processes do without the shared cache` }]
        : [],
  },
  queueAge('QueueAgeCritical', 'critical', 300),
  queueAge('QueueAgeHigh', 'warning', 60),
  {
    name: 'QueueNoWorkers',
    severity: 'critical',
    holds: ({ queues, live }) =>
      (queues ?? [])
        .filter(({ name, jobs, paused }) => jobs.pending > 0 && !paused && (live.slots[name] ?? 0) === 0)
        .map(({ name, jobs }) => ({ subject: name, summary: `${jobs.pending} jobs wait and no worker takes them` })),
  },
  {
    name: 'DeadLetters',
    severity: 'warning',
    holds: ({ queues }) =>
      (queues ?? [])
        .filter(({ jobs }) => jobs.failed > 0)
        .map(({ name, jobs }) => ({ subject: name, summary: `${jobs.failed} jobs were given up` })),
  },
  connections('PostgresConnectionsExhausted', 'critical', 0.9),
  connections('PostgresConnectionsHigh', 'warning', 0.75),
  {
    name: 'PostgresPoolWaiting',
    severity: 'warning',
    holds: ({ live }) =>
      live.pools
        .filter(({ state, connections: waiting }) => state === 'waiting' && waiting > 0)
        .map(({ server, connections: waiting }) => ({ subject: server, summary: `${waiting} wait for a connection` })),
  },
  {
    name: 'PostgresLongTransaction',
    severity: 'warning',
    holds: ({ health }) =>
      health && health.longestTransactionSeconds > 300
        ? [{ subject: 'primary', summary: `a transaction is ${Math.round(health.longestTransactionSeconds)} s old` }]
        : [],
  },
  {
    name: 'NoReplicaUsable',
    severity: 'critical',
    holds: ({ live: { replicas } }) =>
      replicas.length > 0 && replicas.every(({ usable }) => !usable)
        ? [{ subject: 'replicas', summary: 'all reads go to the primary' }]
        : [],
  },
  {
    name: 'ReplicaUnusable',
    severity: 'warning',
    holds: ({ live: { replicas } }) =>
      replicas
        .filter(({ usable }) => !usable)
        .map(({ replica }) => ({ subject: replica, summary: 'it is left out of reads' })),
  },
  {
    name: 'RateLimitsHit',
    severity: 'warning',
    holds: ({ live: { requests } }) =>
      requests.count >= ENOUGH_REQUESTS && requests.rateLimited > 0.2 * requests.count
        ? [{ subject: 'api', summary: `${percent(requests.rateLimited / requests.count)} of the requests are refused` }]
        : [],
  },
  {
    name: 'MaintenanceMode',
    severity: 'info',
    holds: ({ levers: { maintenance } }) =>
      maintenance.mode === 'off'
        ? []
        : [{ subject: 'api', summary: maintenance.mode === 'closed' ? 'closed' : 'nothing can be changed' }],
  },
];

const SEVERITIES = ['critical', 'warning', 'info'] as const;
/** Of one problem only what is worst is told. */
const MUTED_BY: Readonly<Record<string, string>> = {
  ApiLatencyHigh: 'ApiLatencyCritical',
  ApiErrorsHigh: 'ApiErrorsCritical',
  QueueAgeHigh: 'QueueAgeCritical',
  PostgresConnectionsHigh: 'PostgresConnectionsExhausted',
  ReplicaUnusable: 'NoReplicaUsable',
};

export const OWN_ALERTS = RULES.map(({ name }) => name);

/** The worst first. */
export function ownAlerts(situation: Situation): OwnAlert[] {
  const all = RULES.flatMap(({ name, severity, holds }) =>
    holds(situation).map((found) => ({ name, severity, ...found })),
  );
  // Who is refused during maintenance is no failure.
  const isExpected = (name: string) => situation.levers.maintenance.mode !== 'off' && name.startsWith('ApiErrors');
  const isMuted = ({ name, subject }: OwnAlert) =>
    isExpected(name) ||
    all.some((other) => other.name === MUTED_BY[name] && (other.subject === subject || other.subject === 'replicas'));
  return all
    .filter((alert) => !isMuted(alert))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function latency(name: string, severity: OwnAlert['severity'], limitMs: number): Rule {
  return {
    name,
    severity,
    holds: ({ live: { requests } }) =>
      requests.count >= ENOUGH_REQUESTS && requests.p95Ms !== null && requests.p95Ms > limitMs
        ? [{ subject: 'api', summary: `one request in 20 takes longer than ${Math.round(requests.p95Ms)} ms` }]
        : [],
  };
}

function errors(name: string, severity: OwnAlert['severity'], limit: number): Rule {
  return {
    name,
    severity,
    holds: ({ live: { requests } }) =>
      requests.count >= ENOUGH_REQUESTS && requests.errorShare > limit
        ? [{ subject: 'api', summary: `${percent(requests.errorShare)} of the requests fail` }]
        : [],
  };
}

function ofServices(name: string, problem: (service: Situation['live']['services'][number]) => string | false): Rule {
  return {
    name,
    severity: 'warning',
    holds: ({ live }) =>
      live.services.flatMap((service) => {
        const summary = problem(service);
        return summary === false ? [] : [{ subject: service.service, summary }];
      }),
  };
}

function queueAge(name: string, severity: OwnAlert['severity'], limitSeconds: number): Rule {
  return {
    name,
    severity,
    holds: ({ queues }) =>
      (queues ?? []).flatMap((queue) => {
        // Batches wait behind everybody else, and may.
        const { premium, system, free } = queue.oldestSecondsByClass;
        const age = Math.max(premium, system, free);
        return age > limitSeconds
          ? [{ subject: queue.name, summary: `a job has waited for ${Math.round(age)} s` }]
          : [];
      }),
  };
}

function connections(name: string, severity: OwnAlert['severity'], limit: number): Rule {
  return {
    name,
    severity,
    holds: ({ health }) => {
      if (!health) return [];
      const { active, idle, idleInTransaction, max } = health.connections;
      const share = (active + idle + idleInTransaction) / max;
      return share > limit ? [{ subject: 'primary', summary: `${percent(share)} of its connections are in use` }] : [];
    },
  };
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
