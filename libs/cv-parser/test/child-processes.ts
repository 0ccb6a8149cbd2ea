import { execFileSync } from 'node:child_process';
import process from 'node:process';

/** Ids of the live processes that this one has started, ordered. */
export function childProcesses(): number[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,comm='], { encoding: 'utf8' });
  return list
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, parent, state, command]) => Number(parent) === process.pid && !state!.startsWith('Z') && command !== 'ps',
    )
    .map(([pid]) => Number(pid))
    .sort((a, b) => a - b);
}
