import { describe, expect, it } from '@jest/globals';

import { canonicalJson } from './canonical.js';

describe('canonicalJson', () => {
  it('gives equal values equal text, whatever the order of their members', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: undefined })).toBe('{"b":[1,{"c":"é","d":null}]}');
    expect(canonicalJson({ x: 1, y: 2 })).toBe(canonicalJson({ y: 2, x: 1 }));
  });
});
