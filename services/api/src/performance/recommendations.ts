import { INITIAL_LEVERS, LEVER_NAMES, rateVital } from '@discover/contracts';
import { isDeepStrictEqual } from 'node:util';

import { percent } from './alerts.js';
import type { Situation } from './situation.js';

/** Something that operators or developers could do, that follows from the figures. */
export interface Recommendation {
  code: RecommendationCode;
  /** What it is about: an endpoint, statement, queue, page … */
  subject: string;
  /** The figures that it follows from, and what to do. */
  detail: string;
}

/** Fewer observations than these tell nothing. */
const ENOUGH = { requests: 50, lookups: 200, calls: 100, vitals: 50, runs: 20 };
/** The objectives of the API (p95, in milliseconds): of reads, and of what writes. */
const OBJECTIVE_MS = { read: 200, write: 500 };
/** Routes that wait for work on purpose: how long they take is for their queues to say. */
const WAITS = /\/(parse|render|events|import)\b|render\.|\.png$/;

type Rule = (situation: Situation) => { subject: string; detail: string }[];

/** Each code with the one rule that it follows from; in the order in which they are told. */
const RULES = {
  restore_shared_cache: ({ live: { cache } }) =>
    cache.breakersOpen === 0
      ? []
      : [
          {
            subject: 'cache',
            detail: `${cache.breakersOpen} processes do without the shared cache: see to its Redis.`,
          },
        ],
  start_workers: ({ queues, live }) =>
    (queues ?? [])
      .filter(({ name, jobs, paused }) => jobs.pending > 0 && !paused && (live.slots[name] ?? 0) === 0)
      .map(({ name, jobs }) => ({
        subject: name,
        detail: `${jobs.pending} jobs wait and no worker of the queue tells of itself: start its service.`,
      })),
  resume_queue: ({ queues }) =>
    (queues ?? [])
      .filter(({ jobs, paused }) => paused && jobs.pending > 0)
      .map(({ name, jobs }) => ({ subject: name, detail: `It is paused and ${jobs.pending} jobs wait: resume it.` })),
  add_workers: ({ queues, live }) =>
    (queues ?? [])
      .filter(({ name, oldestSeconds, active }) => oldestSeconds > 15 && active >= (live.slots[name] ?? Infinity))
      .map(({ name, oldestSeconds, active }) => ({
        subject: name,
        detail: `All ${active} slots are busy and a job has waited for ${Math.round(oldestSeconds)} s: ${moreWork(live, name)}.`,
      })),
  retry_dead_letters: ({ queues }) =>
    (queues ?? [])
      .filter(({ jobs }) => jobs.failed > 0)
      .map(({ name, jobs }) => ({
        subject: name,
        detail: `${jobs.failed} jobs were given up: look at their error codes, then retry them.`,
      })),
  mend_scheduled_job: ({ schedules }) =>
    (schedules?.items ?? [])
      .filter(
        ({ last30Days: { ended, successRate } }) => ended >= ENOUGH.runs && successRate !== null && successRate < 0.95,
      )
      .map(({ id, last30Days }) => ({
        subject: id,
        detail: `Of its ${last30Days.ended} runs only ${percent(last30Days.successRate!)} went well: look at the failed ones.`,
      })),
  look_into_errors: ({ live }) =>
    live.endpoints
      .filter(({ requests, errorShare }) => requests >= 20 && errorShare > 0.01)
      .map(({ method, route, errorShare, requests }) => ({
        subject: `${method} ${route}`,
        detail: `${percent(errorShare)} of ${Math.round(requests)} requests failed: look for its request ids in the logs.`,
      })),
  speed_up_endpoint: ({ live }) =>
    live.endpoints
      .filter(({ method, route, requests, p95Ms, timeShare }) => {
        const objective = method === 'GET' || method === 'HEAD' ? OBJECTIVE_MS.read : OBJECTIVE_MS.write;
        return requests >= ENOUGH.requests && timeShare > 0.05 && (p95Ms ?? 0) > objective && !WAITS.test(route);
      })
      .map(({ method, route, p95Ms, timeShare }) => ({
        subject: `${method} ${route}`,
        detail: `95 % take up to ${Math.round(p95Ms!)} ms, beyond the objective, and it has ${percent(timeShare)} of all time: look at its statements and cache.`,
      })),
  review_regression: ({ regressions }) =>
    (regressions ?? []).map(({ query, previousP95Ms, p95Ms, previousRelease, release }) => ({
      subject: query,
      detail: `95 % took up to ${milliseconds(previousP95Ms)} in ${previousRelease} and take up to ${milliseconds(p95Ms)} in ${release}: look at what was changed.`,
    })),
  follow_query_advice: ({ slowQueries }) =>
    (slowQueries ?? [])
      .filter(({ advice }) => advice.length > 0)
      .map(({ query, slow, p95Ms, advice }) => ({
        subject: query,
        detail: `${Math.round(slow)} slow runs in a day (p95 ${milliseconds(p95Ms)}): ${advice.map(adviceText).join('; ')}.`,
      })),
  ask_once: ({ statements }) =>
    (statements ?? [])
      .filter(({ repeatedRequests }) => repeatedRequests > 0)
      .map(({ query, repeatedRequests, mostRepeats }) => ({
        subject: query,
        detail: `It ran up to ${mostRepeats} times in one of ${Math.round(repeatedRequests)} requests: one statement for all would do.`,
      })),
  improve_caching: ({ live }) =>
    live.cache.types
      .filter(({ lookups, hitRatio }) => lookups >= ENOUGH.lookups && hitRatio < 0.7)
      .map(({ type, hitRatio, lookups }) => ({
        subject: type,
        detail: `Only ${percent(hitRatio)} of ${Math.round(lookups)} look-ups are hits: raise \`cacheTtlFactor\`, give the cache more memory, or see what invalidates it.`,
      })),
  scale_out: ({ live }) =>
    live.services
      .filter(({ cpu }) => cpu.share > 0.7)
      .map(({ service, cpu }) => ({
        subject: service,
        detail: `Its fullest instance uses ${percent(cpu.share)} of its CPU: add replicas, or see that the autoscaler can.`,
      })),
  use_more_processes: ({ live }) =>
    live.services
      .filter(({ service, cpu, eventLoop }) => service === 'api' && eventLoop.utilisation > 0.8 && cpu.share < 0.6)
      .map(({ service, eventLoop }) => ({
        subject: service,
        detail: `A process is busy for ${percent(eventLoop.utilisation)} of the time while cores are idle: raise \`API_PROCESSES\`.`,
      })),
  give_memory: ({ live }) =>
    live.services
      .filter(({ memory }) => memory.share > 0.85)
      .map(({ service, memory }) => ({
        subject: service,
        detail: `${percent(memory.share)} of its memory is in use: give it more before the system ends it.`,
      })),
  enlarge_pool: ({ live }) =>
    live.pools
      .filter(({ state, connections }) => state === 'waiting' && connections > 0)
      .map(({ server, connections }) => ({
        subject: server,
        detail: `${connections} pieces of work wait for a connection: shorten transactions, or raise \`DATABASE_POOL_SIZE\`.`,
      })),
  heal_replicas: ({ live }) => {
    const total = live.reads.reduce((sum, { count }) => sum + count, 0);
    const driven = live.reads.filter(({ server, reason }) => server === 'primary' && reason.includes('replica'));
    const count = driven
      .filter(({ reason }) => reason !== 'no_replica')
      .reduce((sum, { count: reads }) => sum + reads, 0);
    // Whoever has just written reads from the primary for a moment: that alone is as it should be.
    const ill = live.replicas.some(({ usable, lagSeconds }) => !usable || lagSeconds > 1);
    return ill && total >= ENOUGH.calls && count > 0.2 * total
      ? [
          {
            subject: 'replicas',
            detail: `${percent(count / total)} of the reads go to the primary because replicas lag or fail: look at their lag.`,
          },
        ]
      : [];
  },
  vacuum_table: ({ health }) =>
    (health?.tables ?? [])
      .filter(({ deadRows, deadShare }) => deadRows > 10_000 && deadShare > 0.2)
      .map(({ table, deadShare }) => ({
        subject: table,
        detail: `${percent(deadShare)} of its rows are dead: see why autovacuum does not keep up.`,
      })),
  improve_page: ({ vitals }) =>
    (vitals ?? [])
      .filter(
        ({ by, samples, metric, p75 }) =>
          by === 'page' && samples >= ENOUGH.vitals && rateVital(metric, p75) !== 'good',
      )
      .map(({ metric, value, p75 }) => ({
        subject: value,
        detail: `${metric} at the 75th percentile is ${metric === 'CLS' ? p75.toFixed(2) : milliseconds(p75)}: ${rateVital(metric, p75).replace('_', ' ')} by the public thresholds.`,
      })),
  review_rate_limits: ({ live: { requests } }) =>
    requests.count >= ENOUGH.requests && requests.rateLimited > 0.01 * requests.count
      ? [
          {
            subject: 'api',
            detail: `${percent(requests.rateLimited / requests.count)} of the requests are refused by a rate limit: an attack to block, or a limit (\`rateLimitFactor\`) to raise.`,
          },
        ]
      : [],
  finish_rollout: ({ live }) =>
    live.services
      .filter(({ releases, youngestSeconds }) => releases.length > 1 && youngestSeconds > 3_600)
      .map(({ service, releases }) => ({
        subject: service,
        detail: `Releases ${releases.join(' and ')} have run side by side for over an hour: finish the roll-out or take it back.`,
      })),
  put_levers_back: ({ levers }) => {
    const moved = LEVER_NAMES.filter((name) => !isDeepStrictEqual(levers[name], INITIAL_LEVERS[name]));
    return moved.map((name) => ({
      subject: name,
      detail: `It is set to ${JSON.stringify(levers[name])}: put it back once its reason is gone (see its history).`,
    }));
  },
} as const satisfies Record<string, Rule>;

