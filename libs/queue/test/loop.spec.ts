import { expect, it } from '@jest/globals';
import { once, EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

import { Loop } from '../src/loop.js';

it('rounds never overlap, and one can be asked for', async () => {
  const rounds = new EventEmitter();
  let running = 0;
  let most = 0;
  let count = 0;
  const loop = new Loop({
    everyMs: 60_000,
    work: async () => {
      most = Math.max(most, ++running);
      await delay(5);
      running--;
      rounds.emit('end', ++count);
    },
    onError: () => undefined,
  });
  const first = once(rounds, 'end');
  loop.start();
  loop.wake();
  loop.wake();
  await first;
  // Woken while it worked: it goes round once more, not twice.
  await once(rounds, 'end');
  loop.wake();
  await once(rounds, 'end');
  await loop.stop();
  loop.wake();
  await delay(20);
  expect([count, most, running]).toEqual([3, 1, 0]);
});

it('slows down while it fails, tells of it once, and stops in the middle of a pause', async () => {
  const errors: unknown[] = [];
  const starts: number[] = [];
  const third = Promise.withResolvers<undefined>();
  const loop = new Loop({
    everyMs: 10,
    work: async () => {
      if (starts.push(performance.now()) === 3) third.resolve(undefined);
      throw new Error('away');
    },
    onError: (error) => errors.push(error),
  });
  loop.start();
  await third.promise;
  const stopping = performance.now();
  await loop.stop();
  // The pause after the third failure is 800 ms.
  expect(performance.now() - stopping).toBeLessThan(700);
  expect(starts[1]! - starts[0]!).toBeGreaterThan(190);
  expect(starts[2]! - starts[1]!).toBeGreaterThan(390);
  expect(errors).toHaveLength(1);
});
