import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { Batch } from './batch.js';

describe('a batch', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  function batch() {
    const sent: number[][] = [];
    return { sent, batch: new Batch<number>({ most: 10, afterMs: 5_000, send: (items) => sent.push(items) }) };
  }

  it('is sent when it is full', () => {
    const { sent, batch: some } = batch();
    for (let item = 1; item <= 23; item++) some.add(item);
    expect(sent.map((items) => items.length)).toEqual([10, 10]);
  });

  it('is sent when its first item has waited for long enough', () => {
    const { sent, batch: some } = batch();
    some.add(1);
    jest.advanceTimersByTime(3_000);
    some.add(2);
    jest.advanceTimersByTime(1_999);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(sent).toEqual([[1, 2]]);
    jest.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(1);
  });

  it('is sent at once when that is asked for, and not once more', () => {
    const { sent, batch: some } = batch();
    some.flush();
    some.add(1);
    some.flush();
    some.flush();
    jest.advanceTimersByTime(60_000);
    expect(sent).toEqual([[1]]);
  });
});
