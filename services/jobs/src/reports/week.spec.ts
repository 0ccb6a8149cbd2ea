import { describe, expect, it } from '@jest/globals';

import { lastWeek, weekBefore, weekOf } from './week.js';

describe('weeks', () => {
  it.each([
    ['2026-11-16', '2026-11-16', '2026-11-22'],
    ['2026-11-22', '2026-11-16', '2026-11-22'],
    ['2027-01-01', '2026-12-28', '2027-01-03'],
  ])('%s is in the one from %s to %s', (day, from, to) => {
    expect(weekOf(day)).toEqual({ from, to });
  });

  it('are over when the next one has begun', () => {
    expect(lastWeek(new Date('2026-11-22T23:59:59.999Z'))).toEqual({ from: '2026-11-09', to: '2026-11-15' });
    expect(lastWeek(new Date('2026-11-23T00:00:00Z'))).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(weekBefore({ from: '2026-03-02', to: '2026-03-08' })).toEqual({ from: '2026-02-23', to: '2026-03-01' });
  });
});
