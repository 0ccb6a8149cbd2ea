import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts a process of this tool by the name of its entry; aborting ends it. */
export function startChild(entry: string, signal: AbortSignal): ChildProcess {
  // Buffers travel as they are only by structured clone.
  const child = fork(join(import.meta.dirname, `${entry}.js`), { serialization: 'advanced', signal, execArgv: [] });
  // An abort is seen by whoever waits for the answer.
  child.on('error', () => undefined);
  return child;
}

/** The next message of the child. @throws if it ends without one */
export async function answerOf<T>(child: ChildProcess): Promise<T> {
  const settled = new AbortController();
  const ended = once(child, 'exit', { signal: settled.signal }).then(([code, signal]: (string | number | null)[]) => {
    throw new Error(`A process of the benchmark ended without an answer (${String(signal ?? code)}).`);
  });
  try {
    const [message] = (await Promise.race([once(child, 'message', { signal: settled.signal }), ended])) as [T];
    return message;
  } finally {
    ended.catch(() => undefined);
    settled.abort();
  }
}
