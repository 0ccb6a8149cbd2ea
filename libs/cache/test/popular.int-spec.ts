import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { startPrivateRedis, type PrivateRedis } from '@discover/testing';

import { announcePopular, type Cache } from '../src/index.js';
import { Opened } from './support.js';

const LIST = { cvs: [{ ownerId: 'owner', cvId: 'cv', slug: 'a-slug' }] };

describe('the list of what is popular', () => {
  let opened: Opened;
  let server: PrivateRedis;
  let redis: Redis;
  let cache: Cache;

  beforeEach(async () => {
    opened = new Opened();
    server = await startPrivateRedis('cache');
    redis = opened.redis(server.url);
    cache = await opened.cache(server.url);
  });

  afterEach(async () => {
    await opened.close();
    await server.dispose();
  });

  it('is told to every instance, and found by those that come later', async () => {
    await expect(cache.popular()).resolves.toBeUndefined();
    const told = new Promise<void>((resolve) => cache.onPopular(resolve));
    await announcePopular(redis, LIST);
    await told;
    await expect(cache.popular()).resolves.toEqual(LIST);
    const later = await opened.cache(server.url);
    await expect(later.popular()).resolves.toEqual(LIST);
  });

  it('is told no more to who does not want to hear', async () => {
    const heard: string[] = [];
    const forget = cache.onPopular(() => heard.push('forgotten'));
    forget();
    const told = new Promise<void>((resolve) => cache.onPopular(resolve));
    await announcePopular(redis, LIST);
    await told;
    expect(heard).toEqual([]);
  });

  it('is none if this release cannot read it, or Redis is gone', async () => {
    await redis.set('popular:v1', '{"cvs":7}');
    await expect(cache.popular()).resolves.toBeUndefined();
    await redis.set('popular:v1', 'damaged');
    await expect(cache.popular()).resolves.toBeUndefined();
    await announcePopular(redis, LIST);
    await server.server.kill();
    await expect(cache.popular()).resolves.toBeUndefined();
  });
});
