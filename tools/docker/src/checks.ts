/** What was looked at, and what came of it; printed as it goes. */
export class Checks {
  private passed = 0;
  private readonly failures: string[] = [];

  /** Counts what `look` finds: it throws if something is not as it should be, and may answer a figure to show. */
  async that(what: string, look: () => Promise<string | undefined> | Promise<void>): Promise<void> {
    try {
      const figure = await look();
      this.passed++;
      console.log(`  ok      ${what}${figure === undefined ? '' : `: ${figure}`}`);
    } catch (error) {
      this.failures.push(what);
      console.log(`  FAILED  ${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** The last line, as `npm test` has it. @returns the exit code */
  finish(): number {
    for (const failure of this.failures) console.log(`  FAILED  ${failure}`);
    console.log(`\n${this.passed} passed, ${this.failures.length} failed`);
    return this.failures.length === 0 ? 0 : 1;
  }
}

/** @throws Error that shows both, as JSON */
export function same(actual: unknown, expected: unknown, what = 'it'): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what} is ${a}, not ${b}`);
}

/** @throws Error with `what` */
export function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}
