import { testRedis } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { handOver, Handovers, type JobProducer } from '../src/index.js';
import { logger, Stage } from './support.js';

let stage: Stage;
let producer: JobProducer;

beforeEach(() => {
  const { url, prefix } = testRedis('handover');
  stage = new Stage(url, prefix);
  producer = stage.producer();
});
afterEach(() => stage.end());

/** One process that waits for bytes. */
function process(): Handovers {
  const handovers = new Handovers({ url: stage.url, prefix: stage.prefix, logger });
  return stage.keep(handovers, () => handovers.close());
}

describe('bytes that are handed over', () => {
  it('reach whoever waits for them, each their own', async () => {
    const [one, other] = [process(), process()];
    const waiting = await Promise.all([one.expect(), one.expect(), other.expect()]);
    for (const [index, { address }] of waiting.entries())
      expect(await handOver(producer, address, Uint8Array.of(0, 255, index))).toBe(true);
    for (const [index, { bytes }] of waiting.entries()) expect([...(await bytes())!]).toEqual([0, 255, index]);
    expect(await producer.client.keys(`${stage.prefix}:*`)).toEqual([]);
  });

  it('are a part of the memory that they lie in', async () => {
    const expected = await process().expect();
    await handOver(producer, expected.address, new Uint8Array([1, 2, 3, 4]).subarray(1, 3));
    expect([...(await expected.bytes())!]).toEqual([2, 3]);
  });

  it('stay where they are if nobody waits any more, or they are too large', async () => {
    const gone = process();
    const { address } = await gone.expect();
    await gone.close();
    expect(await handOver(producer, address, Uint8Array.of(1))).toBe(false);
    const { address: narrow } = await process().expect();
    expect(await handOver(producer, narrow, new Uint8Array(1024 * 1024 + 1))).toBe(false);
  });

  it('are not waited for without end', async () => {
    const expected = await process().expect();
    expect(await expected.bytes()).toBeNull();
    expected.forget();
    // Late ones are nobody's.
    await handOver(producer, expected.address, Uint8Array.of(1));
  });
});
