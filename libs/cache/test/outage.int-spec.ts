import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startPrivateRedis, waitFor, type PrivateRedis } from '@discover/testing';

import type { Cache } from '../src/index.js';
import { freshKey, gives, mustNotBeAsked, Opened, policy } from './support.js';

/** A look-up that has to wait for one operation on Redis to be given up (50 ms), with room for a busy machine. */
const ONE_TIMEOUT_MS = 250;

// Hangs are noticed after a second, and a Redis that is back is trusted two seconds later.
jest.setTimeout(20_000);

describe('Cache without its Redis', () => {
  let opened: Opened;
  let redis: PrivateRedis;
  let one: Cache;
  let other: Cache;

  beforeEach(async () => {
    opened = new Opened();
    redis = await startPrivateRedis('cache');
    [one, other] = await Promise.all([opened.cache(redis.url), opened.cache(redis.url)]);
  });

  afterEach(async () => {
    redis.server.resume();
    await opened.close();
    await redis.dispose();
  });

  async function timed(cache: Cache): Promise<number> {
    const start = performance.now();
    await expect(cache.get(policy, freshKey(), gives('from the source'))).resolves.toBe('from the source');
    return performance.now() - start;
  }

  const recovered = () =>
    waitFor(
      async () => {
        const key = freshKey();
        await one.get(policy, key, gives('value'));
        return (await other.lookup(policy, key, gives('value'))).status === 'l2';
      },
      { what: 'L2 to be used again', timeoutMs: 6_000 },
    );

  it('answers from the source while it is killed, and uses it again when it is back', async () => {
    await redis.server.kill();
    const times: number[] = [];
    for (let i = 0; i < 200; i += 1) times.push(await timed(one));
    expect(Math.max(...times)).toBeLessThan(ONE_TIMEOUT_MS);
    await redis.server.start();
    await recovered();
    expect(one.check()).toMatchObject({ breaker: 'closed', bus: true });
  });

  it('opens the breaker while Redis hangs, tries again by and by, and closes it when Redis is back', async () => {
    redis.server.pause();
    const states = new Set<string>();
    const times: number[] = [];
    const turned = (): boolean => states.has('open') && states.has('half-open') && !one.check().bus;
    await waitFor(
      async () => {
        const asked = timed(one);
        await new Promise(setImmediate);
        states.add(one.check().breaker);
        times.push(await asked);
        return turned();
      },
      { what: 'the breaker to open and to half-open', intervalMs: 1 },
    );
    expect(Math.max(...times)).toBeLessThan(ONE_TIMEOUT_MS);
    // While it is open nobody waits.
    expect(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(10);
    redis.server.resume();
    await recovered();
    expect(one.check()).toMatchObject({ breaker: 'closed', bus: true });
  });

  it('never hands out, after a hang, what was changed meanwhile', async () => {
    const key = freshKey();
    await one.get(policy, key, gives('old'));
    await waitFor(async () => (await other.lookup(policy, key, gives('old'))).status !== 'miss', {
      what: 'a shared value',
    });
    redis.server.pause();
    await waitFor(() => !one.check().bus && !other.check().bus, { what: 'the hang to be noticed' });
    await expect(one.invalidate([key])).resolves.toBe(false);
    await expect(one.get(policy, key, gives('new'))).resolves.toBe('new');
    await expect(other.get(policy, key, gives('new'))).resolves.toBe('new');
    redis.server.resume();
    await waitFor(
      async () => {
        const { value, status } = await other.lookup(policy, key, gives('new'));
        expect(value).toBe('new');
        await other.invalidate([freshKey()]);
        return status === 'l1' && one.check().unconfirmedInvalidations === 0 && other.check().bus;
      },
      { what: 'the invalidation to be repeated', timeoutMs: 6_000 },
    );
    const third = await opened.cache(redis.url);
    await expect(third.get(policy, key, gives('new'))).resolves.toBe('new');
  });

  it('trusts its own copies for a second at most while Redis hangs', async () => {
    const key = freshKey();
    await other.get(policy, key, gives('old'));
    redis.server.pause();
    await one.invalidate([key]);
    const changedAt = performance.now();
    await waitFor(async () => (await other.get(policy, key, gives('new'))) === 'new', {
      what: 'the new value',
      intervalMs: 5,
    });
    expect(performance.now() - changedAt).toBeLessThan(1_000 + ONE_TIMEOUT_MS);
  });

  it('drops its own copies when the bus is lost, and keeps them a second at most until it is back', async () => {
    const admin = opened.redis(redis.url);
    const key = freshKey();
    await other.get(policy, key, gives('old'));
    await admin.acl('SETUSER', 'default', '-subscribe');
    await admin.client('KILL', 'TYPE', 'pubsub');
    await waitFor(() => !other.check().bus, { what: 'the bus to be lost', intervalMs: 1 });
    await expect(other.get(policy, key, gives('new'))).resolves.toBe('new');

    await expect(one.invalidate([key])).resolves.toBe(true);
    const changedAt = performance.now();
    await waitFor(async () => (await other.get(policy, key, gives('newer'))) === 'newer', { what: 'the newer value' });
    expect(performance.now() - changedAt).toBeLessThan(1_000 + ONE_TIMEOUT_MS);

    await admin.acl('SETUSER', 'default', '+subscribe');
    await waitFor(() => other.check().bus, { what: 'the bus to be back' });
    await recovered();
  });

  it('starts without Redis, and takes to it when it comes', async () => {
    await redis.server.kill();
    const start = performance.now();
    const early = await opened.cache(redis.url);
    expect(performance.now() - start).toBeLessThan(1_000 + ONE_TIMEOUT_MS);
    expect(await timed(early)).toBeLessThan(ONE_TIMEOUT_MS);
    await redis.server.start();
    const key = freshKey();
    await recovered();
    await one.get(policy, key, gives('value'));
    await waitFor(async () => (await early.lookup(policy, key, gives('value'))).status !== 'miss', { what: 'a hit' });
    await expect(early.get(policy, key, mustNotBeAsked)).resolves.toBe('value');
  });

  it('makes nobody wait or fail who closes it while Redis hangs', async () => {
    redis.server.pause();
    void one.invalidate([freshKey()]);
    const start = performance.now();
    await one.close();
    expect(performance.now() - start).toBeLessThan(2 * ONE_TIMEOUT_MS);
  });
});
