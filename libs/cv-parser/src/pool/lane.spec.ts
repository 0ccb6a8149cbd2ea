import { describe, expect, it } from '@jest/globals';

import { Lane } from './lane.js';

describe('Lane', () => {
  it('lets in as many as it is wide, and the others in their order', async () => {
    const lane = new Lane(2);
    const order: number[] = [];
    await lane.enter();
    await lane.enter();
    const waiting = [1, 2].map(async (number) => {
      await lane.enter();
      order.push(number);
    });
    expect(lane.waiting).toBe(2);
    lane.leave();
    await waiting[0];
    expect(order).toEqual([1]);
    lane.leave();
    await waiting[1];
    expect(order).toEqual([1, 2]);
    expect(lane.waiting).toBe(0);
  });

  it('forgets whoever does not want to wait any more', async () => {
    const lane = new Lane(1);
    await lane.enter();
    const controller = new AbortController();
    const gone = lane.enter(controller.signal);
    const next = lane.enter();
    controller.abort(new Error('left'));
    await expect(gone).rejects.toThrow('left');
    lane.leave();
    await next;
    await expect(lane.enter(controller.signal)).rejects.toThrow('left');
  });
});
