import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { freePort } from '@discover/testing';
import { afterEach, describe, expect, it } from '@jest/globals';

const SERVICE = resolve(import.meta.dirname, 'fixtures/service.mjs');

/** A service in a process of its own, which prints what is done to it. */
class Run {
  readonly lines: string[] = [];
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(env: Record<string, string>) {
    this.child = spawn(process.execPath, [SERVICE], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: this.child.stdout! }).on('line', (line) => this.lines.push(line));
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Its steps, without the lines that are logged. */
  get steps(): string[] {
    return this.lines.filter((line) => !line.startsWith('{'));
  }

  async says(text: string): Promise<void> {
    while (!this.lines.some((line) => line.includes(text))) {
      await Promise.race([
        once(this.child.stdout!, 'data'),
        this.ended.then((code) => Promise.reject(new Error(`it ended with ${code}`))),
      ]);
    }
  }
}

describe('bootstrap', () => {
  let run: Run | undefined;
  afterEach(() => run?.signal('SIGKILL'));

  const health = async (port: number, path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;

  it('stops in order: not ready, the delay, what is in hand, queues, pools', async () => {
    const port = await freePort();
    run = new Run({ PORT: String(port), DRAIN_DELAY_MS: '300', GRACE_MS: '5000', IN_HAND_MS: '200' });
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
    run = new Run({ PORT: String(await freePort()), DRAIN_DELAY_MS: '0', GRACE_MS: '100', IN_HAND_MS: '60000' });
    await run.says('"msg":"started"');
    run.signal('SIGTERM');
    expect(await run.ended).toBe(1);
    expect(run.lines.join('\n')).toContain('took longer than its grace');
  }, 15_000);

  it('says why it cannot start, and exits with 1', async () => {
    run = new Run({ PORT: String(await freePort()), FAIL: 'the disk is upside down' });
    expect(await run.ended).toBe(1);
    expect(run.lines.join('\n')).toContain('the disk is upside down');
  });
});
