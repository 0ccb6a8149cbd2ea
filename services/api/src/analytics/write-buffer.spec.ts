import { describe, expect, it } from '@jest/globals';

import { WriteBuffer } from './write-buffer.js';

const never = 60_000;

describe('a write buffer', () => {
  it('writes what came together as one batch, soon, and what is left when it is closed', async () => {
    const batches: string[][] = [];
    const written = Promise.withResolvers<undefined>();
    const buffer = new WriteBuffer<string>({
      everyMs: 1,
      most: 10,
      write: async (items) => {
        batches.push(items);
        written.resolve(undefined);
      },
      onFailure: () => undefined,
    });
    buffer.add('a');
    buffer.add('b');
    await written.promise;
    buffer.add('c');
    await buffer.close();
    expect(batches).toEqual([['a', 'b'], ['c']]);
    await buffer.close();
    expect(batches).toHaveLength(2);
  });

  it('keeps a batch that could not be written, within its bound, and says what it dropped', async () => {
    const batches: number[][] = [];
    const failures: number[] = [];
    let broken = true;
    const buffer = new WriteBuffer<number>({
      everyMs: never,
      most: 3,
      write: async (items) => {
        if (broken) throw new Error('away');
        batches.push(items);
      },
      onFailure: (_, dropped) => failures.push(dropped),
    });
    for (let item = 1; item <= 5; item++) buffer.add(item);
    await buffer.close();
    broken = false;
    await buffer.close();
    expect(failures).toEqual([2]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('waits for a write under way before it is closed', async () => {
    const gate = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    const done: string[] = [];
    const buffer = new WriteBuffer<string>({
      everyMs: 1,
      most: 10,
      write: async ([item]) => {
        begun.resolve(undefined);
        await gate.promise;
        done.push(item!);
      },
      onFailure: () => undefined,
    });
    buffer.add('a');
    await begun.promise;
    const closed = buffer.close();
    gate.resolve(undefined);
    await closed;
    expect(done).toEqual(['a']);
  });
});
