import { describe, expect, it } from '@jest/globals';

import { History } from '../src/history.js';

describe('a history', () => {
  it('calls a read stale by how long a newer value had been acknowledged', () => {
    const history = new History('cv');
    history.acknowledge(history.begin(), 100);
    history.acknowledge(history.begin(), 200);
    history.read(2, 300);
    expect(history.stale).toEqual([]);
    history.read(1, 250);
    history.read(0, 250);
    expect(history.stale).toEqual([
      { at: 250, ageMs: 50 },
      { at: 250, ageMs: 150 },
    ]);
  });

  it('allows either value while a write is under way, and after one that failed', () => {
    const history = new History('cv');
    history.acknowledge(history.begin(), 100);
    history.begin();
    history.read(1, 150);
    history.read(2, 150);
    history.acknowledge(history.begin(), 200);
    history.read(3, 300);
    expect([history.stale, history.impossible, history.latest]).toEqual([[], [], 3]);
  });

  it('tells of values that nobody wrote, and of writes that were lost', () => {
    const history = new History('cv');
    history.acknowledge(history.begin(), 100);
    history.read(2, 200);
    history.end(0);
    expect(history.impossible).toHaveLength(2);
    history.end(1);
    expect(history.impossible).toHaveLength(2);
  });
});
