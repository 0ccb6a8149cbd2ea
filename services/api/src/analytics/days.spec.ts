import { describe, expect, it } from '@jest/globals';

import { dayRange } from './days.js';

describe('a range of days', () => {
  const now = new Date('2026-03-01T12:00:00Z');

  it('is the last 30 days, today among them, unless said otherwise', () => {
    expect(dayRange({}, now)).toEqual({ from: '2026-01-31', to: '2026-03-01' });
    expect(dayRange({ to: '2025-01-30' }, now)).toEqual({ from: '2025-01-01', to: '2025-01-30' });
    expect(dayRange({ from: '2026-02-28' }, now)).toEqual({ from: '2026-02-28', to: '2026-03-01' });
  });

  it('is a year at most, and not the wrong way round', () => {
    expect(dayRange({ from: '2025-03-01', to: '2026-03-01' }, now).from).toBe('2025-03-01');
    for (const query of [{ from: '2025-02-28', to: '2026-03-01' }, { from: '2026-03-02' }])
      expect(() => dayRange(query, now)).toThrow(expect.objectContaining({ code: 'validation_failed' }));
  });
});
