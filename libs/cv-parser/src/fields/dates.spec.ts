import { describe, expect, it } from '@jest/globals';

import { Slice } from '../conservation/slice.js';
import { TextDocument } from '../document/model.js';
import { findPeriods, isDateText } from './dates.js';

function read(text: string): string[] {
  const slice = new Slice(new TextDocument(text, [], [], 1, null), 0, text.length);
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
  ])('reads %s', (text, period) => {
    expect(read(text)).toEqual([period]);
  });

  it.each(['1.5 million', 'ISO 9001', '20 people', 'room 2070b', 'May', '+41 44 555 01 27'])(
    'reads no date in «%s»',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe('isDateText', () => {
  it('tells a date from a text with a date in it', () => {
    expect(isDateText('Jan 2020 – Present')).toBe(true);
    expect(isDateText('Hackathon winner of the year 2020')).toBe(false);
  });
});
