import { describe, expect, it } from '@jest/globals';

import { formatDay, formatMonth, formatPeriod } from './dates.js';

describe('dates', () => {
  it.each([
    ['2021-03', 'en', 'Mar 2021'],
    ['2021-03-09', 'de', 'März 2021'],
    ['2021', 'fr', '2021'],
    ['2021-13', 'it', '2021'],
    ['spring 2021', 'es', 'spring 2021'],
  ] as const)('%s by the month in %s is «%s»', (date, locale, text) => expect(formatMonth(date, locale)).toBe(text));

  it('says the day where it matters', () => {
    expect(formatDay('1990-05-03', 'de')).toBe('3. Mai 1990');
    expect(formatDay('1990-05', 'en')).toBe('May 1990');
  });

  it.each([
    ['2019-02', '2021-11', 'Feb 2019 – Nov 2021'],
    ['2019-02', '', 'Feb 2019 – Present'],
    ['2019-02-01', '2019-02-28', 'Feb 2019'],
    ['', '2021', 'until 2021'],
    ['', '', ''],
  ])('the period %j to %j is «%s»', (start, end, text) => expect(formatPeriod(start, end, 'en')).toBe(text));
});
