import { describe, expect, it } from '@jest/globals';

import { policies } from '../src/index.js';
import { load } from '../src/source.js';
import { ManualClock } from './manual-clock.js';

const policy = { ...policies.cv, hardTimeoutMs: 1_000 };
const nothing = () => undefined;

describe('load', () => {
  it('hands out what the source gives within its time', async () => {
    const clock = new ManualClock();
    const source = Promise.withResolvers<string>();
    const loaded = load(clock, policy, () => source.promise, nothing);
    clock.advance(999);
    source.resolve('value');
    await expect(loaded).resolves.toBe('value');
  });

  it('gives a source up at the hard time-out and aborts its signal', async () => {
    const clock = new ManualClock();
    let signal: AbortSignal | undefined;
    const loaded = load(clock, policy, (context) => ((signal = context.signal), new Promise(() => undefined)), nothing);
    clock.advance(1_000);
    await expect(loaded).rejects.toMatchObject({ code: 'unavailable' });
    expect(signal?.aborted).toBe(true);
  });
});
