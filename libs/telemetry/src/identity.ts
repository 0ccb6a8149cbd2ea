/** What this process is, as its metrics and what it stores of itself say. */
export interface Identity {
  readonly service: string;
  /** `RELEASE`, as images are tagged. */
  readonly release: string;
}

let current: Identity = { service: 'unknown', release: 'dev' };

export function identify(identity: Identity): void {
  current = identity;
}

/** As told by `startTelemetry`. */
export function identity(): Identity {
  return current;
}
