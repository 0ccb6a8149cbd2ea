import { describe, expect, it } from '@jest/globals';

import { isNonsense } from './scan.js';

const SENTENCE = 'Responsible for the planning and the control of projects in three countries. ';

describe('isNonsense', () => {
  it.each([
    ['sentences', SENTENCE.repeat(5), false],
    ['abbreviations among words', `${SENTENCE.repeat(3)} HTML XML SVG PHP GmbH`, false],
    ['Cyrillic', 'Руководитель отдела разработки программного обеспечения '.repeat(5), false],
    ['nothing', '', false],
    ['private codes', '\ue001\ue002\ue003 '.repeat(20), true],
    ['characters that could not be told', '\ufffd\ufffd\ufffd\ufffd a '.repeat(20), true],
    ['letters moved along the alphabet', 'Fsq rx wkh sodqqlqj frqwuro surmhfwv frxqwulhv '.repeat(8), true],
  ])('%s', (_what, text, nonsense) => {
    expect(isNonsense(text)).toBe(nonsense);
  });
});
