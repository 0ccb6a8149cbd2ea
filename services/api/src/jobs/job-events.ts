import { createHash } from 'node:crypto';

import { hasEnded } from './job-source.js';
import type { JobView } from './jobs.dto.js';

/** Sent when nothing happens, so that proxies keep the connection open; in milliseconds. */
const HEARTBEAT_MS = 15_000;
/** How long a browser waits before it connects again, in milliseconds. */
const RETRY_MS = 2_000;

export interface JobEventsOptions {
  first: JobView;
  /** How the job is now; null if it is gone. */
  read: () => Promise<JobView | null>;
  /** Yields when it is worth reading again. */
  changes: AsyncIterable<unknown>;
  signal: AbortSignal;
  /** What the client saw last before its connection broke (`Last-Event-ID`). */
  lastEventId?: string | undefined;
  heartbeatMs?: number;
}

/**
 * Server-Sent Events: `state` with the job whenever it changed, up to its end. An event's id is made of the state itself, so
 * whichever instance a client comes back to knows whether it has seen the present one.
 */
export async function* jobEvents(options: JobEventsOptions): AsyncGenerator<string> {
  const { first, read, signal, heartbeatMs = HEARTBEAT_MS } = options;
  let seen = options.lastEventId;
  const event = (job: JobView) => {
    const id = eventId(job);
    if (id === seen) return '';
    seen = id;
    return `id: ${id}\nevent: state\ndata: ${JSON.stringify(job)}\n\n`;
  };
  yield `retry: ${RETRY_MS}\n\n${event(first)}`;
  if (hasEnded(first)) return;
  const changes = options.changes[Symbol.asyncIterator]();
  let next = changes.next();
  while (!signal.aborted) {
    const beat = heartbeat(heartbeatMs);
    const woken = await Promise.race([next, beat.due]);
    beat.cancel();
    if (woken === 'heartbeat') {
      yield ': still here\n\n';
      continue;
    }
    const job = await read();
    if (!job) return;
    yield event(job);
    if (hasEnded(job) || woken.done) {
      await changes.return?.();
      return;
    }
    next = changes.next();
  }
}

/** Equal for equal states. The expected time moves with the clock: that alone is no news. */
export function eventId({ etaSeconds: _eta, expectedAt: _expected, ...state }: JobView): string {
  return createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 16);
}

function heartbeat(ms: number): { due: Promise<'heartbeat'>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const due = new Promise<'heartbeat'>((resolve) => {
    timer = setTimeout(() => resolve('heartbeat'), ms);
  });
  return { due, cancel: () => clearTimeout(timer) };
}
