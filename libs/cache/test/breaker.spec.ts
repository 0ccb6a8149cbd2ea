import { beforeEach, describe, expect, it } from '@jest/globals';

import { Breaker, type BreakerState } from '../src/breaker.js';
import { ManualClock } from './manual-clock.js';

describe('Breaker', () => {
  let clock: ManualClock;
  let states: BreakerState[];
  let breaker: Breaker;

  beforeEach(() => {
    clock = new ManualClock();
    states = [];
    breaker = new Breaker(clock, { failures: 3, overMs: 100, openMs: 500 }, (state) => states.push(state));
  });

  const open = () => {
    breaker.failed();
    breaker.failed();
    clock.advance(100);
    breaker.failed();
  };

  it('opens after so many failures in a row, not before', () => {
    breaker.failed();
    breaker.failed();
    breaker.succeeded();
    breaker.failed();
    clock.advance(100);
    breaker.failed();
    expect(breaker.admits()).toBe(true);
    breaker.failed();
    expect(breaker.admits()).toBe(false);
    expect(states).toEqual(['open']);
  });

  it('takes the calls that one short pause fails together for no more than that', () => {
    for (let call = 0; call < 64; call += 1) breaker.failed();
    expect(breaker.admits()).toBe(true);
    clock.advance(99);
    breaker.failed();
    expect(breaker.admits()).toBe(true);
    breaker.succeeded();
    clock.advance(100);
    breaker.failed();
    expect(breaker.admits()).toBe(true);
  });

  it('lets one call through on trial when its time is over, and closes if that succeeds', () => {
    open();
    clock.advance(499);
    expect(breaker.admits()).toBe(false);
    clock.advance(1);
    expect([breaker.admits(), breaker.admits()]).toEqual([true, false]);
    breaker.succeeded();
    expect([breaker.admits(), breaker.admits()]).toEqual([true, true]);
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  it('opens again at once if the trial fails', () => {
    open();
    clock.advance(500);
    breaker.admits();
    breaker.failed();
    expect(breaker.admits()).toBe(false);
    clock.advance(500);
    expect(breaker.admits()).toBe(true);
    expect(states).toEqual(['open', 'half-open', 'open', 'half-open']);
  });

  it('is not moved by late results of calls from before it opened', () => {
    open();
    clock.advance(400);
    breaker.failed();
    breaker.succeeded();
    expect(breaker.state).toBe('open');
    clock.advance(100);
    expect(breaker.admits()).toBe(true);
  });
});
