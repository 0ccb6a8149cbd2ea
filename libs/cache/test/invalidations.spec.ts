import { beforeEach, describe, expect, it } from '@jest/globals';

import { Invalidations } from '../src/invalidations.js';
import { ManualClock } from './manual-clock.js';

/** Stands for what Level2.invalidate answers: that is a boolean, and the rule under test is what follows from it. */
class Outcomes {
  readonly asked: (readonly string[])[] = [];
  purges = 0;
  reachable = true;
  gate: Promise<unknown> = Promise.resolve();

  readonly send = async (keys: readonly string[]) => {
    this.asked.push(keys);
    const { reachable } = this;
    await this.gate;
    return reachable;
  };
  readonly purge = async () => {
    this.purges += 1;
    return this.reachable;
  };
}

describe('Invalidations', () => {
  let clock: ManualClock;
  let level2: Outcomes;
  let invalidations: Invalidations;
  const turn = () => new Promise(setImmediate);

  beforeEach(() => {
    clock = new ManualClock();
    level2 = new Outcomes();
    invalidations = new Invalidations({ clock, maxKeys: 3, send: level2.send, purge: level2.purge });
  });

  it('sends all of one turn of the event loop together', async () => {
    await expect(
      Promise.all([invalidations.add(['a']), invalidations.add(['b', 'a']), invalidations.add([])]),
    ).resolves.toEqual([true, true, true]);
    expect(level2.asked).toEqual([['a', 'b']]);
  });

  it('distrusts L2 about a key until its invalidation is confirmed', async () => {
    const sent = invalidations.add(['a']);
    expect([invalidations.concern(['a']), invalidations.concern(['b'])]).toEqual([true, false]);
    await sent;
    expect(invalidations.concern(['a'])).toBe(false);
  });

  it('repeats what failed until it succeeds', async () => {
    level2.reachable = false;
    await expect(invalidations.add(['a'])).resolves.toBe(false);
    clock.advance(100);
    await turn();
    expect(invalidations.concern(['a'])).toBe(true);
    level2.reachable = true;
    clock.advance(100);
    await turn();
    expect(invalidations.concern(['a'])).toBe(false);
    clock.advance(1_000);
    await turn();
    expect(level2.asked).toEqual([['a'], ['a'], ['a']]);
  });

  it('does not take an older success for the confirmation of a newer invalidation', async () => {
    const { promise, resolve } = Promise.withResolvers<true>();
    level2.gate = promise;
    const older = invalidations.add(['a']);
    await turn();
    level2.reachable = false;
    const newer = invalidations.add(['a']);
    await turn();
    resolve(true);
    await expect(Promise.all([older, newer])).resolves.toEqual([true, false]);
    expect(invalidations.concern(['a'])).toBe(true);
  });

  it('purges everything when it cannot remember more, and trusts nothing until then', async () => {
    level2.reachable = false;
    await invalidations.add(['a', 'b', 'c', 'd']);
    expect(invalidations.concern(['anything'])).toBe(true);
    level2.reachable = true;
    clock.advance(100);
    await turn();
    expect(level2.purges).toBe(1);
    expect(invalidations.concern(['anything'])).toBe(false);
    expect(invalidations.waiting).toBe(0);
  });
});
