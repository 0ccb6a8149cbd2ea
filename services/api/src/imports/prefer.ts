/** The longest that a request may wait for its job, in seconds. */
export const MAX_WAIT_SECONDS = 60;

/** Seconds that the client prefers to wait (RFC 7240, `Prefer: wait=20`), at most {@link MAX_WAIT_SECONDS}; 0 if it says nothing. */
export function preferredWait(header: string | string[] | undefined): number {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  const [, seconds] = /(?:^|[,;\s])wait\s*=\s*"?(\d+)"?/i.exec(text) ?? [];
  return Math.min(Number(seconds ?? 0), MAX_WAIT_SECONDS);
}
