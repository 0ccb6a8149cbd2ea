import { tags } from '@discover/cache';
import { describe, expect, it } from '@jest/globals';

import { edgeTag } from './edge-tags.js';
import { lifeHeaders, SHARED } from './shared.js';

describe('what may be kept for everybody', () => {
  it('is told to browsers and to edges', () => {
    expect(lifeHeaders(SHARED.template, true)).toEqual({
      'cache-control': 'public, max-age=300, stale-while-revalidate=3600',
      'cdn-cache-control': 'public, max-age=86400, stale-while-revalidate=3600, stale-if-error=86400',
    });
    expect(lifeHeaders(SHARED.asset, true)['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('is kept by no edge once that was switched off', () => {
    for (const life of Object.values(SHARED)) {
      const headers = lifeHeaders(life, false);
      expect(headers['cdn-cache-control']).toBe('no-store');
      expect(headers['cache-control']).toMatch(/^private, max-age=/);
    }
  });

  it('is gone from every cache within two minutes if its owner can hide it', () => {
    const { seconds, edgeSeconds, staleSeconds, staleIfErrorSeconds } = SHARED.profile;
    expect(Math.max(seconds, edgeSeconds) + staleSeconds + staleIfErrorSeconds).toBeLessThanOrEqual(120);
  });

  it('has names that do not tell whose it is', () => {
    const [first, second] = [tags.cv('ada', 'one'), tags.cv('ada', 'two')].map(edgeTag);
    expect(first).toMatch(/^[\w-]{22}$/);
    expect(first).not.toBe(second);
    expect(`${first}${second}`).not.toContain('ada');
    expect(edgeTag(tags.cv('ada', 'one'))).toBe(first);
  });
});
