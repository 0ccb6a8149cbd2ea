import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testServers, uniqueName } from '@discover/testing';

import { Cached, CacheInvalidates, keys, policies, tags, type Cache } from '../src/index.js';
import { Opened } from './support.js';

/** Stands for a provider over a database. */
class Titles {
  titles = new Map([
    ['cv', 'first'],
    ['other', 'first'],
  ]);
  reads = 0;

  constructor(readonly cache: Cache) {}

  @Cached(policies.cv, (userId: string, cvId: string) => keys.cv(userId, cvId), (userId) => [tags.user(userId)])
  async read(userId: string, cvId: string, _signal?: AbortSignal): Promise<{ title: string } | undefined> {
    this.reads += 1;
    const title = this.titles.get(cvId);
    if (title === 'secret') throw new Error(`No reading of ${userId}’s.`);
    return title === undefined ? undefined : { title };
  }

  @CacheInvalidates((userId: string, cvId: string) => ({ keys: [keys.cv(userId, cvId)] }))
  async change(_userId: string, cvId: string, title: string): Promise<string> {
    this.titles.set(cvId, title);
    if (title === 'torn') throw new Error('The connection was lost while it committed.');
    return title;
  }

  @CacheInvalidates((userId: string) => ({ tags: [tags.user(userId)] }))
  async changeAll(_userId: string, title: string): Promise<void> {
    for (const cvId of this.titles.keys()) this.titles.set(cvId, title);
  }
}

// What the decorators must refuse to be put on; compiled with the tests.
export class Refused {
  constructor(readonly cache: Cache) {}

  // @ts-expect-error A Date comes back as a string.
  @Cached(policies.cv, (userId: string) => keys.cv(userId, 'cv'))
  async date(_userId: string): Promise<{ at: Date }> {
    return { at: new Date() };
  }

  // @ts-expect-error Null comes back as undefined.
  @Cached(policies.cv, (userId: string) => keys.cv(userId, 'cv'))
  async nothing(_userId: string): Promise<string | null> {
    return null;
  }

  // @ts-expect-error The key is made of other arguments than the method has.
  @Cached(policies.cv, (userId: string, cvId: string) => keys.cv(userId, cvId))
  async other(_userId: string, _page: number): Promise<string> {
    return '';
  }

  // @ts-expect-error The key is of another type than the policy.
  @Cached(policies.cv, (userId: string) => keys.profile(userId))
  async type(_userId: string): Promise<string> {
    return '';
  }
}

export class Without {
  // @ts-expect-error There is no cache to keep it in.
  @Cached(policies.cv, (userId: string) => keys.cv(userId, 'cv'))
  async read(_userId: string): Promise<string> {
    return '';
  }
}

describe('decorators', () => {
  let opened: Opened;
  let titles: Titles;
  let user: string;

  beforeEach(async () => {
    opened = new Opened();
    titles = new Titles(await opened.cache(testServers().redisCacheUrl));
    user = uniqueName('user');
  });

  afterEach(() => opened.close());

  it('keep what a method answers, by its arguments, and that there is nothing', async () => {
    await expect(titles.read(user, 'cv')).resolves.toEqual({ title: 'first' });
    await expect(titles.read(user, 'cv')).resolves.toEqual({ title: 'first' });
    expect(titles.reads).toBe(1);
    await expect(titles.read(user, 'none')).resolves.toBeUndefined();
    await expect(titles.read(user, 'none')).resolves.toBeUndefined();
    await titles.read(`${user}-2`, 'cv');
    expect(titles.reads).toBe(3);
  });

  it('let what a method throws through, and keep nothing of it', async () => {
    titles.titles.set('cv', 'secret');
    await expect(titles.read(user, 'cv')).rejects.toThrow('No reading');
    titles.titles.set('cv', 'open');
    await expect(titles.read(user, 'cv')).resolves.toEqual({ title: 'open' });
  });

  it('invalidate keys when a change is done, before its caller hears of it', async () => {
    await titles.read(user, 'cv');
    await expect(titles.change(user, 'cv', 'second')).resolves.toBe('second');
    await expect(titles.read(user, 'cv')).resolves.toEqual({ title: 'second' });
  });

  it('invalidate also when a change fails, which may have been made', async () => {
    await titles.read(user, 'cv');
    await expect(titles.change(user, 'cv', 'torn')).rejects.toThrow('lost');
    await expect(titles.read(user, 'cv')).resolves.toEqual({ title: 'torn' });
  });

  it('invalidate tags', async () => {
    await titles.read(user, 'cv');
    await titles.read(user, 'other');
    await titles.changeAll(user, 'all');
    await expect(titles.read(user, 'cv')).resolves.toEqual({ title: 'all' });
    await expect(titles.read(user, 'other')).resolves.toEqual({ title: 'all' });
  });
});
