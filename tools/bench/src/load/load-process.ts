import autocannon, { type Client, type Request } from 'autocannon';

import { sampleOf } from '../figures.js';
import { runPaced } from './paced.js';
import type { LoadPlan, LoadResult, PlannedRequest } from './plan.js';

/** Entry of a process of its own, so that the generator's event loop is nobody else's: takes a plan, sends the result. */
process.once('message', (plan: LoadPlan) => {
  void run(plan).then((result) => process.send?.(result, () => process.disconnect()));
});

/** An answer later than this is an error, in seconds. */
const TIMEOUT_SECONDS = 60;

async function run(plan: LoadPlan): Promise<LoadResult> {
  return plan.perSecond === undefined ? runClosed(plan) : runEven(plan, plan.perSecond);
}

async function runEven({ seconds, ...plan }: LoadPlan, perSecond: number): Promise<LoadResult> {
  const errors = new Map<string, number>();
  const count = (error: string) => errors.set(error, (errors.get(error) ?? 0) + 1);
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  const length = seconds === 'once' ? plan.requests.length / perSecond : seconds;
  const all = await runPaced({ ...plan, perSecond, seconds: length }, count);
  return { all, byKind: {}, errors: Object.fromEntries(errors), generatorCpu: shareOfCore(cpuBefore, started) };
}

/** Each connection sends again when it has its answer. */
async function runClosed(plan: LoadPlan): Promise<LoadResult> {
  const latencies = new Map<string, number[]>(plan.requests.map(({ kind }) => [kind, []]));
  const errors = new Map<string, number>();
  const count = (error: string) => errors.set(error, (errors.get(error) ?? 0) + 1);
  // autocannon tells an answer to its request's listener and right after, by an event, its time.
  let answered = plan.requests[0]!;
  const onAnswer = (request: PlannedRequest) => () => (answered = request);
  const severalKinds = latencies.size > 1;
  let connection = 0;
  const setupClient = (client: Client) => {
    const own = plan.requests.filter((_, index) => index % plan.connections === connection % plan.requests.length);
    connection++;
    client.setRequests(own.map((request) => toRequest(request, severalKinds ? onAnswer(request) : undefined)));
  };
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  let last = started;
  const length = plan.seconds === 'once' ? { amount: plan.requests.length } : { duration: plan.seconds };
  await new Promise<void>((resolve, reject) => {
    const options = { url: plan.url, connections: plan.connections, timeout: TIMEOUT_SECONDS, setupClient, ...length };
    const instance = autocannon(options, (error: Error | null) => (error === null ? resolve() : reject(error)));
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      last = performance.now();
      if (status === answered.expect) latencies.get(answered.kind)!.push(milliseconds);
      else count(`${answered.kind}: ${status}`);
    });
    instance.on('reqError', (error: Error) => count(error.message));
  });
  const generatorCpu = shareOfCore(cpuBefore, started);
  const seconds = (last - started) / 1000;
  return {
    all: sampleOf([...latencies.values()].flat(), seconds),
    byKind: Object.fromEntries([...latencies].map(([kind, times]) => [kind, sampleOf(times, seconds)])),
    errors: Object.fromEntries(errors),
    generatorCpu,
  };
}

function shareOfCore(before: NodeJS.CpuUsage, started: number): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (performance.now() - started);
}

function toRequest({ method, path, headers, body }: PlannedRequest, onResponse: (() => void) | undefined): Request {
  return {
    method,
    path,
    headers: { ...headers },
    ...(body !== undefined && { body: Buffer.from(body) }),
    ...(onResponse !== undefined && { onResponse }),
  };
}
