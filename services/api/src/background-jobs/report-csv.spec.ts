import { describe, expect, it } from '@jest/globals';

import { daysAsCsv } from './report-csv.js';

describe('the CSV of a report', () => {
  it('has a line for each day, below the names of its figures', () => {
    const days = [
      { date: '2026-11-09', uploads: 3, shares: 0 },
      { date: '2026-11-10', uploads: 12, shares: 1 },
    ];
    expect(daysAsCsv(JSON.stringify({ kind: 'week', days }))).toBe(
      'date,uploads,shares\r\n2026-11-09,3,0\r\n2026-11-10,12,1\r\n',
    );
  });
});
