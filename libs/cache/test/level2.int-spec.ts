import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { testServers, uniqueName } from '@discover/testing';

import { systemClock } from '../src/clock.js';
import { prepare } from '../src/codec.js';
import { keys, tags, type Cache } from '../src/index.js';
import { Level2 } from '../src/level2.js';
import { nameOf } from '../src/tags.js';
import { gives, Opened, policy, silent } from './support.js';

const { redisCacheUrl } = testServers();
const OPTIONS = { keptMs: 0, leaseMs: 60_000, insist: false };

/** What the shared cache refuses by itself, from a reader that has not heard of any change. */
describe('Level2 with a deaf reader', () => {
  let opened: Opened;
  let redis: Redis;
  let cache: Cache;
  let deaf: Level2;
  let user: string;

  beforeEach(async () => {
    opened = new Opened();
    redis = opened.redis(redisCacheUrl);
    cache = await opened.cache(redisCacheUrl);
    deaf = new Level2({ url: redisCacheUrl, instance: 'deaf', clock: systemClock, logger: silent, timeoutMs: 500 });
    await deaf.attempted;
    user = uniqueName('user');
  });

  afterEach(async () => {
    deaf.close();
    await opened.close();
  });

  it('refuses what was read before its tag was invalidated, also when a sibling has given the tag a new token', async () => {
    const under = [tags.user(user), tags.views(user, 'cv')];
    const place = { key: keys.cv(user, 'first'), tags: under.map(nameOf) };
    const { lease } = (await deaf.read(place, OPTIONS))!;
    await redis.unlink(place.tags[1]!);
    await cache.get(policy, keys.cv(user, 'second'), gives('new'), under);
    await deaf.store(place, prepare('old'), 60_000, lease!);
    expect(await redis.exists(place.key)).toBe(0);
    await expect(deaf.read(place, OPTIONS)).resolves.toMatchObject({ lease: { first: true } });
  });

  it('refuses what was read before it was written through', async () => {
    const place = { key: keys.cv(user, 'cv'), tags: [] };
    const { lease } = (await deaf.read(place, OPTIONS))!;
    await cache.write(policy, place.key, 'new', await cache.beginWrite(place.key));
    await deaf.store(place, prepare('old'), 60_000, lease!);
    await expect(deaf.read(place, OPTIONS)).resolves.toMatchObject({ held: { value: 'new' } });
  });

  it('refuses what was read while it was written through', async () => {
    const place = { key: keys.cv(user, 'cv'), tags: [] };
    const permit = await cache.beginWrite(place.key);
    const { lease } = (await deaf.read(place, OPTIONS))!;
    expect(lease!.first).toBe(true);
    await cache.write(policy, place.key, 'new', permit);
    await deaf.store(place, prepare('old'), 60_000, lease!);
    expect(await redis.exists(place.key)).toBe(0);
  });
});
