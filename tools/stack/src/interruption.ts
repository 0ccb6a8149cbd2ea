/** One Ctrl-C can arrive twice: from the terminal, and from the npm that started us and passes it on. */
const SAME_KEYSTROKE_MS = 1_000;

/**
 * Aborts at the first Ctrl-C (or SIGTERM, or a closed terminal); a second Ctrl-C ends this process at once, and the
 * servers' leashes end them.
 */
export function interruption(tell: () => void): AbortSignal {
  const controller = new AbortController();
  let abortedAt = Infinity;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!controller.signal.aborted) {
        abortedAt = Date.now();
        tell();
        controller.abort();
      } else if (Date.now() - abortedAt > SAME_KEYSTROKE_MS) {
        process.exit(130);
      }
    });
  }
  return controller.signal;
}
