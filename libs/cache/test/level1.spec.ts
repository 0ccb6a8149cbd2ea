import { describe, expect, it } from '@jest/globals';

import { Generation } from '../src/generations.js';
import { Level1, UNCONFIRMED_MAX_MS } from '../src/level1.js';
import { L1_MAX_MS } from '../src/policies.js';

const entry = (bytes: number, since: number, until: number, generations: readonly Generation[] = []) => ({
  held: { value: 'x', bytes },
  stale: false,
  since,
  until,
  generations,
});

describe('Level1', () => {
  it('gives back what it keeps until its time is over', () => {
    const level1 = new Level1(10_000);
    level1.keep('a', entry(10, 0, 50));
    expect(level1.get('a', 49, true)?.held.value).toBe('x');
    expect(level1.get('a', 50, true)).toBeUndefined();
    expect(level1.bytes).toBe(0);
  });

  it('keeps nothing longer than five minutes after it was read', () => {
    const level1 = new Level1(10_000);
    level1.keep('a', entry(10, 1_000, Number.MAX_SAFE_INTEGER));
    expect(level1.get('a', 1_000 + L1_MAX_MS - 1, true)).toBeDefined();
    expect(level1.get('a', 1_000 + L1_MAX_MS, true)).toBeUndefined();
  });

  it('trusts a copy for a short time only while announcements may be missing', () => {
    const level1 = new Level1(10_000);
    level1.keep('a', entry(10, 0, 60_000));
    expect(level1.get('a', UNCONFIRMED_MAX_MS, false)).toBeDefined();
    expect(level1.get('a', UNCONFIRMED_MAX_MS + 1, false)).toBeUndefined();
    expect(level1.get('a', UNCONFIRMED_MAX_MS + 1, true)).toBeUndefined();
  });

  it('does not hand out what was read under a tag that was invalidated since', () => {
    const level1 = new Level1(10_000);
    const [generation, other] = [new Generation(), new Generation()];
    level1.keep('a', entry(10, 0, 50, [other, generation]));
    level1.keep('b', entry(10, 0, 50, [other]));
    generation.over = true;
    expect(level1.get('a', 1, true)).toBeUndefined();
    expect(level1.get('b', 1, true)).toBeDefined();
  });

  it('drops what was used least recently when its bytes are full, and says how many it holds', () => {
    const sizes: number[] = [];
    const seen = { entries: 0, evicted: 0 };
    const level1 = new Level1(10_000, {
      onResize: (bytes, entries) => {
        sizes.push(bytes);
        seen.entries = entries;
      },
      onEvicted: () => (seen.evicted += 1),
    });
    for (let i = 0; i < 12; i += 1) {
      level1.keep(`key-${i}`, entry(1_000 - 300, 0, 1_000));
      level1.get('key-0', 1, true);
    }
    expect(level1.get('key-0', 1, true)).toBeDefined();
    expect(level1.get('key-1', 1, true)).toBeUndefined();
    expect(level1.get('key-11', 1, true)).toBeDefined();
    expect(Math.max(...sizes)).toBeLessThanOrEqual(10_000);
    expect(seen.entries + seen.evicted).toBe(12);
    level1.drop('key-0');
    expect(seen).toEqual({ entries: 12 - seen.evicted - 1, evicted: seen.evicted });
  });

  it('does not let one value push out the rest', () => {
    const level1 = new Level1(10_000);
    level1.keep('small', entry(10, 0, 1_000));
    level1.keep('large', entry(9_000, 0, 1_000));
    expect(level1.get('large', 1, true)).toBeUndefined();
    expect(level1.get('small', 1, true)).toBeDefined();
  });
});
