import { describe, expect, it } from '@jest/globals';

import { isSlug, Slug } from './slugs.js';

describe('the address of a profile', () => {
  it.each(['ada', 'ada-lovelace', '1815', 'a-b-c', 'a'.repeat(60)])('may be %s', (slug) => {
    expect(Slug.safeParse(slug).success).toBe(true);
    expect(isSlug(slug)).toBe(true);
  });

  it.each(['ab', 'a'.repeat(61), 'Ada', '-ada', 'ada-', 'a--b', 'zoë', 'a b', 'a/b', '../x', ''])(
    'may not be %j',
    (slug) => {
      expect(Slug.safeParse(slug).success).toBe(false);
      expect(isSlug(slug)).toBe(false);
    },
  );

  it('may not be a word of the site', () => {
    for (const word of ['admin', 'api', 'well-known', 'login']) expect(Slug.safeParse(word).success).toBe(false);
  });
});
