import { describe, expect, it } from '@jest/globals';

import { Health } from './health.js';

describe('Health', () => {
  it('is not ready before it has started and while it stops, whatever its checks say', async () => {
    const health = new Health({ readiness: { database: () => Promise.resolve() } });
    expect(await health.readiness()).toEqual({ ready: false, checks: { service: 'starting' } });
    health.markStarted();
    expect(await health.readiness()).toEqual({ ready: true, checks: { database: 'ok' } });
    health.markStopping();
    expect(await health.readiness()).toEqual({ ready: false, checks: { service: 'stopping' } });
  });

  it('says which check fails and why; a failing check does not make it dead', async () => {
    const health = new Health({
      readiness: { queue: () => Promise.reject(new Error('no answer from Redis')), storage: () => Promise.resolve() },
    });
    health.markStarted();
    expect(await health.readiness()).toEqual({
      ready: false,
      checks: { queue: 'no answer from Redis', storage: 'ok' },
    });
    expect(health.isAlive()).toBe(true);
  });

  it('is dead when the process says that it hangs', () => {
    expect(new Health({ readiness: {}, alive: () => false }).isAlive()).toBe(false);
  });
});
