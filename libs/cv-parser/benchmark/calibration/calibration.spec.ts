import type { Resume } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';

import { fit, fitAll, kindOf, type Evidence } from './fit.js';
import { judge } from './judge.js';
import { reliability } from './reliability.js';

const evidence = (confidence: number, right: number, wrong: number, kind = '/work/name'): Evidence[] =>
  Array.from({ length: right + wrong }, (_, index) => ({ kind, confidence, right: index < right }));

describe('fit', () => {
  it('gives the share that was right, drawn a little to the middle', () => {
    expect(fit([...evidence(0.5, 48, 50), ...evidence(0.9, 98, 0)])).toEqual([
      [0.5, 0.49],
      [0.9, 0.99],
    ]);
  });

  it('pools what would descend', () => {
    expect(fit([...evidence(0.4, 79, 20), ...evidence(0.6, 59, 40)])).toEqual([[0.6, 0.7]]);
  });

  it('gives steps of their own only to kinds with enough values', () => {
    const all = fitAll([...evidence(0.9, 60, 0), ...evidence(0.9, 5, 0, '/awards/title')]);
    expect(Object.keys(all)).toEqual(['*', '/work/name']);
  });
});

describe('reliability', () => {
  it('measures how far what was said is from what was right', () => {
    const { bins, expectedError } = reliability([...evidence(0.95, 50, 50), ...evidence(0.5, 50, 50)]);
    expect(bins.map(({ values, right }) => [values, right])).toEqual([
      [100, 0.5],
      [100, 0.5],
    ]);
    expect(expectedError).toBeCloseTo(0.225, 5);
  });
});

describe('judge', () => {
  const truth: Resume = {
    basics: { name: 'Jory Penrose', email: 'jory@example.com', location: { city: 'Truro' } },
    work: [
      { name: 'Harbour Office', position: 'Pilot', startDate: '2019-05', highlights: ['Guided nine hundred ships'] },
    ],
    languages: [{ language: 'English', fluency: 'native' }],
  };

  it('tells of each value whether it is right', () => {
    const read: Resume = {
      basics: { name: 'Jory Penrose', email: 'other@example.com', location: { city: 'Truro', countryCode: 'GB' } },
      work: [
        {
          name: 'Harbour Office',
          position: 'Diver',
          startDate: '2019',
          endDate: '2020',
          highlights: ['Guided nine hundred ships', 'Swam a lot'],
        },
        { name: 'Nobody Ltd' },
      ],
      languages: [{ language: 'Englisch', fluency: 'basic' }],
    };
    const verdicts = new Map(judge(truth, read).map(({ pointer, right }) => [pointer, right]));
    expect(Object.fromEntries(verdicts)).toEqual({
      '/basics/name': true,
      '/basics/email': false,
      '/basics/location/city': true,
      '/work/0/name': true,
      '/work/0/position': false,
      '/work/0/startDate': true,
      '/work/0/endDate': false,
      '/work/0/highlights/0': true,
      '/work/0/highlights/1': false,
      '/work/1/name': false,
      '/languages/0/language': true,
      '/languages/0/fluency': false,
    });
  });

  it('takes entries of one list for one kind', () => {
    expect(kindOf('/work/12/highlights/3')).toBe('/work/highlights');
  });
});
