import type { Failure, QueueName } from '@discover/contracts';
import type { JobProgress } from 'bullmq';

import { CANCELLED, readFailure } from './job-errors.js';
import type { JobEvent, JobEvents } from './job-events.js';
import type { JobState } from './job-state.js';

/** How a job ended: `removed` if it was cancelled, or its end lies so far back that the queue has forgotten it. */
export type Ending<Result> =
  { type: 'completed'; result: Result } | { type: 'failed'; failure: Failure } | { type: 'removed' };

/** What happens to a job, for whoever watches it. */
export type JobSignal =
  | { type: 'waiting' | 'delayed' | 'active' | 'stalled' }
  | { type: 'progress'; progress: JobProgress }
  | Ending<unknown>;

/** A safety net under the events: they are a stream of bounded length, and a failover of Redis may lose some. */
const LOOK_EVERY_MS = 5_000;

interface Source {
  listen: JobEvents['listen'];
  state: (queue: QueueName, id: string) => Promise<JobState | null>;
}

/**
 * Yields the present state of a job and then each change up to its end, or until `signal` is aborted. With `add`, which
 * puts the job on its queue, nothing is asked of the queue before the first news.
 */
export async function* watchJob(
  source: Source,
  queue: QueueName,
  id: string,
  signal: AbortSignal,
  add?: () => Promise<void>,
): AsyncGenerator<JobSignal, void, undefined> {
  const news: JobSignal[] = [];
  let wake = Promise.withResolvers<undefined>();
  const onNews = () => wake.resolve(undefined);
  const stopListening = await source.listen(queue, id, (event, details) => {
    news.push(fromEvent(event, details));
    onNews();
  });
  signal.addEventListener('abort', onNews);
  const net = setInterval(onNews, LOOK_EVERY_MS);
  net.unref();
  try {
    if (!signal.aborted) await add?.();
    let isNew = add !== undefined;
    let before: JobSignal['type'] | undefined;
    while (!signal.aborted) {
      // At the start, and whenever the net woke us without news: what does the queue say?
      if (news.length === 0 && !isNew) {
        news.push(fromState(await source.state(queue, id)));
      }
      isNew = false;
      for (const next of news.splice(0)) {
        // An event may tell what the state told already.
        if (next.type === before && next.type !== 'progress') continue;
        before = next.type === 'progress' ? 'active' : next.type;
        yield next;
        if (isEnding(next)) return;
      }
      await wake.promise;
      wake = Promise.withResolvers();
    }
  } finally {
    clearInterval(net);
    signal.removeEventListener('abort', onNews);
    stopListening();
  }
}

/** The end of a job; null if `signal` is aborted before. */
export async function untilEnded(
  source: Source,
  queue: QueueName,
  id: string,
  signal: AbortSignal,
  add?: () => Promise<void>,
): Promise<Ending<unknown> | null> {
  for await (const news of watchJob(source, queue, id, signal, add)) {
    if (isEnding(news)) return news;
  }
  return null;
}

function isEnding(signal: JobSignal): signal is Ending<unknown> {
  return signal.type === 'completed' || signal.type === 'failed' || signal.type === 'removed';
}

function fromState(state: JobState | null): JobSignal {
  if (state === null) return { type: 'removed' };
  if (state.state === 'completed') return { type: 'completed', result: state.result };
  if (state.state === 'failed') return { type: 'failed', failure: state.failure ?? readFailure('') };
  return { type: state.state };
}

function fromEvent(event: JobEvent, details: unknown): JobSignal {
  const { returnvalue, failedReason, data } = details as {
    returnvalue?: unknown;
    failedReason?: string;
    data?: JobProgress;
  };
  switch (event) {
    case 'completed':
      return { type: 'completed', result: returnvalue };
    case 'failed':
      // A cancelled job «fails» on the queue and is forgotten at once.
      return failedReason === CANCELLED
        ? { type: 'removed' }
        : { type: 'failed', failure: readFailure(failedReason ?? '') };
    case 'progress':
      return { type: 'progress', progress: data ?? 0 };
    default:
      return { type: event };
  }
}
