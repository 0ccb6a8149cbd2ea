import { expect, it } from '@jest/globals';

import { preferredWait } from './prefer.js';

it.each([
  [undefined, 0],
  ['', 0],
  ['wait=20', 20],
  ['respond-async, wait=5', 5],
  [['handling=lenient', 'Wait = "7"'], 7],
  ['wait=9999', 60],
  ['await=5', 0],
  ['wait=soon', 0],
])('Prefer: %j is %i seconds', (header, seconds) => {
  expect(preferredWait(header)).toBe(seconds);
});
