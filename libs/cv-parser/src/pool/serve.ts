import { writeFileSync } from 'node:fs';
import process from 'node:process';

import type { ParseOutcome, ParseTask, WorkerMessage } from './protocol.js';

/**
 * Makes this process a worker of the pool: says that it is ready once `warm` has ended, then does one task after the other
 * until the pool goes away.
 */
export async function serve(
  handle: (task: ParseTask) => Promise<ParseOutcome>,
  warm: () => Promise<void>,
): Promise<void> {
  process.on('disconnect', () => process.exit());
  offerItselfToTheKernel();
  await warm();
  process.on('message', ({ bytes, options }: ParseTask) => {
    // Bytes arrive as a Buffer, whose `slice` is a view: readers get what they are typed for.
    const task = { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), options };
    void handle(task).then((outcome) => say({ kind: 'outcome', outcome, residentBytes: process.memoryUsage.rss() }));
  });
  say({ kind: 'ready' });
}

function say(message: WorkerMessage): void {
  process.send?.(message);
}

/** When the machine's memory is full, Linux shall end this process and not the service that owns it. */
function offerItselfToTheKernel(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // Not Linux, or not allowed: the bounds of the pool hold all the same.
  }
}
