const LONG = 'x'.repeat(40_000);

/** What containers say beside good lines of ours: each must be kept, and none may pass for something else. */
export const HARD_LINES: readonly string[] = [
  // Longer than what a runtime writes at once.
  `{"level":"info","category":"security","msg":"a long one","detail":"${LONG}"}`,
  `{"level":"info","category":"activity","msg":"a longer one","detail":"${LONG}${LONG}"}`,
  // The word alone is no category.
  '{"level":"info","category":"application","msg":"says \\"category\\":\\"security\\" in its text"}',
  '{"level":"info","msg":"has one further down","inner":{"category":"security"}}',
  '{"level":"info","category":"unheard-of","msg":"has one that nobody knows"}',
  '{"level":"info","category":7,"msg":"has one that is no text"}',
  '{"msg":"of a program of others"}',
  '{}',
  // A process that dies, in several lines.
  'node:internal/modules/run_main:107',
  '    triggerUncaughtException(',
  '    ^',
  '',
  'Error: connect ECONNREFUSED 127.0.0.1:5432',
  '    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1637:16) {',
  "  code: 'ECONNREFUSED'",
  '}',
  // Cut off in the middle, and what is JSON but no object.
  '{"level":"info","category":"security","msg":"cut o',
  '["security"]',
  '42',
  '2026-11-20 19:00:00.000 UTC [71] LOG:  checkpoint complete: wrote 12 buffers',
  'Ærøskøbing, Łódź, 東京: letters of all kinds',
];

/** Lines that the platform has really written, over and over, each with a number that makes it the only one. */
export class Steady {
  private count = 0;

  /** @param samples JSON lines */
  constructor(private readonly samples: readonly string[]) {}

  next(count: number): string[] {
    return Array.from({ length: count }, () => {
      const sample = this.samples[this.count % this.samples.length]!;
      return `{"number":${this.count++},${sample.slice(1)}`;
    });
  }
}
