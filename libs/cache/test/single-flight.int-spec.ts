import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

import { testServers, uniqueName, waitFor } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';

import type { Cache, CacheKey, Source } from '../src/index.js';
import { leaseOf } from '../src/scripts.js';
import { fails, freshKey, gives, held, mustNotBeAsked, Opened, policy } from './support.js';

const { redisCacheUrl } = testServers();
const READER = resolve(import.meta.dirname, 'fixtures/reader.mjs');

const down: Source<string> = fails;

describe('a value that several instances want', () => {
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

  const waits = () => waitFor(() => redis.exists(`waiting:{${key}}`), { what: 'the other to wait', intervalMs: 2 });

  it('is read from the source by one of them, and the others get it from L2', async () => {
    const { source, asked, answer } = held<string>();
    const first = one.lookup(policy, key, source);
    await asked;
    const second = other.lookup(policy, key, mustNotBeAsked);
    await waits();
    answer('value');
    await expect(first).resolves.toEqual({ value: 'value', status: 'miss' });
    await expect(second).resolves.toEqual({ value: 'value', status: 'l2' });
    expect(await redis.exists(leaseOf(key), `waiting:{${key}}`)).toBe(0);
  });

  it('is read by the next one at once if the first fails', async () => {
    const { source, asked, fail } = held<string>();
    const first = one.lookup(policy, key, source);
    await asked;
    const second = other.lookup(policy, key, gives('mine'));
    await waits();
    fail(new Error('The source is down.'));
    await expect(first).rejects.toThrow('The source is down.');
    await expect(second).resolves.toEqual({ value: 'mine', status: 'miss' });
  });

  it('is read by the next one at once if the first may not store what it read', async () => {
    const { source, asked, answer } = held<string>();
    const first = one.lookup(policy, key, source);
    await asked;
    const second = other.lookup(policy, key, gives('new'));
    await waits();
    await one.invalidate([key]);
    answer('old');
    await expect(first).resolves.toEqual({ value: 'old', status: 'miss' });
    await expect(second).resolves.toEqual({ value: 'new', status: 'miss' });
  });

  it('is read by the others too when the first takes long, as one that died would', async () => {
    const { source, asked, answer } = held<string>();
    const first = one.lookup(policy, key, source);
    await asked;
    await expect(other.lookup(policy, key, gives('mine'))).resolves.toEqual({ value: 'mine', status: 'miss' });
    answer('late');
    await first;
  });

  it('is made anew by one of them when its time is over, while all hand out the old one', async () => {
    const stale = { ...policy, staleMs: 60_000 };
    await one.get(stale, key, gives('old'));
    await waitFor(() => redis.exists(key), { what: 'the value to lie in L2', intervalMs: 2 });
    await redis.pexpire(key, stale.staleMs + stale.graceMs - 1);
    const third = await opened.cache(redisCacheUrl);
    const { source, asked, answer } = held<string>();
    await expect(other.lookup(stale, key, source)).resolves.toEqual({ value: 'old', status: 'stale' });
    await asked;
    await expect(third.lookup(stale, key, down)).resolves.toEqual({ value: 'old', status: 'stale' });
    answer('new');
    await waitFor(async () => (await third.get(stale, key, down)) === 'new', { what: 'the new value', intervalMs: 2 });
  });

  it('is read once by four processes with 1,000 readers', async () => {
    const user = uniqueName('user');
    const readers = Array.from({ length: 4 }, () => fork(READER, [redisCacheUrl, user, '250'], { execArgv: [] }));
    await Promise.all(readers.map((reader) => once(reader, 'message')));
    const answers = readers.map((reader) => once(reader, 'message'));
    for (const reader of readers) reader.send('go');
    const values = (await Promise.all(answers)).flatMap(([some]) => some as number[]);
    expect(values).toHaveLength(1_000);
    expect(new Set(values)).toEqual(new Set([1]));
    expect(await redis.get(`asked:${user}`)).toBe('1');
  });
});
