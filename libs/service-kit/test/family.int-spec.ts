import { freePort, waitFor } from '@discover/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { Run } from './run.js';

describe('a service in several processes', () => {
  let run: Run | undefined;
  let port: number;
  let publicPort: number;
  beforeEach(async () => {
    [port, publicPort] = [await freePort(), await freePort()];
  });
  afterEach(() => run?.signal('SIGKILL'));

  const start = (env: Record<string, string> = {}) =>
    (run = new Run('family.mjs', { PORT: String(port), PUBLIC_PORT: String(publicPort), COUNT: '2', ...env }));
  const started = (times: number) => run!.says('"processes":2,"msg":"started"', times);
  const management = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const ask = async (path = '/') =>
    (await fetch(`http://127.0.0.1:${publicPort}${path}`, { headers: { connection: 'close' } })).text();
  const answering = async () => new Set(await Promise.all(Array.from({ length: 20 }, () => ask())));

  it('serves on one port from all of them, and tells their figures apart in one scrape', async () => {
    start();
    await started(1);
    expect((await answering()).size).toBe(2);
    expect([(await management('/health/ready')).status, (await management('/health/live')).status]).toEqual([200, 200]);
    const series = await (await management('/metrics')).text();
    const cpu = [...series.matchAll(/^process_cpu_seconds_total\{service="fixture",process="(\d)"\}/gm)];
    expect(cpu.map(([, process]) => process).sort()).toEqual(['1', '2']);
    expect(series.match(/^# TYPE process_cpu_seconds_total counter$/gm)).toHaveLength(1);
  });

  it('replaces one that ends, and serves and is ready meanwhile', async () => {
    start();
    await started(1);
    const before = await answering();
    await expect(ask('/die')).rejects.toThrow();
    // What it was given until then is lost with it.
    await run!.says('a process ended and is replaced');
    expect((await management('/health/ready')).status).toBe(200);
    expect(before).toContain(await ask());
    await started(2);
    await waitFor(async () => [...(await answering())].some((pid) => !before.has(pid)), { what: 'the new process' });
    expect((await answering()).size).toBe(2);
  });

  it('stops when all have finished what they have in hand', async () => {
    start();
    await started(1);
    const slow = Promise.all([ask('/slow'), ask('/slow')]);
    await waitFor(async () => (await answering()).size === 2, { what: 'the requests to be in hand' });
    run!.signal('SIGTERM');
    await run!.says('"msg":"stopping"');
    expect((await management('/health/ready')).status).toBe(503);
    expect(await slow).toEqual(['slow', 'slow']);
    expect(await run!.ended).toBe(0);
  });

  it('ends with 1 and says why if they cannot start', async () => {
    start({ FAIL: 'the disk is upside down' });
    expect(await run!.ended).toBe(1);
    expect(run!.lines.join('\n')).toContain('the disk is upside down');
  });
});
