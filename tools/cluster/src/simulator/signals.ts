import { requestsPerReplica, type Thresholds } from './thresholds.js';

/** What Prometheus knew when it last computed the rules. */
export interface Scraped {
  /** Second since a Monday 00:00 on the region's clock. */
  readonly localSecond: number;
  readonly replicas: number;
  /** Busy CPUs of all replicas, mean of a minute. */
  readonly cpus: number;
  readonly requestsPerSecond: number;
  /** By queue. */
  readonly pending: Readonly<Record<string, number>>;
  /** Jobs finished each second and their mean time in seconds. */
  readonly finishedPerSecond: number;
  readonly runSeconds: number;
  /** Means of earlier weeks, undefined while there is none. */
  readonly expected: number | undefined;
}

const DAY = 86_400;

/** What the load of now wants, whatever there is: the rule `discover:scaling_demand_replicas`. */
export function demandOf(of: Thresholds, cpuRequest: number, scraped: Scraped): number {
  const byCpu = of.cpuUtilization > 0 ? scraped.cpus / ((of.cpuUtilization / 100) * cpuRequest) : 0;
  const byRequests = of.requestsPerSecondBaseline > 0 ? scraped.requestsPerSecond / requestsPerReplica(of) : 0;
  const [queue] = Object.keys(of.pendingJobsPerReplica);
  if (queue === undefined || !of.processing) return Math.max(byCpu, byRequests);
  const slots = (Math.max(1, Math.ceil(cpuRequest)) * of.processing.slotUtilization) / 100;
  const arriving = scraped.finishedPerSecond + (scraped.pending[queue] ?? 0) / of.processing.drainSeconds;
  return (arriving * scraped.runSeconds) / slots;
}

/** The recorded series of one workload by the names of the autoscaler's metrics: the semantics of templates/scaling/_rules.tpl. */
export function signalsOf(of: Thresholds, cpuRequest: number, scraped: Scraped): Record<string, number> {
  const demand = demandOf(of, cpuRequest, scraped);
  const unlessThere = (wish: number) => (scraped.replicas < wish + of.step ? wish : 0);
  const pending = Object.entries(scraped.pending).map(([queue, jobs]) => [`pending_jobs:${queue}`, jobs]);
  return {
    ...(Object.fromEntries(pending) as Record<string, number>),
    requests_per_second: scraped.requestsPerSecond,
    step_replicas: demand > scraped.replicas ? scraped.replicas + of.step : 0,
    // Memory does not follow the load in this model: it is always between its two thresholds' lower side.
    memory_replicas: 0,
    processing_replicas: unlessThere(demand),
    schedule_replicas: isScheduled(of, scraped.localSecond) ? unlessThere(of.minReplicas + (of.schedule?.add ?? 0)) : 0,
    forecast_replicas: scraped.expected === undefined ? 0 : unlessThere(scraped.expected),
  };
}

function isScheduled({ schedule }: Thresholds, localSecond: number): boolean {
  if (!schedule) return false;
  const day = (Math.floor(localSecond / DAY) + 1) % 7;
  const hour = Math.floor((localSecond % DAY) / 3_600);
  return schedule.fromDay <= day && day <= schedule.toDay && schedule.fromHour <= hour && hour < schedule.toHour;
}
