import { describe, expect, it } from '@jest/globals';

import { formatDay, formatMonth, formatPeriod } from './dates.js';

describe('dates', () => {
  it.each([
    ['2021-03', 'en', 'short', 'Mar 2021'],
    ['2021-03-09', 'de', 'short', 'März 2021'],
    ['2021', 'fr', 'short', '2021'],
    ['2021-13', 'it', 'numeric', '2021'],
    ['spring 2021', 'es', 'year', 'spring 2021'],
    ['2021-09', 'es', 'long', 'septiembre 2021'],
    ['2021-03', 'de', 'numeric', '03.2021'],
    ['2021-03', 'fr', 'numeric', '03/2021'],
    ['2021-03', 'en', 'year', '2021'],
    ['2021-03', 'pt', 'short', 'mar. de 2021'],
    ['2021-03', 'ru', 'long', 'март 2021'],
    ['2021-03', 'el', 'long', 'Μάρτιος 2021'],
    ['2021-03', 'ar', 'short', 'مارس 2021'],
    ['2021-03', 'zh', 'short', '2021年3月'],
    ['2021', 'ja', 'short', '2021年'],
    ['2021-03', 'ko', 'numeric', '2021.03'],
  ] as const)('%s by the month in %s, %s, is «%s»', (date, locale, dates, text) =>
    expect(formatMonth(date, { locale, dates })).toBe(text),
  );

  it.each([
    ['1990-05-03', 'de', 'short', '3. Mai 1990'],
    ['1990-05', 'en', 'short', 'May 1990'],
    ['1990-05-03', 'fr', 'year', '3 mai 1990'],
    ['1990-05-03', 'de', 'numeric', '03.05.1990'],
    ['1990-05-03', 'en', 'numeric', '3 May 1990'],
    ['1990-05-03', 'ru', 'short', '3 мая 1990'],
    ['1990-05-03', 'el', 'year', '3 Μαΐου 1990'],
    ['1990-05-03', 'he', 'long', '3 במאי 1990'],
    ['1990-05-03', 'pt', 'long', '3 de maio de 1990'],
    ['1990-05-03', 'zh', 'numeric', '1990/05/03'],
    ['1990-05-03', 'ko', 'short', '1990년 5월 3일'],
    ['1990-05', 'ja', 'short', '1990年5月'],
    ['1990-13-03', 'ru', 'short', '1990'],
  ] as const)('%s by the day in %s, %s, is «%s»', (date, locale, dates, text) =>
    expect(formatDay(date, { locale, dates })).toBe(text),
  );

  it.each([
    ['2019-02', '2021-11', 'Feb 2019 – Nov 2021'],
    ['2019-02', '', 'Feb 2019 – Present'],
    ['2019-02-01', '2019-02-28', 'Feb 2019'],
    ['', '2021', 'until 2021'],
    ['', '', ''],
  ])('the period %j to %j is «%s»', (start, end, text) =>
    expect(formatPeriod(start, end, { locale: 'en', dates: 'short' })).toBe(text),
  );

  it('a lone end stands where the language has it', () => {
    expect(formatPeriod('', '2021-03', { locale: 'ja', dates: 'short' })).toBe('2021年3月まで');
    expect(formatPeriod('', '2021-03', { locale: 'de', dates: 'short' })).toBe('bis März 2021');
  });

  it('a period within one year is that year, by years', () => {
    expect(formatPeriod('2019-02', '2019-11', { locale: 'en', dates: 'year' })).toBe('2019');
  });
});
