import { INITIAL_LEVERS, type LeverValues } from '@discover/contracts';
import { testRedis, waitFor } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';

import { HandlesJob, Levers } from '../src/index.js';
import { logger, Stage, WORK } from './support.js';

let stage: Stage;
beforeEach(() => {
  const { url, prefix } = testRedis('levers');
  stage = new Stage(url, prefix);
});
afterEach(() => stage.end());

const halved: LeverValues = { ...INITIAL_LEVERS, rateLimitFactor: 0.5 };

describe('levers', () => {
  it('are as built until somebody changes them, and then followed by every process', async () => {
    const operator = new Levers({ producer: stage.producer(), logger });
    const service = new Levers({ producer: stage.producer(), logger });
    await service.look();
    expect(service.current).toEqual(INITIAL_LEVERS);
    const changed = Promise.withResolvers<[LeverValues, LeverValues]>();
    service.onChange((...change) => changed.resolve(change));
    await stage.keep(service, () => service.stop()).start();
    await operator.put({ revision: 3, values: halved });
    expect(operator.current).toEqual(halved);
    expect(await changed.promise).toEqual([halved, INITIAL_LEVERS]);
    expect(service.current).toEqual(halved);
  });

  it('never go back to what was before', async () => {
    const [one, other] = [0, 1].map(() => new Levers({ producer: stage.producer(), logger })) as [Levers, Levers];
    await one.put({ revision: 5, values: halved });
    await other.put({ revision: 4, values: { ...INITIAL_LEVERS, rateLimitFactor: 2 } });
    await other.look();
    expect([await other.published(), other.revision, other.current.rateLimitFactor]).toEqual([5, 5, 0.5]);
  });

  it('hold when Redis has lost them, which can be seen', async () => {
    const producer = stage.producer();
    const levers = new Levers({ producer, logger });
    await levers.put({ revision: 1, values: halved });
    await producer.client.del(`${producer.prefix}:levers`);
    await levers.look();
    expect([await levers.published(), levers.current]).toEqual([null, halved]);
  });

  it('set how many jobs of a queue a worker has in hand at once, from when the next one ends', async () => {
    const begun: PromiseWithResolvers<undefined>[] = [];

    @Controller()
    class Handlers {
      @HandlesJob(WORK)
      async work(): Promise<{ double: number }> {
        const end = Promise.withResolvers<undefined>();
        begun.push(end);
        await end.promise;
        return { double: 0 };
      }
    }

    const producer = stage.producer();
    const levers = new Levers({ producer, logger });
    const server = stage.server({ levers, queues: [{ name: 'parse', concurrency: 1 }] });
    await stage.worker([Handlers], { server });
    for (let n = 0; n < 4; n++) await producer.add(WORK, { n }, { id: `job-${n}`, priority: 1 });
    await waitFor(() => begun.length === 1, { what: 'the first job' });
    const queueConcurrency = { ...INITIAL_LEVERS.queueConcurrency, parse: 3 };
    await levers.put({ revision: 1, values: { ...INITIAL_LEVERS, queueConcurrency } });
    begun[0]!.resolve(undefined);
    await waitFor(() => begun.length === 4, { what: 'three jobs at once' });
    for (const { resolve } of begun) resolve(undefined);
  });
});
