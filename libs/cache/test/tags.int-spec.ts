import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { testServers, uniqueName, waitFor } from '@discover/testing';

import { keys, tags, type Cache, type CacheKey, type CacheTag } from '../src/index.js';
import { gives, held, mustNotBeAsked, Opened, policy } from './support.js';

const { redisCacheUrl } = testServers();

describe('Cache with tags', () => {
  let opened: Opened;
  let redis: Redis;
  let one: Cache;
  let other: Cache;
  let user: string;
  let first: CacheKey<'cv'>;
  let second: CacheKey<'cv'>;
  let under: readonly CacheTag[];

  beforeEach(async () => {
    opened = new Opened();
    redis = opened.redis(redisCacheUrl);
    [one, other] = await Promise.all([opened.cache(redisCacheUrl), opened.cache(redisCacheUrl)]);
    user = uniqueName('user');
    [first, second] = [keys.cv(user, 'first'), keys.cv(user, 'second')];
    under = [tags.user(user), tags.views(user, 'cv')];
  });

  afterEach(() => opened.close());

  const stored = (key: string) => waitFor(() => redis.exists(key), { what: 'the value to lie in L2', intervalMs: 2 });
  const tokenOf = (tag: CacheTag) => redis.get(`tag:${tag}`);

  async function fill(): Promise<void> {
    for (const key of [first, second]) {
      await one.get(policy, key, gives('old'), under);
      await stored(key);
      await expect(other.lookup(policy, key, mustNotBeAsked, under)).resolves.toEqual({ value: 'old', status: 'l2' });
    }
  }

  it('shares values as without tags', async () => {
    await fill();
    await expect(other.lookup(policy, first, mustNotBeAsked, under)).resolves.toEqual({ value: 'old', status: 'l1' });
  });

  it('hands out nothing under an invalidated tag: at once where it was made, within 100 ms elsewhere', async () => {
    await fill();
    await expect(one.invalidate([], [tags.views(user, 'cv')])).resolves.toBe(true);
    const invalidatedAt = performance.now();
    for (const key of [first, second]) {
      await expect(one.get(policy, key, gives('new'), under)).resolves.toBe('new');
      await waitFor(async () => (await other.get(policy, key, gives('new'), under)) === 'new', {
        what: 'the invalidation to arrive',
        intervalMs: 1,
      });
    }
    expect(performance.now() - invalidatedAt).toBeLessThan(100);
    const third = await opened.cache(redisCacheUrl);
    await expect(third.get(policy, second, gives('new'), under)).resolves.toBe('new');
  });

  it('leaves alone what lies under other tags', async () => {
    await fill();
    await one.invalidate([], [tags.cv(user, 'first'), tags.views(uniqueName('user'), 'cv')]);
    await expect(one.lookup(policy, first, mustNotBeAsked, under)).resolves.toMatchObject({ status: 'l1' });
    await expect(other.lookup(policy, first, mustNotBeAsked, under)).resolves.toMatchObject({ status: 'l1' });
  });

  it('invalidates a key alone among those under its tags', async () => {
    await fill();
    await one.invalidate([first]);
    await expect(one.get(policy, first, gives('new'), under)).resolves.toBe('new');
    await expect(one.get(policy, second, mustNotBeAsked, under)).resolves.toBe('old');
  });

  it.each([
    ['where it was made', () => one],
    ['elsewhere', () => other],
  ])('stores nothing whose reading began before, by an invalidation made %s', async (_where, invalidating) => {
    const { source, asked, answer } = held<string>();
    const before = one.get(policy, first, source, under);
    await asked;
    const token = await tokenOf(under[1]!);
    await invalidating().invalidate([], [tags.views(user, 'cv')]);
    await waitFor(
      async () => {
        const value = await one.get(policy, first, gives('new'), under);
        return value === 'new';
      },
      { what: 'a reading of its own after the invalidation', intervalMs: 1 },
    );
    await stored(first);
    answer('old');
    await expect(before).resolves.toBe('old');
    expect(await tokenOf(under[1]!)).not.toBe(token);
    await expect(one.get(policy, first, mustNotBeAsked, under)).resolves.toBe('new');
    const third = await opened.cache(redisCacheUrl);
    await expect(third.get(policy, first, mustNotBeAsked, under)).resolves.toBe('new');
  });

  it('does not let those who read after an invalidation wait for who reads from before it', async () => {
    const { source, asked, answer } = held<string>();
    const before = one.get(policy, first, source, under);
    await asked;
    await one.invalidate([], [tags.user(user)]);
    await expect(other.lookup(policy, first, gives('new'), under)).resolves.toEqual({ value: 'new', status: 'miss' });
    answer('old');
    await before;
  });

  it('takes a tag that Redis forgot for an invalidated one', async () => {
    await fill();
    const third = await opened.cache(redisCacheUrl);
    await redis.unlink(`tag:${tags.views(user, 'cv')}`);
    await expect(third.get(policy, first, gives('read anew'), under)).resolves.toBe('read anew');
  });

  it('keeps the token of a tag as long as the values under it', async () => {
    await fill();
    expect(await redis.pttl(`tag:${tags.views(user, 'cv')}`)).toBeGreaterThanOrEqual((await redis.pttl(first)) - 1);
  });

  it('takes a value stored under other tags than are asked for as a miss', async () => {
    await fill();
    for (const others of [
      [tags.user(user)],
      [],
      [...under, tags.templates()],
      [tags.views(user, 'cv'), tags.user(user)],
    ]) {
      const cache = await opened.cache(redisCacheUrl);
      await expect(cache.get(policy, first, gives('read anew'), others)).resolves.toBe('read anew');
    }
  });

  it('remembers under a tag that there is nothing, until it is invalidated', async () => {
    await expect(one.get(policy, first, gives(null), under)).resolves.toBeUndefined();
    await expect(one.get(policy, first, mustNotBeAsked, under)).resolves.toBeUndefined();
    await one.invalidate([], [tags.views(user, 'cv')]);
    await expect(one.get(policy, first, gives('there now'), under)).resolves.toBe('there now');
  });
});
