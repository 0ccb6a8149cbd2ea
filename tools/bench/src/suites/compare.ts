import { median, type Sample } from '../figures.js';
import { BareServer } from '../load/bare.js';
import { runLoad } from '../load/load.js';
import { errorCount, type LoadPlan, type LoadResult, type PlannedRequest } from '../load/plan.js';
import { scrape, total } from '../prometheus.js';
import type { PlatformContext } from './suite.js';

const ROUNDS = 3;
const CPU_SECONDS = 'process_cpu_seconds_total';
/** At this share of a core the generator has become what is measured. */
const SATURATED = 0.95;

export interface Comparison {
  readonly name: string;
  readonly unit: string;
  readonly request: PlannedRequest;
  readonly contentType: string;
  readonly connections: number;
  readonly target: string;
}

interface Round {
  readonly load: LoadResult;
  /** Of the server's process, in microseconds. */
  readonly cpuPerRequest: number;
}

/**
 * A read against Fastify alone with the same bytes, in rounds by turns (A B A B A B), so that what else happens on the
 * machine meets both. The time of CPU per read is compared too: it stays true where the generator is the slower one.
 */
export async function compareWithBare(context: PlatformContext, comparison: Comparison): Promise<void> {
  const { account, platform, seconds, signal } = context;
  const { request, connections, contentType } = comparison;
  const bytes = await account.send(request);
  const bare = await BareServer.start([{ path: request.path.split('?')[0]!, contentType, bytes }], signal);
  try {
    const ours: LoadPlan = { url: platform.url, connections, seconds: Math.max(1, seconds / 2), requests: [request] };
    const theirs = { ...ours, url: bare.url };
    const runOurs = () =>
      measureRound(ours, signal, async () => total(await scrape(platform.apiMetricsPort), CPU_SECONDS));
    const runTheirs = () => measureRound(theirs, signal, () => bare.cpuSeconds());
    await runOurs();
    await runTheirs();
    const rounds: [Round, Round][] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push([await runOurs(), await runTheirs()]);
    recordRounds(context, comparison, rounds);
  } finally {
    bare.stop();
  }
}

async function measureRound(plan: LoadPlan, signal: AbortSignal, cpuSeconds: () => Promise<number>): Promise<Round> {
  const before = await cpuSeconds();
  const load = await runLoad(plan, signal);
  return { load, cpuPerRequest: (((await cpuSeconds()) - before) * 1e6) / load.all.count };
}

function recordRounds(
  { record }: PlatformContext,
  { name, unit, target }: Comparison,
  rounds: readonly [Round, Round][],
): void {
  const ours = rounds.map(([round]) => round);
  const medianOf = (pick: (pair: [Round, Round]) => number) => median(rounds.map(pick));
  const value = medianOf(([a]) => a.load.all.perSecond);
  // The median of the rounds' ratios, and not the ratio of medians: what slowed a whole round slowed both of its halves.
  const ratio = medianOf(([a, b]) => a.load.all.perSecond / b.load.all.perSecond);
  const generator = Math.max(...rounds.flat().map(({ load }) => load.generatorCpu));
  const errors = rounds.flat().find(({ load }) => errorCount(load) > 0)?.load.errors ?? {};
  record({
    name,
    value,
    unit,
    baseline: { name: 'bare Fastify, same bytes', value: value / ratio },
    latency: medianLatency(ours.map(({ load }) => load.all)),
    errors,
    target,
    notes:
      generator >= SATURATED
        ? [`the load generator used ${generator.toFixed(2)} of a core: the CPU per read says more`]
        : [],
  });
  const cpu = medianOf(([a]) => a.cpuPerRequest);
  const cpuRatio = medianOf(([a, b]) => a.cpuPerRequest / b.cpuPerRequest);
  record({
    name: `${name}: CPU of the server per read`,
    value: cpu,
    unit: 'µs',
    baseline: { name: 'bare Fastify', value: cpu / cpuRatio },
  });
}

function medianLatency(samples: readonly Sample[]) {
  const of = (pick: (sample: Sample) => number) => median(samples.map(pick));
  return { p50: of((s) => s.latency.p50), p95: of((s) => s.latency.p95), p99: of((s) => s.latency.p99) };
}
