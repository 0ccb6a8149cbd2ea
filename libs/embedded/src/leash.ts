import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * Waits for one line. An end of file instead means that the parent died without a word (kill -9): then it ends the
 * server as the parent would have, and with SIGKILL if it has not gone within ten seconds.
 */
const SCRIPT = `
read -r _ && exit 0
kill -CONT "$1"; kill -"$2" "$1"
i=0
while [ $i -lt 50 ]; do
  kill -0 "$1" || exit 0
  # Ended, but nobody collects orphans, as in a container without an init.
  case "$(cat "/proc/$1/stat")" in *") Z "*) exit 0 ;; esac
  sleep 0.2
  i=$((i + 1))
done
kill -KILL "$1"`;

/**
 * Ties a process's life to ours, even if we are killed with SIGKILL: a small shell holds the other end of a pipe that
 * only we have open. `prctl(PR_SET_PDEATHSIG)` would do the same, but on Linux alone, and it is cleared when the
 * program changes its user.
 */
export class Leash {
  private readonly shell: ChildProcess;

  constructor(pid: number, signal: NodeJS.Signals) {
    this.shell = spawn('/bin/sh', ['-c', SCRIPT, 'discover-leash', String(pid), signal.replace('SIG', '')], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    // The shell may have been killed by somebody: the pipe is then broken, and there is nothing left to do.
    this.shell.stdin?.on('error', () => undefined);
  }

  /** Lets go, without touching the process. */
  async release(): Promise<void> {
    if (this.shell.exitCode !== null || this.shell.signalCode !== null) return;
    const ended = once(this.shell, 'exit');
    this.shell.stdin?.end('released\n');
    await ended;
  }
}
