import { describe, expect, it } from '@jest/globals';

import { outlook } from './outlook.js';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const waiting = (position: number) => ({ state: 'waiting' as const, position, progress: 0, startedAt: null });
const running = (ms: number, progress = 0) => ({
  state: 'active' as const,
  position: null,
  progress,
  startedAt: new Date(NOW - ms),
});

describe('the expected end of a job', () => {
  it.each([
    ['the next of four workers', 0, 4, 2],
    ['the last of the first round', 3, 4, 2],
    ['the first of the second round', 4, 4, 4],
    ['far behind', 100, 4, 52],
  ])('%s', (_what, position, active, seconds) => {
    expect(outlook(waiting(position), { active, meanRunMs: 2_000 }, NOW)).toEqual({
      position,
      progress: 0,
      etaSeconds: seconds,
      expectedAt: new Date(NOW + seconds * 1000).toISOString(),
    });
  });

  it.each([
    ['no job has ended lately', waiting(3), { active: 4, meanRunMs: null }],
    ['no worker is there', waiting(3), { active: 0, meanRunMs: 2_000 }],
    ['it has taken longer than the others', running(3_000), { active: 4, meanRunMs: 2_000 }],
    [
      'it waits for another try',
      { ...waiting(0), state: 'delayed' as const, position: null },
      { active: 1, meanRunMs: 1 },
    ],
  ])('is not guessed when %s', (_what, job, pace) => {
    expect(outlook(job, pace, NOW)).toMatchObject({ etaSeconds: null, expectedAt: null });
  });

  it('of one in hand is what is left of the usual time, with its own progress', () => {
    expect(outlook(running(500, 40), { active: 1, meanRunMs: 2_000 }, NOW)).toMatchObject({
      progress: 40,
      etaSeconds: 2,
      expectedAt: new Date(NOW + 1_500).toISOString(),
    });
  });
});
