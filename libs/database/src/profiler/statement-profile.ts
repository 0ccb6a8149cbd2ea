import { metrics } from '@discover/telemetry';

import { BUCKETS, bucketOf } from './histogram.js';

/** One run of a statement that was slow. */
export interface KeptRun {
  /** When it ended, in milliseconds since 1970. */
  at: number;
  durationMs: number;
  rows: number | null;
  waited: boolean;
  sqlstate: string | null;
  requestId: string | null;
}

/** What is stored of one statement on one server. */
export interface StatementFigures {
  query: string;
  server: string;
  calls: number;
  slow: number;
  totalMs: number;
  maxMs: number;
  repeatedRequests: number;
  mostRepeats: number;
  /** Up to the last that is not empty. */
  buckets: number[];
  /** Of the slow runs. */
  text: string | null;
  runs: KeptRun[];
}

/** Slow runs of one statement that are kept between two flushes: the slowest. */
const KEPT_RUNS = 5;

/** One statement on one server since the last flush. */
export class StatementProfile {
  private readonly duration;
  private readonly buckets = new Uint32Array(BUCKETS);
  private calls = 0;
  private slow = 0;
  private totalMs = 0;
  private maxMs = 0;
  private repeatedRequests = 0;
  private mostRepeats = 0;
  private text: string | null = null;
  private runs: KeptRun[] = [];

  constructor(
    private readonly query: string,
    private readonly server: string,
  ) {
    // Found once: prom-client checks the labels at every look-up.
    this.duration = metrics.queryDuration.labels({ query, server });
  }

  add(ms: number): void {
    this.duration.observe(ms / 1000);
    this.buckets[bucketOf(ms)]!++;
    this.calls++;
    this.totalMs += ms;
    if (ms > this.maxMs) this.maxMs = ms;
  }

  addSlow(text: string | null, run: KeptRun): void {
    this.slow++;
    this.keep(text, run);
  }

  /** A request has run it so often at once. */
  addRepeats(times: number, firstOfRequest: boolean): void {
    if (firstOfRequest) this.repeatedRequests++;
    if (times > this.mostRepeats) this.mostRepeats = times;
  }

  /** All since the last call; null if there was nothing. */
  take(): StatementFigures | null {
    if (this.calls === 0) return null;
    const { query, server, calls, slow, totalMs, maxMs, repeatedRequests, mostRepeats, text, runs } = this;
    const used = this.buckets.findLastIndex((count) => count > 0) + 1;
    const buckets = [...this.buckets.subarray(0, used)];
    this.buckets.fill(0);
    this.calls = this.slow = this.totalMs = this.maxMs = this.repeatedRequests = this.mostRepeats = 0;
    this.text = null;
    this.runs = [];
    return { query, server, calls, slow, totalMs, maxMs, repeatedRequests, mostRepeats, buckets, text, runs };
  }

  /** What was taken and could not be stored. */
  giveBack(figures: StatementFigures): void {
    this.calls += figures.calls;
    this.slow += figures.slow;
    this.totalMs += figures.totalMs;
    this.maxMs = Math.max(this.maxMs, figures.maxMs);
    this.repeatedRequests += figures.repeatedRequests;
    this.mostRepeats = Math.max(this.mostRepeats, figures.mostRepeats);
    for (const [bucket, count] of figures.buckets.entries()) this.buckets[bucket]! += count;
    for (const run of figures.runs) this.keep(this.text ?? figures.text, run);
  }

  private keep(text: string | null, run: KeptRun): void {
    this.text = text;
    this.runs.push(run);
    if (this.runs.length > KEPT_RUNS)
      this.runs = this.runs.sort((a, b) => b.durationMs - a.durationMs).slice(0, KEPT_RUNS);
  }
}
