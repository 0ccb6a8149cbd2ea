import { describe, expect, it } from '@jest/globals';

import { resumeProblems } from './validate.js';

describe('resumeProblems', () => {
  it('finds nothing wrong with an ordinary resume, its extension and foreign x- fields', () => {
    const resume = {
      basics: { name: 'Ada Imhof', email: 'ada@example.org', 'x-pronouns': 'she' },
      work: [{ name: 'Werk AG', startDate: '2019-03', highlights: ['Built it'] }],
      meta: { theme: { anything: true } },
      'x-discover': { drivingLicences: ['B'] },
    };
    expect(resumeProblems(resume)).toEqual([]);
  });

  it('names every bad field by its JSON pointer', () => {
    const problems = resumeProblems({
      basics: { email: 'not an address', naem: 'Ada' },
      work: [{ startDate: 'March 2019' }, { highlights: 'one' }],
      'a/b': 1,
    });
    expect(problems.map(({ pointer, code }) => [pointer, code])).toEqual(
      expect.arrayContaining([
        ['/basics/email', 'bad_format'],
        ['/basics/naem', 'unknown_field'],
        ['/work/0/startDate', 'bad_format'],
        ['/work/1/highlights', 'wrong_type'],
        ['/a~1b', 'unknown_field'],
      ]),
    );
    expect(problems).toHaveLength(5);
  });

  it('refuses characters that no database keeps, in values and in names', () => {
    expect(resumeProblems({ basics: { name: 'A\0', label: '\ud83d' }, 'x-\0': 1, 'x-b': '😀' })).toMatchObject([
      { pointer: '/basics/name', code: 'invalid_value' },
      { pointer: '/basics/label', code: 'invalid_value' },
      { pointer: '/x-\0', code: 'invalid_value' },
    ]);
  });

  it('refuses a document nested beyond any resume without reading it whole', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 10_000; level++) deep = { 'x-inner': deep };
    expect(resumeProblems({ 'x-deep': deep })).toMatchObject([{ pointer: '', code: 'invalid_value' }]);
  });

  it.each([null, [], 'text', 7])('refuses %p, which is no object', (value) => {
    expect(resumeProblems(value)).toMatchObject([{ pointer: '', code: 'wrong_type' }]);
  });
});
