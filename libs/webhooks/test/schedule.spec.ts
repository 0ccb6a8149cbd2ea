import { describe, expect, it } from '@jest/globals';

import { MAX_TRIES, waitAfter } from '../src/index.js';

const HOUR = 3_600_000;

describe('the tries of a delivery', () => {
  const waits = (random: number) => Array.from({ length: MAX_TRIES }, (_, index) => waitAfter(index + 1, random));

  it('are nine, over most of a day, ever further apart', () => {
    const all = waits(0.5);
    expect(all.at(-1)).toBeNull();
    const between = all.slice(0, -1) as number[];
    expect(between).toHaveLength(8);
    expect(between).toEqual([...between].sort((a, b) => a - b));
    const total = between.reduce((sum, wait) => sum + wait, 0);
    expect(total).toBeGreaterThan(20 * HOUR);
    expect(total).toBeLessThan(24 * HOUR);
  });

  it('are spread by a tenth, so that what failed together does not come again together', () => {
    expect(waits(0)[0]).toBe(13_500);
    const longest = (waits(0.999).slice(0, -1) as number[]).reduce((sum, wait) => sum + wait, 0);
    expect(longest).toBeLessThan(25 * HOUR);
  });
});
