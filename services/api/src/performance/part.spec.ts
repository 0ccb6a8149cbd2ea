import { describe, expect, it } from '@jest/globals';

import { Part } from './part.js';

const never = () => {
  throw new Error('not to be called');
};

describe('a part of an answer', () => {
  it('is read once for all who ask while it is fresh', async () => {
    let reads = 0;
    const part = new Part({ read: async () => ++reads, freshMs: 60_000, patienceMs: 60_000, onError: never });
    expect((await Promise.all([part.get(), part.get(), part.get()])).map(({ value }) => value)).toEqual([1, 1, 1]);
    expect(await part.get()).toMatchObject({ value: 1, failed: false });
  });

  it('that is slow is there the next time', async () => {
    const gate = Promise.withResolvers<string>();
    const part = new Part({ read: () => gate.promise, freshMs: 0, patienceMs: 1, onError: never });
    expect(await part.get()).toEqual({ value: null, at: null, failed: false });
    gate.resolve('late');
    await gate.promise;
    const patient = await new Promise<unknown>((resolve) => setImmediate(() => void part.get().then(resolve)));
    expect(patient).toMatchObject({ value: 'late' });
  });

  it('that fails is as it was last, and says so', async () => {
    const errors: unknown[] = [];
    let broken = false;
    const read = async () => {
      if (broken) throw new Error('away');
      return 'first';
    };
    const part = new Part({ read, freshMs: 0, patienceMs: 60_000, onError: (error) => errors.push(error) });
    await part.get();
    broken = true;
    expect(await part.get()).toMatchObject({ value: 'first', failed: true });
    expect(errors).toHaveLength(1);
    broken = false;
    expect(await part.get()).toMatchObject({ value: 'first', failed: false });
  });
});
