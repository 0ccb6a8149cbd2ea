import { setTimeout as delay } from 'node:timers/promises';

import { EmbeddedError } from './errors.js';
import { listProcesses, startedWith, type ProcessEntry } from './processes.js';

/** A little more than a leash takes to end a server for good. */
const LEAVE_TIME_MS = 15_000;

/**
 * Waits for processes with this path in their command line whose owner was killed: their leashes are just ending them.
 *
 * @returns one that runs on all the same
 */
export async function untilOrphansEnd(path: string): Promise<ProcessEntry | undefined> {
  const deadline = Date.now() + LEAVE_TIME_MS;
  for (;;) {
    const running = startedWith(path);
    if (!running.some(isOrphan) || Date.now() > deadline) return running[0];
    await delay(50);
  }
}

/**
 * Waits until no server runs on the data. That none does also tells that a pid file in the folder is stale, even if its
 * number belongs to some other process by now.
 *
 * @throws EmbeddedError `already_running` at once if its owner lives
 */
export async function untilNobodyRunsOn(data: string): Promise<void> {
  const server = await untilOrphansEnd(data);
  if (server === undefined) return;
  throw new EmbeddedError(
    'already_running',
    `A server (pid ${server.pid}) runs on ${data}, started by pid ${server.parent}: stop that one first.`,
  );
}

/** Orphans are handed to the init process, or to a reaper such as systemd's; our servers' owners are Nodes. */
function isOrphan(entry: ProcessEntry): boolean {
  const owner = listProcesses().find((candidate) => candidate.pid === entry.parent);
  return owner === undefined || owner.pid === 1 || !/\bnode\b/.test(owner.command[0] ?? '');
}
