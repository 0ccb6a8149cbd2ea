import { testRedis } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { ClosedAccounts } from '../src/index.js';
import { Stage } from './support.js';

let stage: Stage;
beforeEach(() => {
  const { url, prefix } = testRedis('closed');
  stage = new Stage(url, prefix);
});
afterEach(() => stage.end());

describe('a closed account', () => {
  it('is known to every process, and no other is', async () => {
    const remover = new ClosedAccounts(stage.producer());
    const worker = new ClosedAccounts(stage.producer());
    expect(await worker.isClosed('ada')).toBe(false);
    await remover.close('ada');
    expect([await worker.isClosed('ada'), await worker.isClosed('grace')]).toEqual([true, false]);
  });

  it('is forgotten after a week, when no job of it can be left', async () => {
    const producer = stage.producer();
    await new ClosedAccounts(producer).close('ada');
    const [key] = await producer.client.keys(`${producer.prefix}:closed-accounts:*`);
    const seconds = await producer.client.ttl(key!);
    expect(seconds).toBeGreaterThan(6 * 86_400);
    expect(seconds).toBeLessThanOrEqual(7 * 86_400);
  });
});
