import { describe, expect, it } from '@jest/globals';

import { countRepeats, MOST_REPEATS } from './repeats.js';

describe('repeats in a request', () => {
  it('are not what is asked again over a longer time', () => {
    const request = { requestId: 'a' };
    const counts = Array.from({ length: 10 * MOST_REPEATS }, (_, n) => countRepeats(request, 'job_find', n * 250));
    expect(counts.filter(Boolean)).toEqual([]);
  });

  it('begin anew after a second', () => {
    const request = { requestId: 'a' };
    const at = (now: number) => Array.from({ length: MOST_REPEATS + 1 }, () => countRepeats(request, 'x', now)).at(-1);
    expect(at(0)).toEqual({ times: MOST_REPEATS + 1, first: true });
    expect(at(5_000)).toEqual({ times: MOST_REPEATS + 1, first: false });
  });
});
