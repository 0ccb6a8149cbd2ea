import { describe, expect, it } from '@jest/globals';

import { Slice } from '../conservation/slice.js';
import { TextDocument } from '../document/model.js';
import { findPeriods, isDateText } from './dates.js';

function read(text: string): string[] {
  const document = new TextDocument(text, [], [], 1, null);
  document.asOf = '2024-06-01';
  const slice = new Slice(document, 0, text.length);
  return findPeriods(slice).map(
    ({ startDate, endDate, ongoing }) => `${startDate?.value ?? ''}..${ongoing ? 'now' : (endDate?.value ?? '')}`,
  );
}

describe('findPeriods', () => {
  it.each([
    ['Jan 2020 – Present', '2020-01..now'],
    ['Jan. 2020 - Dec. 2021', '2020-01..2021-12'],
    ['03/2019 – 05/2021', '2019-03..2021-05'],
    ['2018-05', '2018-05..'],
    ['2018-05 to 2019-11', '2018-05..2019-11'],
    ['seit 2019', '2019..now'],
    ['seit 03/2019', '2019-03..now'],
    ['01.04.2018 bis 31.12.2020', '2018-04-01..2020-12-31'],
    ['März 2015 – heute', '2015-03..now'],
    ['depuis févr. 2021', '2021-02..now'],
    ['de septembre 2017 à juin 2019', '2017-09..2019-06'],
    ['septiembre de 2017 – actualidad', '2017-09..now'],
    ['dal 05/2018 ad oggi', '2018-05..now'],
    ['gennaio 2016 - marzo 2018', '2016-01..2018-03'],
    ['Summer 2018', '2018..'],
    ['2014', '2014..'],
    ['2014 –', '2014..now'],
    ['March – June 2019', '2019-03..2019-06'],
    ["Sept '09 – May '11", '2009-09..2011-05'],
    ['(2012–2014)', '2012..2014'],
    ["Jan '23 – date", '2023-01..now'],
    ['10/15 - 2/18', '2015-10..2018-02'],
    ['10/98 – 3/02', '1998-10..2002-03'],
    ['seit 03/19', '2019-03..now'],
    ['5/2017–', '2017-05..now'],
    ['Jan-19 to Mar-21', '2019-01..2021-03'],
    ['2019-2021', '2019..2021'],
    ['2015/16', '2015..2016'],
    ['2015/2016', '2015..2016'],
    ['WS 2015/16', '2015..'],
    ['WS 2011/12 – SS 2013', '2011..2013'],
    ['Q1 2019 – Q3 2020', '2019..2020'],
    ['2020 bis dato', '2020..now'],
    ['vom 01.09.2001 bis 31.07.2004', '2001-09-01..2004-07-31'],
    ['de 2016 à ce jour', '2016..now'],
    ['dal 2015', '2015..now'],
    ['a partire da 2023', '2023..now'],
    ['à partir de 2019', '2019..now'],
    ['da settembre 2012 a giugno 2016', '2012-09..2016-06'],
    ['desde 2018', '2018..now'],
    ['Expected May 2026', '..2026-05'],
    ['2026 (voraussichtlich)', '..2026'],
    ['Jan 2020 – Dec 2021 (2 years)', '2020-01..2021-12'],
    ['June 2016 - December 2019 (3 years 7 months)', '2016-06..2019-12'],
    ['seit 2019 (5 Jahre)', '2019..now'],
    ['last 3 years', '2021..now'],
    ['il y a 3 ans', '2021..'],
    ['vor 2 Jahren', '2022..'],
    ['ab 09/2025', '2025-09..'],
    ['été 2019', '2019..'],
  ])('reads %s', (text, period) => {
    expect(read(text)).toEqual([period]);
  });

  it.each([
    '1.5 million',
    'ISO 9001',
    '20 people',
    'room 2070b',
    'May',
    '24/7',
    '8.7/10',
    'Level 1.15',
    'team of 10/12',
    '+41 44 555 01 27',
  ])('reads no date in «%s»', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('isDateText', () => {
  it('tells a date from a text with a date in it', () => {
    expect(isDateText('Jan 2020 – Present')).toBe(true);
    expect(isDateText('Hackathon winner of the year 2020')).toBe(false);
  });
});
