/** A dependency that does not answer within this many milliseconds is not there. */
const CHECK_TIMEOUT_MS = 2_000;

export interface HealthChecks {
  /** Each must resolve for the service to get work; by the name of what it asks. A cache does not belong here. */
  readiness: Readonly<Record<string, () => Promise<unknown>>>;
  /** Whether the process still does its work, beside an event loop that turns. Without dependencies: a restart must help. */
  alive?: () => boolean;
}

export interface Readiness {
  ready: boolean;
  /** `ok` or why not, by check. */
  checks: Record<string, string>;
}

/** Whether a service lives, and whether it should get work. */
export class Health {
  private started = false;
  private stopping = false;

  constructor(private readonly checks: HealthChecks) {}

  markStarted(): void {
    this.started = true;
  }

  markStopping(): void {
    this.stopping = true;
  }

  /** That this runs at all says that the event loop turns. */
  isAlive(): boolean {
    return this.checks.alive?.() ?? true;
  }

  async readiness(): Promise<Readiness> {
    if (this.stopping) return { ready: false, checks: { service: 'stopping' } };
    if (!this.started) return { ready: false, checks: { service: 'starting' } };
    const results = await Promise.all(
      Object.entries(this.checks.readiness).map(async ([name, check]) => [name, await outcome(check)] as const),
    );
    return { ready: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) };
  }
}

async function outcome(check: () => Promise<unknown>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${CHECK_TIMEOUT_MS} ms`), CHECK_TIMEOUT_MS);
  });
  const asked = check().then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
