import { quantileOf, together, totalsOf, type ProcessFigures, type Total } from '@discover/figures';

/** 50th, 95th and 99th percentile in milliseconds; null where nothing was measured. */
export interface Percentiles {
  p50Ms: number | null;
  p95Ms: number | null;
  p99Ms: number | null;
}

/** One of the services, all its processes together. */
export interface ServiceFigures {
  service: string;
  releases: string[];
  processes: number;
  /** The one that was started last, in seconds. */
  youngestSeconds: number;
  /** Cores, and bytes; of the fullest instance the share that it uses. */
  cpu: { used: number; limit: number; share: number };
  memory: { used: number; limit: number; share: number };
  /** Of the process that is worst. */
  eventLoop: { lagMs: number; utilisation: number };
}

export interface EndpointFigures extends Percentiles {
  method: string;
  route: string;
  requests: number;
  perSecond: number;
  /** Shares of 5xx and of 4xx. */
  errorShare: number;
  refusedShare: number;
  /** Of the time that all endpoints took. */
  timeShare: number;
}

export interface CacheTypeFigures {
  type: string;
  lookups: number;
  hitRatio: number;
  l1: number;
  l2: number;
  stale: number;
  misses: number;
}

export interface StatementFigures extends Percentiles {
  query: string;
  server: string;
  calls: number;
  perSecond: number;
  timeShare: number;
}

export interface JobFigures {
  queue: string;
  job: string;
  runs: number;
  /** Of these, given up; and begun again later. */
  dead: number;
  retried: number;
  runP95Ms: number | null;
  waitP95Ms: number | null;
}

/** What the processes of the platform told of themselves, added up. */
export interface LiveFigures {
  /** Of the oldest process: what the counts are of. */
  windowSeconds: number;
  processes: number;
  services: ServiceFigures[];
  requests: Percentiles & {
    count: number;
    perSecond: number;
    perSecondNow: number;
    errorShare: number;
    rateLimited: number;
  };
  endpoints: EndpointFigures[];
  cache: {
    lookups: number;
    hitRatio: number | null;
    types: CacheTypeFigures[];
    breakersOpen: number;
    errors: number;
    l1Bytes: number;
  };
  queries: Percentiles & { count: number; perSecond: number; statements: StatementFigures[] };
  reads: { server: string; reason: string; count: number }[];
  pools: { server: string; state: string; connections: number }[];
  replicas: { replica: string; usable: boolean; lagSeconds: number }[];
  jobs: JobFigures[];
  /** Jobs that workers take at once, by queue. */
  slots: Record<string, number>;
}

/** Rows of each list: those that take most of the time. */
const LISTED = 40;

export function liveFigures(processes: readonly ProcessFigures[]): LiveFigures {
  return {
    windowSeconds: Math.max(0, ...processes.map(({ seconds }) => seconds)),
    processes: processes.length,
    services: [...Map.groupBy(processes, ({ service }) => service)].map(([service, members]) =>
      serviceFigures(service, members),
    ),
    requests: requestFigures(processes),
    endpoints: endpointFigures(processes),
    cache: cacheFigures(processes),
    queries: queryFigures(processes),
    reads: totalsOf(processes, 'cv_db_reads_total', ['server', 'reason'])
      .map(({ labels, value }) => ({ server: labels.server!, reason: labels.reason!, count: value }))
      .sort((a, b) => b.count - a.count),
    pools: totalsOf(processes, 'cv_db_pool_connections', ['server', 'state']).map(({ labels, value }) => ({
      server: labels.server!,
      state: labels.state!,
      connections: value,
    })),
    replicas: replicaFigures(processes),
    jobs: jobFigures(processes),
    slots: Object.fromEntries(
      totalsOf(processes, 'cv_worker_slots', ['queue']).map(({ labels, value }) => [labels.queue!, value]),
    ),
  };
}

function serviceFigures(service: string, members: readonly ProcessFigures[]): ServiceFigures {
  // Processes of one container all tell the container's own figures.
  const instances = [
    ...Map.groupBy(members, ({ contained, host, instance }) => (contained ? host : instance)).values(),
  ].map(([one]) => one!);
  const sum = (of: (figures: ProcessFigures) => number) => instances.reduce((all, one) => all + of(one), 0);
  const most = (of: (figures: ProcessFigures) => number) => Math.max(0, ...members.map(of));
  return {
    service,
    releases: [...new Set(members.map(({ release }) => release))].sort(),
    processes: members.length,
    youngestSeconds: Math.round(Math.min(...members.map(({ at, startedAt }) => at - startedAt)) / 1_000),
    cpu: {
      used: sum(({ cpu }) => cpu.used),
      limit: sum(({ cpu }) => cpu.limit),
      share: most(({ cpu }) => shareOf(cpu.used, cpu.limit)),
    },
    memory: {
      used: sum(({ memory }) => memory.used),
      limit: sum(({ memory }) => memory.limit),
      share: most(({ memory }) => shareOf(memory.used, memory.limit)),
    },
    eventLoop: {
      lagMs: most(({ eventLoop }) => eventLoop.lagMs),
      utilisation: most(({ eventLoop }) => eventLoop.utilisation),
    },
  };
}

function requestFigures(processes: readonly ProcessFigures[]): LiveFigures['requests'] {
  const byStatus = totalsOf(processes, 'http_request_duration_seconds', ['status']);
  const all = together(byStatus);
  return {
    count: all.value,
    perSecond: all.perSecond,
    perSecondNow: processes.reduce((sum, { requestsNow }) => sum + requestsNow, 0),
    ...percentiles(all),
    errorShare: shareOf(countWith(byStatus, '5'), all.value),
    rateLimited: together(totalsOf(processes, 'cv_rate_limited_total')).value,
  };
}

