import type { AutoscalerSpec } from './autoscaler-spec.js';
import { Autoscaler, type PodView } from './autoscaler.js';
import { demandOf, signalsOf, type Scraped } from './signals.js';
import type { Thresholds } from './thresholds.js';
import type { Trace } from './traces.js';

/** How a workload spends its time. */
export interface Profile {
  readonly workload: string;
  /** Undefined: requests that are answered at once; else jobs of this queue, which wait. */
  readonly queue?: string;
  /** CPU seconds of one request or job. */
  readonly cpuSeconds: number;
  readonly cpuRequest: number;
  /** From the autoscaler's word to readiness: image there, process started, first probe. */
  readonly startSeconds: number;
}

export interface Sample {
  readonly second: number;
  readonly load: number;
  readonly replicas: number;
  readonly ready: number;
  /** Replicas that carry this load at their thresholds. */
  readonly needed: number;
  /** Share of the CPU request in use, mean of those ready. */
  readonly utilization: number;
  readonly pending: number;
  /** Requests or jobs each second that those ready can do. */
  readonly capacity: number;
  /** Requests each second for which no replica had time. */
  readonly refused: number;
}

const TICK = 5;
const SCRAPE = 15;
const SYNC = 15;
const WEEK = 7 * 86_400;
const CPU_WINDOW = 60;

interface Pod {
  readonly startedAt: number;
}

/** A trace of load on a workload whose replicas its own autoscaler sets, by the rules of the chart. */
export function simulate(profile: Profile, spec: AutoscalerSpec, thresholds: Thresholds, trace: Trace): Sample[] {
  const autoscaler = new Autoscaler(spec);
  const demands: number[] = [];
  const minute: { cpus: number; done: number }[] = [];
  const samples: Sample[] = [];
  let pods: Pod[] = Array.from({ length: spec.minReplicas }, () => ({ startedAt: -3_600 }));
  let pending = 0;
  let signals: Record<string, number> = {};

  for (let second = 0; second < trace.seconds; second += TICK) {
    const load = trace.load(second);
    const ready = pods.filter(({ startedAt }) => second - startedAt >= profile.startSeconds).length;
    const capacity = (ready * profile.cpuRequest) / profile.cpuSeconds;
    const offered = load + (profile.queue === undefined ? 0 : pending / TICK);
    const done = Math.min(offered, capacity);
    if (profile.queue !== undefined) pending = Math.max(0, pending + (load - done) * TICK);
    minute.push({ cpus: done * profile.cpuSeconds, done });
    if (minute.length > 60 / TICK) minute.shift();

    if (second % SCRAPE === 0) {
      const scraped = scrape();
      const demand = demandOf(thresholds, profile.cpuRequest, scraped);
      demands[second / SCRAPE] = demand;
      signals = trace.lost?.(second) === true ? {} : signalsOf(thresholds, profile.cpuRequest, scraped);
    }
    // Rules and scrapes are up to a period old when the controller asks.
    if (second % SYNC === 10) {
      const utilization = ready === 0 ? 0 : mean('cpus') / ready / profile.cpuRequest;
      const views = pods.map(({ startedAt }): PodView => {
        const isReady = second - startedAt >= profile.startSeconds + CPU_WINDOW;
        return { ready: isReady, cpu: utilization };
      });
      const replicas = autoscaler.sync(second, { replicas: pods.length, pods: views, external: signals });
      pods = pods.slice(0, replicas);
      while (pods.length < replicas) pods.push({ startedAt: second });
    }
    samples.push({
      second,
      load,
      replicas: pods.length,
      ready,
      needed: neededFor(profile, thresholds, spec, load),
      utilization: (done * profile.cpuSeconds) / Math.max(1, ready) / profile.cpuRequest,
      pending,
      capacity,
      refused: profile.queue === undefined ? load - done : 0,
    });

    function scrape(): Scraped {
      const queues = Object.keys(thresholds.pendingJobsPerReplica).map((queue) => [
        queue,
        queue === profile.queue ? pending : 0,
      ]);
      return {
        localSecond: trace.beginsAt + second,
        replicas: pods.length,
        cpus: mean('cpus'),
        requestsPerSecond: profile.queue === undefined ? mean('done') : 0,
        pending: Object.fromEntries(queues) as Record<string, number>,
        finishedPerSecond: mean('done'),
        runSeconds: profile.cpuSeconds,
        expected: expectedAt(second),
      };
    }
  }
  return samples;

  function mean(of: 'cpus' | 'done'): number {
    return minute.reduce((sum, figures) => sum + figures[of], 0) / Math.max(1, minute.length);
  }

  /** The most of the ten minutes after this one, in the weeks before: the rule `discover:scaling_expected_replicas`, and their mean. */
  function expectedAt(second: number): number | undefined {
    const { forecast } = thresholds;
    if (!forecast) return undefined;
    const weeks = Array.from({ length: forecast.weeks }, (_, index) => second - (index + 1) * WEEK).filter(
      (then) => then >= 0,
    );
    const most = weeks.map((then) =>
      Math.max(
        ...demands.slice(Math.floor(then / SCRAPE), Math.floor((then + forecast.aheadMinutes * 60) / SCRAPE) + 1),
      ),
    );
    return most.length === 0 ? undefined : most.reduce((sum, value) => sum + value, 0) / most.length;
  }
}

/** Replicas at which nothing asks for more, if the load stays as it is. */
export function neededFor(profile: Profile, thresholds: Thresholds, spec: AutoscalerSpec, load: number): number {
  const demand = demandOf(thresholds, profile.cpuRequest, {
    localSecond: 0,
    replicas: 0,
    cpus: load * profile.cpuSeconds,
    requestsPerSecond: load,
    pending: {},
    finishedPerSecond: load,
    runSeconds: profile.cpuSeconds,
    expected: undefined,
  });
  return Math.min(spec.maxReplicas, Math.max(spec.minReplicas, Math.ceil(demand - 1e-9)));
}
