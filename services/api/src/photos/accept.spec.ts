import { describe, expect, it } from '@jest/globals';

import { preferredFormat } from './accept.js';

describe('the format of a photo', () => {
  it.each([
    ['image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', 'avif'],
    ['image/webp,image/png,*/*;q=0.5', 'webp'],
    ['IMAGE/WEBP', 'webp'],
    ['image/avif;q=0.5, image/webp', 'webp'],
    ['image/avif;q=0, image/*', 'jpg'],
    ['image/jpeg, image/webp;q=0.9', 'jpg'],
    ['*/*', 'jpg'],
    ['text/html', 'jpg'],
    ['image/webp;q=x', 'jpg'],
    ['', 'jpg'],
    [undefined, 'jpg'],
  ])('for %p is %s', (accept, format) => expect(preferredFormat(accept)).toBe(format));
});