export type RecommendationCode = keyof typeof RULES;
export const RECOMMENDATION_CODES = Object.keys(RULES) as RecommendationCode[];

/** Of one code, so that one cause with many effects does not hide the others. */
const MOST_OF_A_CODE = 5;

export function recommendationsFor(situation: Situation): Recommendation[] {
  return RECOMMENDATION_CODES.flatMap((code) =>
    RULES[code](situation)
      .slice(0, MOST_OF_A_CODE)
      .map((found) => ({ code, ...found })),
  );
}

const SERVICE_OF_QUEUE: Readonly<Record<string, string>> = {
  parse: 'parser',
  render: 'render',
  maintenance: 'jobs',
  webhooks: 'jobs',
};

/** Whether there is CPU for more at once, or only more processes help. */
function moreWork(live: Situation['live'], queue: string): string {
  const service = live.services.find((one) => one.service === SERVICE_OF_QUEUE[queue]);
  return service && service.cpu.share < 0.5
    ? `its CPU has room, so raise \`queueConcurrency\``
    : `add replicas of ${SERVICE_OF_QUEUE[queue] ?? 'its service'}`;
}

type Advice = NonNullable<Situation['slowQueries']>[number]['advice'][number];

function adviceText(advice: Advice): string {
  switch (advice.code) {
    case 'sequential_scan':
      return `all ${advice.rows} rows of ${advice.table} are read`;
    case 'missing_index':
      return `an index on ${advice.table} (${advice.columns.join(', ')}) is missing`;
    case 'all_partitions':
      return `all ${advice.partitions} partitions of ${advice.table} are read`;
    case 'spills':
      return `what is sorted or hashed does not fit into memory`;
    case 'estimate_off':
      return `the planner expects ${advice.expected} rows where there are ${advice.actual}`;
    case 'stale_statistics':
      return `${advice.table} has changed much since it was analysed`;
    case 'pool_exhausted':
      return `${advice.runs} runs waited for a connection`;
    case 'timed_out':
      return `${advice.runs} runs were stopped at the time limit`;
  }
}

function milliseconds(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
}
