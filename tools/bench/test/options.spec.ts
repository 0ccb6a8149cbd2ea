import { describe, expect, it } from '@jest/globals';

import { PARTS, readOptions, UsageError } from '../src/options.js';

describe('readOptions', () => {
  it('measures everything by default and names the file by the date', () => {
    const options = readOptions([], new Date('2026-11-20T08:09:10Z'));
    expect([...options!.parts]).toEqual(PARTS.filter((part) => part !== 'search' && !part.endsWith('soak')));
    expect(options!.jsonFile).toMatch(/\.cache[\\/]bench[\\/]2026-11-20T08-09-10\.json$/);
  });

  it('takes parts, a length and a file', () => {
    const options = readOptions(['--only', 'mix, parse', '--seconds', '20', '--json', 'out.json']);
    expect(options).toMatchObject({ seconds: 20, parts: new Set(['mix', 'parse']) });
  });

  it.each([[['--only', 'everything']], [['--seconds', '0']], [['--seconds', 'soon']], [['--fast']]])(
    'refuses %j',
    (args) => {
      expect(() => readOptions(args)).toThrow(UsageError);
    },
  );

  it('asks for the help', () => expect(readOptions(['--help'])).toBeNull());
});