function endpointFigures(processes: readonly ProcessFigures[]): EndpointFigures[] {
  const all = totalsOf(processes, 'http_request_duration_seconds', ['method', 'route', 'status']);
  const time = together(all).sum;
  return [...Map.groupBy(all, ({ labels }) => `${labels.method!} ${labels.route!}`).values()]
    .map((statuses) => {
      const endpoint = together(statuses);
      const { method, route } = statuses[0]!.labels;
      return {
        method: method!,
        route: route!,
        requests: endpoint.value,
        perSecond: endpoint.perSecond,
        ...percentiles(endpoint),
        errorShare: shareOf(countWith(statuses, '5'), endpoint.value),
        refusedShare: shareOf(countWith(statuses, '4'), endpoint.value),
        timeShare: shareOf(endpoint.sum, time),
      };
    })
    .sort((a, b) => b.timeShare - a.timeShare)
    .slice(0, LISTED);
}

function cacheFigures(processes: readonly ProcessFigures[]): LiveFigures['cache'] {
  const results = totalsOf(processes, 'cv_cache_requests_total', ['type', 'result']);
  const types = [...Map.groupBy(results, ({ labels }) => labels.type!)].map(([type, totals]) => {
    const count = (result: string) => totals.find(({ labels }) => labels.result === result)?.value ?? 0;
    const lookups = together(totals).value;
    const [l1, l2, stale, misses] = ['l1', 'l2', 'stale', 'miss'].map(count) as [number, number, number, number];
    return { type, lookups, hitRatio: shareOf(lookups - misses, lookups), l1, l2, stale, misses };
  });
  const [lookups, misses] = [(one: CacheTypeFigures) => one.lookups, (one: CacheTypeFigures) => one.misses].map((of) =>
    types.reduce((sum, type) => sum + of(type), 0),
  ) as [number, number];
  return {
    lookups,
    hitRatio: lookups === 0 ? null : (lookups - misses) / lookups,
    types: types.sort((a, b) => b.lookups - a.lookups),
    breakersOpen: together(totalsOf(processes, 'cv_cache_breaker_open')).value,
    errors: together(totalsOf(processes, 'cv_cache_errors_total')).value,
    l1Bytes: together(totalsOf(processes, 'cv_cache_l1_bytes')).value,
  };
}

function queryFigures(processes: readonly ProcessFigures[]): LiveFigures['queries'] {
  const statements = totalsOf(processes, 'cv_db_query_duration_seconds', ['query', 'server']);
  const all = together(statements);
  return {
    count: all.value,
    perSecond: all.perSecond,
    ...percentiles(all),
    statements: statements
      .map((statement) => ({
        query: statement.labels.query!,
        server: statement.labels.server!,
        calls: statement.value,
        perSecond: statement.perSecond,
        ...percentiles(statement),
        timeShare: shareOf(statement.sum, all.sum),
      }))
      .sort((a, b) => b.timeShare - a.timeShare)
      .slice(0, LISTED),
  };
}

/** As the process that is worst off sees each. */
function replicaFigures(processes: readonly ProcessFigures[]): LiveFigures['replicas'] {
  const usable = new Map<string, boolean>();
  const lag = new Map<string, number>();
  for (const { families } of processes) {
    for (const { labels, value } of families.cv_db_replica_usable?.series ?? [])
      usable.set(labels.replica!, (usable.get(labels.replica!) ?? true) && value === 1);
    for (const { labels, value } of families.cv_db_replica_lag_seconds?.series ?? [])
      lag.set(labels.replica!, Math.max(lag.get(labels.replica!) ?? 0, value));
  }
  return [...usable].map(([replica, isUsable]) => ({
    replica,
    usable: isUsable,
    lagSeconds: lag.get(replica) ?? 0,
  }));
}

function jobFigures(processes: readonly ProcessFigures[]): JobFigures[] {
  const waits = totalsOf(processes, 'cv_job_wait_seconds', ['queue', 'job']);
  const runs = totalsOf(processes, 'cv_job_run_seconds', ['queue', 'job', 'outcome']);
  return [...Map.groupBy(runs, ({ labels }) => `${labels.queue!} ${labels.job!}`).values()]
    .map((outcomes) => {
      const { queue, job } = outcomes[0]!.labels;
      const all = together(outcomes);
      const count = (outcome: string) => outcomes.find(({ labels }) => labels.outcome === outcome)?.value ?? 0;
      const wait = waits.find(({ labels }) => labels.queue === queue && labels.job === job);
      return {
        queue: queue!,
        job: job!,
        runs: all.value,
        dead: count('dead'),
        retried: count('retried'),
        runP95Ms: milliseconds(quantileOf(all, 0.95)),
        waitP95Ms: wait ? milliseconds(quantileOf(wait, 0.95)) : null,
      };
    })
    .sort((a, b) => b.runs - a.runs);
}

function percentiles(total: Total): Percentiles {
  const at = (share: number) => milliseconds(quantileOf(total, share));
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

function milliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1_000;
}

function countWith(byStatus: readonly Total[], firstDigit: string): number {
  return byStatus
    .filter(({ labels }) => labels.status!.startsWith(firstDigit))
    .reduce((sum, { value }) => sum + value, 0);
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
