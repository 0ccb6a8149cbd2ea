import { describe, expect, it } from '@jest/globals';

import { uprightTransform } from './orientation.js';

describe('a picture that lies on its side', () => {
  it('is drawn with its corners where they belong: the first pixel of one on its side at the right, of one upside down at the foot', () => {
    expect(uprightTransform(6, 30, 40)).toEqual({ matrix: 'matrix(0 1 -1 0 30 0)', width: 40, height: 30 });
    expect(uprightTransform(3, 30, 40)).toEqual({ matrix: 'matrix(-1 0 0 -1 30 40)', width: 30, height: 40 });
    expect(uprightTransform(1, 30, 40)).toEqual({ matrix: 'matrix(1 0 0 1 0 0)', width: 30, height: 40 });
  });
});
