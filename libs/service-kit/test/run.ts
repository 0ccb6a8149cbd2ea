import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** A service in a process of its own, which prints what is done to it. */
export class Run {
  readonly lines: string[] = [];
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  /** @param fixture the program's file name */
  constructor(fixture: string, env: Record<string, string>) {
    this.child = spawn(process.execPath, [resolve(import.meta.dirname, 'fixtures', fixture)], {
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

  /** Resolves when `times` lines have had the text. */
  async says(text: string, times = 1): Promise<void> {
    while (this.lines.filter((line) => line.includes(text)).length < times) {
      await Promise.race([
        once(this.child.stdout!, 'data'),
        this.ended.then((code) => Promise.reject(new Error(`it ended with ${code}`))),
      ]);
    }
  }
}
