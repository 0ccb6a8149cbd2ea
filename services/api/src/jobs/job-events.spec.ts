import { describe, expect, it } from '@jest/globals';

import { eventId, jobEvents } from './job-events.js';
import type { JobView } from './jobs.dto.js';

const job = (changed: Partial<JobView>): JobView => ({
  id: '019a0000-0000-7000-8000-000000000001',
  kind: 'cv.import',
  state: 'queued',
  progress: 0,
  position: 3,
  etaSeconds: 4,
  expectedAt: '2026-11-20T10:00:04.000Z',
  createdAt: '2026-11-20T10:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  result: null,
  error: null,
  ...changed,
});
const queued = job({});
const active = job({ state: 'active', position: null, progress: 10 });
const done = job({ state: 'succeeded', position: null, progress: 100 });

/** What a client sees of a job that goes through `states`, one at each change. */
async function watch(states: JobView[], lastEventId?: string): Promise<string[]> {
  const [first, ...later] = states as [JobView, ...JobView[]];
  const changes = (async function* () {
    for (const state of later) yield state;
  })();
  const events: string[] = [];
  const read = async () => later.shift() ?? null;
  const { signal } = new AbortController();
  for await (const text of jobEvents({ first, read, changes, signal, lastEventId })) events.push(text);
  return events;
}

const statesIn = (events: string[]) =>
  [...events.join('').matchAll(/^data: (.*)$/gm)].map(([, data]) => (JSON.parse(data!) as JobView).state);

describe('the events of a job', () => {
  it('are its states up to the end, each once, and say when to come back', async () => {
    const events = await watch([queued, active, active, done]);
    expect(events[0]).toMatch(/^retry: \d+\n\nid: \S+\nevent: state\ndata: /);
    expect(statesIn(events)).toEqual(['queued', 'active', 'succeeded']);
  });

  it('do not repeat to a client that comes back what it has seen', async () => {
    expect(statesIn(await watch([active, done], eventId(active)))).toEqual(['succeeded']);
  });

  it('tell a client that comes back the present state if it has missed it', async () => {
    expect(statesIn(await watch([active, done], eventId(queued)))).toEqual(['active', 'succeeded']);
    expect(statesIn(await watch([done], eventId(queued)))).toEqual(['succeeded']);
    expect(statesIn(await watch([done], 'of another job'))).toEqual(['succeeded']);
  });

  it('take a new guess at the time for no news', async () => {
    const later = { ...active, etaSeconds: 1, expectedAt: '2026-11-20T10:00:09.000Z' };
    expect(statesIn(await watch([active, later, done]))).toEqual(['active', 'succeeded']);
  });

  it('beat while nothing happens', async () => {
    const stop = new AbortController();
    const changes = (async function* () {
      await new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
      yield;
    })();
    const events = jobEvents({ first: active, read: async () => active, changes, signal: stop.signal, heartbeatMs: 1 });
    await events.next();
    expect((await events.next()).value).toBe(': still here\n\n');
    expect((await events.next()).value).toBe(': still here\n\n');
    stop.abort();
    while (!(await events.next()).done);
  });
});
