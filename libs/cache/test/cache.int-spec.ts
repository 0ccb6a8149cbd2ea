import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { testServers, waitFor } from '@discover/testing';

import { keys, policies, type Cache, type CacheKey, type CachePolicy } from '../src/index.js';
import { fails, freshKey, gives, held, mustNotBeAsked, Opened, policy } from './support.js';
import { ManualClock } from './manual-clock.js';

const { redisCacheUrl } = testServers();

describe('Cache', () => {
  let opened: Opened;
  let redis: Redis;
  let one: Cache;
  let other: Cache;
  let key: CacheKey<'cv'>;

  beforeEach(async () => {
    opened = new Opened();
    redis = opened.redis(redisCacheUrl);
    [one, other] = await Promise.all([opened.cache(redisCacheUrl), opened.cache(redisCacheUrl)]);
    key = freshKey();
  });

  afterEach(() => opened.close());

  const stored = () => waitFor(() => redis.exists(key), { what: 'the value to lie in L2', intervalMs: 2 });

  async function fill(value: unknown, of: CachePolicy<'cv'> = policy): Promise<void> {
    await one.get(of, key, gives(value));
    await stored();
  }

  /** As if the value had been fresh until a moment ago (`age` 0) or so many ms ago. */
  const expire = (of: CachePolicy, age = 0) => redis.pexpire(key, of.staleMs + of.graceMs - age);

  describe('levels', () => {
    it('asks the source, then L1; another instance finds it in L2, then in its own L1', async () => {
      const value = { name: 'Ada', work: [{ position: 'Analyst' }] };
      await expect(one.lookup(policy, key, gives(value))).resolves.toEqual({ value, status: 'miss' });
      await expect(one.lookup(policy, key, mustNotBeAsked)).resolves.toEqual({ value, status: 'l1' });
      await stored();
      await expect(other.lookup(policy, key, mustNotBeAsked)).resolves.toEqual({ value, status: 'l2' });
      await expect(other.lookup(policy, key, mustNotBeAsked)).resolves.toEqual({ value, status: 'l1' });
    });

    it('hands out bytes as bytes, the same ones on every hit in L1', async () => {
      const body = Buffer.from(JSON.stringify({ text: 'long '.repeat(5_000) }));
      await fill(body);
      const first = await other.get(policy, key, gives(body));
      expect(first).toEqual(body);
      expect(await other.get(policy, key, gives(body))).toBe(first);
      expect(await redis.strlen(key)).toBeLessThan(1_000);
    });

    it('spreads the ends of lives by a tenth', async () => {
      const lives: number[] = [];
      for (const random of [0, 0.999_999]) {
        const cache = await opened.cache(redisCacheUrl, { random: () => random });
        key = freshKey();
        await cache.get(policy, key, gives('value'));
        await stored();
        lives.push((await redis.pttl(key)) - policy.graceMs);
      }
      expect(lives[0]! / policy.ttlMs).toBeCloseTo(0.9, 2);
      expect(lives[1]! / policy.ttlMs).toBeCloseTo(1.1, 2);
    });

    it.each([
      [2, 'cv', 2],
      [0.5, 'cv', 0.5],
      [2, 'session', 1],
      [0.5, 'session', 0.5],
    ] as const)('with a factor of %d for lives gives a %s its own times %d', async (factor, type, expected) => {
      const of = policies[type];
      const cache = await opened.cache(redisCacheUrl, { random: () => 0.5 });
      cache.setTtlFactor(factor);
      const id = type === 'cv' ? key : keys.session(key);
      await cache.get<string, string>(of, id, gives('value'));
      await waitFor(() => redis.exists(id), { what: 'the value to lie in L2', intervalMs: 2 });
      expect(((await redis.pttl(id)) - of.graceMs) / of.ttlMs).toBeCloseTo(expected, 1);
    });

    it('refuses a factor that would keep nothing, or too long', () => {
      for (const factor of [0, -1, 11, Number.NaN]) expect(() => one.setTtlFactor(factor)).toThrow(RangeError);
    });

    it('remembers briefly that there is nothing, and asks again after that', async () => {
      await expect(one.lookup(policy, key, gives(null))).resolves.toEqual({ value: undefined, status: 'miss' });
      await expect(one.lookup(policy, key, mustNotBeAsked)).resolves.toEqual({ value: undefined, status: 'l1' });
      await stored();
      expect((await redis.pttl(key)) - policy.graceMs).toBeLessThanOrEqual(1.1 * policy.negativeTtlMs);
      await expire(policy);
      await expect(other.get(policy, key, gives('there now'))).resolves.toBe('there now');
    });

    it('takes damaged bytes in L2 for a miss and removes them', async () => {
      await redis.set(key, Buffer.from([1, 2, 3]), 'PX', 100_000_000);
      await expect(one.lookup(policy, key, gives('good'))).resolves.toEqual({ value: 'good', status: 'miss' });
      expect(await redis.exists(key)).toBe(0);
    });

    it('stores nothing that its source says not to store', async () => {
      const replica = async (context: { doNotStore: () => void }) => (context.doNotStore(), 'older');
      await expect(one.get(policy, key, replica)).resolves.toBe('older');
      await expect(one.lookup(policy, key, gives('newer'))).resolves.toEqual({ value: 'newer', status: 'miss' });
    });
  });

  describe('single flight', () => {
    it('asks the source once for 1,000 misses at once', async () => {
      const { source, asked, state, answer } = held<string>();
      const all = Promise.all(Array.from({ length: 1_000 }, () => one.get(policy, key, source)));
      await asked;
      answer('value');
      expect(new Set(await all)).toEqual(new Set(['value']));
      expect(state.calls).toBe(1);
    });

    it('tells all who wait of a failure, and remembers none', async () => {
      const results = await Promise.allSettled([one.get(policy, key, fails), one.get(policy, key, fails)]);
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      await expect(one.get(policy, key, gives('value'))).resolves.toBe('value');
    });
  });

  describe('stale values', () => {
    const swr = { ...policy, staleMs: 60_000, graceMs: 60_000 };

    it('are handed out at once in the stale window, while the source is asked', async () => {
      await fill('old', swr);
      await expire(swr);
      const { source, answer } = held<string>();
      await expect(other.lookup(swr, key, source)).resolves.toEqual({ value: 'old', status: 'stale' });
      answer('new');
      await waitFor(async () => (await other.get(swr, key, source)) === 'new', {
        what: 'the new value',
        intervalMs: 1,
      });
      await expect(other.lookup(swr, key, mustNotBeAsked)).resolves.toEqual({ value: 'new', status: 'l1' });
    });

    it('are handed out in the grace window if the source fails, which is then left alone for a while', async () => {
      await fill('old', swr);
      await expire(swr, swr.staleMs);
      await expect(other.lookup(swr, key, fails)).resolves.toEqual({ value: 'old', status: 'stale' });
      await expect(other.lookup(swr, key, mustNotBeAsked)).resolves.toEqual({ value: 'old', status: 'stale' });
    });

    it('are handed out in the grace window if the source is slow; what it brings later is kept', async () => {
      await fill('old', swr);
      await expire(swr, swr.staleMs);
      const clock = new ManualClock();
      const cache = await opened.cache(redisCacheUrl, { clock });
      const { source, asked, answer } = held<string>();
      const looked = cache.lookup(swr, key, source);
      await asked;
      clock.advance(swr.softTimeoutMs);
      await expect(looked).resolves.toEqual({ value: 'old', status: 'stale' });
      answer('new');
      await waitFor(async () => (await cache.get(swr, key, source)) === 'new', {
        what: 'the new value',
        intervalMs: 1,
      });
    });

    it('do not outlive an invalidation, even if the source fails', async () => {
      await fill('old', swr);
      await expire(swr, swr.staleMs);
      await one.invalidate([key]);
      await expect(other.get(swr, key, fails)).rejects.toThrow('The source is down.');
    });

    it('are what a source that never answers is given up for; without one the caller is told', async () => {
      const clock = new ManualClock();
      const cache = await opened.cache(redisCacheUrl, { clock });
      const { source, asked } = held<string>();
      const value = cache.get(policy, key, source);
      await asked;
      clock.advance(policy.hardTimeoutMs);
      await expect(value).rejects.toMatchObject({ code: 'unavailable' });
    });
  });

  describe('invalidation', () => {
    it('asks Redis once more after the announcement, which has then been written to every instance', async () => {
      const monitor = await redis.monitor();
      try {
        const seen: { source: string; command: string }[] = [];
        monitor.on('monitor', (_time: string, args: string[], source: string) => {
          const ofOurs = args[0]?.toLowerCase() !== 'publish' || args[2]?.includes(key) === true;
          if (ofOurs) seen.push({ source, command: args[0]!.toLowerCase() });
        });
        await one.invalidate([key]);
        await waitFor(
          () => {
            const announced = seen.findIndex(({ command }) => command === 'publish');
            const { source } = seen[announced] ?? {};
            return (
              announced >= 0 && seen.slice(announced).some((each) => each.source === source && each.command === 'ping')
            );
          },
          { what: 'the question behind the announcement', timeoutMs: 3_000 },
        );
      } finally {
        monitor.disconnect();
      }
    });

    it('is seen at once where it was made and within 100 ms by others', async () => {
      await fill('old');
      await other.get(policy, key, mustNotBeAsked);
      await expect(one.invalidate([key])).resolves.toBe(true);
      const invalidatedAt = performance.now();
      await expect(one.get(policy, key, gives('new'))).resolves.toBe('new');
      await waitFor(async () => (await other.get(policy, key, gives('new'))) === 'new', {
        what: 'the invalidation to arrive',
        intervalMs: 1,
      });
      expect(performance.now() - invalidatedAt).toBeLessThan(100);
    });

    it('keeps what was read from the source before it out of both levels, everywhere', async () => {
      const old = held<string>();
      const reading = other.get(policy, key, old.source);
      await old.asked;
      await one.invalidate([key]);
      old.answer('old');
      await expect(reading).resolves.toBe('old');
      await waitFor(async () => (await other.get(policy, key, gives('new'))) === 'new', { what: 'the new value' });
      // Whatever the late reader has tried to store is through by now: Redis works in order of arrival.
      const third = await opened.cache(redisCacheUrl);
      await expect(third.get(policy, key, gives('new'))).resolves.toBe('new');
    });

    it('keeps an old value out of L2 even from an instance that has not heard of it', async () => {
      const old = held<string>();
      const reading = other.get(policy, key, old.source);
      await old.asked;
      // What Redis does for an invalidation, without the announcement.
      await redis.unlink(key, `lease:{${key}}`);
      await expect(one.get(policy, key, gives('new'))).resolves.toBe('new');
      await stored();
      old.answer('old');
      await reading;
      await other.get(policy, freshKey(), gives('anything, on the same connection'));
      const third = await opened.cache(redisCacheUrl);
      await expect(third.get(policy, key, mustNotBeAsked)).resolves.toBe('new');
    });

    it('is not undone by a reader who found the old value in L2 a moment before', async () => {
      await fill('old');
      const reading = other.get(policy, key, mustNotBeAsked);
      const invalidated = other.invalidate([key]);
      await expect(reading).resolves.toBe('old');
      await expect(other.get(policy, key, gives('new'))).resolves.toBe('new');
      await invalidated;
      await expect(other.get(policy, key, gives('new'))).resolves.toBe('new');
    });

    it('is not missed by those who ask after it while an older read is under way', async () => {
      const old = held<string>();
      const before = one.get(policy, key, old.source);
      await old.asked;
      await one.invalidate([key]);
      await expect(one.get(policy, key, gives('new'))).resolves.toBe('new');
      old.answer('old');
      await before;
      await expect(one.get(policy, key, mustNotBeAsked)).resolves.toBe('new');
    });

    it('takes many keys at once', async () => {
      const many = Array.from({ length: 1_200 }, freshKey);
      await Promise.all(many.map((each) => one.get(policy, each, gives('old'))));
      await expect(one.invalidate(many)).resolves.toBe(true);
      const after = await Promise.all(many.map((each) => one.get(policy, each, gives('new'))));
      expect(new Set(after)).toEqual(new Set(['new']));
    });
  });

  it('says how it is', async () => {
    await fill('value');
    expect(one.check()).toEqual({
      breaker: 'closed',
      bus: true,
      l1Bytes: expect.any(Number),
      unconfirmedInvalidations: 0,
    });
    expect(one.check().l1Bytes).toBeGreaterThan(0);
  });

  describe('writing through', () => {
    it('has what was committed lie in L2, and the news at every instance', async () => {
      await fill('old');
      await other.get(policy, key, mustNotBeAsked);
      const permit = await one.beginWrite(key);
      await expect(one.write(policy, key, 'new', permit)).resolves.toBe(true);
      await expect(one.lookup(policy, key, mustNotBeAsked)).resolves.toEqual({ value: 'new', status: 'l2' });
      await waitFor(async () => (await other.get(policy, key, gives('old'))) === 'new', {
        what: 'the news to arrive',
        intervalMs: 1,
      });
      expect((await redis.pttl(key)) - policy.graceMs).toBeGreaterThan(0.8 * policy.ttlMs);
    });

    it('only invalidates where somebody else has begun to write since, in whichever order they end', async () => {
      await fill('old');
      const first = await one.beginWrite(key);
      const second = await other.beginWrite(key);
      await other.write(policy, key, 'second', second);
      await one.write(policy, key, 'first', first);
      expect(await redis.exists(key)).toBe(0);
      await expect(one.get(policy, key, gives('second'))).resolves.toBe('second');
    });

    it('only invalidates where it was invalidated since', async () => {
      const permit = await one.beginWrite(key);
      await other.invalidate([key]);
      await one.write(policy, key, 'older', permit);
      expect(await redis.exists(key)).toBe(0);
    });

    it('takes the right to store from who read before, and makes nobody wait', async () => {
      const { source, asked, answer } = held<string>();
      const before = other.get(policy, key, source);
      await asked;
      const permit = await one.beginWrite(key);
      await one.write(policy, key, 'new', permit);
      answer('old');
      await before;
      await expect(one.get(policy, key, mustNotBeAsked)).resolves.toBe('new');
      await one.invalidate([key]);
      await one.beginWrite(key);
      await expect(other.lookup(policy, key, gives('read'))).resolves.toMatchObject({ status: 'miss' });
    });

    it('only invalidates where Redis forgot who writes, and without a permit', async () => {
      await fill('old');
      const permit = await one.beginWrite(key);
      await redis.unlink(`lease:{${key}}`);
      await one.write(policy, key, 'new', permit);
      expect(await redis.exists(key)).toBe(0);
      await fill('old');
      await one.write(policy, key, 'new', undefined);
      expect(await redis.exists(key)).toBe(0);
    });
  });
});
