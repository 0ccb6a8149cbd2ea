import { describe, expect, it } from '@jest/globals';

import { withCorrelation } from '@discover/telemetry';

import { QueryProfiler, type ServerProfile } from './query-profiler.js';
import { MOST_REPEATS } from './repeats.js';

const FINE = { rows: 1, waited: false };
const before = (ms: number) => performance.now() - ms;

function run(server: ServerProfile, times: number, query = 'cv_find'): void {
  for (let n = 0; n < times; n++) server.record(query, 'SELECT $1', before(1), FINE);
}

describe('the profiler of statements', () => {
  it('counts the runs of each statement on each server, and starts anew when they are taken', () => {
    const profiler = new QueryProfiler(100);
    run(profiler.server('primary'), 3);
    run(profiler.server('replica-0'), 2);
    expect(profiler.take()).toEqual([
      expect.objectContaining({ query: 'cv_find', server: 'primary', calls: 3, slow: 0, text: null, runs: [] }),
      expect.objectContaining({ query: 'cv_find', server: 'replica-0', calls: 2 }),
    ]);
    expect(profiler.take()).toEqual([]);
  });

  it('counts again what could not be stored', () => {
    const profiler = new QueryProfiler(100);
    const server = profiler.server('primary');
    run(server, 3);
    server.record('cv_find', 'SELECT $1', before(200), FINE);
    const lost = profiler.take();
    run(server, 2);
    profiler.giveBack(lost);
    const [figures] = profiler.take();
    expect(figures).toMatchObject({ calls: 6, slow: 1, text: 'SELECT $1', runs: lost[0]!.runs });
    expect(figures!.buckets.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(figures!.maxMs).toBe(lost[0]!.maxMs);
  });

  it('keeps the slowest of the slow runs, with the request that they belong to', () => {
    const server = new QueryProfiler(100).server('primary');
    withCorrelation({ requestId: 'request-1' }, () => {
      for (const ms of [50, 150, 900, 200, 700, 300, 120, 400])
        server.record('cv_find', 'SELECT $1', before(ms), { rows: 7, waited: true });
    });
    const [figures] = server.take();
    expect(figures).toMatchObject({ calls: 8, slow: 7, text: 'SELECT $1' });
    expect(figures!.runs.map(({ durationMs }) => Math.floor(durationMs / 100))).toEqual([9, 7, 4, 3, 2]);
    expect(figures!.runs[0]).toMatchObject({ rows: 7, waited: true, sqlstate: null, requestId: 'request-1' });
  });

  it('tells by which error a slow run ended', () => {
    const server = new QueryProfiler(100).server('primary');
    const error = Object.assign(new Error('cancelled'), { code: '57014' });
    server.record('cv_find', 'SELECT $1', before(200), { rows: null, waited: false, error });
    server.record('cv_find', 'SELECT $1', before(150), { rows: null, waited: false, error: new Error('broken') });
    expect(server.take()[0]!.runs.map(({ sqlstate }) => sqlstate)).toEqual(['57014', 'unknown']);
  });
});

describe('a statement that one request repeats', () => {
  const server = () => new QueryProfiler(100).server('primary');

  it('is told from the first run that is too much, once for the request', () => {
    const profile = server();
    withCorrelation({ requestId: 'a' }, () => run(profile, MOST_REPEATS));
    expect(profile.take()[0]).toMatchObject({ repeatedRequests: 0, mostRepeats: 0 });
    withCorrelation({ requestId: 'b' }, () => run(profile, MOST_REPEATS + 5));
    withCorrelation({ requestId: 'c' }, () => run(profile, MOST_REPEATS + 1));
    expect(profile.take()[0]).toMatchObject({ repeatedRequests: 2, mostRepeats: MOST_REPEATS + 5 });
  });

  it('is another than what several requests, or a job, or nobody run', () => {
    const profile = server();
    for (let n = 0; n < 5; n++) withCorrelation({ requestId: 'same' }, () => run(profile, MOST_REPEATS - 1));
    withCorrelation({ requestId: 'd', jobId: 'job' }, () => run(profile, 100));
    run(profile, 100);
    withCorrelation({ requestId: 'e' }, () => {
      for (const query of ['x', 'y', 'z']) run(profile, MOST_REPEATS, query);
    });
    expect(profile.take().filter(({ repeatedRequests }) => repeatedRequests > 0)).toEqual([]);
  });
});
