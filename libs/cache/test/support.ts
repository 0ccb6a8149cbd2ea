import { createLogger } from '@discover/telemetry';
import { Redis } from 'ioredis';
import { uniqueName } from '@discover/testing';

import { Cache, keys, policies, type CacheOptions, type Source } from '../src/index.js';

export const silent = createLogger('cache-test', 'silent');

/** What a test opens is closed at its end, the last first. */
export class Opened {
  private readonly closers: (() => unknown)[] = [];

  async cache(url: string, options: Partial<CacheOptions> = {}): Promise<Cache> {
    const cache = await Cache.connect({ url, logger: silent, ...options });
    this.closers.push(() => cache.close());
    return cache;
  }

  redis(url: string): Redis {
    const redis = new Redis(url);
    this.closers.push(() => redis.disconnect());
    return redis;
  }

  async close(): Promise<void> {
    for (const close of this.closers.splice(0).reverse()) await close();
  }
}

export const freshKey = () => keys.cv(uniqueName('user'), 'cv');

export const policy = policies.cv;

export const gives =
  <Value>(value: Value): Source<Value> =>
  () =>
    Promise.resolve(value);

export const fails: Source<never> = () => Promise.reject(new Error('The source is down.'));

export const mustNotBeAsked: Source<never> = () => Promise.reject(new Error('The source must not be asked.'));

/** A source that answers when the test says so. */
export function held<Value>() {
  const answer = Promise.withResolvers<Value>();
  const asked = Promise.withResolvers<true>();
  const state = { calls: 0 };
  const source: Source<Value> = () => {
    state.calls += 1;
    asked.resolve(true);
    return answer.promise;
  };
  return { source, asked: asked.promise, state, answer: answer.resolve, fail: answer.reject };
}
