import { describe, expect, it } from '@jest/globals';

import { keys, policies, tags } from '../src/index.js';
import { jittered } from '../src/policies.js';

describe('keys', () => {
  it('name version, type and owner', () => {
    expect(keys.cv('user-1', 'cv-1')).toBe(`v${policies.cv.version}:cv:user-1:cv-1`);
    expect(keys.template('modern')).toBe('v1:template:platform:modern');
  });

  it('cannot be made to mean another owner’s by what an id contains', () => {
    expect(keys.cv('a:b', 'c')).not.toBe(keys.cv('a', 'b:c'));
    expect(keys.session('{x}')).not.toMatch(/[{}]/);
    expect(() => keys.profile('')).toThrow(RangeError);
  });
});

describe('jittered', () => {
  it('stays within its share of the time', () => {
    expect([0, 0.5, 0.999_999].map((random) => jittered(1_000, 0.1, random))).toEqual([900, 1_000, 1_100]);
  });
});

describe('tags', () => {
  it('name the owner, and are fit for a header', () => {
    expect(tags.cv('user-1', 'cv-1')).toBe('cv:user-1:cv-1');
    expect(tags.publicProfiles()).toBe('publicProfiles:platform');
    expect(tags.user('a b,c')).toMatch(/^[!-+\--~]+$/);
    expect(tags.cv('a:b', 'c')).not.toBe(tags.cv('a', 'b:c'));
  });
});
