import { describe, expect, it } from '@jest/globals';

import { fileName } from './personal-data.js';

describe('the name of an original in an export', () => {
  it.each([
    ['cv.pdf', 'cv.pdf'],
    ['Lebenslauf Zürich (2).docx', 'Lebenslauf Zürich (2).docx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\cv.pdf', 'cv.pdf'],
    ['a\r\nb:c?.pdf', 'a__b_c_.pdf'],
    ['...', 'upload'],
    ['', 'upload'],
  ])('%j is %j', (given, safe) => {
    expect(fileName(given)).toBe(safe);
  });
});
