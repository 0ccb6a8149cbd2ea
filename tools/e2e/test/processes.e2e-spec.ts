import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Client, startPlatform, type Platform } from '../src/index.js';

interface CvAnswer {
  id: string;
  title: string;
}

const ROUNDS = 100;
/** Requests of one round: over as many connections, so that both processes get some. */
const READERS = 8;
/** Clients beside the one. */
const BUSY = 8;

describe('an API of two processes', () => {
  let platform: Platform;
  let client: Client;
  beforeAll(async () => {
    process.env.API_PROCESSES = '2';
    platform = await startPlatform();
    client = await Client.registered(platform.url);
  }, 90_000);
  afterAll(async () => {
    Reflect.deleteProperty(process.env, 'API_PROCESSES');
    await platform.stop();
  }, 60_000);

  it('is one scrape, with the figures of both', async () => {
    const port = platform.managementPorts.api!;
    const series = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const processes = [...series.matchAll(/^process_cpu_seconds_total\{service="api",process="(\d+)"\}/gm)];
    expect(processes.map(([, process]) => process).sort()).toEqual(['1', '2']);
  });

  it('shows people what they have just written, whichever process has it in its cache', async () => {
    const { body } = await client.call<CvAnswer>('/cvs', { method: 'POST', json: { title: 'v0', document: {} } });
    const path = `/cvs/${body.id}`;
    let stale = 0;
    // Enough beside it that news and requests wait for a process at the same time.
    let done = false;
    const others = await Promise.all(Array.from({ length: BUSY }, () => Client.registered(platform.url)));
    const busy = others.map(async (other) => {
      while (!done) await other.call('/cvs');
    });
    for (let round = 1; round <= ROUNDS; round++) {
      const title = `v${round}`;
      await client.call(path, { method: 'PUT', json: { title, document: {} } });
      const reads = await Promise.all(Array.from({ length: READERS }, () => client.call<CvAnswer>(path)));
      stale += reads.filter((read) => read.body.title !== title).length;
    }
    done = true;
    await Promise.all(busy);
    expect(stale).toBe(0);
  }, 120_000);
});
