import { describe, expect, it } from '@jest/globals';

import { Bulkhead, BulkheadFullError } from './bulkhead.js';

describe('Bulkhead', () => {
  it('runs up to its limit at once, the rest in order, and refuses what cannot wait', async () => {
    const bulkhead = new Bulkhead(2, 2);
    const started: number[] = [];
    const gates: (() => void)[] = [];
    const work = (id: number) => async () => {
      started.push(id);
      await new Promise<void>((resolve) => gates.push(resolve));
      return id;
    };
    const results = [1, 2, 3, 4].map((id) => bulkhead.run(work(id)));
    await expect(bulkhead.run(work(5))).rejects.toThrow(BulkheadFullError);
    expect(started).toEqual([1, 2]);
    gates[0]?.();
    await results[0];
    await Promise.resolve();
    expect(started).toEqual([1, 2, 3]);
    gates[1]?.();
    await results[1];
    gates[2]?.();
    await results[2];
    gates[3]?.();
    await expect(Promise.all(results)).resolves.toEqual([1, 2, 3, 4]);
  });

  it('gives its place back when the work fails', async () => {
    const bulkhead = new Bulkhead(1, 0);
    await expect(bulkhead.run(() => Promise.reject(new Error('boom')))).rejects.toThrow('boom');
    await expect(bulkhead.run(() => Promise.resolve('next'))).resolves.toBe('next');
  });
});
