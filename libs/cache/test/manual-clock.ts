import type { Clock } from '../src/clock.js';

/** Time that stands still until the test moves it. */
export class ManualClock implements Clock {
  private time = 0;
  private tasks: { readonly at: number; readonly task: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(ms: number, task: () => void): () => void {
    const entry = { at: this.time + ms, task };
    this.tasks.push(entry);
    return () => (this.tasks = this.tasks.filter((other) => other !== entry));
  }

  advance(ms: number): void {
    this.time += ms;
    const due = this.tasks.filter(({ at }) => at <= this.time);
    this.tasks = this.tasks.filter(({ at }) => at > this.time);
    due.forEach(({ task }) => task());
  }
}
