import { freePort } from '@discover/testing';
import { afterEach, describe, expect, it } from '@jest/globals';

import { Run } from './run.js';

describe('bootstrap', () => {
  let run: Run | undefined;
  afterEach(() => run?.signal('SIGKILL'));

  const health = async (port: number, path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;

  it('stops in order: not ready, the delay, what is in hand, queues, pools', async () => {
    const port = await freePort();
    run = new Run('service.mjs', { PORT: String(port), DRAIN_DELAY_MS: '300', GRACE_MS: '5000', IN_HAND_MS: '200' });
    await run.says('"msg":"started"');
    expect([
      await health(port, '/health/ready'),
      await health(port, '/health/live'),
      await health(port, '/metrics'),
    ]).toEqual([200, 200, 200]);
    run.signal('SIGTERM');
    await run.says('"msg":"stopping"');
    // Still there for those who have not noticed yet, and for the probe that tells them.
    expect([await health(port, '/health/ready'), await health(port, '/health/live')]).toEqual([503, 200]);
    expect(run.steps).toEqual(['start']);
    expect(await run.ended).toBe(0);
    expect(run.steps).toEqual(['start', 'drain begins', 'drain ends', 'close queue', 'close pool']);
  });

  it('ends a process whose work in hand does not end within its grace', async () => {
    run = new Run('service.mjs', {
      PORT: String(await freePort()),
      DRAIN_DELAY_MS: '0',
      GRACE_MS: '100',
      IN_HAND_MS: '60000',
    });
    await run.says('"msg":"started"');
    run.signal('SIGTERM');
    expect(await run.ended).toBe(1);
    expect(run.lines.join('\n')).toContain('took longer than its grace');
  }, 15_000);

  it('says why it cannot start, and exits with 1', async () => {
    run = new Run('service.mjs', { PORT: String(await freePort()), FAIL: 'the disk is upside down' });
    expect(await run.ended).toBe(1);
    expect(run.lines.join('\n')).toContain('the disk is upside down');
  });
});
